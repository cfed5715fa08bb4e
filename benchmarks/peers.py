"""Peers that are programs of their own: installed for a benchmark alone, in an environment of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import venv
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Peer:
    """What a peer needed.

    Attributes:
        rate: Rows a second of the whole set.
        delta_seconds: Of the changed rows.
    """

    rate: float
    delta_seconds: float


class PeerMissingError(Exception):
    """The peer could not be installed here."""


def anki(folder: Path, records: list[tuple[int, str]], delta: int) -> Peer:
    """The extra ``peers`` of pyproject.toml in an environment in the folder, and its synchronisation.

    Args:
        delta: So many of the records are changed afterwards.

    Raises:
        PeerMissingError: There is no way to install it.
    """
    python = _environment(folder / "environment")
    given = folder / "records.json"
    given.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    script = Path(__file__).with_name("anki_peer.py")
    ended = subprocess.run(
        [python, "-I", script, folder, given, str(delta)], stdout=subprocess.PIPE, text=True, check=True
    )
    found = json.loads(ended.stdout)
    if found["notes"] != len(records):
        raise RuntimeError(f"{found['notes']} notes in place of {len(records)}")
    return Peer(len(records) / found["seconds"], found["delta_seconds"])


def _environment(folder: Path) -> Path:
    wanted = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    packages = wanted["project"]["optional-dependencies"]["peers"]
    ended = subprocess.run(
        [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *packages],
        stdout=sys.stderr,
    )
    if ended.returncode:
        raise PeerMissingError(f"pip cannot install {', '.join(packages)} here")
    return python
