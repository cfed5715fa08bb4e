"""The program as separate processes: the second start ends at once, a polite request ends the first."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


def start(folder: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "wzpdcl_desktop", "--secrets", "file", "--data-folder", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([*command, *more], env=environment)


def ask(folder: Path, *more: str) -> int:
    process = start(folder, *more)
    try:
        return process.wait(60)
    finally:
        process.kill()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A running program in its folder."""
    process = start(tmp_path)
    try:
        wait_until_started(tmp_path, process)
        yield process
    finally:
        process.kill()
        process.wait()


def wait_until_started(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """The log says so."""
    until = time.monotonic() + 60
    log = folder / "logs" / "desktop.log"
    while not (log.exists() and "started" in log.read_text(encoding="utf-8")):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_second_start_ends_and_the_first_goes_on(first: subprocess.Popen[bytes], tmp_path: Path) -> None:
    assert ask(tmp_path) == 0
    assert first.poll() is None
    log = (tmp_path / "logs" / "desktop.log").read_text(encoding="utf-8")
    assert "brought forward" in log


def test_asked_to_quit_it_ends_with_success(first: subprocess.Popen[bytes], tmp_path: Path) -> None:
    assert ask(tmp_path, "--quit") == 0
    assert first.wait(30) == 0


#: The program, its window hidden as by the cross where it stays in the tray.
_IN_TRAY = """
import sys
from PySide6.QtWidgets import QApplication
from wzpdcl_desktop import __main__, app
start = app.Application.start
def hidden(self):
    start(self)
    for window in QApplication.topLevelWidgets():
        window.hide()
app.Application.start = hidden
sys.exit(__main__.main())
"""


def test_in_the_tray_it_ends_too_when_asked_to_quit(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _IN_TRAY, "--secrets", "file", "--data-folder", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(command, env=environment)
    try:
        wait_until_started(tmp_path, process)
        assert ask(tmp_path, "--quit") == 0
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()


def test_nothing_to_quit_is_no_failure(tmp_path: Path) -> None:
    assert ask(tmp_path, "--quit") == 0


def test_after_a_kill_the_next_start_is_the_first(first: subprocess.Popen[bytes], tmp_path: Path) -> None:
    first.kill()
    first.wait()
    (tmp_path / "logs" / "desktop.log").unlink()
    second = start(tmp_path)
    try:
        wait_until_started(tmp_path, second)
        assert ask(tmp_path, "--quit") == 0
        assert second.wait(30) == 0
    finally:
        second.kill()
        second.wait()
