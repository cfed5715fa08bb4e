"""What can go wrong at the door: each case says in Bangla what happened and what to do."""

from __future__ import annotations

from pathlib import Path

import keyring
from keyring.backends import null
from PySide6.QtWidgets import QApplication

from tests.end2end.desk import HEAD, Pc
from tests.end2end.surroundings import OtherProgram, in_bangla
from tests.integration.sync_support import Line
from tests.support.central import PASSWORD, CentralHandle
from wzpdcl_desktop.domain.people import Action, Duty

#: All that this folder's tests see happen, by the code of the error.
CASES = (
    "wrong_password",
    "account_locked",
    "wrong_duty",
    "account_disabled",
    "server_down",
    "session_ended",
    "disk_full",
    "store_damaged",
    "store_newer",
    "store_in_use",
    "keyring_missing",
)


def test_no_two_things_that_go_wrong_sound_alike(pc: Pc) -> None:
    pc.switch_on()
    assert len({in_bangla(code) for code in CASES}) == len(CASES)


def test_a_wrong_password_says_so_and_keeps_what_was_typed(pc: Pc) -> None:
    pc.switch_on()
    assert pc.try_sign_in(HEAD, "not-the-password") == in_bangla("wrong_password")
    form = pc.sign_in_window.form
    assert (form.ui.userEdit.text(), form.ui.passwordEdit.text()) == (HEAD, "not-the-password")
    assert form.button.isEnabled()
    pc.sign_in()


def test_a_duty_that_is_not_held_says_so(pc: Pc) -> None:
    pc.switch_on()
    assert pc.try_sign_in(HEAD, PASSWORD, Duty.CIRCLE) == in_bangla("wrong_duty")
    pc.sign_in()


def test_a_locked_account_says_how_long_to_wait_even_with_the_right_password(pc: Pc) -> None:
    pc.switch_on()
    for _ in range(5):
        assert pc.try_sign_in("xen.khulna2", "guess") == in_bangla("wrong_password")
    said = pc.try_sign_in("xen.khulna2", PASSWORD)
    assert said == in_bangla("account_locked")
    assert "১৫ মিনিট" in said


def test_a_closed_account_says_whom_to_call(pc: Pc) -> None:
    pc.switch_on()
    assert pc.try_sign_in("gone.khulna1") == in_bangla("account_disabled")


def test_without_the_server_the_first_sign_in_says_so(pc: Pc, line: Line) -> None:
    line.down()
    pc.switch_on()
    assert pc.try_sign_in() == in_bangla("server_down")
    line.up()
    pc.sign_in()


def test_a_pc_without_a_keyring_says_so_and_keeps_no_key_in_a_file(
    qt: QApplication, central: CentralHandle, tmp_path: Path
) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    pc = Pc(qt, tmp_path / "pc", central.url, secrets="keyring")
    try:
        pc.switch_on()
        assert pc.try_sign_in() == in_bangla("keyring_missing")
        assert not list((tmp_path / "pc" / "data").glob("**/*.secret"))
        assert not list((tmp_path / "pc" / "data").glob("**/*.db"))
    finally:
        pc.switch_off()
        keyring.set_keyring(before)


def test_a_second_program_is_told_that_one_is_open_and_the_first_works_on(pc: Pc) -> None:
    pc.sign_in_and_load()
    second = OtherProgram("sign-in", pc.folder, pc.server)
    assert second.hear()["said"] == in_bangla("store_in_use")
    assert second.close() == 0
    command = pc.act(Action.MESSAGE, pc.complaints()[0], "প্রথম জানালাটি চলছে।")
    assert command
    pc.wait_until_all_is_sent()
