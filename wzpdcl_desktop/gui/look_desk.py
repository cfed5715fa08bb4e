"""Joins how the officer has the list look with its actions and its table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from wzpdcl_desktop.domain.list_look import Density, ListLook, OptionalColumn
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.queue_columns import ColumnMenu
from wzpdcl_desktop.gui.docks.queue_table import QueueTable
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.services.list_look import ListLookService


class LookDesk(QObject):
    """Changes the look at once and keeps it. If it cannot be kept it holds in this run.

    Attributes:
        look: The look of now.
        columns: The menu of the columns.
    """

    def __init__(
        self, context: DeskContext, service: ListLookService, table: QueueTable, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._context, self._service = context, service
        self._table, self._window = table, window
        self.look = service.look
        compact = context.actions.get("queue.compact")
        compact.setChecked(self.look.density is Density.COMPACT)
        compact.toggled.connect(self._set_compact)
        self.columns = ColumnMenu(compact, table)
        self.columns.wanted.connect(self._hide)
        self.columns.aboutToShow.connect(context.actions.draw_icons)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._open_columns(header.mapToGlobal(at)))
        # Afterwards: the list may have to come to the front first.
        context.actions.get("queue.columns").triggered.connect(
            lambda: QTimer.singleShot(0, self, self.open_columns)
        )
        table.show_look(self.look)

    def open_columns(self) -> None:
        """Open the menu of the columns below their names, for the keyboard."""
        header = self._table.horizontalHeader()
        self._open_columns(header.mapToGlobal(QPoint(0, header.height())))
        self.columns.setActiveAction(self.columns.actions()[0])

    def _open_columns(self, at: QPoint) -> None:
        self.columns.show_hidden(self.look.hidden, room_for_feeder=self._table.has_room_for_feeder)
        self.columns.popup(at)

    def _hide(self, hidden: frozenset[OptionalColumn]) -> None:
        self._change(replace(self.look, hidden=hidden))

    def _set_compact(self, compact: bool) -> None:
        self._change(replace(self.look, density=Density.COMPACT if compact else Density.COMFORTABLE))

    def _change(self, look: ListLook) -> None:
        self.look = look
        self._table.show_look(look)
        self._context.tasks.cache(
            partial(self._service.keep, look),
            lambda _none: None,
            lambda error: self._window.show_toast(explain(error).line, icon="warning-octagon"),
            owner=self,
        )
