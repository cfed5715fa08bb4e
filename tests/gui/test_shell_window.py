"""The desk's window: layout, status bar, banners, toast, language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import NavCounts, View
from wzpdcl_desktop.domain.link import LinkState, LinkStatus, LoadProgress, Stage
from wzpdcl_desktop.domain.people import Duty, Me
from wzpdcl_desktop.domain.reference import Directory, Office
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.failure import report
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.panels import DETAIL_WIDTH
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.words import link_words
from wzpdcl_desktop.services.settings import LANGUAGE, Settings

NOW = 1_795_240_800_000  # 12:00 in Dhaka
ME = Me(
    "xen.khulna1", "Ariful Islam", "আরিফুল ইসলাম", "Executive Engineer", Duty.OFFICE_HEAD, "kh1", None, (), ()
)
OFFICE = Office("kh1", "S&D Division-1", "বিক্রয় ও বিতরণ বিভাগ-১", "snd", "k", None, None, "", "", "", "")


class Now:
    def now(self) -> int:
        return NOW


class Complaints:
    """Numbers as they are set."""

    numbers = NavCounts(dict.fromkeys(View, 23), {}, 4, 0)

    def counts(self) -> NavCounts:
        return self.numbers


class Names:
    def directory(self) -> Directory:
        return Directory({"kh1": OFFICE}, {}, {}, {}, {}, {}, (), {})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def open_window(
    qtbot: QtBot,
    settings: Settings,
    tasks: TaskRunner,
    notifier: Notifier,
    language: Language,
    theme: Theme,
) -> Callable[..., MainWindow]:
    def make(*, practice: bool = False) -> MainWindow:
        context = DeskContext(
            complaints=Complaints(),  # type: ignore[arg-type]
            outbox=None,  # type: ignore[arg-type]
            directory=Names(),  # type: ignore[arg-type]
            drafts=None,  # type: ignore[arg-type]
            tasks=tasks,
            notifier=notifier,
            actions=Actions(theme, language),
            language=language,
            theme=theme,
            clock=Now(),
            who=lambda: ME,
            settings=settings,
            practice=practice,
        )
        window = MainWindow(context, QPlainTextEdit(), QWidget(), QWidget())
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(tasks.idle)
        return window

    return make


def test_the_window_is_laid_out_as_drawn(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    assert window.detail_dock.width() == DETAIL_WIDTH
    assert window.navigation.width() == 204
    assert window.top_bar.height() == 44
    assert window.status_bar.height() == 28
    assert not window.outbox_dock.isVisible()
    assert window.windowTitle() == "ওজোপাডিকো ডেস্কটপ · বিক্রয় ও বিতরণ বিভাগ-১"


def test_the_layout_comes_back_and_can_be_reset(
    qtbot: QtBot, open_window: Callable[..., MainWindow], tasks: TaskRunner
) -> None:
    window = open_window()
    window.removeDockWidget(window.detail_dock)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.detail_dock)
    window.detail_dock.show()
    window.outbox_dock.show()
    window.resize(1200, 640)
    with qtbot.waitSignal(window.closing):
        window.close()
    qtbot.waitUntil(tasks.idle)

    again = open_window()
    assert again.dockWidgetArea(again.detail_dock) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert again.height() == 640  # the width is limited by the off-screen screen
    again.resize(1366, 640)
    assert again.outbox_dock.isVisible()
    again.reset_layout()
    assert again.dockWidgetArea(again.detail_dock) is Qt.DockWidgetArea.RightDockWidgetArea
    assert not again.outbox_dock.isVisible()


@pytest.mark.parametrize(
    "kept",
    [
        {"version": 999, "geometry": "", "state": ""},
        {"version": 3},
        {"version": 3, "geometry": "AAAA", "state": "bm90IGEgc3RhdGU="},
        {"version": 3, "geometry": 7, "state": "ঠিক নয়"},
    ],
)
def test_a_layout_that_does_not_fit_falls_back(
    open_window: Callable[..., MainWindow], settings: Settings, kept: dict[str, object]
) -> None:
    settings.set_layout(ME.duty.value, kept)
    window = open_window()
    assert window.dockWidgetArea(window.detail_dock) is Qt.DockWidgetArea.RightDockWidgetArea
    assert window.detail_dock.isVisible()
    assert window.detail_dock.width() == DETAIL_WIDTH


@pytest.mark.parametrize("status", list(LinkStatus))
def test_the_status_bar_has_its_own_words_for_each_state(
    open_window: Callable[..., MainWindow], notifier: Notifier, language: Language, status: LinkStatus
) -> None:
    window = open_window()
    notifier.on_link(LinkState(status, NOW - 17 * 60_000, 0))
    words = {}
    for code in ("bn", "en"):
        language.set(code)
        words[code] = (window.status_bar.word.text(), window.status_bar.meaning.text())
        assert words[code] == link_words(status)
        assert all(words[code])
    assert words["bn"] != words["en"]
    assert window.status_bar.last_sync.text() == "Last sync 11:43, 17 minutes ago"
    others = {link_words(one)[0] for one in LinkStatus if one is not status}
    assert link_words(status)[0] not in others


def test_the_status_bar_tells_when_the_rows_were_last_compared_with_the_server(
    open_window: Callable[..., MainWindow], notifier: Notifier, language: Language
) -> None:
    window = open_window()
    language.set("en")
    notifier.on_link(LinkState(LinkStatus.ONLINE, NOW, 0))
    assert window.status_bar.last_sync.toolTip().startswith("Not yet compared")
    notifier.on_link(LinkState(LinkStatus.ONLINE, NOW, 0, NOW - 17 * 60_000))
    told = "Compared with the server today 11:43: what is on this PC agrees."
    assert window.status_bar.last_sync.toolTip() == told
    assert window.status_bar.accessibleDescription() == told
    language.set("bn")
    assert "আজ ১১:৪৩" in window.status_bar.last_sync.toolTip()


def test_offline_is_normal_and_an_ended_session_offers_its_verb(
    qtbot: QtBot, open_window: Callable[..., MainWindow], notifier: Notifier
) -> None:
    window = open_window()
    notifier.on_link(LinkState(LinkStatus.NO_NETWORK))
    assert not window.banners.link.isVisible()
    notifier.on_link(LinkState(LinkStatus.SIGNED_OUT))
    assert window.banners.link.isVisible()
    assert window.banners.link.button.text() == "লগইন"
    with qtbot.waitSignal(window.sign_in_requested):
        window.banners.link.button.click()
    notifier.on_link(LinkState(LinkStatus.ONLINE))
    assert not window.banners.link.isVisible()


def test_the_first_load_shows_real_counts(open_window: Callable[..., MainWindow], notifier: Notifier) -> None:
    window = open_window()
    notifier.on_progress(LoadProgress(Stage.OPEN, 8200, 12480))
    assert window.banners.load.isVisible()
    assert window.banners.load.text == "অভিযোগ আসছে: ১২,৪৮০-এর মধ্যে ৮,২০০"
    notifier.on_link(LinkState(LinkStatus.NO_NETWORK))
    assert window.banners.load.text == "৮,২০০টি অভিযোগ এই পিসিতে এসেছে, বাকিটা লাইন এলে আসবে"
    notifier.on_progress(LoadProgress(Stage.DONE, 12480, 12480))
    assert not window.banners.load.isVisible()


def test_counts_follow_what_changed(
    qtbot: QtBot, open_window: Callable[..., MainWindow], notifier: Notifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    assert window.navigation.items[View.INBOX].count == 23
    assert window.status_bar.waiting.text() == "৪টি অপেক্ষমাণ"
    monkeypatch.setattr(Complaints, "numbers", NavCounts(dict.fromkeys(View, 22), {}, 0, 1))
    notifier.on_changes(ChangeSet.of("complaint", [1]))
    qtbot.waitUntil(lambda: window.navigation.items[View.INBOX].count == 22)
    assert window.status_bar.waiting.text() == "১টি যায়নি"
    assert window.navigation.outbox.count == 1


def test_a_list_is_chosen_by_mouse_and_by_key(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    with qtbot.waitSignal(window.view_selected) as heard:
        qtbot.mouseClick(window.navigation.items[View.OVERDUE], Qt.MouseButton.LeftButton)
    assert heard.args == [View.OVERDUE]
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current_view is View.IN_PROGRESS)
    assert window.navigation.items[View.IN_PROGRESS].isChecked()


def test_the_waiting_count_opens_the_outbox(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    with qtbot.waitSignal(window.outbox_requested):
        window.status_bar.waiting.click()
    assert window.outbox_dock.isVisible()
    title, content = window.outbox_dock.titleBarWidget(), window.outbox_dock.widget()
    assert title is not None
    assert content is not None
    assert not title.geometry().intersects(content.geometry())


def test_undo_lives_as_long_as_its_toast(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    undone: list[int] = []
    undo = window._context.actions.get("edit.undo")
    assert not undo.isEnabled()
    window.show_toast("বার্তা রাখা হলো", "ফিরিয়ে নিন", lambda: undone.append(1))
    assert undo.isEnabled()
    undo.trigger()
    assert undone == [1]
    assert not undo.isEnabled()
    assert window.toast.isHidden()
    undo.trigger()
    assert undone == [1]
    window.show_toast("বার্তা রাখা হলো", "ফিরিয়ে নিন", lambda: undone.append(2), seconds=0)
    qtbot.waitUntil(window.toast.isHidden, timeout=3000)
    assert not undo.isEnabled()


def test_the_return_of_the_line_is_told_once_and_never_covers_an_undo(
    open_window: Callable[..., MainWindow], notifier: Notifier
) -> None:
    window = open_window()
    notifier.on_link(LinkState(LinkStatus.NO_NETWORK))
    notifier.on_link(LinkState(LinkStatus.ONLINE))
    notifier.on_sent(9)
    assert window.toast.text == "লাইন এসেছে। ৯টি কাজ পাঠানো হয়েছে"
    window.show_toast("রাখা হলো", "ফিরিয়ে নিন", lambda: None)
    notifier.on_link(LinkState(LinkStatus.NO_NETWORK))
    notifier.on_link(LinkState(LinkStatus.ONLINE))
    notifier.on_sent(2)
    assert window.toast.text == "রাখা হলো"


def test_the_language_changes_at_run_time_and_is_kept(
    qtbot: QtBot, open_window: Callable[..., MainWindow], settings: Settings, tasks: TaskRunner
) -> None:
    window = open_window()
    assert window.top_bar.menus["file"].title() == "ফাইল"
    window.top_bar.language_button.click()
    assert window.top_bar.menus["file"].title() == "File"
    assert window.navigation.items[View.OVERDUE].text() == "Overdue"
    assert window.windowTitle() == "WZPDCL Desktop · S&D Division-1"
    assert window._context.actions.get("complaint.accept").text() == "Accept"
    qtbot.waitUntil(tasks.idle)
    assert settings.get(LANGUAGE) == "en"


def test_practice_mode_cannot_be_mistaken(open_window: Callable[..., MainWindow]) -> None:
    strip = open_window(practice=True).top_bar.practice_strip
    assert strip.isVisible()
    assert strip.text() == "অনুশীলন মোড · নমুনা তথ্য"
    assert not open_window().top_bar.practice_strip.isVisible()


@pytest.mark.parametrize("status", list(LinkStatus))
@pytest.mark.parametrize("code", ["bn", "en"])
def test_nothing_of_the_frame_is_cut_at_1366(
    open_window: Callable[..., MainWindow],
    notifier: Notifier,
    language: Language,
    code: str,
    status: LinkStatus,
) -> None:
    language.set(code)
    window = open_window()
    window.resize(1366, 738)
    notifier.on_link(LinkState(status, NOW - 59 * 60_000, 9 * 60_000))
    QApplication.processEvents()
    cut = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and not label.wordWrap() and label.sizeHint().width() > label.width()
    ]
    assert cut == []
    assert not window.status_bar.meaning.is_elided()
    for item in (*window.navigation.items.values(), window.navigation.outbox):
        assert item.needed_width() <= item.width(), item.text()
    bar = window.top_bar.menu_bar
    assert bar.width() >= bar.sizeHint().width()


def test_a_report_of_a_bug_quotes_no_data() -> None:
    try:
        raise ValueError("01700-000207")
    except ValueError as error:
        text = report(error)
    assert "ValueError" in text
    assert "test_a_report_of_a_bug_quotes_no_data" in text
    assert "01700" not in text
