"""The queue: a list of complaints with search, filters and a reason where it is empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import NavCounts, QueueQuery, QueueRow, SortKey, View
from wzpdcl_desktop.domain.errors import ActionNotAllowed
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.domain.periods import Span
from wzpdcl_desktop.gui.actions import VIEWS
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.digit_keys import DigitKeys
from wzpdcl_desktop.gui.docks.queue_bar import QueueBar
from wzpdcl_desktop.gui.docks.queue_conditions import (
    FROM_ELSEWHERE,
    ConditionWords,
    follows_clock,
    narrowed_by,
    without,
)
from wzpdcl_desktop.gui.docks.queue_narrowing import QueueNarrowing
from wzpdcl_desktop.gui.docks.queue_pages import QueuePages
from wzpdcl_desktop.gui.docks.queue_sorting import sort_word
from wzpdcl_desktop.gui.docks.queue_table import QueueTable
from wzpdcl_desktop.gui.docks.range_dialog import RangeDialog
from wzpdcl_desktop.gui.docks.selection_bar import BULK_ACTIONS
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder
from wzpdcl_desktop.gui.models.queue_model import (
    CLOSED_VIEWS,
    SORTS,
    QueueModel,
    default_sort,
    order_word,
    sorted_column,
)
from wzpdcl_desktop.gui.models.row_text import Column, RowText
from wzpdcl_desktop.gui.widgets.banner import Banner
from wzpdcl_desktop.gui.words import view_name


class QueuePanel(QWidget):
    """Shows one list at a time.

    Attributes:
        current_changed: The selected complaint (int), or None.
        settled: The list was read, or could not be.
        opened: Enter or a double click: the officer wants to work on the selected complaint.
        chosen_changed: How many are selected (int), 0 unless they are several.
        query_changed: Another list is shown, or the same one narrowed or sorted otherwise.
        bulk_wanted: ``(Action, ids)``: to be done to all that are selected.
        pages: The list, or what stands in its place.
    """

    current_changed = Signal(object)
    opened = Signal()
    chosen_changed = Signal(int)
    bulk_wanted = Signal(object, object)
    settled = Signal()
    query_changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue")
        self._context = context
        self._counts: NavCounts | None = None
        self._wanted: int | None = None
        self._name = ""
        self._wanted_several: frozenset[int] = frozenset()
        self.directory = DirectoryHolder(context.directory, context.tasks, context.notifier, self)
        self._text = RowText(context.language, context.clock, self.directory)
        self.model = QueueModel(
            context.complaints, context.tasks, context.notifier, context.clock, self._text, self
        )
        self.bar = QueueBar(context.theme, context.language, context.actions, context.me)
        words = ConditionWords(context.language, self._text)
        self.narrowing = QueueNarrowing(context.theme, words)
        self.table = QueueTable(self.model, context.theme, self._text, context.clock)
        self.pages = QueuePages(context, self.table, words, self._widen, self.bar.clear)
        self.empty = self.pages.empty
        self._error = Banner(context.theme, "breached")
        self._query = QueueQuery(View.INBOX, context.clock.now())
        self._build()
        self._connect()
        self.retranslate()

    @property
    def query(self) -> QueueQuery:
        """What the list is asked for."""
        return self._query

    @property
    def view(self) -> View:
        """The list that is shown."""
        return self._query.view

    @property
    def current(self) -> int | None:
        """The selected complaint."""
        return self.table.current

    def show_view(self, view: View) -> None:
        """Show a list from its top, without search words.

        The filters of the bar stay where they fit, unless they were those of an own list.
        """
        sort, descending = default_sort(view)
        query = without(self._query) if self._name else without(self._query, *FROM_ELSEWHERE, "created")
        query = self.bar.filters.kept_in(query, view)
        self._open(replace(query, search="", sort=sort, descending=descending))

    def show_query(self, query: QueueQuery) -> None:
        """Show a list with just these conditions, from its top."""
        self._open(query)

    def set_name(self, name: str) -> None:
        """Call the list shown by the officer's own name for it; empty for its usual one."""
        self._name = name
        self._show_counts()

    def describe(self) -> str:
        """The list shown in words: which one, its conditions and its order."""
        parts = [view_name(self.view), *(chip.text() for chip in self.narrowing.chips)]
        if self._query.search:
            parts.append(f"“{self._query.search}”")
        return " · ".join(parts)

    def _open(self, query: QueueQuery) -> None:
        self._query = query
        self.bar.search.show_words(query.search)
        self._wanted, self._wanted_several = None, frozenset()
        self.table.forget_current()
        self.current_changed.emit(None)
        self.table.scrollToTop()
        self._run()

    def select(self, complaint_id: int) -> None:
        """Select a complaint; if the list does not have it yet, as soon as it does."""
        self._wanted = None if self.table.select(complaint_id) else complaint_id

    def reveal(self, complaint_id: int) -> None:
        """Select a complaint wherever it is: if this list does not have it, in the list of its state."""
        if self.table.select(complaint_id):
            return
        context = self._context

        def found(rows: list[QueueRow]) -> None:
            if not rows:
                self._failed(ActionNotAllowed("gone"))
                return
            self._query = without(self._query)
            context.actions.get(VIEWS[View(rows[0].state.value)]).trigger()
            self.select(complaint_id)

        context.tasks.cache(
            lambda: context.complaints.rows([complaint_id]), found, self._failed, owner=self, key="reveal"
        )

    def acted_on(self, *complaint_ids: int) -> None:
        """The officer acted on complaints: when they leave the list, the next one is selected."""
        self.table.advance_from(*complaint_ids)
        self.table.choose_one()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def show_feeder(self, feeder: str) -> None:
        """Show the complaints of one feeder in this list."""
        self._query = replace(self._query, search="", feeders=frozenset({feeder}))
        self._run()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, ids: Iterable[int]) -> None:
        """Select several; those that the list does not have yet, as soon as it does."""
        self._wanted_several = frozenset(ids)
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        wanted, self._wanted_several = self._wanted_several, frozenset()
        if not wanted:
            return
        if any(self.model.place(number) < 0 for number in wanted):
            self._wanted_several = wanted
        else:
            self.table.choose(wanted)
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_list(self) -> None:
        """To the selected row."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_search(self) -> None:
        """Into the search box."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes to the panel is in its list. (A focus proxy would take the focus from the chips.)"""
        super().focusInEvent(event)
        self.pages.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """It comes to the front: who marks the list shown does it again."""
        super().showEvent(event)
        self.query_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.table.setAccessibleName(self.tr("Complaints"))
        self.pages.setAccessibleName(self.tr("Complaints"))
        self.model.words_changed()
        self.narrowing.show_query(self._query)
        self._show_sort()
        self._show_counts()
        self._show_state()

    def _build(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.narrowing)
        column.addWidget(self._error)
        column.addWidget(self.pages, 1)
        self._error.hide()
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self._show_sort()

    def _connect(self) -> None:
        context, table = self._context, self.table
        table.current_changed.connect(self.current_changed)
        table.opened.connect(self.opened)
        table.minute.connect(self._minute_passed)
        table.horizontalHeader().sectionClicked.connect(self._sort_by_column)
        self.bar.cleared.connect(self._clear_filters)
        self.bar.filtered.connect(self._filter)
        self.bar.filters.more.range_wanted.connect(self._ask_days)
        self.narrowing.removed.connect(self._widen)
        self.narrowing.cleared.connect(self.bar.clear)
        self.narrowing.emptied.connect(lambda: table.setFocus(Qt.FocusReason.TabFocusReason))
        self.bar.sort_wanted.connect(self._sort_by)
        self.bar.search.left.connect(lambda: table.setFocus(Qt.FocusReason.TabFocusReason))
        self.model.loaded.connect(self._loaded)
        self.model.slow.connect(self._slow)
        self.model.failed.connect(self._failed)
        self.directory.changed.connect(self._directory_changed)
        # Methods, not lambdas: the notifier outlives the panel, and lets go of a method's object by itself.
        context.notifier.progress.connect(self._follow_line)
        context.notifier.link.connect(self._follow_line)
        context.notifier.changed.connect(self._follow_changes)
        actions = context.actions
        actions.get("queue.next").triggered.connect(lambda: table.step(1))
        actions.get("queue.prev").triggered.connect(lambda: table.step(-1))
        actions.get("queue.search").triggered.connect(self.focus_search)
        actions.get("view.refresh").triggered.connect(self._run)
        actions.get("queue.clear_filters").triggered.connect(lambda: self.bar.clear())
        # Afterwards: the list may have to come to the front first.
        for name, open_menu in (
            ("queue.filters", self.bar.filters.more.open_menu),
            ("queue.sort", self.bar.open_sorting),
        ):
            actions.get(name).triggered.connect(
                lambda _checked=False, open_menu=open_menu: QTimer.singleShot(0, self, open_menu)
            )
        DigitKeys(actions, self).watch(self, table)
        table.chosen_changed.connect(self._chosen_changed)
        self.bar.selection.cleared.connect(self._clear_chosen)
        for action in BULK_ACTIONS:
            actions.get(f"complaint.{action.value}").triggered.connect(
                lambda _checked=False, action=action: self._act_on_chosen(action)
            )

    def _chosen_changed(self) -> None:
        count = len(self.table.chosen)
        self.bar.set_chosen(count)
        if count > 1:
            # The detail shows none of them now: it is the selection that the actions are for.
            for action in Action:
                able = action in BULK_ACTIONS and self._context.me.rule(action) is not None
                self._context.actions.get(f"complaint.{action.value}").setEnabled(able)
        self.chosen_changed.emit(count)

    def _clear_chosen(self) -> None:
        self.table.choose_one()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _act_on_chosen(self, action: Action) -> None:
        chosen = self.table.chosen
        if chosen:
            self.bulk_wanted.emit(action, chosen)

    def _follow_line(self, _state: object) -> None:
        self._show_state()

    @property
    def narrowed(self) -> bool:
        """Whether anything of the list is held back."""
        return bool(self._query.search or narrowed_by(self._query))

    def _widen(self, name: str) -> None:
        """Take one condition away; who did it in the place of the list goes on in the list."""
        self._query = replace(self._query, search="") if name == "search" else without(self._query, name)
        self._run()

    def _clear_filters(self) -> None:
        self._query = replace(without(self._query), search="")
        self._run()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_days(self) -> None:
        context = self._context
        dialog = RangeDialog(
            context.theme, context.language, self._query.created, context.clock.now(), self.window()
        )
        dialog.chosen.connect(self._show_days)
        dialog.open()

    def _show_days(self, span: Span) -> None:
        self._query = replace(self._query, created=span, came=None)
        self._run()

    def _run(self) -> None:
        self._show_sort()
        self.bar.show_query(self._query)
        self.narrowing.show_query(self._query)
        self.query_changed.emit()
        self.bar.set_title(self._name or view_name(self.view), "")
        self.model.set_query(self._query)

    def _filter(self) -> None:
        self._query = self.bar.apply_to(self._query)
        self._run()

    def _sort_by_column(self, section: int) -> None:
        key = SORTS.get(Column(section))
        if key is SortKey.DUE and self.view in CLOSED_VIEWS:
            key = SortKey.CLOSED
        if key is not None:
            self._sort_by(key)

    def _sort_by(self, key: SortKey) -> None:
        """Sort; the same key again turns the order round."""
        descending = not self._query.descending if key is self._query.sort else key is SortKey.CLOSED
        self._query = replace(self._query, sort=key, descending=descending)
        self._run()

    def _show_sort(self) -> None:
        order = Qt.SortOrder.DescendingOrder if self._query.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(sorted_column(self._query.sort), order)
        sorting = self.tr("Sorted by: {0}, {1}")
        words = sort_word(self._query.sort), order_word(self._query.descending)
        self.table.setAccessibleDescription(sorting.format(*words))

    def _loaded(self) -> None:
        self._error.hide()
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        self._choose_wanted()
        self._show_counts()
        self._show_state()
        self.settled.emit()
        self._context.tasks.cache(
            self._context.complaints.counts, self._counted, self._failed, owner=self, key="counts"
        )

    def _counted(self, counts: NavCounts) -> None:
        self._counts = counts
        self._show_counts()
        self._show_state()

    def _show_counts(self) -> None:
        number = self._context.language.number
        total = len(self.model.ids)
        unread = self._counts.unread.get(self.view, 0) if self._counts else 0
        if self.narrowed:
            text = self.tr("{0} found").format(number(total))
        elif unread:
            text = self.tr("{0}, {1} new").format(number(total), number(unread))
        else:
            text = self.tr("{0} in all").format(number(total))
        self.bar.set_title(self._name or view_name(self.view), text)

    def _show_state(self) -> None:
        """The list, or why there is none."""
        self.pages.show_state(self._query, len(self.model.ids), self._counts)

    def _slow(self, slow: bool) -> None:
        if slow:
            self.pages.show_loading()

    def _failed(self, error: Exception) -> None:
        self._error.set("breached", explain(error).line, self.tr("Try again"), self._run)
        self._error.show()
        self.settled.emit()

    def _follow_changes(self, changes: ChangeSet, _initiator: object) -> None:
        if changes.touches("me"):
            self.bar.set_me(self._context.me)

    def _directory_changed(self) -> None:
        self.bar.set_directory(self.directory.value)
        self.narrowing.show_query(self._query)
        self.model.words_changed()
        self.table.viewport().update()

    def _minute_passed(self) -> None:
        if follows_clock(self._query):
            self.model.refresh()
