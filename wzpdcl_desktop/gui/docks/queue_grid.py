"""How high the rows of the queue are and how wide its columns: by the officer's choice and the window."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView

from wzpdcl_desktop.domain.list_look import Density, ListLook, OptionalColumn
from wzpdcl_desktop.gui.docks.queue_compact import CompactDelegate
from wzpdcl_desktop.gui.docks.queue_delegate import QueueDelegate
from wzpdcl_desktop.gui.docks.queue_header import QueueHeader
from wzpdcl_desktop.gui.models.row_text import Column, RowText
from wzpdcl_desktop.gui.theme import Theme

_WIDTHS = {
    Density.COMFORTABLE: {
        Column.TIME: 112,
        Column.CUSTOMER: 150,
        Column.FEEDER: 108,
        Column.RECEIVED: 78,
        Column.MARKS: 96,
    },
    Density.COMPACT: {
        Column.TIME: 112,
        Column.CUSTOMER: 140,
        Column.FEEDER: 96,
        Column.RECEIVED: 82,
        Column.MARKS: 98,
    },
}
#: Width of the queue in a window of 1280 pixels, beside navigation and detail.
_ROOM_FOR_FEEDER = 1280 - 204 - 376


class QueueGrid:
    """Rows and columns of a table that has its model."""

    def __init__(self, table: QTableView, theme: Theme, text: RowText) -> None:
        self._table, self._look = table, ListLook()
        self._delegates = {
            Density.COMFORTABLE: QueueDelegate(theme, text, table),
            Density.COMPACT: CompactDelegate(theme, text, table),
        }
        header = QueueHeader(theme, table)
        table.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.COMPLAINT, QHeaderView.ResizeMode.Stretch)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.show_look(self._look)

    @property
    def has_room_for_feeder(self) -> bool:
        """Whether the table is as wide as it is in a window of 1280 pixels."""
        return self._table.width() >= _ROOM_FOR_FEEDER

    def show_look(self, look: ListLook) -> None:
        """Heights and widths as the officer wants them."""
        self._look = look
        table, delegate = self._table, self._delegates[look.density]
        table.setItemDelegate(delegate)
        table.verticalHeader().setDefaultSectionSize(delegate.HEIGHT)
        table.verticalScrollBar().setSingleStep(delegate.HEIGHT)
        for column, width in _WIDTHS[look.density].items():
            table.setColumnWidth(column, width)
        self.follow_width()

    def follow_width(self) -> None:
        """The complaint takes the spare room; on a narrow window the feeder goes."""
        for part in OptionalColumn:
            hidden = part in self._look.hidden
            if part is OptionalColumn.FEEDER:
                hidden = hidden or not self.has_room_for_feeder
            if self._table.isColumnHidden(Column[part.name]) != hidden:
                self._table.setColumnHidden(Column[part.name], hidden)
