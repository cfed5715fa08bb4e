"""Joins how the officer has the list look with its actions and its table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from wzpdcl_desktop.domain.list_look import Density, ListLook
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.queue_table import QueueTable
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.services.list_look import ListLookService


class LookDesk(QObject):
    """Changes the look at once and keeps it. If it cannot be kept it holds in this run.

    Attributes:
        look: The look of now.
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
        table.show_look(self.look)

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
