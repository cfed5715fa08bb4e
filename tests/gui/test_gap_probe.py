"""The probe of the benchmark `stall`: a loop that is kept busy shows."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from benchmarks.gaps import GapProbe

_BUSY_MS = 60


def spin(milliseconds: float) -> None:
    """Keep this thread, and with it the interpreter, busy."""
    end = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end:
        pass


def test_an_event_that_takes_long_is_a_gap(qtbot: QtBot) -> None:
    probe = GapProbe()
    probe.start()
    qtbot.waitUntil(lambda: len(probe.gaps) > 5)
    QTimer.singleShot(0, lambda: spin(_BUSY_MS))
    qtbot.waitUntil(lambda: max(probe.gaps) >= _BUSY_MS)


def test_what_follows_the_last_tick_counts_too(qtbot: QtBot) -> None:
    probe = GapProbe()
    probe.start()
    qtbot.waitUntil(lambda: len(probe.gaps) > 5)
    spin(_BUSY_MS)
    assert max(probe.stop()) >= _BUSY_MS


def test_starting_again_forgets_what_was(qtbot: QtBot) -> None:
    probe = GapProbe()
    probe.start()
    spin(_BUSY_MS)
    probe.stop()
    probe.start()
    assert probe.gaps == []
