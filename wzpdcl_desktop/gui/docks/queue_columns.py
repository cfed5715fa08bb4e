"""Which columns the queue has: a menu for the header and for the keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from wzpdcl_desktop.domain.list_look import OptionalColumn


class ColumnMenu(QMenu):
    """The columns that can be hidden, those that are shown ticked; at the end all come back at once.

    Attributes:
        wanted: Other columns are to be hidden: a frozenset of `OptionalColumn`.
        entries: An entry for each column.
        show_all: The entry that brings all back.
    """

    wanted = Signal(object)

    def __init__(self, compact: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._hidden: frozenset[OptionalColumn] = frozenset()
        self._room_for_feeder = True
        self.entries: dict[OptionalColumn, QAction] = {}
        for column in OptionalColumn:
            entry = self.addAction("")
            entry.setCheckable(True)
            entry.triggered.connect(partial(self._turn, column))
            self.entries[column] = entry
        self.addSeparator()
        self.show_all = self.addAction("")
        self.show_all.triggered.connect(lambda: self.wanted.emit(frozenset()))
        self.addSeparator()
        self.addAction(compact)
        self.retranslate()

    def show_hidden(self, hidden: frozenset[OptionalColumn], *, room_for_feeder: bool) -> None:
        """Tick what is shown.

        Args:
            room_for_feeder: Otherwise the feeder waits for a wider window, ticked or not.
        """
        self._hidden, self._room_for_feeder = hidden, room_for_feeder
        for column, entry in self.entries.items():
            entry.setChecked(column not in hidden)
        self.show_all.setEnabled(bool(hidden))
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.setTitle(self.tr("Columns"))
        self.setAccessibleName(self.tr("Columns"))
        names = {
            OptionalColumn.CUSTOMER: self.tr("Customer and place"),
            OptionalColumn.FEEDER: self.tr("Feeder and in-charge"),
            OptionalColumn.RECEIVED: self.tr("When it came"),
            OptionalColumn.MARKS: self.tr("Files, calls, sending"),
        }
        if not self._room_for_feeder:
            name = names[OptionalColumn.FEEDER]
            names[OptionalColumn.FEEDER] = self.tr("{0}, in a wider window").format(name)
        for column, entry in self.entries.items():
            entry.setText(names[column])
        self.show_all.setText(self.tr("Show all columns"))

    def _turn(self, column: OptionalColumn, _checked: bool = False) -> None:
        self.wanted.emit(self._hidden ^ {column})
