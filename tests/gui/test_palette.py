"""The palette, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import NUMBERS, WorkDesk, type_text, work_desk
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.reference import Officer
from wzpdcl_desktop.gui.actions import SPECS, Actions
from wzpdcl_desktop.gui.dialogs.officer import OfficerDialog
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.palette.matching import rank, words_of
from wzpdcl_desktop.gui.palette.palette import Palette
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import Button

KEY = Qt.Key


class Window(QWidget):
    """The queue with the palette over it."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__()
        self.queue = QueuePanel(desk.context)
        QVBoxLayout(self).addWidget(self.queue)
        self.palette_ = Palette(
            desk.context, self, lambda action: f"not {action}", lambda: self.queue.bar.feeders.offered
        )
        self.palette_.complaint_wanted.connect(self.queue.reveal)
        self.palette_.feeder_wanted.connect(self.queue.show_feeder)
        opener = desk.context.actions.get("edit.palette")
        opener.triggered.connect(self.palette_.toggle)
        self.addActions([desk.context.actions.get(spec.id) for spec in SPECS])


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


@pytest.fixture
def window(desk: WorkDesk, qtbot: QtBot) -> Window:
    made = Window(desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    made.queue.show_view(View.INBOX)
    qtbot.waitUntil(lambda: made.queue.model.ids == list(NUMBERS))
    made.queue.table.setFocus()
    qtbot.waitUntil(lambda: desk.context.tasks.idle())
    return made


@pytest.fixture
def palette(desk: WorkDesk, window: Window, qtbot: QtBot) -> Palette:
    """Opened with Ctrl+K from the table."""
    press(window.queue.table, KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_.isVisible()
    assert window.palette_.edit.hasFocus()
    qtbot.waitUntil(desk.context.tasks.idle)
    return window.palette_


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifier)


def titles(palette: Palette) -> list[str]:
    return [entry.title for entry in palette.shown]


def test_it_offers_every_action_once_with_its_key(palette: Palette, actions: Actions) -> None:
    offered = {spec.id for spec in SPECS} - {"edit.palette"}
    assert len(palette.shown) == len(offered)
    assert set(titles(palette)) == {actions.get(one).text() for one in offered}
    keys = {entry.title: entry.keys for entry in palette.shown}
    assert keys["আউটবক্স"] == "Ctrl ৮"
    assert keys["সেটিংস"] == "Ctrl ,"


def test_what_cannot_be_done_says_why_stands_last_and_does_nothing(
    window: Window, actions: Actions, qtbot: QtBot
) -> None:
    done: list[bool] = []
    actions.get("edit.undo").setEnabled(False)
    actions.get("edit.undo").triggered.connect(done.append)
    window.palette_.open()
    type_text(window.palette_.edit, "undo")
    entry = next(one for one in window.palette_.shown if one.title == "ফিরিয়ে নিন")
    assert entry.detail == "not edit.undo"
    press(window.palette_.edit, KEY.Key_Return)
    assert window.palette_.isVisible()
    assert not done


@pytest.mark.parametrize("typed", ["চলমান", "progress", "in prog", "prgrs", "ctrl+2", "ctrl+২"])
def test_a_list_is_found_in_either_language_and_opened_by_enter(
    window: Window, palette: Palette, actions: Actions, qtbot: QtBot, typed: str
) -> None:
    type_text(palette.edit, typed)
    assert titles(palette)[0] == "চলমান"
    with qtbot.waitSignal(actions.get("view.in_progress").triggered):
        press(palette.edit, KEY.Key_Return)
    assert not palette.isVisible()


def test_esc_gives_the_focus_back(window: Window, palette: Palette) -> None:
    type_text(palette.edit, "xyz")
    press(palette.edit, KEY.Key_Escape)
    assert not palette.isVisible()
    assert window.queue.table.hasFocus()
    window.queue.bar.search.setFocus()
    for _ in range(2):
        press(QGuiApplication.focusObject(), KEY.Key_K, Qt.KeyboardModifier.ControlModifier)  # type: ignore[arg-type]
    assert not palette.isVisible()
    assert window.queue.bar.search.hasFocus()


def test_the_keys_of_the_window_do_not_act_behind_it(palette: Palette, actions: Actions) -> None:
    acted: list[bool] = []
    actions.get("complaint.accept").triggered.connect(acted.append)
    actions.get("complaint.accept").setEnabled(True)
    press(palette.edit, KEY.Key_F5)
    assert not acted
    assert palette.isVisible()


@pytest.mark.parametrize("typed", ["418215", "৪১৮২১৫", "পোড়া গন্ধ", "০১৭০০-০০০২০৭ আব্দুল্লাহ", "মৌলভীপাড়া"])
def test_a_complaint_is_found_by_number_mobile_name_and_place(
    window: Window, palette: Palette, qtbot: QtBot, typed: str
) -> None:
    type_text(palette.edit, typed)
    press(palette.edit, KEY.Key_Return)  # before the answer is here: it is opened once it is
    qtbot.waitUntil(lambda: window.queue.current == 418215)
    assert not palette.isVisible()


def test_a_complaint_of_another_list_is_found_too(
    window: Window, palette: Palette, actions: Actions, qtbot: QtBot
) -> None:
    actions.get("view.resolved").triggered.connect(lambda: window.queue.show_view(View.RESOLVED))
    type_text(palette.edit, "৪১৮১০১")
    qtbot.waitUntil(lambda: any(title.startswith("৪১৮১০১") for title in titles(palette)))
    assert "সমাধান হয়েছে" in palette.shown[0].detail
    press(palette.edit, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.queue.current == 418101)


@pytest.mark.parametrize("typed", ["tutpara", "টুটপাড়া"])
def test_a_feeder_filters_the_list(window: Window, palette: Palette, qtbot: QtBot, typed: str) -> None:
    type_text(palette.edit, typed)
    qtbot.waitUntil(lambda: "টুটপাড়া" in titles(palette))
    while palette.current is None or palette.current.title != "টুটপাড়া":
        press(palette.edit, KEY.Key_Down)
    press(palette.edit, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.queue.model.ids == [418218])
    assert window.queue.bar.feeders.chosen == {"tutpara"}
    assert window.queue.table.hasFocus()


def test_an_officer_is_found_and_can_be_called(
    desk: WorkDesk, window: Window, palette: Palette, qtbot: QtBot
) -> None:
    wanted: list[Officer] = []
    palette.officer_wanted.connect(wanted.append)
    type_text(palette.edit, "zakir hos")
    qtbot.waitUntil(lambda: "জাকির হোসেন" in titles(palette))
    press(palette.edit, KEY.Key_Return)
    assert [one.id for one in wanted] == ["zakir"]
    officer = Officer("o", "Zakir", "জাকির", "SDE", "এসডিই", None, "+8801711000001", "")
    called: list[QUrl] = []
    dialog = OfficerDialog(desk.context, officer, window, open_url=called.append)
    qtbot.addWidget(dialog)
    dialog.show()
    buttons = {button.text(): button for button in dialog.findChildren(Button)}
    press(buttons["কল করুন"], KEY.Key_Space)
    press(buttons["নম্বর কপি করুন"], KEY.Key_Space)
    assert called == [QUrl("tel:+8801711000001")]
    assert QGuiApplication.clipboard().text() == "+8801711000001"


def test_nothing_found_says_what_to_do(palette: Palette, qtbot: QtBot) -> None:
    type_text(palette.edit, "qqqq")
    assert palette.shown == []
    assert palette.current is None
    assert "কিছু পাওয়া যায়নি" in palette.edit.accessibleDescription()
    press(palette.edit, KEY.Key_Return)
    assert palette.isVisible()


def test_arrows_walk_over_headings_and_are_spoken(palette: Palette) -> None:
    seen = []
    for _ in palette.shown:
        assert palette.current is not None
        seen.append(palette.current.title)
        assert palette.edit.accessibleDescription().startswith(palette.current.title)
        press(palette.edit, KEY.Key_Down)
    assert seen == titles(palette)


def test_it_speaks_the_language_of_now(window: Window, language: Language, qtbot: QtBot) -> None:
    language.set("en")
    window.palette_.open()
    type_text(window.palette_.edit, "সমাধান")
    assert "Resolved" in titles(window.palette_)
    language.set("bn")
    assert not window.palette_.isVisible()


def test_words_match_their_beginning_first() -> None:
    assert rank(words_of("in"), words_of("Inbox")) == 0
    inside, spread = rank(words_of("box"), words_of("Inbox")), rank(words_of("ibx"), words_of("Inbox"))
    assert inside is not None
    assert spread is not None
    assert 0 < inside < spread
    assert rank(words_of("box y"), words_of("Inbox")) is None
    assert rank(words_of("ctrl 5"), words_of("Ctrl+1")) is None
    assert rank(words_of("০১৭০০-০০০"), words_of("01700000207")) == 0
