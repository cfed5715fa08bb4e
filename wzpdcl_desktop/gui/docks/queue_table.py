"""The table of the queue: keeps its place while rows come and go under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.list_look import ListLook
from wzpdcl_desktop.gui.docks.queue_grid import QueueGrid
from wzpdcl_desktop.gui.docks.queue_place import ReadersPlace
from wzpdcl_desktop.gui.models.queue_model import QueueModel
from wzpdcl_desktop.gui.models.row_text import Column, RowText
from wzpdcl_desktop.gui.theme import Theme

_MINUTE = 60_000
#: More complaints than this are not selected at once.
MOST_CHOSEN = 500


class QueueTable(QTableView):
    """Selected rows, known by their complaints and not by their places.

    Shift and Ctrl with the mouse, Shift with the arrow keys and Ctrl+A select several; Esc goes back to one.

    When rows come or go, the same complaint stays selected. When it leaves the list itself, nothing is
    selected, unless the officer's own action made it leave (`advance_from`): then the next one is.

    Attributes:
        current_changed: The selected complaint (int), or None: also while several are selected.
        chosen_changed: Several are selected, others than before, or not several any more.
        opened: Enter was pressed, or a row double-clicked.
        minute: A minute of the server's clock has passed.
    """

    current_changed = Signal(object)
    chosen_changed = Signal()
    opened = Signal()
    minute = Signal()

    def __init__(
        self, model: QueueModel, theme: Theme, text: RowText, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._theme, self._clock = model, theme, clock
        self._current: int | None = None
        #: Row at which a complaint that left had been: the arrow keys go on from there.
        self._gap: int | None = None
        self._advancing: set[int] = set()
        self._moving = False
        #: Neighbours of the selected complaint before the last change, nearest first.
        self._below: list[int] = []
        self._above: list[int] = []
        self._place = ReadersPlace(self, model)
        #: The complaints that are selected, if they are several.
        self._chosen: frozenset[int] = frozenset()
        self._range_from: int | None = None
        self._choosing = False
        self.setModel(model)
        self._grid = QueueGrid(self, theme, text)
        self._set_up()
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        model.about_to_update.connect(self._note_place)
        model.updated.connect(self._find_place)
        model.modelReset.connect(self._list_renewed)
        model.loaded.connect(self._has_stayed)
        theme.changed.connect(self.viewport().update)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._minute_passed)
        self._wait_for_minute()

    @property
    def current(self) -> int | None:
        """The selected complaint. It may have left the list meanwhile."""
        return self._current

    @property
    def chosen(self) -> list[int]:
        """The complaints that are selected, in the order of the list; none unless they are several."""
        return sorted(self._chosen, key=self._model.place)

    def choose(self, ids: Iterable[int]) -> None:
        """Select several, those that the list has."""
        rows = sorted(place for place in map(self._model.place, ids) if place >= 0)[:MOST_CHOSEN]
        if rows:
            self._select_rows(rows, rows[0])

    def choose_one(self) -> None:
        """Back to the one selected row."""
        row = self._model.place(self._current)
        if row >= 0:
            self._go_to(row)
        else:
            self.selectionModel().clear()

    @property
    def has_room_for_feeder(self) -> bool:
        """Whether the column of the feeder has room; without, it is not there."""
        return self._grid.has_room_for_feeder

    def show_look(self, look: ListLook) -> None:
        """Rows and columns as the officer wants them; the topmost row stays so, the selected one seen."""
        top, current = self.rowAt(0), self.currentIndex()
        seen = current.isValid() and self.viewport().rect().intersects(self.visualRect(current))
        self._grid.show_look(look)
        self.updateGeometries()
        bar = self.verticalScrollBar()
        if top >= 0:
            bar.setValue(bar.value() + self.rowViewportPosition(top))
        if seen:
            self.scrollTo(current)

    def select(self, complaint_id: int | None) -> bool:
        """Select a complaint, if the list has it."""
        row = self._model.place(complaint_id)
        if row < 0:
            return False
        self._go_to(row)
        return True

    def step(self, by: int) -> None:
        """Select the next (1) or previous (-1) row."""
        row = self._model.place(self._current)
        if row < 0 and self._gap is not None:
            row = self._gap - (1 if by > 0 else 0)
        row = max(0, min(row + by, len(self._model.ids) - 1))
        if self._model.ids:
            self._go_to(row)

    def advance_from(self, *complaint_ids: int) -> None:
        """The officer acted on complaints: when the selected one leaves the list, the next one is."""
        self._advancing = set(complaint_ids)
        if self._current in self._advancing and self._model.place(self._current) < 0:
            self._find_place()

    def forget_current(self) -> None:
        """Another list: what was selected does not matter any more."""
        self._current, self._gap, self._advancing = None, None, set()
        self._below, self._above = [], []
        self._chosen, self._range_from = frozenset(), None
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys, also where a row has just left; Enter opens. Letters and digits are not ours."""
        self._show_focus(True)
        key, shift = event.key(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Escape and self._chosen:
            self.choose_one()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif shift and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._extend_to(self.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif event.text() and event.text().isprintable() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def selectAll(self) -> None:
        """All rows, of a long list the first `MOST_CHOSEN`; the current row stays."""
        rows = range(min(len(self._model.ids), MOST_CHOSEN))
        if rows:
            self._select_rows(rows, max(0, self.currentIndex().row()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift extends to the row, Ctrl adds it or takes it away. The mouse needs no focus ring."""
        self._show_focus(False)
        index, pressed = self.indexAt(event.position().toPoint()), event.modifiers()
        several = pressed in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        self._choosing = several and index.isValid() and event.button() == Qt.MouseButton.LeftButton
        if not self._choosing:
            super().mousePressEvent(event)
        elif pressed == Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(index.row())
        else:
            self._toggle(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A press with Shift or Ctrl has done its work; Qt would select anew."""
        if not self._choosing:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As for a move."""
        if not self._choosing:
            super().mouseReleaseEvent(event)
        self._choosing = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A focus ring for who came here by the keyboard; and something to begin with.

        Who was put here, as at the start, has opened nothing yet: the first arrow key selects the first row.
        """
        by_keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        came_by_keys = event.reason() in by_keys
        self._show_focus(came_by_keys)
        nothing_selected = not self.currentIndex().isValid()
        self._moving = nothing_selected  # Qt would make the first row current, whoever comes
        super().focusInEvent(event)
        if nothing_selected:
            self.selectionModel().clearCurrentIndex()
        self._moving = False
        if came_by_keys and not self.currentIndex().isValid() and self._current is None and self._model.ids:
            self._go_to(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring of the focus is around a row, or around the list while no row of it is selected."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("keyboardFocus") and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.tokens.accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window a column goes."""
        super().resizeEvent(event)
        self._grid.follow_width()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _go_to(self, row: int) -> None:
        index = self._model.index(row, Column.COMPLAINT)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _extend_to(self, row: int) -> None:
        """Select from where the range began to a row."""
        row = max(0, min(row, len(self._model.ids) - 1))
        first = self._model.place(self._range_from)
        if first < 0 or not self._chosen:
            first = max(0, self.currentIndex().row())
            self._range_from = self._model.id_at(first)
        rows = range(first, row + 1) if row >= first else range(first, row - 1, -1)
        self._select_rows(sorted(rows[:MOST_CHOSEN]), rows[:MOST_CHOSEN][-1])

    def _toggle(self, row: int) -> None:
        """Add a row to what is selected, or take it away."""
        now = {index.row() for index in self.selectionModel().selectedRows()}
        if not now and (current := self._model.place(self._current)) >= 0:
            now = {current}
        rows = now ^ {row}
        if rows and len(rows) <= MOST_CHOSEN:
            self._range_from = self._model.id_at(row)
            self._select_rows(sorted(rows), row if row in rows else min(rows))

    def _select_rows(self, rows: Sequence[int], current: int) -> None:
        """Select exactly these rows, in their order, and make one of them current."""
        model, last = self._model, len(Column) - 1
        selection, first = QItemSelection(), rows[0]
        for place, row in enumerate(rows):
            if place + 1 == len(rows) or rows[place + 1] != row + 1:
                selection.select(model.index(first, 0), model.index(row, last))
                first = rows[place + 1] if place + 1 < len(rows) else row
        index = model.index(current, Column.COMPLAINT)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if not self._moving:
            self.scrollTo(index)

    def _selection_changed(self) -> None:
        if self._moving:
            return
        rows = self.selectionModel().selectedRows()
        ids = (self._model.id_at(index.row()) for index in rows[:MOST_CHOSEN])
        chosen = frozenset(number for number in ids if number is not None)
        if len(chosen) == 1 and self._chosen:
            (self._current,) = chosen  # Qt tells the selected row before the current one
        self._set_chosen(chosen if len(chosen) > 1 else frozenset())

    def _set_chosen(self, chosen: frozenset[int]) -> None:
        if chosen == self._chosen:
            return
        several, self._chosen = bool(self._chosen), chosen
        if several != bool(chosen):
            self._range_from = self._range_from if chosen else None
            self.current_changed.emit(None if chosen else self._current)
        self.chosen_changed.emit()

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        # While rows are taken out, Qt moves the current row by itself; where it goes is decided afterwards.
        if self._moving:
            return
        self._set_current(self._model.id_at(current.row()) if current.isValid() else None)

    def _set_current(self, complaint_id: int | None) -> None:
        self._gap = None
        if complaint_id != self._current:
            self._current = complaint_id
            if not self._chosen:
                self.current_changed.emit(complaint_id)
        self.viewport().update()

    def _note_place(self) -> None:
        """Before rows change: what is selected, what follows it, and what stands at the top."""
        self._moving = True
        row = self._model.place(self._current)
        if row >= 0:
            ids = self._model.ids
            self._below, self._above = ids[row + 1 : row + 50], ids[max(0, row - 50) : row][::-1]
        self._place.note(self._current)

    def _find_place(self) -> None:
        """After rows changed: the same complaint, and the same rows under the eye."""
        self._moving = True
        try:
            row = self._model.place(self._current)
            if row >= 0:
                self._restore(row)
            elif self._current in self._advancing:
                self._advance()
            else:
                self.selectionModel().clear()
                if self._current is not None:
                    self._gap = self._first_place(self._below, len(self._model.ids))
            self._restore_chosen()
            self._place.find()
        finally:
            self._moving = False

    def _restore(self, row: int) -> None:
        index = self._model.index(row, Column.COMPLAINT)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        # Not scrollTo: where the reader looks stays where it is.
        scroll = self.hasAutoScroll()
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(index, flags)
        self.setAutoScroll(scroll)

    def _restore_chosen(self) -> None:
        """Of several selected ones those that are still there; the bar above follows."""
        rows = sorted(place for place in map(self._model.place, self._chosen) if place >= 0)
        if len(rows) > 1:
            current = self._model.place(self._current)
            self._select_rows(rows, current if current >= 0 else rows[0])
            self._current = self._model.id_at(current if current >= 0 else rows[0])
        kept = frozenset(number for number in map(self._model.id_at, rows) if number is not None)
        self._set_chosen(kept if len(kept) > 1 else frozenset())

    def _list_renewed(self) -> None:
        """Many rows changed at once, or it is another list: there the arrow keys begin at its top."""
        other = not self._moving
        self._find_place()
        if other and self._gap is not None:
            self._gap = 0

    def _has_stayed(self) -> None:
        """The list as the officer's action left it is here: who leaves later was made to leave by others."""
        self._advancing.clear()

    def _advance(self) -> None:
        place = self._first_place([*self._below, *self._above], -1)
        self._advancing.clear()
        if place < 0:
            self.selectionModel().clear()
        else:
            self._restore(place)
        self._set_current(self._model.id_at(place))

    def _first_place(self, numbers: list[int], otherwise: int) -> int:
        """Row of the first of these complaints that is still in the list."""
        return next((place for place in map(self._model.place, numbers) if place >= 0), otherwise)

    def _show_focus(self, shown: bool) -> None:
        if self.property("keyboardFocus") != shown:
            self.setProperty("keyboardFocus", shown)
            self.viewport().update()

    def _wait_for_minute(self) -> None:
        self._minute.start(_MINUTE - self._clock.now() % _MINUTE)

    def _minute_passed(self) -> None:
        """The countdowns go on by the server's clock."""
        self.viewport().update()
        self.minute.emit()
        self._wait_for_minute()
