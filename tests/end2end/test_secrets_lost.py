"""The password is another one, or the keyring is lost: it is said, nothing is deleted, and work goes on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import update

from central_api.auth import hash_password
from central_api.models import Account, StoreKey
from tests.end2end.desk import HEAD, Pc
from tests.end2end.surroundings import files_of, in_bangla
from tests.end2end.test_line import end_sessions
from tests.end2end.test_people import senders, write_without_line
from tests.integration.sync_support import Line
from tests.support.central import PASSWORD, CentralHandle
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.journey.robot import click, until, write

NEW_PASSWORD = "another-2026-password"
KEPT, LATER, HALF = "লাইন ছাড়া লেখা, রাখা আছে।", "পুরোনো পাসওয়ার্ডে লেখা।", "অর্ধেক লেখা"
LOST, OTHER_KEY = "চাবি হারানোর আগে লেখা।", "অন্য চাবি আসার আগে লেখা।"


@contextmanager
def new_password(central: CentralHandle) -> Iterator[None]:
    """The head chose another password elsewhere: all sign-ins of before have ended."""

    def choose(password: str) -> None:
        with central.database().write() as session:
            changed = update(Account).where(Account.officer == HEAD)
            session.execute(changed.values(password_hash=hash_password(password)))

    choose(NEW_PASSWORD)
    end_sessions(central, HEAD)
    try:
        yield
    finally:
        choose(PASSWORD)


def test_after_the_password_was_changed_elsewhere_the_same_officer_goes_on_with_the_new_one(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    pc.sign_in_and_load()
    first, second = pc.complaints()[:2]
    write_without_line(pc, line, first, KEPT)
    pc.begin(Action.MESSAGE, second, HALF)
    with new_password(central):
        line.up()
        pc.wait_for_line(LinkStatus.SIGNED_OUT)
        assert pc.banner == "লগইনের মেয়াদ শেষ। কাজ চলবে, পাঠাতে লগইন লাগবে।"
        assert (pc.typed, pc.waiting()) == (HALF, [(first, KEPT)])
        assert pc.complaints(), "what is here can be read on"

        dialog = pc.sign_in_again_dialog()
        for password, answer in ((PASSWORD, in_bangla("wrong_password")), (NEW_PASSWORD, "")):
            dialog.password.clear()
            write(dialog.password, password)
            click(dialog.button)
            until(lambda answer=answer: dialog.error.text == answer, "the answer")  # type: ignore[misc]
        pc.wait_for_line(LinkStatus.ONLINE)
        pc.wait_until_all_is_sent()
        assert senders(central, first, KEPT) == [HEAD]

        # From now on the new one opens the desk without a line too, and the old one does not.
        line.down()
        pc.switch_off()
        pc.switch_on()
        assert pc.try_sign_in(HEAD, PASSWORD) == in_bangla("offline_password_wrong")
        assert pc.try_sign_in(HEAD, NEW_PASSWORD) == ""
        line.up()
        pc.wait_for_line(LinkStatus.ONLINE)


def test_work_of_before_the_new_password_goes_out_after_a_sign_in_with_it(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    pc.sign_in_and_load()
    complaint = pc.complaints()[0]
    write_without_line(pc, line, complaint, LATER)
    pc.switch_off()
    with new_password(central):
        line.up()
        pc.switch_on()
        assert pc.try_sign_in(HEAD, NEW_PASSWORD) == ""
        pc.settle()
        pc.wait_until_all_is_sent()
        assert senders(central, complaint, LATER) == [HEAD]


def test_a_lost_keyring_is_made_good_by_the_server_and_nothing_is_deleted(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    pc.sign_in_and_load()
    complaint = pc.complaints()[0]
    write_without_line(pc, line, complaint, LOST)
    pc.switch_off()
    shutil.rmtree(pc.folder / "data" / "secrets")
    before = files_of(pc.store_folder)

    pc.switch_on()
    assert pc.try_sign_in() == in_bangla("server_down")
    assert files_of(pc.store_folder) == before
    line.up()
    assert pc.try_sign_in() == ""
    pc.settle()
    pc.wait_until_all_is_sent()
    assert senders(central, complaint, LOST) == [HEAD]


def test_a_key_that_does_not_fit_is_refused_and_the_stores_stay_for_the_right_one(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    pc.sign_in_and_load()
    complaint = pc.complaints()[0]
    write_without_line(pc, line, complaint, OTHER_KEY)
    pc.switch_off()
    shutil.rmtree(pc.folder / "data" / "secrets")
    before = files_of(pc.store_folder)
    mine = update(StoreKey).where(StoreKey.officer == HEAD)
    with central.database().write() as session:
        right = {row.device: row.key for row in session.query(StoreKey).where(StoreKey.officer == HEAD)}
        session.execute(mine.values(key="A" * 43 + "="))
    line.up()
    pc.switch_on()
    assert pc.try_sign_in() == in_bangla("wrong_key")
    assert files_of(pc.store_folder) == before

    with central.database().write() as session:  # the ICT department finds the old key again
        for device, key in right.items():
            session.execute(mine.where(StoreKey.device == device).values(key=key))
    assert pc.try_sign_in() == ""
    pc.settle()
    pc.wait_until_all_is_sent()
    assert senders(central, complaint, OTHER_KEY) == [HEAD]
