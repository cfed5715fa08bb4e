"""A real program without a window, killed at random moments on one store, again and again.

After each death its stores are examined, and what it had called safe is looked for; after the last one the
outbox, the cache and the server have to agree.
"""

from __future__ import annotations

import contextlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlcipher3 import dbapi2

from central_api.models import Complaint
from tests.faults.kill9_child import KEY, OFFICER
from tests.support.central import CentralHandle, central_server
from tests.support.central_data import PASSWORD
from wzpdcl_desktop.cache.raw import connect

ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 30.0
_SETTLE_SECONDS = 60.0


class Child:
    """One life of the program; what it says is kept as it comes."""

    def __init__(self, folder: Path, url: str, seed: int, first: int, *, calm: bool = False) -> None:
        arguments = [str(folder), url, str(seed), str(first), PASSWORD, *(["--calm"] if calm else [])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.kill9_child", *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self.safe: list[str] = []
        self.undone: set[str] = set()
        self.undoing: set[str] = set()
        self.ready = threading.Event()
        self.working = threading.Event()
        self.settled = threading.Event()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            word, _, token = line.strip().partition(" ")
            if word == "safe":
                self.safe.append(token)
                self.working.set()
            elif word == "undoing":
                self.undoing.add(token)
            elif word == "undone":
                self.undone.add(token)
            elif word == "ready":
                self.ready.set()
            elif word == "settled":
                self.settled.set()

    def kill(self) -> None:
        """SIGKILL: nothing is flushed, closed or said. Returns when all that it said was read."""
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._reader.join()


def run(kills: int, seed: int) -> dict[str, Any]:
    """Kill ``kills`` lives; the figures of all of them."""
    dice = random.Random(seed)
    began = time.monotonic()
    safe: list[str] = []
    undone: set[str] = set()
    undoing: set[str] = set()
    figures: dict[str, Any] = {"kills": kills, "seed": seed, "corrupt": 0, "lost": 0, "duplicated": 0}
    with tempfile.TemporaryDirectory() as root, central_server(Path(root) / "central") as central:
        folder = Path(root) / "desk"
        folder.mkdir()
        for number in range(kills):
            child = Child(folder, central.url, dice.randrange(1 << 30), len(safe) + number * 1000)
            # Some die while they start or load, most of them at work.
            (child.ready if dice.random() < 0.2 else child.working).wait(_START_SECONDS)
            threading.Event().wait(dice.choice((0.0, 0.02, 0.1, 0.3, 0.8)) * dice.random())
            child.kill()
            safe += child.safe
            undone |= child.undone
            undoing |= child.undoing
            figures["corrupt"] += not _whole(folder)
            kept = _commands(folder)
            figures["lost"] += sum(token not in kept for token in child.safe if token not in undone | undoing)
        last = Child(folder, central.url, dice.randrange(1 << 30), 0, calm=True)
        figures["stuck"] = int(not last.settled.wait(_SETTLE_SECONDS))
        last.kill()
        figures |= _compare(central, folder, safe, undone, figures)
    figures |= {"commands": len(safe), "undone": len(undone), "seconds": round(time.monotonic() - began, 1)}
    return figures


def _compare(
    central: CentralHandle, folder: Path, safe: list[str], undone: set[str], figures: dict[str, Any]
) -> dict[str, Any]:
    """What took effect, against what was said."""
    with central.database().read() as session:
        timelines = session.scalars(select(Complaint.timeline)).all()
    effects = Counter(entry["text"] for timeline in timelines for entry in timeline if entry["by"] == OFFICER)
    states = _commands(folder)
    duplicated = sum(count > 1 for count in effects.values())
    duplicated += sum(effects[token] > 0 for token in undone)
    refused = ("conflict", "refused")
    duplicated += sum(effects[token] > 0 for token in safe if states.get(token) in refused)
    lost = sum(effects[token] == 0 for token in safe if states.get(token) == "applied")
    return {"duplicated": figures["duplicated"] + duplicated, "lost": figures["lost"] + lost}


def _whole(folder: Path) -> bool:
    """Whether the files are whole, page by page and as databases; the copies of the outbox too."""
    for name in ("cache.db", "outbox.db", "outbox.copy.db", "outbox.copy-1.db"):
        if not (folder / name).exists():
            continue
        connection = connect(folder / name, KEY)
        try:
            pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            found = connection.execute("PRAGMA integrity_check").fetchall()
        finally:
            connection.close()
        if pages or found != [("ok",)]:
            return False
    return True


def _commands(folder: Path) -> dict[str, str]:
    """State of each command by its text."""
    if not (folder / "outbox.db").exists():
        return {}
    connection = connect(folder / "outbox.db", KEY)
    try:
        found = connection.execute("SELECT args, state FROM outbox").fetchall()
    except dbapi2.DatabaseError:
        found = []  # killed before its tables were made
    finally:
        connection.close()
    return {json.loads(args)["text"]: state for args, state in found}
