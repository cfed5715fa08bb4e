"""By what the queue is sorted: the words, and a menu for the keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from wzpdcl_desktop.domain.complaints import SortKey


def sort_word(key: SortKey) -> str:
    """By what, in the user's language."""
    translate = QCoreApplication.translate
    return {
        SortKey.DUE: translate("QueueSorting", "Time left"),
        SortKey.CREATED: translate("QueueSorting", "When it came"),
        SortKey.CLOSED: translate("QueueSorting", "When it was closed"),
        SortKey.CATEGORY: translate("QueueSorting", "Category"),
        SortKey.CUSTOMER: translate("QueueSorting", "Customer"),
        SortKey.FEEDER: translate("QueueSorting", "Feeder"),
    }[key]


class SortMenu(QMenu):
    """All orders, the one in force ticked; the same one again, or the last entry, turns it round.

    Attributes:
        wanted: A `SortKey` was chosen.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QActionGroup(self)
        self._keys: dict[SortKey, QAction] = {}
        self._now = SortKey.DUE
        for key in SortKey:
            action = self.addAction("")
            action.setCheckable(True)
            self._group.addAction(action)
            action.triggered.connect(partial(self._want, key))
            self._keys[key] = action
        self.addSeparator()
        self._turn = self.addAction("")
        self._turn.triggered.connect(lambda: self.wanted.emit(self._now))
        self.retranslate()

    def show_sort(self, key: SortKey) -> None:
        """Tick the order in force."""
        self._now = key
        self._keys[key].setChecked(True)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.setTitle(self.tr("Sort by"))
        for key, action in self._keys.items():
            action.setText(sort_word(key))
        self._turn.setText(self.tr("Turn the order round"))

    def _want(self, key: SortKey, _checked: bool = False) -> None:
        self.wanted.emit(key)
