"""Run the journey: ``python -m wzpdcl_desktop.journey [--json FILE]``, installed ``--journey [--json FILE]``.

This process is the world around the desk: it starts the practice server, takes the line down and brings it
back, and at the end reads the database of the server. The desk runs in child processes (`part`), closed
and started again as in an office. With ``--folder`` and ``--life`` its two halves run apart, so that the
program can be replaced by a newer one in between.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wzpdcl_desktop import program
from wzpdcl_desktop.journey import server_side
from wzpdcl_desktop.practice import PracticeServer

#: Office of the journey's officer.
OFFICE = "khulna-1"


def free_port() -> int:
    """A TCP port on the loopback that is free now; the server keeps it over a restart."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Report:
    """What the journey found; printed as one JSON object."""

    steps: list[dict[str, Any]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    desktop: dict[str, Any] = field(default_factory=dict)
    server: dict[str, Any] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)

    def step(self, name: str, ok: bool, seconds: float, why: str = "") -> None:
        """Add a step and say it on standard error."""
        entry: dict[str, Any] = {"name": name, "ok": ok, "seconds": round(seconds, 2)}
        if why:
            entry["why"] = why
        self.steps.append(entry)
        print(
            f"{'ok  ' if ok else 'FAIL'} {seconds:6.1f} s  {name}{'  ' + why if why else ''}", file=sys.stderr
        )

    @property
    def ok(self) -> bool:
        """Whether each step held and both sides are equal."""
        return bool(self.steps) and all(step["ok"] for step in self.steps)

    def as_json(self) -> dict[str, Any]:
        """The shape that scripts rely on."""
        return {
            "ok": self.ok,
            "steps": self.steps,
            "desktop": self.desktop,
            "server": self.server,
            "pictures": self.pictures,
        }


class World:
    """The server, its line, and the folders of one journey."""

    def __init__(self, folder: Path, complaints: int, port: int) -> None:
        self.folder = folder
        self.port = port
        self._arguments = ("--complaints", str(complaints), "--quiet-customers")
        self.server = self._make()

    def _make(self) -> PracticeServer:
        return PracticeServer(self.folder / "central", port=self.port, arguments=self._arguments)

    @property
    def address(self) -> str:
        """Where the server is, whenever it is there."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        """The server's own database file."""
        return self.folder / "central" / "central.db"

    def line_down(self) -> None:
        """The server is gone, as when the line is cut."""
        self.server.kill()

    def line_up(self) -> None:
        """The server is there again, at the same address, with the same database."""
        self.server = self._make()
        self.server.start()


def run_part(part: str, world: World, report: Report, arguments: argparse.Namespace) -> bool:
    """Run one life of the desk and do what it asks of the world.

    Returns:
        Whether the desk's process ended well and none of its steps failed.
    """
    command = program.command("--journey-part", part, "--server", world.address)
    command += [
        "--data",
        str(world.folder / "desk"),
        "--pictures",
        str(arguments.pictures),
        "--lang",
        arguments.lang,
    ]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        creationflags=program.HIDDEN,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    before = len(report.steps)
    for line in process.stdout:
        message = json.loads(line)
        if "step" in message:
            report.step(message["step"], message["ok"], message["seconds"], message.get("why", ""))
        elif "picture" in message:
            report.pictures.append(message["picture"])
        elif "desktop" in message:
            report.desktop = message["desktop"]
        elif "command" in message:
            report.commands.append(message["command"])
        elif "ask" in message:
            {"line_down": world.line_down, "line_up": world.line_up}[message["ask"]]()
            process.stdin.write("done\n")
            process.stdin.flush()
    process.wait()
    if process.returncode != 0 and all(step["ok"] for step in report.steps[before:]):
        report.step(f"{part}: the program ended with {process.returncode}", False, 0.0)
    return process.returncode == 0


def journey(arguments: argparse.Namespace) -> Report:
    """The whole journey, or one half, in a folder of its own or the given one."""
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="wzpdcl-journey-"))
    kept = folder / "journey.json"
    report, port = _resumed(kept) if arguments.life == "return" else (Report(), free_port())
    world = World(folder, arguments.complaints, port)
    try:
        if arguments.life != "return":
            started = time.monotonic()
            world.server.start(lambda share: print(f"sample data {share:.0%}", end="\r", file=sys.stderr))
            report.step("start the central API with sample data", True, time.monotonic() - started)
            run_part("work", world, report, arguments)
        if arguments.life == "work":
            kept.write_text(json.dumps({"port": port, "commands": report.commands}), encoding="utf-8")
        elif (report.ok or arguments.life == "return") and run_part("return", world, report, arguments):
            _compare(world, report)
    finally:
        world.server.stop()
        if arguments.keep or arguments.folder:
            print(f"kept: {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return report


def _resumed(kept: Path) -> tuple[Report, int]:
    """What the first half left for the second: the commands, and the port of its server."""
    before = json.loads(kept.read_text(encoding="utf-8"))
    return Report(commands=before["commands"]), before["port"]


def _compare(world: World, report: Report) -> None:
    """Look into the database of the server."""
    started = time.monotonic()
    report.server = server_side.digest(world.database, OFFICE)
    faults = server_side.exactly_once(world.database, report.commands)
    report.step(
        "everything is on the server exactly once",
        bool(report.commands) and not faults,
        time.monotonic() - started,
        "; ".join(faults),
    )
    report.step("both sides are equal", report.server == report.desktop, 0.0)


def main() -> int:
    """Parse arguments, run, print one JSON object if asked."""
    parser = argparse.ArgumentParser(prog="demo", description=__doc__)
    parser.add_argument("--json", metavar="FILE", help="write the report here (- = standard output)")
    parser.add_argument("--lang", choices=("bn", "en"), default="bn")
    parser.add_argument("--keep", action="store_true", help="keep the folder with both databases")
    parser.add_argument("--folder", type=Path, help="keep everything in this folder")
    parser.add_argument(
        "--life", choices=("work", "return", "both"), default="both", help="one half only; needs --folder"
    )
    parser.add_argument("--complaints", type=int, default=100_000, help="sample complaints of the office")
    parser.add_argument(
        "--pictures", type=Path, default=Path("build") / "demo", help="folder for the pictures"
    )
    arguments = parser.parse_args()
    if arguments.life != "both" and arguments.folder is None:
        parser.error("--life needs --folder")
    arguments.pictures = arguments.pictures.resolve()
    arguments.pictures.mkdir(parents=True, exist_ok=True)
    report = journey(arguments)
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
    if arguments.json == "-":
        print(text)
    elif arguments.json:
        Path(arguments.json).write_text(text + "\n", encoding="utf-8")
    print(f"pictures: {arguments.pictures}", file=sys.stderr)
    print("the journey holds" if report.ok else "THE JOURNEY FAILED", file=sys.stderr)
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main())
