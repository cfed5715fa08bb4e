"""How the program was started: arguments, then environment, then what the installer or the officer set."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wzpdcl_desktop import __version__


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for at start.

    Attributes:
        server: Address of the central API; None asks the settings, then the officer.
        practice: Start straight into practice mode.
        data_folder: In place of the user's own data folder.
        secrets: ``keyring`` (the PC's), or ``file``: declared for tests and practice, never a fallback.
        language: ``bn`` or ``en`` for this start, None for the setting.
        theme: ``light``, ``dark`` or ``system`` for this start, None for the setting.
        platform: Qt's platform plugin, None for its own choice (tests under Wine: ``offscreen``).
        self_check: Look at every part, tell, and end. `self_check_part` is one part's own process.
        as_json: What is told is for programs.
        quit: Ask the running program to end, and end when it has.
        diagnostics: Write a zip for the ICT department there, and end.
        update_keys: A file with public keys in place of the shipped ones, for tests of packages.
        output: A file for what is told, for a program without a console.
    """

    server: str | None = None
    practice: bool = False
    data_folder: Path | None = None
    secrets: str = "keyring"
    language: str | None = None
    theme: str | None = None
    platform: str | None = None
    self_check: bool = False
    self_check_part: str | None = None
    as_json: bool = False
    quit: bool = False
    output: Path | None = None
    diagnostics: Path | None = None
    update_keys: Path | None = None


def parse(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Options:
    """Read the command line and the environment.

    Args:
        arguments: Without the program's name.
        environment: ``WZPDCL_SERVER``, ``WZPDCL_DATA`` and ``WZPDCL_SECRETS`` stand in for what is not given.
    """
    parser = argparse.ArgumentParser(prog="wzpdcl-desktop", description="WZPDCL Desktop")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--server", default=environment.get("WZPDCL_SERVER"), help="address of the central API"
    )
    parser.add_argument("--practice", action="store_true", help="practice mode: invented data on this PC")
    parser.add_argument("--data-folder", type=Path, default=environment.get("WZPDCL_DATA"))
    parser.add_argument(
        "--secrets", choices=("keyring", "file"), default=environment.get("WZPDCL_SECRETS", "keyring")
    )
    parser.add_argument("--lang", choices=("bn", "en"))
    parser.add_argument("--theme", choices=("system", "light", "dark"))
    parser.add_argument("--platform", help=argparse.SUPPRESS)
    parser.add_argument("--self-check", action="store_true", help="look at every part of the program and end")
    parser.add_argument("--self-check-part", help=argparse.SUPPRESS)
    parser.add_argument("--quit", action="store_true", help="ask the running program to end")
    parser.add_argument(
        "--diagnostics", type=Path, metavar="FILE", help="write a zip for the ICT department, and end"
    )
    parser.add_argument("--update-keys", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help="with --self-check: for programs")
    parser.add_argument("--output", type=Path, help="with --self-check: a file in place of the console")
    given = parser.parse_args(arguments)
    return Options(
        server=given.server or None,
        practice=given.practice,
        data_folder=Path(given.data_folder) if given.data_folder else None,
        secrets=given.secrets,
        language=given.lang,
        theme=given.theme,
        platform=given.platform,
        self_check=given.self_check,
        self_check_part=given.self_check_part,
        as_json=given.json,
        quit=given.quit,
        output=given.output,
        diagnostics=given.diagnostics,
        update_keys=given.update_keys,
    )
