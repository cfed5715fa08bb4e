"""An officer is moved while work waits: the old rows leave the disk, the work is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from PySide6.QtCore import Qt
from sqlalchemy import select, update

from central_api import customers
from central_api.clock import SystemClock
from central_api.models import Account, Feeder, Reference
from tests.end2end.desk import HEAD, Pc
from tests.end2end.surroundings import open_bytes
from tests.end2end.test_people import BAGMARA, of_feeder, senders, write_without_line
from tests.end2end.test_scope import all_numbers, numbers_on_the_server, sign_out
from tests.integration.sync_support import Line
from tests.support.central import FEEDERS, CentralHandle, complaint_given
from wzpdcl_desktop.domain.commands import CommandState
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.conflicts import Choice
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.journey.robot import press, until

OTHER_OFFICE = "khulna-2"
OLD_FEEDER = "khulna-1-dolkhola"
#: Of a customer of the old office: nothing else has these letters.
NAME, PLACE = "ঝঞ্ঝানাথ", "ঢ্যাঁড়সপাড়া"
NEW_FEEDERS, NEW_NAME = ["khulna-2-stadium"], "নতুন দপ্তর"
AS_HEAD = "প্রধান থাকতে লেখা, এখনো পাঠানো হয়নি।"
TEXT = "আগের দপ্তরের কাজ, কাল শেষ হবে।"


@contextmanager
def account(central: CentralHandle, **changed: Any) -> Iterator[None]:
    """The head's account is another one for a while."""
    mine = Account.officer == HEAD
    with central.database().read() as session:
        row = session.scalars(select(Account).where(mine)).one()
        before = {name: getattr(row, name) for name in changed}
    with central.database().write() as session:
        session.execute(update(Account).where(mine).values(**changed))
    try:
        yield
    finally:
        with central.database().write() as session:
            session.execute(update(Account).where(mine).values(**before))


@contextmanager
def feeder_of_the_head(central: CentralHandle, feeder: str) -> Iterator[None]:
    """The head looks after a feeder for a while."""

    def give(incharge: str | None) -> None:
        with central.database().write() as session:
            session.execute(update(Feeder).where(Feeder.id == feeder).values(incharge=incharge))

    give(HEAD)
    try:
        yield
    finally:
        give(FEEDERS[feeder][2])


def name_the_new_office(central: CentralHandle) -> None:
    with central.database().write() as session:
        office = session.get_one(Reference, ("office", OTHER_OFFICE))
        office.data = {**office.data, "name_bn": NEW_NAME}


def a_customer_of_the_old_office(central: CentralHandle) -> int:
    given = cast(
        "customers.NewComplaint", {**complaint_given(OLD_FEEDER), "customer": NAME, "locality": PLACE}
    )
    with central.database().write() as session:
        return customers.new_complaint(session, SystemClock(), given)


def test_a_head_moved_to_another_office_has_its_rows_and_none_of_the_old_one(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    complaint = a_customer_of_the_old_office(central)
    name_the_new_office(central)
    pc.sign_in_and_load()
    key, folder = pc.desk.opened.key, pc.store_folder
    assert NAME.encode() in open_bytes(folder / "cache.db", key), "that is how it would be found"
    write_without_line(pc, line, complaint, TEXT)
    with account(central, office=OTHER_OFFICE):
        line.up()
        pc.wait_for_line(LinkStatus.ONLINE)
        until(
            lambda: [one.state for one in pc.desk.outbox.items()] == [CommandState.REFUSED], "the answer", 60
        )
        expected = numbers_on_the_server(central, "office", [OTHER_OFFICE])
        until(lambda: all_numbers(pc) == expected, "the rows of the new office alone", 60)
        until(lambda: pc.panels.queue.bar.feeders.offered == NEW_FEEDERS, "the feeders of the new office")
        assert pc.window.windowTitle().endswith(NEW_NAME)
        for word in (NAME, PLACE):
            assert word.encode() not in open_bytes(folder / "cache.db", key)

        assert pc.waiting() == [(complaint, TEXT)]
        pc.panels.conflicts.open(pc.desk.outbox.items()[0].command.command_id)
        until(lambda: pc.panels.conflicts.dialog is not None, "the dialog")
        dialog = pc.panels.conflicts.dialog
        assert dialog is not None
        assert "আপনার এলাকায় আর নেই" in dialog.lead.text()
        assert dialog.text.text() == TEXT
        assert set(dialog.clash.refusals) == {Choice.MINE, Choice.MESSAGE}
        dialog.reject()
        pc.switch_off()
        for word in (NAME, PLACE):
            assert word.encode() not in open_bytes(folder / "cache.db", key)
    assert senders(central, complaint, TEXT) == []


def test_a_head_who_becomes_in_charge_of_a_feeder_has_its_rows_and_buttons_and_the_work_of_before(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    pc.sign_in_and_load()
    complaint = of_feeder(central, BAGMARA)[0]
    write_without_line(pc, line, complaint, AS_HEAD)
    with (
        account(central, duties=[Duty.FEEDER_INCHARGE.value]),
        feeder_of_the_head(central, OLD_FEEDER),
    ):
        line.up()
        pc.wait_for_line(LinkStatus.SIGNED_OUT)
        until(lambda: pc.desk.reader.digest()["complaints"] == 0, "the rows to leave this PC", 60)
        assert pc.complaints() == []
        assert pc.waiting() == [(complaint, AS_HEAD)]
        sign_out(pc)

        assert pc.try_sign_in(HEAD, duty=Duty.FEEDER_INCHARGE) == ""
        pc.wait_for_all_complaints()
        assert all_numbers(pc) == numbers_on_the_server(central, "feeder", [OLD_FEEDER])
        assert pc.waiting() == [], "what the head began is not the in-charge's"
        own = {Action.ACCEPT, Action.MESSAGE, Action.CANCEL}
        pc.select(pc.complaints(View.INBOX)[0])
        assert pc.enabled_actions() == own
        press(pc.panels.queue.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        until(lambda: len(pc.panels.queue.table.chosen) == 2, "two to be selected")
        assert set(pc.panels.queue.bar.selection.buttons) == own, "nothing to reassign many with"
        assert pc.enabled_actions() == own
        sign_out(pc)

        # The text is not lost: the desk of before opens, empty but for what waits.
        assert pc.try_sign_in(HEAD) == ""
        pc.wait_for_line(LinkStatus.SIGNED_OUT)
        assert pc.waiting() == [(complaint, AS_HEAD)]
        assert pc.complaints() == []
        assert senders(central, complaint, AS_HEAD) == []
