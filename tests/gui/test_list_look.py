"""The list as the officer has it look: chosen by keys, kept with the officer, nothing lost for the reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import NUMBERS, WorkDesk, work_desk
from tests.unit.cache.samples import NOW, complaint
from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.list_look import OptionalColumn
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.queue_columns import ColumnMenu
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.look_desk import LookDesk
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.models.row_text import Column
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.services.list_look import ListLookService

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Office:
    """A window with the queue in it, as the program joins them."""

    def __init__(self, desk: WorkDesk, qtbot: QtBot, ids: int = len(NUMBERS)) -> None:
        self.desk, self.bot = desk, qtbot
        service = ListLookService(Preferences(desk.desk.outbox_store))
        service.read()
        self.queue = QueuePanel(desk.context)
        self.table = self.queue.table
        self.queue.show_view(View.INBOX)
        self.window = MainWindow(desk.context, self.queue, QWidget(), QWidget())
        self.look = LookDesk(desk.context, service, self.table, self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: len(self.queue.model.ids) == ids)
        qtbot.waitUntil(desk.context.tasks.idle)

    def keys(self, key: Qt.Key) -> None:
        """Press a key with Ctrl and Shift, and wait until the choice is kept."""
        self.bot.keyClick(self.table, key, CONTROL_SHIFT)
        self.bot.waitUntil(self.desk.context.tasks.idle)

    @property
    def columns(self) -> list[Column]:
        """The columns that are on the screen."""
        return [column for column in Column if not self.table.isColumnHidden(column)]

    @property
    def menu(self) -> ColumnMenu:
        """The menu of the columns, once it is open."""
        self.bot.waitUntil(self.look.columns.isVisible)
        return self.look.columns

    def tooltip(self, row: int, column: Column) -> str:
        """What a cell says to who points at it."""
        rect = self.table.visualRect(self.queue.model.index(row, column))
        at, view = rect.center(), self.table.viewport()
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
        text = QToolTip.text()
        QToolTip.hideText()
        return text


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


def test_compact_rows_are_chosen_by_a_key_kept_and_taken_back(desk: WorkDesk, qtbot: QtBot) -> None:
    office = Office(desk, qtbot)
    assert {office.table.rowHeight(row) for row in range(10)} == {50}
    office.keys(Qt.Key.Key_D)
    assert {office.table.rowHeight(row) for row in range(10)} == {32}
    office.window.close()

    again = Office(desk, qtbot)  # another start
    assert {again.table.rowHeight(row) for row in range(10)} == {32}
    assert desk.context.actions.get("queue.compact").isChecked()
    again.keys(Qt.Key.Key_D)
    assert {again.table.rowHeight(row) for row in range(10)} == {50}
    again.window.close()
    assert {Office(desk, qtbot).table.rowHeight(row) for row in range(10)} == {50}


def test_what_a_compact_row_leaves_out_is_in_its_tooltip(desk: WorkDesk, qtbot: QtBot) -> None:
    office = Office(desk, qtbot)
    office.keys(Qt.Key.Key_D)
    row = NUMBERS.index(418207)
    assert office.tooltip(row, Column.TIME) == "১:৪৩\nশীঘ্রই শেষ"
    assert office.tooltip(row, Column.COMPLAINT).endswith("সাতরাস্তা মোড়ের প্রায় ৪০টি ঘর অন্ধকার।")
    assert office.tooltip(row, Column.CUSTOMER) == "মোঃ হাবিবুর রহমান\nসাতরাস্তা মোড়"
    assert office.tooltip(row, Column.FEEDER) == "দোলখোলা\nনাহিদ হাসান"
    assert office.tooltip(row, Column.MARKS) == "৪টি ফাইল"


def test_the_selected_and_the_topmost_row_stay_in_sight(desk: WorkDesk, qtbot: QtBot) -> None:
    numbers = range(500001, 500101)
    desk.put(*(complaint(number, due_at=NOW + number) for number in numbers))
    office = Office(desk, qtbot, ids=len(NUMBERS) + len(numbers))
    table, model = office.table, office.queue.model
    table.verticalScrollBar().setValue(40 * 50)
    table.select(model.id_at(45) or 0)
    assert table.rowAt(0) == 40

    for height in (32, 50):
        office.keys(Qt.Key.Key_D)
        assert table.rowHeight(0) == height
        assert table.rowAt(0) == 40
        assert table.current == model.id_at(45)
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_a_column_is_hidden_by_keys_kept_and_brought_back(desk: WorkDesk, qtbot: QtBot) -> None:
    office = Office(desk, qtbot)
    office.window.resize(1366, 738)
    assert office.columns == list(Column)
    office.keys(Qt.Key.Key_K)
    qtbot.keyClick(office.menu, Qt.Key.Key_Return)  # the first entry: the customer
    qtbot.waitUntil(desk.context.tasks.idle)
    rest = [Column.TIME, Column.COMPLAINT, Column.FEEDER, Column.RECEIVED, Column.MARKS]
    assert office.columns == rest
    office.window.close()

    again = Office(desk, qtbot)  # another start
    again.window.resize(1366, 738)
    assert again.columns == rest
    again.keys(Qt.Key.Key_K)
    assert not again.menu.entries[OptionalColumn.CUSTOMER].isChecked()
    again.menu.show_all.trigger()
    qtbot.waitUntil(desk.context.tasks.idle)
    assert again.columns == list(Column)
    again.window.close()
    last = Office(desk, qtbot)
    last.window.resize(1366, 738)
    assert last.columns == list(Column)


def test_the_header_offers_all_columns_but_time_and_complaint(desk: WorkDesk, qtbot: QtBot) -> None:
    office = Office(desk, qtbot)
    office.table.horizontalHeader().customContextMenuRequested.emit(QPoint(300, 10))
    entries = [entry for entry in office.menu.actions() if entry.isCheckable()]
    compact = desk.context.actions.get("queue.compact")
    assert [entry.text() for entry in entries] == [
        "গ্রাহক ও ঠিকানা",
        "ফিডার ও ইনচার্জ",
        "আসার সময়",
        "ফাইল, ফোন, পাঠানো",
        compact.text(),
    ]
    for entry in entries[:4]:
        entry.trigger()
        office.table.horizontalHeader().customContextMenuRequested.emit(QPoint(10, 10))
    assert office.columns == [Column.TIME, Column.COMPLAINT]


def test_below_1280_pixels_the_feeder_goes_and_comes_back_only_if_it_is_wanted(
    desk: WorkDesk, qtbot: QtBot
) -> None:
    office = Office(desk, qtbot)
    table = office.table

    def room(width: int) -> bool:
        """The table is as wide as in a window of this width, beside navigation and detail."""
        table.resize(width - 204 - 376, table.height())
        return Column.FEEDER in office.columns

    assert [room(1279), room(1280)] == [False, True]
    room(1279)
    office.look.open_columns()
    assert office.menu.entries[OptionalColumn.FEEDER].text() == "ফিডার ও ইনচার্জ, জানালা চওড়া হলে"
    office.menu.entries[OptionalColumn.FEEDER].trigger()
    assert [room(1279), room(1366)] == [False, False]
    office.look.open_columns()
    office.menu.show_all.trigger()
    assert [room(1279), room(1366)] == [False, True]
