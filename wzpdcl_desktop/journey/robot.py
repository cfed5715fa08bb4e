"""Hands and eyes for a window: presses, types, waits for a condition, takes a picture. Never sleeps."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

#: Times a picture is taken at most until two are alike.
_ROUNDS = 6


class GaveUp(Exception):
    """A condition did not come true in time."""


def until(condition: Callable[[], bool], what: str, timeout: float = 30.0) -> None:
    """Run the event loop until a condition holds.

    Args:
        condition: Asked again after each round of events.
        what: Said in the error.
        timeout: Seconds.

    Raises:
        GaveUp: It did not come true.
    """
    end = time.monotonic() + timeout
    loop = QEventLoop()
    # Wakes the loop for conditions that no event announces.
    tick = QTimer()
    tick.timeout.connect(lambda: None)
    tick.start(20)
    while not condition():
        if time.monotonic() > end:
            raise GaveUp(what)
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        # What was given up is deleted here, as by the loop of a program that runs by itself.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release a key in a widget."""
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget) -> None:
    """Click the middle of a widget with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(widget: QWidget, text: str) -> None:
    """Type text as an input method commits it (Bangla as well as Latin)."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def picture(widget: QWidget, path: Path) -> Path:
    """Grab a widget with all its layouts and painting done.

    Layouts within layouts need several rounds of events; what moves by itself gives up after a few.
    """
    pixmap: QPixmap = widget.grab()
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
        before, pixmap = pixmap, widget.grab()
        if before.toImage() == pixmap.toImage():
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    pixmap.save(str(path))
    return path
