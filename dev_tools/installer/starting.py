"""Measures how long the program takes to its first window: installed, and from the checkout, in one Wine."""

from __future__ import annotations

import shutil
import statistics
from pathlib import Path

from dev_tools.installer.office import Office
from dev_tools.installer.report import expect
from dev_tools.installer.wine import windows_path
from dev_tools.installer.workspace import CONSOLE_PROGRAM, ROOT, Workspace, say

_PAIRS = 5
AT_MOST = 1.1
PROMISE = f"start is {AT_MOST} times that from source at most"


def compare(office: Office) -> None:
    """Alternating pairs: process start to the first window drawn, installed and from the checkout."""
    source = _source_python(office.work)
    installed = (str(office.folder / CONSOLE_PROGRAM), "--journey-part")
    checkout = (str(source / "python.exe"), "-m", "wzpdcl_desktop", "--journey-part")
    ratios = []
    for number in range(_PAIRS + 1):
        sides = [installed, checkout] if number % 2 else [checkout, installed]
        spent = {side: _one_start(office, side) for side in sides}
        if number:  # the first pair only fills caches
            ratios.append(spent[installed] / spent[checkout])
            say(f"       {spent[installed]:.2f} s installed, {spent[checkout]:.2f} s from source")
    ratio = statistics.median(ratios)
    say(f"       start of the installed program / start from source: {ratio:.3f}")
    expect(ratio <= AT_MOST, f"{ratio:.3f}")


def _one_start(office: Office, command: tuple[str, ...]) -> float:
    program, *words = command
    folder = office.work.build / "start"
    more = ["begin", "--server", "http://127.0.0.1:9", "--data", windows_path(folder)]
    running = office.wine.start(program, *words, *more, "--pictures", windows_path(folder))
    spent = running.wait_for('"shown"', 120)
    running.wait(60)
    return spent


def _source_python(work: Workspace) -> Path:
    """Python for Windows that sees the wheels as they came and the checkout itself."""
    target = work.build / "source-python"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(work.python, target)
    (paths,) = target.glob("python3*._pth")
    library = next(target.glob("python3*.zip")).name
    paths.write_text(f"{library}\n.\n{windows_path(work.site)}\n{windows_path(ROOT)}\n", encoding="ascii")
    return target
