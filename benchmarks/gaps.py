"""How long the event loop of a window leaves a timer waiting: what the hands at the keyboard would feel."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer


class GapProbe(QObject):
    """Ticks each millisecond in the GUI thread, in Python, and notes how long it is between two ticks.

    A tick is late when the loop is busy with an event, and when another thread holds the interpreter: a key
    would wait just as long. Nothing is taken off.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: Milliseconds between each two ticks.
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin, with nothing noted."""
        self.gaps = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        """End; what was noted, the time since the last tick too."""
        self._tick()
        self._timer.stop()
        return self.gaps

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now
