"""The settings and the page of keys, by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import NUMBERS, WorkDesk, type_text, work_desk
from tests.unit.cache.samples import NOW
from wzpdcl_desktop import app
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.gui.actions import SPECS, Actions
from wzpdcl_desktop.gui.dialogs.keys import KeysDialog, as_text, key_groups
from wzpdcl_desktop.gui.dialogs.setting_words import OWN, WORDS
from wzpdcl_desktop.gui.dialogs.settings import SettingsDialog
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import Button
from wzpdcl_desktop.services.settings import (
    ALL,
    LANGUAGE,
    LAST_OFFICER,
    REDUCED_MOTION,
    REMEMBER,
    SERVER,
    THEME,
    UI_SCALE,
    UNDO_SECONDS,
    Settings,
)

KEY = Qt.Key


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


@pytest.fixture
def dialog(desk: WorkDesk, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(desk.context)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def kept(desk: WorkDesk, tmp_path: Path, qtbot: QtBot) -> Settings:
    """The settings as the next start would read them."""
    qtbot.waitUntil(desk.context.tasks.idle)
    return Settings(tmp_path / "settings.json")


def test_every_declared_setting_has_words_or_is_the_programs_own() -> None:
    assert {setting.key for setting in ALL} == set(WORDS) | OWN
    assert not set(WORDS) & OWN


def test_language_and_colours_change_at_once_and_stay(
    desk: WorkDesk, dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog.rows[LANGUAGE.key].field, KEY.Key_Right)
    assert desk.context.language.code == "en"
    assert dialog.windowTitle() == "Settings"
    assert dialog.rows[THEME.key].title == "Colours"
    for _ in range(2):
        QTest.keyClick(dialog.rows[THEME.key].field, KEY.Key_Right)
    assert desk.context.theme.dark
    assert desk.context.actions.get("view.theme.dark").isChecked()
    again = kept(desk, tmp_path, qtbot)
    assert (again.get(LANGUAGE), again.get(THEME)) == ("en", "dark")


def test_the_time_to_undo_holds_for_the_next_action_and_is_never_nought(
    desk: WorkDesk, dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    spin = dialog.rows[UNDO_SECONDS.key].field
    assert isinstance(spin, QSpinBox)
    spin.setValue(0)
    assert spin.value() == 5
    for _ in range(35):
        QTest.keyClick(spin, KEY.Key_Up)
    assert kept(desk, tmp_path, qtbot).get(UNDO_SECONDS) == 40
    queued = desk.context.complaints.message(NUMBERS[0], "আসছি")
    assert queued.undo_until == NOW + 40_000


def test_the_user_id_is_forgotten_as_soon_as_it_is_not_to_be_remembered(
    desk: WorkDesk, dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.context.settings.set(LAST_OFFICER, "xen.khulna1")
    tick = dialog.rows[REMEMBER.key].field
    assert isinstance(tick, QCheckBox)
    QTest.keyClick(tick, KEY.Key_Space)
    again = kept(desk, tmp_path, qtbot)
    assert (again.get(REMEMBER), again.get(LAST_OFFICER)) == (False, "")


def test_an_address_without_protection_is_refused_and_a_good_one_kept(
    desk: WorkDesk, dialog: SettingsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    row = dialog.rows[SERVER.key]
    edit = row.field
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "http://central.example")
    QTest.keyClick(edit, KEY.Key_Return)
    assert dialog.isVisible()
    assert row.error.text
    assert kept(desk, tmp_path, qtbot).get(SERVER) == ""
    edit.clear()
    QTest.keyClicks(edit, "central.example/")
    QTest.keyClick(edit, KEY.Key_Return)
    assert not row.error.text
    assert kept(desk, tmp_path, qtbot).get(SERVER) == "https://central.example"


@pytest.mark.parametrize("words", ["ফিরিয়ে", "undo"])
def test_a_setting_is_found_by_words_of_either_language(dialog: SettingsDialog, words: str) -> None:
    type_text(dialog.search, words)
    assert [key for key, row in dialog.rows.items() if row.isVisible()] == [UNDO_SECONDS.key]
    type_text(dialog.search, "xyz")
    assert not any(row.isVisible() for row in dialog.rows.values())


@pytest.mark.parametrize("code", ["bn", "en"])
def test_no_word_of_the_dialogs_is_cut(
    desk: WorkDesk, dialog: SettingsDialog, qtbot: QtBot, code: str
) -> None:
    desk.context.language.set(code)
    keys = KeysDialog(desk.context)
    qtbot.addWidget(keys)
    keys.show()

    def whole() -> None:
        for label in (*dialog.findChildren(QLabel), *keys.findChildren(QLabel)):
            if label.isVisible() and label.text():
                room = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
                assert label.height() >= room - 1, label.text()
                assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()

    qtbot.waitUntil(lambda: whole() is None)  # the rows take their heights anew


def test_the_size_is_given_to_qt_before_it_starts(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    environment: dict[str, str] = {}
    app.scale(settings, environment)
    assert environment == {}
    settings.set(UI_SCALE, 150)
    app.scale(settings, environment)
    assert environment == {"QT_SCALE_FACTOR": "1.5"}
    settings.set(UI_SCALE, 200)
    app.scale(settings, environment)
    assert environment == {"QT_SCALE_FACTOR": "1.5"}, "who gave it from outside has the last word"


@pytest.fixture
def window(desk: WorkDesk, qtbot: QtBot) -> MainWindow:
    made = MainWindow(desk.context, QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (KEY.Key_F1, Qt.KeyboardModifier.NoModifier, KeysDialog),
        (KEY.Key_Comma, Qt.KeyboardModifier.ControlModifier, SettingsDialog),
    ],
)
def test_a_key_opens_the_dialog_and_esc_closes_it(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, kind: type[QWidget]
) -> None:
    QTest.keyClick(window, key, modifier)
    dialog = window.findChild(kind)
    assert dialog is not None
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, KEY.Key_Escape)


def test_a_note_fades_in_unless_motion_is_not_wanted(
    desk: WorkDesk, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_toast("এক")
    veil = window.toast.graphicsEffect()
    assert veil.isEnabled()
    qtbot.waitUntil(lambda: not veil.isEnabled())
    desk.context.settings.set(REDUCED_MOTION, True)
    window.show_toast("দুই")
    assert not veil.isEnabled()


@pytest.mark.parametrize(("code", "title", "list_key"), [("bn", "দেখুন", "Ctrl ১"), ("en", "View", "Ctrl 1")])
def test_the_page_holds_every_key_of_the_one_list(
    actions: Actions, language: Language, code: str, title: str, list_key: str
) -> None:
    language.set(code)
    groups = key_groups(actions, language)
    lines = [line for group in groups for line in group.lines]
    for spec in SPECS:
        if spec.shortcuts:
            assert actions.get(spec.id).text() in [what for what, _keys in lines], spec.id
    assert title in [group.title for group in groups]
    assert (actions.get(f"view.{View.INBOX.value}").text(), (list_key,)) in lines
    one, cancel = ("১", "৪") if code == "bn" else ("1", "4")
    assert (actions.get("complaint.accept").text(), (one, "F5")) in lines
    assert (actions.get("complaint.cancel").text(), (cancel, "F7")) in lines


def test_no_key_does_two_things() -> None:
    keys = [QKeySequence(key).toString() for spec in SPECS for key in spec.shortcuts]
    assert len(keys) == len(set(keys))


def test_the_page_is_copied_as_text(
    desk: WorkDesk, actions: Actions, language: Language, qtbot: QtBot
) -> None:
    dialog = KeysDialog(desk.context)
    qtbot.addWidget(dialog)
    dialog.show()
    button = next(one for one in dialog.findChildren(Button) if one.text() == "লেখা হিসেবে কপি করুন")
    QTest.keyClick(button, KEY.Key_Space)
    text = QGuiApplication.clipboard().text()
    assert text == as_text(key_groups(actions, language))
    line = next(line for line in text.splitlines() if "Ctrl K" in line)
    assert line.endswith(actions.get("edit.palette").text())


def test_the_number_has_room_in_its_box(dialog: SettingsDialog) -> None:
    spin = dialog.rows[UNDO_SECONDS.key].field
    assert isinstance(spin, QSpinBox)
    line = spin.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "১৫ সেকেন্ড"
    assert line.width() >= line.fontMetrics().horizontalAdvance(line.text())


def test_a_setting_that_policy_fixes_is_locked_and_says_so(
    desk: WorkDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    fixed = Settings(tmp_path / "fixed.json", {SERVER.key: "https://central.example"})
    dialog = SettingsDialog(replace(desk.context, settings=fixed))
    qtbot.addWidget(dialog)
    dialog.show()
    row = dialog.rows[SERVER.key]
    assert not row.field.isEnabled()
    assert row.value == "https://central.example"
    assert "আইসিটি" in row.field.accessibleDescription()
    assert dialog.rows[THEME.key].field.isEnabled()
