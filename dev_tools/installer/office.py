"""An office's PC under Wine."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

from dev_tools.installer.report import expect, wait_until
from dev_tools.installer.wine import Done, Wine, windows_path
from dev_tools.installer.workspace import CONSOLE_PROGRAM, PROGRAM, Workspace

_SILENT = ("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/CURRENTUSER")


class Office:
    """An office's PC: a prefix, and what setup put into it."""

    def __init__(self, work: Workspace, wine: Wine) -> None:
        self.work = work
        self.wine = wine
        user = wine.drive / "users" / pwd.getpwuid(os.geteuid()).pw_name
        self.local = user / "AppData" / "Local"
        self.folder = self.local / "Programs" / "WZPDCL Desktop"
        self.data = self.local / "wzpdcl-desktop"

    def install(self, setup: Path, *switches: str) -> Done:
        """Run a setup without a word."""
        log = self.work.logs / f"{self.wine.prefix.name}-{setup.stem}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        return self.wine.run(setup, *_SILENT, f"/LOG={windows_path(log)}", *switches, seconds=600)

    def must_install(self, setup: Path, *switches: str) -> None:
        """Run a setup that has to succeed."""
        done = self.install(setup, *switches)
        expect(done.code == 0, f"setup ended with {done.code}: {done.said[-500:]}")
        expect((self.folder / PROGRAM).exists(), f"setup put no {PROGRAM} into {self.folder}")

    def run(self, *arguments: str, seconds: float) -> Done:
        """Run the installed program to its end."""
        return self.wine.run(self.folder / CONSOLE_PROGRAM, *arguments, seconds=seconds)

    def uninstall(self, *switches: str) -> None:
        """Run the uninstaller; it goes on in a copy of itself, so its work is waited for."""
        self.wine.run(
            self.folder / "unins000.exe", "/VERYSILENT", "/SUPPRESSMSGBOXES", *switches, seconds=300
        )
        wait_until(lambda: not self.folder.exists(), 120, f"{self.folder} is still there")
        self.wine.settle(20)

    def files(self) -> set[Path]:
        """Every file and link of the drive but Windows' own and temporary ones."""
        return {
            path
            for path in self.wine.drive.rglob("*")
            if not path.is_dir() and path.parts[len(self.wine.drive.parts)] != "windows"
            if not {"Temp", "temp"} & set(path.parts)
        }
