"""Where the reader of the queue looks: it stays there while rows come and go."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from wzpdcl_desktop.gui.models.queue_model import QueueModel


class ReadersPlace:
    """Notes which complaints stand where on the screen, and puts them back there."""

    def __init__(self, table: QTableView, model: QueueModel) -> None:
        self._table, self._model = table, model
        #: Complaints and where on the screen they stood; the first one counts most.
        self._anchors: list[tuple[int, int]] = []

    def note(self, current: int | None) -> None:
        """Before rows change: what is on the screen, the selected complaint first."""
        table = self._table
        self._anchors = []
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        if table.verticalScrollBar().value() == 0 or first < 0:
            # At the very top new rows may come in above: nothing is hidden from who looks there.
            return
        for row in range(first, (last if last >= 0 else len(self._model.ids) - 1) + 1):
            number = self._model.id_at(row)
            if number is not None:
                self._anchors.append((number, table.rowViewportPosition(row)))
        self._anchors.sort(key=lambda one: one[0] != current)

    def find(self) -> None:
        """Afterwards: back to where it stood, the selected row, else the topmost that is left."""
        anchors, self._anchors = self._anchors, []
        table = self._table
        table.updateGeometries()
        bar = table.verticalScrollBar()
        for number, top in anchors:
            row = self._model.place(number)
            if row >= 0:
                bar.setValue(bar.value() + table.rowViewportPosition(row) - top)
                return
