"""The yardstick of `start`: the least that a Qt program on an encrypted store must do before it is there."""

from __future__ import annotations

import sys
from pathlib import Path

import qtawesome
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2


class Painted(QObject):
    """Ends the program when the window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say so once."""
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return False


def main() -> None:
    """Open, read one row, show an empty window."""
    path, key = Path(sys.argv[2]) / "cache.db", sys.argv[3]
    application = QApplication(sys.argv[:1])

    def connect() -> object:
        connection = dbapi2.connect(str(path), check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=connect)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM complaint LIMIT 1").one()
    window = QMainWindow()
    window.setWindowIcon(qtawesome.icon("ph.tray"))
    window.resize(1366, 738)
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
