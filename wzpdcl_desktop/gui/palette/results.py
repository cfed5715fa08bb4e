"""The results of the palette: entries under headings, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView

from wzpdcl_desktop.gui.palette.delegate import EntryRole, PaletteDelegate
from wzpdcl_desktop.gui.palette.entries import Entry, heading
from wzpdcl_desktop.gui.theme import Theme


class ResultList(QListView):
    """Never has the focus: the box above it moves the choice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PaletteDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def entries(self) -> list[Entry]:
        """What is listed, in order."""
        return [self._entry(row) for row in self._places()]

    @property
    def current(self) -> Entry | None:
        """The chosen entry."""
        entry: Entry | None = self.currentIndex().data(EntryRole)
        return entry

    @property
    def lines_height(self) -> int:
        """The height at which nothing has to be scrolled."""
        return sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))

    def fill(self, entries: Sequence[Entry]) -> None:
        """List other entries; none is chosen."""
        self._model.clear()
        group: object = None
        for entry in entries:
            if entry.group != group:
                group = entry.group
                title = QStandardItem(heading(group))
                title.setFlags(Qt.ItemFlag.NoItemFlags)
                self._model.appendRow(title)
            item = QStandardItem(entry.title)
            item.setData(entry, EntryRole)
            item.setData(entry.spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)

    def choose(self, position: int) -> None:
        """Choose an entry by its place; beyond the ends, the last one there."""
        places = self._places()
        if not places:
            return
        row = places[max(0, min(position, len(places) - 1))]
        self.setCurrentIndex(self._model.index(row, 0))
        if row == places[0]:
            self.scrollToTop()  # the heading above the first entry is seen too
        else:
            self.scrollTo(self._model.index(row, 0))

    def step(self, by: int) -> None:
        """Choose the next (1) or an earlier (-1) entry; headings are passed over."""
        places, row = self._places(), self.currentIndex().row()
        self.choose((places.index(row) if row in places else -1) + by)

    def _places(self) -> list[int]:
        return [row for row in range(self._model.rowCount()) if self._model.index(row, 0).data(EntryRole)]

    def _entry(self, row: int) -> Entry:
        entry: Entry = self._model.index(row, 0).data(EntryRole)
        return entry
