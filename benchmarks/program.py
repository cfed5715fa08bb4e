"""The real program, opened on a store, with eyes on what it paints: for the children of the benchmarks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from wzpdcl_desktop.__main__ import load_app
from wzpdcl_desktop.desk_window import DeskWindow
from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.services.sign_in import Opened

#: Nobody listens on the discard port.
NOWHERE = "http://127.0.0.1:9"


class Painted(QObject):
    """Watches a widget for a paint that shows what was waited for.

    Args:
        there: Whether the widget, painted now, shows it.
    """

    def __init__(self, widget: QWidget, there: Callable[[], bool]) -> None:
        super().__init__()
        self._there = there
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each paint until the right one."""
        if event.type() == QEvent.Type.Paint and self._there():
            self.seen = True
        return False


class Program:
    """The real program with an officer's desk open, offline.

    Args:
        place: Its data folder.
        folder: The officer's, with the stores.
        key: Of the stores.
    """

    def __init__(self, place: Path, folder: Path, key: bytes) -> None:
        app = load_app()
        qt = QApplication(sys.argv[:1])
        qt.setQuitOnLastWindowClosed(False)
        app.prepare(qt)
        options = Options(server=NOWHERE, data_folder=place, secrets="file", language="bn", theme="light")
        self.application = app.Application(qt, options)
        duty = Duty.OFFICE_HEAD
        officer = Opened(
            NOWHERE, NOWHERE, folder, key, None, "xen.khulna1", duty, "Sample", "নমুনা", online=False
        )
        self.application.open(self.application.company, officer)
        until(lambda: self.application.desk_window is not None, "the desk's window", 60)
        self.rest()

    @property
    def window(self) -> DeskWindow:
        """The desk's window and its panels."""
        found = self.application.desk_window
        assert isinstance(found, DeskWindow)
        return found

    def rest(self) -> None:
        """Until nothing is under way for the screen."""
        until(self.application.tasks.idle, "rest", 120)

    def to_paint(self, widget: QWidget, act: Callable[[], None], there: Callable[[], bool]) -> float:
        """Milliseconds from before `act` to the end of the round of events that painted what is waited for.

        Args:
            widget: In whose paint it shows.
            there: Asked in each of its paints.
        """
        watch = Painted(widget, there)
        loop = QEventLoop()
        begun = time.perf_counter()
        act()
        while not watch.seen:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() - begun > 120:
                raise TimeoutError("never painted")
        spent = (time.perf_counter() - begun) * 1000
        widget.removeEventFilter(watch)
        self.rest()
        return spent

    def shows(self, ids: list[int]) -> bool:
        """Whether the queue has just these complaints, and the words of all that are in sight."""
        queue = self.window.queue
        table, model = queue.table, queue.model
        if model.ids != ids or not table.isVisible():
            return False
        first = max(table.rowAt(0), 0)
        last = table.rowAt(table.viewport().height() - 1)
        return all(map(model.has_row, range(first, (last if last >= 0 else len(ids) - 1) + 1)))

    def close(self) -> None:
        """End it."""
        self.application.close()
