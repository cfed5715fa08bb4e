"""The window before the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from wzpdcl_desktop.domain.errors import (
    InsecureAddress,
    NoNetwork,
    OfflinePasswordWrong,
    Problem,
    SignInRefused,
)
from wzpdcl_desktop.domain.people import Duty, KnownOfficer, ServerInfo
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.sign_in.parts import SignInContext
from wzpdcl_desktop.gui.sign_in.picture import SKY, SignInPicture
from wzpdcl_desktop.gui.sign_in.window import SignInWindow
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.services.settings import LAST_OFFICER, PRACTICE_ONLY, SERVER, Settings
from wzpdcl_desktop.services.sign_in import Opened

ADDRESS = "https://desk.example"
INFO = ServerInfo("West Zone", "পশ্চিমাঞ্চল", 1, 1, "e", False, 0, "0.1", "0.1")


class Door:
    """A sign-in service that answers as it is told."""

    def __init__(self) -> None:
        self.answer: Exception | None = None
        self.server: Exception | None = None
        self.asked: list[tuple[Any, ...]] = []

    def known(self) -> list[KnownOfficer]:
        return [KnownOfficer(ADDRESS, "xen.khulna1", Duty.OFFICE_HEAD, "Officer", "কর্মকর্তা", 0)]

    def check_server(self, url: str) -> ServerInfo:
        if self.server is not None:
            raise self.server
        return INFO

    def sign_in(self, server: str, duty: Duty, user_id: str, password: str) -> Opened:
        self.asked.append((server, duty, user_id, password))
        if self.answer is not None:
            raise self.answer
        return Opened(
            server, server, Path("folder"), b"k" * 32, None, user_id, duty, "Officer", "কর্মকর্তা", online=True
        )


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json")
    made.set(SERVER, ADDRESS)
    return made


@pytest.fixture
def open_window(
    qtbot: QtBot, door: Door, settings: Settings, tasks: TaskRunner, language: Language, theme: Theme
) -> Callable[[], SignInWindow]:
    def make() -> SignInWindow:
        window = SignInWindow(SignInContext(door, tasks, language, theme, settings, True, "0.1.0"))  # type: ignore[arg-type]
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(tasks.idle)
        return window

    return make


def type_in(field: QLineEdit, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_enter_signs_in_with_what_was_typed_in_either_digit_script(
    qtbot: QtBot, open_window: Callable[[], SignInWindow], door: Door, settings: Settings, tasks: TaskRunner
) -> None:
    window = open_window()
    type_in(window.form.ui.userEdit, "xen.khulna১")
    type_in(window.form.ui.passwordEdit, "secret")
    with qtbot.waitSignal(window.signed_in) as heard:
        qtbot.keyClick(window.form.ui.passwordEdit, Qt.Key.Key_Return)
    assert door.asked == [(ADDRESS, Duty.OFFICE_HEAD, "xen.khulna1", "secret")]
    assert heard.args[0].officer == "xen.khulna1"
    qtbot.waitUntil(tasks.idle)
    assert settings.get(LAST_OFFICER) == "xen.khulna1"


def test_who_is_not_to_be_remembered_is_not(
    qtbot: QtBot, open_window: Callable[[], SignInWindow], settings: Settings, tasks: TaskRunner
) -> None:
    window = open_window()
    window.form.ui.rememberBox.setChecked(False)
    type_in(window.form.ui.userEdit, "xen.khulna1")
    type_in(window.form.ui.passwordEdit, "secret")
    with qtbot.waitSignal(window.signed_in):
        window.form.submit()
    qtbot.waitUntil(tasks.idle)
    assert settings.get(LAST_OFFICER) == ""


def test_a_refusal_keeps_what_was_typed_and_says_what_to_do(
    qtbot: QtBot, open_window: Callable[[], SignInWindow], door: Door, tasks: TaskRunner, language: Language
) -> None:
    door.answer = SignInRefused(Problem(401, "wrong_password"))
    window = open_window()
    form = window.form
    form.duty.value = Duty.FEEDER_INCHARGE
    type_in(form.ui.userEdit, "xen.khulna1")
    type_in(form.ui.passwordEdit, "secret")
    form.submit()
    assert not form.button.isEnabled()
    qtbot.waitUntil(tasks.idle)
    assert form.button.isEnabled()
    assert (form.ui.userEdit.text(), form.ui.passwordEdit.text()) == ("xen.khulna1", "secret")
    assert form.duty.value is Duty.FEEDER_INCHARGE
    assert form.error.text == "ইউজার আইডি বা পাসওয়ার্ড মেলেনি। দুটিই দেখে পাসওয়ার্ড আবার লিখুন।"
    language.set("en")
    assert form.error.text.startswith("User ID or password does not match")


def test_without_a_password_nothing_is_asked(open_window: Callable[[], SignInWindow], door: Door) -> None:
    window = open_window()
    type_in(window.form.ui.userEdit, "xen.khulna1")
    window.form.submit()
    assert door.asked == []
    assert window.form.error.text == "পাসওয়ার্ড দেওয়া হয়নি। উপরে লিখুন।"


def test_offline_says_who_can_go_on(
    qtbot: QtBot, open_window: Callable[[], SignInWindow], door: Door, tasks: TaskRunner
) -> None:
    door.server = NoNetwork()
    window = open_window()
    assert "অফলাইনে ঢুকতে পারবেন" in window.form.note.text
    type_in(window.form.ui.userEdit, "someone.else")
    assert "প্রথমবার লগইনে নেটওয়ার্ক লাগে" in window.form.note.text
    door.server = None
    window.form._ask_server()
    qtbot.waitUntil(tasks.idle)
    assert window.form.note.text == ""


def test_circle_and_central_are_one_press_away(qtbot: QtBot, open_window: Callable[[], SignInWindow]) -> None:
    window = open_window()
    picker = window.form.duty
    assert not picker.other.isVisible()
    picker.more.click()
    qtbot.mouseClick(picker.other, Qt.MouseButton.LeftButton, pos=picker.other.rectangle("central").center())
    assert picker.value is Duty.CENTRAL
    assert picker.usual.value == ""
    qtbot.keyClick(picker.other, Qt.Key.Key_Left)
    assert picker.value is Duty.CIRCLE


def test_the_first_start_asks_for_the_address_and_shows_whose_it_is(
    qtbot: QtBot, open_window: Callable[[], SignInWindow], door: Door, settings: Settings, tasks: TaskRunner
) -> None:
    settings.set(SERVER, "")
    window = open_window()
    page = window.address
    assert page.isVisible()
    assert not page.back.isVisible()
    door.server = InsecureAddress()
    type_in(page.ui.addressEdit, "desk.example")
    page.submit()
    qtbot.waitUntil(tasks.idle)
    assert "https://" in page.error.text
    assert page.ui.addressEdit.text() == "desk.example"
    door.server = None
    page.submit()
    qtbot.waitUntil(tasks.idle)
    assert "পশ্চিমাঞ্চল" in page.found.text
    assert settings.get(SERVER) == ""
    page.submit()
    qtbot.waitUntil(tasks.idle)
    assert settings.get(SERVER) == ADDRESS
    assert window.form.isVisible()


def test_an_open_window_changes_its_language(
    qtbot: QtBot, open_window: Callable[[], SignInWindow], language: Language
) -> None:
    window = open_window()
    switch = window.form.switch
    assert window.form.ui.titleLabel.text() == "লগইন"
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rectangle("en").center())
    assert language.code == "en"
    assert window.form.ui.titleLabel.text() == "Sign in"
    assert window.windowTitle() == "WZPDCL Desktop"
    assert dict(window.form.duty.usual.options())["office_head"] == "Office head"


def cut_texts(window: QWidget) -> list[str]:
    """Texts of visible labels and boxes that do not fit where they stand."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QCheckBox) or not part.text():
            continue
        if part.sizeHint().width() > part.width() and not (isinstance(part, QLabel) and part.wordWrap()):
            found.append(part.text())
        if isinstance(part, QLabel) and part.wordWrap() and part.heightForWidth(part.width()) > part.height():
            found.append(part.text())
    return found


@pytest.mark.parametrize("code", ["bn", "en"])
def test_nothing_is_cut_at_1366(
    qtbot: QtBot,
    open_window: Callable[[], SignInWindow],
    door: Door,
    tasks: TaskRunner,
    language: Language,
    code: str,
) -> None:
    door.server, door.answer = NoNetwork(), OfflinePasswordWrong()
    language.set(code)
    window = open_window()
    window.resize(1366, 698)
    type_in(window.form.ui.userEdit, "xen.khulna1")
    type_in(window.form.ui.passwordEdit, "secret")
    window.form.duty.value = Duty.CENTRAL
    window.form.submit()
    qtbot.waitUntil(tasks.idle)
    assert window.form.error.isVisible()
    assert window.form.note.isVisible()
    qtbot.waitUntil(lambda: cut_texts(window) == [], timeout=2000)
    form = window.form
    for part in (form.button, form.practice, form.server_link, form.duty.usual, form.duty.other, form.switch):
        assert part.width() >= part.minimumSizeHint().width()
        assert part.height() >= part.minimumSizeHint().height()
    for text, font in window.picture.texts():
        assert QFontMetrics(font).horizontalAdvance(text) <= window.picture.width() - 120


def test_a_pc_for_practice_alone_offers_nothing_else(
    qtbot: QtBot, door: Door, tasks: TaskRunner, language: Language, theme: Theme, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.json", {PRACTICE_ONLY.key: True})
    window = SignInWindow(SignInContext(door, tasks, language, theme, settings))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    form = window.form
    assert form.isVisible()
    assert not form.ui.passwordEdit.isEnabled()
    assert not form.button.isEnabled()
    assert not form.server_link.isVisible()
    assert "অনুশীলন" in form.note.text
    form.refuse(NoNetwork())
    assert not form.button.isEnabled(), "a failed start of the practice server opens no other way"
    with qtbot.waitSignal(window.practice_requested):
        form.practice.click()
    qtbot.waitUntil(tasks.idle)


def test_an_address_set_by_policy_cannot_be_changed(
    qtbot: QtBot, door: Door, tasks: TaskRunner, language: Language, theme: Theme, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.json", {SERVER.key: ADDRESS})
    window = SignInWindow(SignInContext(door, tasks, language, theme, settings))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    assert window.form.isVisible()
    assert not window.form.server_link.isVisible()
    qtbot.waitUntil(tasks.idle)


def test_a_refusal_goes_when_the_next_try_is_typed(
    qtbot: QtBot, open_window: Callable[[], SignInWindow], door: Door, tasks: TaskRunner
) -> None:
    door.answer = SignInRefused(Problem(401, "wrong_password"))
    window = open_window()
    form = window.form
    type_in(form.ui.userEdit, "xen.khulna1")
    type_in(form.ui.passwordEdit, "secret")
    form.submit()
    qtbot.waitUntil(lambda: form.error.text != "")
    type_in(form.ui.passwordEdit, "s")
    assert form.error.text == ""
    assert not form.error.isVisible()
    assert not form.ui.passwordEdit.property("error")


@pytest.mark.parametrize("height", [472, 560, 614, 768])
def test_no_pole_stands_in_the_sentence(theme: Theme, qtbot: QtBot, height: int) -> None:
    picture = SignInPicture(theme)
    qtbot.addWidget(picture)
    picture.resize(picture.width(), height)
    image = picture.grab().toImage()
    beside = {image.pixelColor(x, y).name() for x in range(46) for y in range(124, 208)}
    assert beside == {SKY.name()}
