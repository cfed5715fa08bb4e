"""Below 1280 pixels complaint and outbox are tabs beside the list; above, panels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import WorkDesk, press, type_text, work_desk
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.panels import DETAIL_WIDTH
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

NUMBER = 418207


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


class Narrow:
    """The window with the real list and the real detail, joined as the program joins them."""

    def __init__(self, desk: WorkDesk, bot: QtBot) -> None:
        self.desk, self.bot = desk, bot
        self.queue, self.detail, self.dashboard = (
            QueuePanel(desk.context),
            DetailPanel(desk.context),
            QWidget(),
        )
        self.outbox = QWidget()
        self.window = MainWindow(desk.context, self.queue, self.detail, self.outbox, self.dashboard)
        bot.addWidget(self.window)
        self.queue.current_changed.connect(self.detail.show_complaint)
        self.queue.opened.connect(self.detail.open)
        self.window.view_selected.connect(self.queue.show_view)
        self.detail.shown.connect(self.window.set_complaint)
        self.detail.wanted.connect(self.window.show_detail)
        self.detail.left.connect(self.window.show_queue)
        self.detail.left.connect(self.queue.focus_list)
        self.detail.queued.connect(lambda queued: self._acted(queued.complaint_id))
        self.queue.show_view(View.INBOX)
        self.wide()
        self.window.show()
        self.window.activateWindow()
        bot.waitUntil(lambda: len(self.queue.model.ids) == 10)
        self.queue.select(NUMBER)
        self.queue.focus_list()
        bot.waitUntil(lambda: self.detail.complaint_id == NUMBER and desk.context.tasks.idle())

    def _acted(self, complaint_id: int) -> None:
        self.window.show_queue()
        self.queue.acted_on(complaint_id)

    def wide(self) -> None:
        self.window.resize(1366, 738)

    def narrow(self) -> None:
        self.window.resize(1100, 700)

    def list_key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.queue.table, key)


@pytest.fixture
def narrow(desk: WorkDesk, qtbot: QtBot) -> Narrow:
    return Narrow(desk, qtbot)


def test_at_1366_it_stands_beside_and_at_1100_it_is_a_tab(narrow: Narrow) -> None:
    window, panels = narrow.window, narrow.window.panels
    assert window.detail_dock.isVisible()
    assert narrow.detail.isVisible()
    assert not panels.detail_is_tab
    narrow.narrow()
    assert not window.detail_dock.isVisible()
    assert panels.detail_is_tab
    assert [panels.tabs.tabText(n) for n in (0, 1)] == ["ইনবক্স", "অভিযোগ ৪১৮২০৭"]
    assert narrow.queue.isVisible()
    assert not narrow.detail.isVisible()
    assert narrow.queue.table.hasFocus()
    narrow.wide()
    assert not panels.detail_is_tab
    assert window.detail_dock.isVisible()
    assert narrow.detail.isVisible()
    narrow.bot.waitUntil(lambda: window.detail_dock.width() == DETAIL_WIDTH)
    assert narrow.queue.table.hasFocus()


def test_enter_goes_to_the_complaint_and_esc_back_to_the_row(narrow: Narrow) -> None:
    narrow.narrow()
    narrow.list_key(Qt.Key.Key_Return)
    assert narrow.detail.isVisible()
    edit = narrow.detail.composer.box.edit
    assert edit.hasFocus()
    type_text(edit, "আসছি")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert narrow.queue.isVisible()
    assert not narrow.detail.isVisible()
    assert narrow.queue.table.hasFocus()
    assert narrow.queue.current == NUMBER
    narrow.list_key(Qt.Key.Key_Return)
    assert edit.toPlainText() == "আসছি"


def test_a_digit_opens_the_form_in_the_tab_and_acting_leads_to_the_next_row(narrow: Narrow) -> None:
    narrow.narrow()
    press(narrow.queue.table, "১")
    assert narrow.detail.isVisible()
    assert narrow.detail.composer.action is Action.ACCEPT
    edit = narrow.detail.composer.box.edit
    assert edit.hasFocus()
    type_text(edit, "লোক যাচ্ছে")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    narrow.bot.waitUntil(lambda: narrow.queue.current == 418211)
    assert narrow.queue.isVisible()
    assert narrow.queue.table.hasFocus()


def test_what_is_typed_goes_along_when_the_window_becomes_narrow_and_wide(narrow: Narrow) -> None:
    narrow.list_key(Qt.Key.Key_Return)
    edit = narrow.detail.composer.box.edit
    type_text(edit, "আসছি")
    for change in (narrow.narrow, narrow.wide):
        change()
        assert edit.isVisible()
        assert edit.hasFocus()
        assert edit.toPlainText() == "আসছি"


def test_another_list_and_the_dashboard_bring_the_list_to_the_front(narrow: Narrow) -> None:
    window = narrow.window
    narrow.narrow()
    narrow.list_key(Qt.Key.Key_Return)
    window.show_view(View.IN_PROGRESS)
    assert narrow.queue.isVisible()
    assert window.panels.tabs.tabText(0) == "চলমান"
    window.show_dashboard()
    assert narrow.dashboard.isVisible()
    assert not window.panels.tabs.isVisible()
    narrow.wide()
    assert narrow.dashboard.isVisible()
    assert not window.detail_dock.isVisible()
    window.show_queue()
    assert window.detail_dock.isVisible()
    assert narrow.detail.isVisible()


def test_enter_opens_a_detail_that_was_closed(narrow: Narrow) -> None:
    narrow.window.detail_dock.close()
    narrow.narrow()
    assert not narrow.window.panels.detail_is_tab
    narrow.wide()
    assert not narrow.window.detail_dock.isVisible()
    narrow.list_key(Qt.Key.Key_Return)
    assert narrow.window.detail_dock.isVisible()
    assert narrow.detail.composer.box.edit.hasFocus()


def test_a_narrow_window_keeps_the_layout_of_the_wide_one(
    narrow: Narrow, desk: WorkDesk, qtbot: QtBot
) -> None:
    window = narrow.window
    window.resizeDocks([window.detail_dock], [450], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: window.detail_dock.width() == 450)
    narrow.narrow()
    window.close()
    qtbot.waitUntil(desk.context.tasks.idle)
    again = Narrow(desk, qtbot)
    again.wide()
    assert again.window.detail_dock.isVisible()
    qtbot.waitUntil(lambda: again.window.detail_dock.width() == 450)
    again.window.reset_layout()
    qtbot.waitUntil(lambda: again.window.detail_dock.width() == DETAIL_WIDTH)


def test_the_outbox_is_a_tab_where_there_is_no_room_beside_the_list(narrow: Narrow) -> None:
    window, tabs = narrow.window, narrow.window.panels.tabs
    window.show_outbox()
    assert window.outbox_dock.isVisible()
    narrow.narrow()
    assert not window.outbox_dock.isVisible()
    assert [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)][2] == "আউটবক্স"
    assert narrow.queue.isVisible()  # what was looked at stays in front
    window.show_outbox()
    assert narrow.outbox.isVisible()
    assert not narrow.queue.isVisible()
    narrow.wide()
    assert window.outbox_dock.isVisible()
    assert narrow.outbox.isVisible()
    assert narrow.queue.isVisible()


def test_an_outbox_that_was_only_read_in_a_tab_is_not_left_beside_the_list(narrow: Narrow) -> None:
    narrow.narrow()
    narrow.window.show_outbox()
    narrow.window.show_queue()
    narrow.wide()
    assert not narrow.window.outbox_dock.isVisible()
    assert narrow.queue.isVisible()


def test_from_the_dashboard_of_a_narrow_window_the_outbox_comes_to_the_front(narrow: Narrow) -> None:
    narrow.narrow()
    narrow.window.show_dashboard()
    assert narrow.window.panels.tabs.isHidden()
    narrow.window.show_outbox()
    assert narrow.outbox.isVisible()
    assert not narrow.dashboard.isVisible()
