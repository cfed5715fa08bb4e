"""The list, or what stands in its place: bars while it loads, or the reason why it has no rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from wzpdcl_desktop.domain.complaints import NavCounts, QueueQuery
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.queue_conditions import ConditionWords, narrowed_by
from wzpdcl_desktop.gui.docks.queue_empty import QueueEmpty, is_here
from wzpdcl_desktop.gui.docks.queue_table import QueueTable
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.widgets.skeleton import Skeleton


class QueuePages(QStackedWidget):
    """Shows one of the three, and holds the focus for the list while another is shown.

    Args:
        widen: Takes the condition of a name away; ``search`` for the search words.
        clear: Takes all away.
    """

    def __init__(
        self,
        context: DeskContext,
        table: QueueTable,
        words: ConditionWords,
        widen: Callable[[str], None],
        clear: Callable[[], None],
    ) -> None:
        super().__init__()
        self._context, self._words, self._widen, self._clear = context, words, widen, clear
        self.table = table
        self.empty = QueueEmpty(context.theme, context.language, context.actions)
        self._skeleton = Skeleton(context.theme, 10)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for page in (table, self.empty, self._skeleton):
            self.addWidget(page)

    def show_state(self, query: QueueQuery, rows: int, counts: NavCounts | None) -> None:
        """The list if it has rows, else why it has none."""
        if rows:
            self._show(self.table)
            return
        notifier, view = self._context.notifier, query.view
        if query.search or narrowed_by(query):
            total = counts.views.get(view) if counts else None
            self.empty.show_filtered(self._chips(query), total, view, self._clear)
            follow_layout(self.parentWidget() or self)
        elif not is_here(view, notifier.link_state, notifier.load_progress):
            progress = notifier.load_progress
            if progress is not None and notifier.link_state.online:
                self._show_progress(progress.rows, progress.total)
                return
            self.empty.show_not_here(notifier.link_state)
        else:
            self.empty.show_done(view, counts)
        self._show(self.empty)

    def show_loading(self) -> None:
        """Bars while the list is being read."""
        self._skeleton.set_progress("", None)
        self._show(self._skeleton)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the list, if it is shown."""
        super().focusInEvent(event)
        if self.currentWidget() is self.table:
            self.table.setFocus(event.reason())

    def _show(self, page: QWidget) -> None:
        """Show a page; the keys stay here when what had the focus is hidden."""
        if page is self.currentWidget():
            return
        focus = QApplication.focusWidget()
        here = focus is not None and (focus is self or self.isAncestorOf(focus))
        self.setCurrentWidget(page)
        if here:
            (page if page is self.table else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_progress(self, rows: int, total: int | None) -> None:
        number = self._context.language.number
        if total:
            text = self.tr("Complaints arriving: {rows} of {total}").format(
                rows=number(rows), total=number(total)
            )
        else:
            text = self.tr("Complaints arriving: {rows} so far").format(rows=number(rows))
        self._skeleton.set_progress(text, min(1.0, rows / total) if total else None)
        self._show(self._skeleton)

    def _chips(self, query: QueueQuery) -> list[tuple[str, Callable[[], None]]]:
        chips: list[tuple[str, Callable[[], None]]] = []
        if query.search:
            chips.append((f"“{query.search}”", lambda: self._widen("search")))
        return chips
