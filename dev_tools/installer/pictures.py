"""Pictures of the installer's pages and of the installed program under Wine, as a person sees them."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

from dev_tools.installer.build import Built
from dev_tools.installer.office import Office
from dev_tools.installer.page_font import use_page_font
from dev_tools.installer.prefix import empty_prefix
from dev_tools.installer.report import expect, wait_until
from dev_tools.installer.wine import Wine, windows_path
from dev_tools.installer.workspace import CONSOLE_PROGRAM, BuildError, Workspace, run, say

#: The pages in their order, and the keys that lead from each to the next. The page for the language is there
#: only where none was named on the command line.
_PAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("mode", ("Return",)),
    ("language", ("Return",)),
    ("welcome", ("alt+n",)),
    ("folder", ("alt+n",)),
    ("tasks", ("alt+n",)),
    ("ready", ("alt+i",)),
    ("installing", ()),
    ("finished", ("space", "alt+f")),
)


def take(work: Workspace, display: str, built: Built, target: Path) -> None:
    """Walk through the installer by its keys and start the program, in both languages."""
    target.mkdir(parents=True, exist_ok=True)
    for language in ("bn", "en"):
        office = Office(work, empty_prefix(work, display, f"pictures-{language}"))
        use_page_font(work, office.wine)
        _installer(office, built, target, language)
        _program(office, target, language)
        _uninstaller(office, target, language)
        office.wine.stop()
        shutil.rmtree(office.wine.prefix)


def _installer(office: Office, built: Built, target: Path, language: str) -> None:
    # Wine's Windows speaks English: Bangla is named, so that the first page is Bangla, too.
    running = office.wine.start(built.setup, *(["/LANG=bn"] if language == "bn" else []))
    pages = [page for page in _PAGES if language == "en" or page[0] != "language"]
    for number, (page, keys) in enumerate(pages):
        if page == "finished":
            wait_until(lambda: (office.folder / "unins000.exe").exists(), 400, "setup did not finish")
        _still(office.wine)
        _shoot(office.wine, target / f"{language}-setup-{number + 1}-{page}.png")
        _press(office.wine, *keys)
    done = running.wait(120)
    expect(done.code == 0, f"setup ended with {done.code}")


def _program(office: Office, target: Path, language: str) -> None:
    folder = windows_path(office.work.build / "prefixes" / f"desk-{language}")
    words = ["--lang", language, "--data-folder", folder, "--secrets", "file"]
    sign_in = office.wine.start(office.folder / CONSOLE_PROGRAM, *words, "--server", "http://127.0.0.1:9")
    _until_drawn(office.wine)
    _shoot(office.wine, target / f"{language}-program-sign-in.png")
    office.wine.stop()
    sign_in.wait(60)
    office.wine.boot()
    pictures = target / f"{language}-program"
    office.run(
        *("--journey", "--complaints", "2000", "--lang", language, "--pictures", windows_path(pictures)),
        seconds=600,
    )
    shutil.rmtree(office.work.build / "prefixes" / f"desk-{language}", ignore_errors=True)


def _uninstaller(office: Office, target: Path, language: str) -> None:
    office.data.mkdir(parents=True, exist_ok=True)
    running = office.wine.start(office.folder / "unins000.exe")
    for number, (page, key) in enumerate((("sure", "alt+y"), ("data", "alt+n"), ("done", "Return"))):
        _still(office.wine, seconds=60)
        _shoot(office.wine, target / f"{language}-uninstall-{number + 1}-{page}.png")
        _press(office.wine, key)
    running.wait(120)


def _environment(wine: Wine) -> dict[str, str]:
    return {**os.environ, "DISPLAY": wine.display}


def _shoot(wine: Wine, path: Path) -> None:
    run(["import", "-display", wine.display, "-window", "root", path])
    say(f"       {path.name}")


def _press(wine: Wine, *keys: str) -> None:
    """Type into the window that was opened last, again where nothing happened.

    Without a window manager nobody else gives it the focus, and a window that has just come may miss a key.
    """
    environment = {"DISPLAY": wine.display}
    for key in keys:
        before = _screen(wine)
        for _ in range(5):
            found = run(["xdotool", "search", "--onlyvisible", "--name", ""], environment=environment).split()
            if found:
                run(["xdotool", "windowfocus", found[-1]], environment=environment)
            time.sleep(0.3)
            run(["xdotool", "key", "--clearmodifiers", key], environment=environment)
            end = time.monotonic() + 15
            while _screen(wine) == before and time.monotonic() < end:
                time.sleep(0.2)
            if _screen(wine) != before:
                break


def _screen(wine: Wine) -> bytes:
    return subprocess.run(
        ["import", "-display", wine.display, "-window", "root", "rgb:-"], capture_output=True, check=False
    ).stdout


def _still(wine: Wine, seconds: float = 30) -> None:
    """Until the screen has something on it and has not changed for a second."""
    end = time.monotonic() + seconds
    before, since = b"", time.monotonic()
    while time.monotonic() < end:
        now = _screen(wine)
        if now != before or len(set(now[:: 3 * 97])) < 4:
            before, since = now, time.monotonic()
        elif time.monotonic() - since > 1:
            return
        time.sleep(0.2)


def _until_drawn(wine: Wine) -> None:
    end = time.monotonic() + 90
    while len(set(_screen(wine)[:: 3 * 97])) < 12:
        if time.monotonic() > end:
            raise BuildError("the program draws nothing")
        time.sleep(0.2)
    _still(wine)
