"""The peer of `filter` and `sort`: Qt's own C++ models and view with the same rows, all of them in memory.

The items are made in C++ (no Python object stays behind), and filtering and sorting run there.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from benchmarks.answering import answer
from benchmarks.hands import click_header, type_in
from benchmarks.measure import fingerprint
from benchmarks.sample_rows import COLUMNS
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.cache.search import searched_texts

_SORT = int(Qt.ItemDataRole.UserRole)
_ID = _SORT + 1
_ROW_HEIGHT = 50
#: For each column the words in it, and what it is sorted by.
_SQL = (
    "SELECT id, due_at, category, customer, feeder, created_at, locality, mobile, account, address, text "
    "FROM complaint ORDER BY due_at, id"
)


class Painted(QObject):
    """Notes that something was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paints."""
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


class Peer:
    """A window with a search field and a table."""

    def __init__(self, store: Path, key: bytes) -> None:
        self._proxy = QSortFilterProxyModel()
        self._source = _filled(store, key)
        self._proxy.setSourceModel(self._source)
        self._proxy.setFilterKeyColumn(len(COLUMNS))
        self._proxy.setSortRole(_SORT)
        self.window, self._search, self._table = QMainWindow(), QLineEdit(), QTableView()
        self._table.setModel(self._proxy)
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self._table.setColumnHidden(len(COLUMNS), True)
        self._table.setSortingEnabled(True)
        self._proxy.sort(-1)
        self._search.textChanged.connect(self._proxy.setFilterFixedString)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addWidget(self._search)
        column.addWidget(self._table)
        self.window.setCentralWidget(middle)
        self.window.resize(1366, 738)
        self._timed(self.window.show)

    def filter(self, key: str) -> dict[str, Any]:
        """Type a key; an empty one empties the field."""
        return self._told(self._timed(lambda: type_in(self._search, key)))

    def sort(self, column: str) -> dict[str, Any]:
        """Click on the header of a column."""
        header = self._table.horizontalHeader()
        return self._told(self._timed(lambda: click_header(header, COLUMNS.index(column))))

    def _told(self, spent: float) -> dict[str, Any]:
        proxy = self._proxy
        return {"ms": spent, **fingerprint([proxy.index(n, 0).data(_ID) for n in range(proxy.rowCount())])}

    def _timed(self, act: Callable[[], None]) -> float:
        watch, loop = Painted(), QEventLoop()
        viewport = self._table.viewport()
        begun = time.perf_counter()
        act()
        # What is in sight may be what it was before: then nothing asks for a paint.
        viewport.update()
        viewport.installEventFilter(watch)
        while not watch.seen:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        spent = (time.perf_counter() - begun) * 1000
        viewport.removeEventFilter(watch)
        loop.processEvents()
        return spent


def _filled(store: Path, key: bytes) -> QStandardItemModel:
    connection = connect(store / "cache.db", key)
    (count,) = connection.execute("SELECT count(*) FROM complaint").fetchone()
    model = QStandardItemModel(count, len(COLUMNS) + 1)
    for row, found in enumerate(connection.execute(_SQL)):
        number, due, category, customer, feeder, created, locality, mobile, account, address, text = found
        (body,) = searched_texts([(number, customer, mobile, account, locality, address, text)])
        cells: tuple[tuple[str, Any], ...] = (
            (str(due), due),
            (f"{category}\n{number}  {text}", category),
            (f"{customer}\n{locality}", customer),
            (feeder, feeder),
            (str(created), created),
        )
        for column, (words, value) in enumerate(cells):
            index = model.index(row, column)
            model.setData(index, words, Qt.ItemDataRole.DisplayRole)
            model.setData(index, value, _SORT)
        model.setData(model.index(row, 0), number, _ID)
        model.setData(model.index(row, len(COLUMNS)), body, Qt.ItemDataRole.DisplayRole)
    connection.close()
    return model


def main() -> None:
    """Show the window and do what is asked."""
    qt = QApplication(sys.argv[:1])
    peer = Peer(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
    answer({"filter": peer.filter, "sort": peer.sort})
    peer.window.close()
    qt.processEvents()


if __name__ == "__main__":
    main()
