"""The bell, its list, what pops up, and the tray: once for each thing, by keyboard too, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import ME, MINUTE, NUMBERS, WorkDesk, work_desk
from tests.unit.cache.samples import NOW, complaint, entry
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.notice_book import NoticeBook
from wzpdcl_desktop.domain.complaints import QueueQuery, View
from wzpdcl_desktop.domain.link import LoadProgress, Stage
from wzpdcl_desktop.domain.notices import NoticeKind
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.notices.desk import NoticeDesk
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.services.notices import NoticeService
from wzpdcl_desktop.services.settings import NOTICE_NEW, NOTICE_QUIET_FROM, NOTICE_QUIET_UNTIL, STAY_IN_TRAY

KEY = Qt.Key


class Screen:
    """The window with its bell, and what popped up."""

    def __init__(self, desk: WorkDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        context = desk.context
        service = NoticeService(
            ComplaintReader(desk.desk.cache),
            NoticeBook(desk.desk.outbox_store),
            context.complaints.moved,
            context.clock,
            ME.officer,
        )
        self.queue = QLineEdit()
        self.window = MainWindow(context, self.queue, QWidget(), QWidget())
        qtbot.addWidget(self.window)
        self.notices = NoticeDesk(context, service, self.window)
        self.popped: list[tuple[str, str, bool]] = []
        self.notices.notify = lambda title, text, *, sound: self.popped.append((title, text, sound))
        self.complaints: list[int] = []
        self.rows: list[QueueQuery] = []
        self.notices.complaint_wanted.connect(self.complaints.append)
        self.notices.rows_wanted.connect(self.rows.append)
        self.window.show()
        self.window.activateWindow()
        context.notifier.on_progress(LoadProgress(Stage.DONE, 1))
        self.notices.start()
        self.rest()

    @property
    def panel(self) -> QWidget:
        return self.notices.panel

    def rest(self) -> None:
        self.qtbot.waitUntil(
            lambda: not self.notices._gather.isActive() and self.desk.context.tasks.idle(), timeout=10_000
        )

    def come(self, *numbers: int, **changes: object) -> None:
        rows = [complaint(number, 7, feeder="dolkhola", **changes) for number in numbers]
        self.desk.put(*rows)
        self.rest()

    def listed(self) -> list[tuple[NoticeKind, tuple[int, ...], bool]]:
        return [(one.kind, one.complaints, one.read) for one in self.notices.panel.notices]

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(widget, key)
        self.rest()


@pytest.fixture
def screen(
    tmp_path: Path,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
    qtbot: QtBot,
) -> Iterator[Screen]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as desk:
        yield Screen(desk, qtbot)


def test_nothing_is_told_of_what_was_there_and_the_empty_list_says_what_it_is_for(screen: Screen) -> None:
    assert screen.popped == []
    bell = screen.window.top_bar.bell
    assert (bell.unread, bell.accessibleName()) == (0, "অপঠিত বিজ্ঞপ্তি নেই")

    bell.click()

    assert screen.panel.isVisible()
    assert screen.notices.panel.empty_text == "কোনো বিজ্ঞপ্তি নেই"
    screen.press(screen.panel, KEY.Key_Escape)
    assert not screen.panel.isVisible()


def test_what_comes_together_pops_up_once_and_is_counted_by_the_bell(screen: Screen) -> None:
    screen.come(*range(500_001, 500_008))

    assert screen.popped == [("৭টি নতুন অভিযোগ", "দোলখোলা · ৫০০০০১, ৫০০০০২, ৫০০০০৩ …", False)]
    bell = screen.window.top_bar.bell
    assert (bell.unread, bell.accessibleName()) == (1, "১টি অপঠিত বিজ্ঞপ্তি")
    screen.come(500_003, text="আরও কথা")
    assert len(screen.popped) == 1


def test_several_kinds_at_once_are_one_notification_without_names(screen: Screen) -> None:
    wrote = [entry(500_001, "customer_message", "কখন আসবেন?", NOW + 1)]
    screen.come(500_001, 500_002, timeline=wrote, due_at=NOW - MINUTE)

    ((title, text, _),) = screen.popped
    assert title == "৪টি বিজ্ঞপ্তি"
    assert text == "২টি নতুন অভিযোগ\n২টি অভিযোগের সময় পেরিয়েছে\n২ জন গ্রাহক লিখেছেন"
    assert len(screen.listed()) == 4


def test_by_keyboard_a_notice_opens_its_complaint_and_is_read(screen: Screen) -> None:
    screen.come(500_001)
    screen.queue.setFocus()
    QTest.keyClick(screen.window, KEY.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert screen.notices.panel.list.hasFocus()

    screen.press(screen.notices.panel.list, KEY.Key_Return)

    assert screen.complaints == [500_001]
    assert not screen.panel.isVisible()
    assert screen.listed() == [(NoticeKind.NEW, (500_001,), True)]
    assert screen.window.top_bar.bell.unread == 0


def test_a_notice_of_several_opens_the_list_they_stand_in(screen: Screen) -> None:
    screen.come(500_001, 500_002)
    screen.window.top_bar.bell.click()
    screen.press(screen.notices.panel.list, KEY.Key_Return)

    assert [(one.view, one.feeders) for one in screen.rows] == [(View.INBOX, frozenset({"dolkhola"}))]
    found = screen.desk.context.complaints.queue(screen.rows[0])
    assert {500_001, 500_002} <= set(found)


def test_space_marks_one_read_and_the_button_all_and_escape_gives_the_focus_back(screen: Screen) -> None:
    for number in (500_001, 500_002, 500_003):
        screen.come(number)
    screen.queue.setFocus()
    screen.window.top_bar.bell.click()
    panel = screen.notices.panel
    screen.press(panel.list, KEY.Key_Down)
    screen.press(panel.list, KEY.Key_Space)
    assert [read for _, _, read in screen.listed()] == [False, True, False]
    assert panel.list.currentIndex().row() == 1

    panel.all_read.click()
    screen.rest()
    assert [read for _, _, read in screen.listed()] == [True, True, True]
    assert panel.all_read.isHidden()
    screen.press(panel.list, KEY.Key_Escape)
    assert screen.queue.hasFocus()


def test_the_list_leaves_when_work_goes_on_elsewhere(screen: Screen) -> None:
    screen.come(500_001)
    screen.window.top_bar.bell.click()
    screen.queue.setFocus()
    assert not screen.panel.isVisible()


def test_the_clock_goes_on_without_any_change_from_the_server(screen: Screen) -> None:
    screen.desk.desk.clock.at += 50 * MINUTE  # NUMBERS[4] had 103 minutes left
    screen.notices._minute.timeout.emit()
    screen.rest()

    assert (NoticeKind.SOON, (NUMBERS[4],), False) in screen.listed()
    assert (NoticeKind.OVERDUE, (NUMBERS[2], NUMBERS[3]), False) in screen.listed()
    popped = len(screen.popped)
    screen.notices._minute.timeout.emit()
    screen.rest()
    assert len(screen.popped) == popped == 1


def test_settings_hold_at_once(screen: Screen) -> None:
    settings = screen.desk.context.settings
    settings.set(NOTICE_NEW, False)
    screen.come(500_001)
    assert screen.listed() == []
    settings.set(NOTICE_NEW, True)
    settings.set(NOTICE_QUIET_FROM, 14)
    settings.set(NOTICE_QUIET_UNTIL, 15)
    screen.come(500_002)
    assert screen.listed() == [(NoticeKind.NEW, (500_002,), False)]
    assert screen.popped == []
    assert screen.window.top_bar.bell.unread == 1


def test_a_click_on_the_notification_opens_what_it_was_about(screen: Screen) -> None:
    screen.come(500_001)
    screen.window.showMinimized()
    screen.notices.tray.clicked.emit()
    screen.rest()
    assert screen.complaints == [500_001]
    assert not screen.window.isMinimized()

    wrote = [entry(500_002, "customer_message", "কখন?", NOW + 1)]
    screen.come(500_002, timeline=wrote)
    screen.notices.tray.clicked.emit()
    assert screen.panel.isVisible()
    assert screen.complaints == [500_001]


def test_the_other_language_and_what_a_screen_reader_hears(screen: Screen) -> None:
    screen.come(500_001)
    panel = screen.notices.panel
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = panel.list.model().index(0, 0).data(role)
    assert heard == "অপঠিত, ১টি নতুন অভিযোগ, দোলখোলা · ৫০০০০১, আজ ১৪:০৩"

    screen.desk.context.language.set("en")

    heard = panel.list.model().index(0, 0).data(role)
    assert heard == "Not read, 1 new complaint, Dolkhola · 500001, today 14:03"
    assert panel.all_read.text() == "Mark all as read"
    assert screen.window.top_bar.bell.toolTip() == "1 notice not read"
    assert [one.text() for one in screen.notices.tray.menu.actions() if not one.isSeparator()] == [
        "Open",
        "Inbox",
        "Outbox",
        "Sign out",
        "Quit",
    ]


def test_without_a_tray_nothing_breaks_and_closing_closes(screen: Screen) -> None:
    tray = screen.notices.tray
    assert not tray.shown
    tray.notify("একটি", "দুটি", sound=False)
    screen.desk.context.settings.set(STAY_IN_TRAY, True)
    assert not screen.window.stays()


@pytest.mark.parametrize("stays", [True, False])
def test_closed_by_hand_the_window_stays_only_where_that_is_wanted(screen: Screen, stays: bool) -> None:
    screen.window.stays = lambda: stays
    said: list[None] = []
    screen.window.closing.connect(lambda: said.append(None))
    screen.window.windowHandle().close()  # as the cross in the corner does

    assert screen.window.isHidden()
    assert len(said) == 1  # what was typed is kept either way
    screen.notices.tray.opened.emit()
    assert screen.window.isVisible()
    assert screen.window.close()  # "Quit" and signing out do close
    assert screen.window.isHidden()


def test_quit_ends_the_program_that_waits_in_the_tray(screen: Screen) -> None:
    ended: list[bool] = []
    screen.window.end = lambda: ended.append(True)
    screen.window.hide()
    entry = next(one for one in screen.notices.tray.menu.actions() if one.text() == "বন্ধ করুন")
    entry.trigger()
    assert ended == [True], "Qt ends a program with its last visible window alone"
