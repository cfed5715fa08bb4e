"""The queue: ids of a list, and rows for what is looked at. ``data()`` never does any I/O."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.complaints import QueueQuery, QueueRow, SortKey, View
from wzpdcl_desktop.gui.models.list_diff import ListDiff, diff
from wzpdcl_desktop.gui.models.row_text import Column, RowText
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.services.complaints import ComplaintService

PAGE = 200
#: Rows kept: what a person scrolls back to is still there.
_KEPT = 40 * PAGE
#: More steps than this and the view is told to begin anew.
_MOST_STEPS = 100
_GATHER_MS = 40
_SLOW_MS = 200
#: The QueueRow behind an index, None while its page loads.
RowRole = int(Qt.ItemDataRole.UserRole) + 1

SORTS: dict[Column, SortKey] = {
    Column.TIME: SortKey.DUE,
    Column.COMPLAINT: SortKey.CATEGORY,
    Column.CUSTOMER: SortKey.CUSTOMER,
    Column.FEEDER: SortKey.FEEDER,
    Column.RECEIVED: SortKey.CREATED,
}
CLOSED_VIEWS = frozenset({View.RESOLVED, View.CANCELLED})

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the cache's thread found, worked out as far as can be without the view.

    Attributes:
        shown: The list that `steps` lead from.
        changed: The known rows that were read again.
    """

    query: QueueQuery
    ids: list[int]
    places: dict[int, int]
    rows: list[QueueRow]
    changed: frozenset[int]
    shown: list[int]
    steps: ListDiff | None


class QueueModel(QAbstractTableModel):
    """Complaints of one list.

    Attributes:
        loaded: A list has arrived (after `set_query`); its ids are all here.
        about_to_update: Rows will be taken out, moved or put in; a view notes its place now.
        updated: They were.
        slow: The list takes longer than 200 ms (True), or is there (False).
        failed: The list could not be read; the exception.
    """

    loaded = Signal()
    about_to_update = Signal()
    updated = Signal()
    slow = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        service: ComplaintService,
        tasks: TaskRunner,
        notifier: Notifier,
        clock: Clock,
        text: RowText,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks, self._clock, self._text = service, tasks, clock, text
        self._query: QueueQuery | None = None
        self._ids: list[int] = []
        self._places: dict[int, int] | None = None
        self._rows: OrderedDict[int, QueueRow] = OrderedDict()
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self._changed: set[int] = set()
        self._rereading: set[int] = set()
        self._loading = False
        self._fetch_timer = self._timer(0, self._fetch)
        self._gather_timer = self._timer(_GATHER_MS, self._reread)
        self._slow_timer = self._timer(_SLOW_MS, lambda: self.slow.emit(True))
        notifier.changed.connect(self._on_changed)

    @property
    def query(self) -> QueueQuery | None:
        """What is shown, or on its way."""
        return self._query

    @property
    def ids(self) -> list[int]:
        """Ids in the order shown. Not to be changed."""
        return self._ids

    def set_query(self, query: QueueQuery) -> None:
        """Show another list; `loaded` follows."""
        self._query = query
        self._loading = True
        self._slow_timer.start()
        self._ask(query)

    def refresh(self) -> None:
        """Ask again which complaints the list holds at the time of now; the clock changes some lists."""
        self._gather_timer.start()

    def place(self, complaint_id: int | None) -> int:
        """Row of a complaint, -1 if it is not in the list."""
        if self._places is None:
            self._places = {number: row for row, number in enumerate(self._ids)}
        return -1 if complaint_id is None else self._places.get(complaint_id, -1)

    def id_at(self, row: int) -> int | None:
        """The complaint in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def has_row(self, row: int) -> bool:
        """Whether a row's words are here, so that it is painted in full."""
        return 0 <= row < len(self._ids) and self._ids[row] in self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many complaints the list has."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """The columns of `Column`."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Row, words for the eye, words for the ear. A row that is not here yet is asked for."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role not in (RowRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._row(index.row())
        if role == RowRole or row is None:
            return row
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text.lines(row, column)[0]
        if column is Column.COMPLAINT:
            return self._text.spoken(row)
        return ", ".join(filter(None, self._text.lines(row, column)))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_header(section, self.headerData(section, orientation))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):  # it may be shortened
            return None
        translate = QCoreApplication.translate
        closed = self._query is not None and self._query.view in CLOSED_VIEWS
        closed_word = translate("QueueModel", "Closed")
        return {
            Column.TIME: closed_word if closed else translate("QueueModel", "Time left"),
            Column.COMPLAINT: translate("QueueModel", "Complaint"),
            Column.CUSTOMER: translate("QueueModel", "Customer, place"),
            Column.FEEDER: translate("QueueModel", "Feeder"),
            Column.RECEIVED: translate("QueueModel", "In"),
            Column.MARKS: "",
        }[Column(section)]

    def _spoken_header(self, section: int, name: str) -> str:
        """Name of a column, and how the list is sorted by it, for a screen reader."""
        query = self._query
        if query is None or sorted_column(query.sort) is not Column(section):
            return name
        return f"{name}, {order_word(query.descending)}"

    def words_changed(self) -> None:
        """Language or directory changed: everything shown reads differently."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def _timer(self, interval: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _row(self, place: int) -> QueueRow | None:
        number = self._ids[place]
        row = self._rows.get(number)
        if row is None:
            if number not in self._asked:
                self._wanted.add(place // PAGE)
                self._fetch_timer.start()
        else:
            self._rows.move_to_end(number)
        return row

    def _fetch(self) -> None:
        """Ask for the pages that were looked at."""
        for page in sorted(self._wanted):
            ids = [
                number
                for number in self._ids[page * PAGE : (page + 1) * PAGE]
                if number not in self._rows and number not in self._asked
            ]
            if not ids:
                continue
            self._asked.update(ids)
            self._tasks.cache(partial(self._read, ids), self._fetched, self._fetch_failed, owner=self)
        self._wanted.clear()

    def _read(self, ids: list[int]) -> tuple[list[int], list[QueueRow]]:
        return ids, self._service.rows(ids)

    def _fetched(self, answer: tuple[list[int], list[QueueRow]]) -> None:
        ids, rows = answer
        self._asked.difference_update(ids)
        self._keep(rows)
        self._announce([row.id for row in rows])

    def _fetch_failed(self, error: Exception) -> None:
        self._asked.clear()
        self.failed.emit(error)

    def _on_changed(self, changes: ChangeSet, initiator: object) -> None:
        if not (changes.everything or changes.touches("complaint") or changes.touches("outbox")):
            return
        if changes.everything:
            self._changed.update(self._rows)
        self._changed.update(number for number in changes.of_entity("complaint") if isinstance(number, int))
        if changes.touches("outbox"):
            # The outbox names commands, not complaints; what it may have changed carries a mark.
            self._changed.update(number for number, row in self._rows.items() if row.mark)
        if initiator is not None:
            # The officer did it, and looks for it: ask before the panels beside do.
            self._gather_timer.stop()
            self._reread()
        elif not self._gather_timer.isActive():
            self._gather_timer.start()

    def _reread(self) -> None:
        if self._query is not None:
            self._ask(self._query)

    def _ask(self, query: QueueQuery) -> None:
        """Ask for the ids, for the first page of what is not known yet, and for known rows that changed."""
        query = replace(query, now=self._clock.now())
        known = frozenset(self._rows)
        # An answer that a newer question made void never comes: its rows are asked for once more.
        self._rereading |= self._changed
        self._changed.clear()
        changed = frozenset(self._rereading & (known | self._asked))
        shown, anew = self._ids, self._loading

        def work() -> _Answer:
            ids = self._service.queue(query)
            head = [number for number in ids[:PAGE] if number not in known and number not in changed]
            rows = self._service.rows([*head, *changed])
            places = {number: row for row, number in enumerate(ids)}
            steps = None if anew or ids == shown else diff(shown, ids)
            return _Answer(query, ids, places, rows, changed, shown, steps)

        self._tasks.cache(work, self._answered, self._list_failed, owner=self, key="list")

    def _answered(self, answer: _Answer) -> None:
        ids, rows = answer.ids, answer.rows
        self._rereading.clear()
        for number in answer.changed.difference(row.id for row in rows):
            self._rows.pop(number, None)
        self._query = answer.query
        if self._loading:
            self._end_loading()
            self.beginResetModel()
            self._set_ids(ids, answer.places)
            self._keep(rows)
            self.endResetModel()
        else:
            self._keep(rows)
            steps = answer.steps if answer.shown is self._ids else diff(self._ids, ids)
            if steps is not None and steps.steps:
                self.about_to_update.emit()
                self._take_steps(steps, answer)
                self.updated.emit()
            self._announce([number for number in answer.changed if self.place(number) >= 0])
        self.loaded.emit()

    def _end_loading(self) -> None:
        self._loading = False
        self._slow_timer.stop()
        self.slow.emit(False)

    def _list_failed(self, error: Exception) -> None:
        self._end_loading()
        self.failed.emit(error)

    def _take_steps(self, steps: ListDiff, answer: _Answer) -> None:
        ids = answer.ids
        if steps.steps > _MOST_STEPS:
            self.beginResetModel()
            self._set_ids(ids, answer.places)
            self.endResetModel()
            return
        nowhere = QModelIndex()
        for first, count in steps.removals:
            self.beginRemoveRows(nowhere, first, first + count - 1)
            self._set_ids(self._ids[:first] + self._ids[first + count :])
            self.endRemoveRows()
        if steps.order is not None:
            self._reorder(steps.order)
        for first, count in steps.insertions:
            self.beginInsertRows(nowhere, first, first + count - 1)
            self._set_ids(self._ids[:first] + ids[first : first + count] + self._ids[first:])
            self.endInsertRows()
        self._set_ids(ids, answer.places)

    def _reorder(self, order: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [self._ids[index.row()] for index in before]
        self._set_ids(order)
        after = [
            self.index(self.place(number), index.column())
            for number, index in zip(numbers, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _set_ids(self, ids: list[int], places: dict[int, int] | None = None) -> None:
        self._ids, self._places = ids, places

    def _keep(self, rows: list[QueueRow]) -> None:
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)

    def _announce(self, numbers: list[int]) -> None:
        """Tell the views which rows read differently, in as few spans as there are runs."""
        places = sorted(place for place in map(self.place, numbers) if place >= 0)
        if not places:
            return
        if len(places) > _MOST_STEPS:
            spans = [(places[0], places[-1])]
        else:
            spans = [(place, place) for place in places]
        for first, last in spans:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


def sorted_column(key: SortKey) -> Column:
    """The column by which a list is sorted."""
    key = SortKey.DUE if key is SortKey.CLOSED else key
    return next(column for column, sort in SORTS.items() if sort is key)


def order_word(descending: bool) -> str:
    """An order, in the user's language: for a screen reader."""
    translate = QCoreApplication.translate
    return translate("QueueModel", "descending") if descending else translate("QueueModel", "ascending")


def default_sort(view: View) -> tuple[SortKey, bool]:
    """The order in which a list is first shown: what is due first, or what was closed last."""
    return (SortKey.CLOSED, True) if view in CLOSED_VIEWS else (SortKey.DUE, False)
