"""Joins the officer's own lists with navigation, queue, palette and dialogs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.view_name import ViewNameDialog
from wzpdcl_desktop.gui.dialogs.views import ViewsDialog
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.docks.saved_views import SavedViews
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.palette.entries import Entry, view_entries
from wzpdcl_desktop.services.views import ViewService


class ViewsDesk(QObject):
    """Shows own lists, saves the one shown, and marks the one that the queue shows.

    Attributes:
        saved: The lists.
    """

    def __init__(
        self, context: DeskContext, service: ViewService, queue: QueuePanel, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._context, self._queue, self._window = context, queue, window
        self.saved = SavedViews(service, context.tasks, self)
        self.saved.changed.connect(self._changed)
        self.saved.counted.connect(self._counted)
        self.saved.failed.connect(
            lambda error: window.show_toast(explain(error).line, icon="warning-octagon")
        )
        window.counted.connect(self.saved.count)
        window.navigation.saved_chosen.connect(self.show_view)
        queue.query_changed.connect(self._mark)
        context.actions.get("queue.save_view").triggered.connect(lambda: self.ask_name())
        context.actions.get("queue.views").triggered.connect(lambda: self.manage())

    def show_view(self, name: str) -> None:
        """Show an own list from its top."""
        view = next((view for view in self.saved.views if view.name == name), None)
        if view is not None:
            self._queue.show_query(replace(view.query, now=self._context.clock.now()))
            self._window.mark_view(view.query.view)
            self._mark()

    def ask_name(self) -> ViewNameDialog:
        """Ask under which name the list shown is to be kept."""
        query, shown = self._queue.query, self._queue.describe()
        dialog = ViewNameDialog(
            self._context.theme,
            self._context.language,
            self.tr("Save as my list"),
            self.tr("Kept with its filters and its order: {0}").format(shown),
            "",
            self.saved.views,
            self._window,
        )
        dialog.named.connect(lambda name: self.saved.add(name, query))
        dialog.open()
        return dialog

    def manage(self) -> ViewsDialog:
        """Open the dialog of all own lists."""
        dialog = ViewsDialog(self._context, self.saved, self._window)
        dialog.open()
        return dialog

    def entries(self) -> list[Entry]:
        """The own lists in the palette."""
        return view_entries(self.saved.views, self._context.language, self.saved.counts, self.show_view)

    def _changed(self) -> None:
        self._window.navigation.set_saved([view.name for view in self.saved.views])
        self._counted()
        self._mark()

    def _counted(self) -> None:
        self._window.navigation.set_saved_counts(self.saved.counts)

    def _mark(self) -> None:
        """The list shown has the name of the own list that it is, as long as it is."""
        view = self.saved.of(self._queue.query)
        self._queue.set_name(view.name if view else "")
        if not self._queue.isVisible():
            return
        if view is not None:
            self._window.navigation.select_saved(view.name)
        elif any(item.isChecked() for item in self._window.navigation.saved.values()):
            self._window.navigation.select(self._queue.view)
