"""The control of `stall`: a window in which nothing happens, with the same timer."""

from __future__ import annotations

import json
import sys
import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.gaps import GapProbe


class _Reader(QObject):
    """Waits for the second line in a thread of its own.

    Attributes:
        stop: It came, or there will be none.
    """

    stop = Signal()

    def start(self) -> None:
        """Begin to wait."""
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        sys.stdin.readline()
        self.stop.emit()


def main() -> None:
    """Measure from the first line to the second."""
    qt = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 738)
    window.show()
    probe, reader = GapProbe(), _Reader()
    reader.stop.connect(qt.quit)
    sys.stdin.readline()
    probe.start()
    reader.start()
    qt.exec()
    print(json.dumps({"answer": probe.stop()}), flush=True)


if __name__ == "__main__":
    main()
