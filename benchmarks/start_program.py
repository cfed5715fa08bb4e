"""One start of the real program, up to the first painted rows of the queue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from wzpdcl_desktop.__main__ import load_app
from wzpdcl_desktop.options import Options

if TYPE_CHECKING:
    from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel

#: Nobody listens on the discard port.
_NOWHERE = "http://127.0.0.1:9"


class Painted(QObject):
    """Ends the program when the queue has been painted with all the rows it shows."""

    def __init__(self, queue: QueuePanel) -> None:
        super().__init__()
        self._queue = queue
        queue.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say so once; rows that are still being read do not count."""
        if event.type() == QEvent.Type.Paint and self._queue.model.has_row(0):
            watched.removeEventFilter(self)
            print("painted", flush=True)
            QTimer.singleShot(0, QApplication.quit)
        return False


def main() -> None:
    """Start as after a sign-in on this PC."""
    place, folder, key = Path(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
    app = load_app()
    qt = QApplication(sys.argv[:1])
    app.prepare(qt)
    options = Options(server=_NOWHERE, data_folder=place, secrets="file", language="bn", theme="light")
    application = app.Application(qt, options)
    watchers = []

    def shown() -> None:
        if application.desk_window is not None:
            watchers.append(Painted(application.desk_window.queue))

    application.shown.connect(shown)
    duty = app.Duty.OFFICE_HEAD
    officer = app.Opened(
        _NOWHERE, _NOWHERE, folder, key, None, "xen.khulna1", duty, "Sample", "নমুনা", online=False
    )
    application.open(application.company, officer)
    qt.exec()
    application.close()


if __name__ == "__main__":
    main()
