"""An officer is moved while work waits: the old rows leave the disk, the work is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from sqlalchemy import select, update

from central_api import customers
from central_api.clock import SystemClock
from central_api.models import Account, Reference
from tests.end2end.desk import HEAD, Pc
from tests.end2end.surroundings import open_bytes
from tests.end2end.test_people import senders, write_without_line
from tests.end2end.test_scope import all_numbers, numbers_on_the_server
from tests.integration.sync_support import Line
from tests.support.central import CentralHandle, complaint_given
from wzpdcl_desktop.domain.commands import CommandState
from wzpdcl_desktop.domain.conflicts import Choice
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.journey.robot import until

OTHER_OFFICE = "khulna-2"
OLD_FEEDER = "khulna-1-dolkhola"
#: Of a customer of the old office: nothing else has these letters.
NAME, PLACE = "ঝঞ্ঝানাথ", "ঢ্যাঁড়সপাড়া"
NEW_FEEDERS, NEW_NAME = ["khulna-2-stadium"], "নতুন দপ্তর"
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
