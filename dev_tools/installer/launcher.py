"""Compiles the two programs that people start: a little around Python, with icon, manifest and version."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from dev_tools.installer.workspace import CONSOLE_PROGRAM, PROGRAM, SOURCES, Workspace, run

_COMPILER = "x86_64-w64-mingw32-gcc"
_RESOURCES = "x86_64-w64-mingw32-windres"


def build(work: Workspace, target: Path, version: str) -> None:
    """Put both launchers into the program's folder."""
    folder = work.build / "launcher"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCES / "launcher", folder)
    run([sys.executable, "-m", "dev_tools.installer.artwork", folder])
    (library,) = (path.name for path in (target / "runtime").glob("python3?*.dll"))
    for program, kind in ((PROGRAM, "-mwindows"), (CONSOLE_PROGRAM, "-DCONSOLE")):
        resources = folder / f"{program}.o"
        named = [
            f'-DVERSION_TEXT="\\"{version}\\""',
            f"-DVERSION_COMMAS={version.replace('.', ',')},0",
            f'-DPROGRAM_NAME="\\"{program}\\""',
        ]
        run([_RESOURCES, *named, "launcher.rc", "-O", "coff", "-o", resources], cwd=folder)
        command: list[str | Path] = [_COMPILER, "-O2", "-s", "-municode", kind, "-static", "-Wall"]
        command += ["-D_WIN32_WINNT=0x0A00", f'-DPYTHON_DLL=L"{library}"', "launcher.c", resources]
        # Without a time in its header the same sources give the same program.
        run([*command, "-lshell32", "-Wl,--no-insert-timestamp", "-o", target / program], cwd=folder)
