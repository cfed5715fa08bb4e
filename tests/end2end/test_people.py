"""Officers lose feeders and accounts, and share PCs: rows leave the disk, waiting work stays its owner's."""

from __future__ import annotations

from sqlalchemy import select, update

from central_api.models import Account, Complaint, Feeder
from tests.end2end.desk import HEAD, Pc
from tests.end2end.test_scope import all_numbers, sign_out
from tests.integration.sync_support import Line
from tests.support.central import CentralHandle
from wzpdcl_desktop.domain.commands import CommandState
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.conflicts import Choice
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.journey.robot import until

IN_CHARGE, NEIGHBOUR = "sae1.khulna1", "sae2.khulna1"
BAGMARA, FERRYGHAT = "khulna-1-bagmara", "khulna-1-ferryghat"


def of_feeder(central: CentralHandle, feeder: str, state: str = "inbox") -> list[int]:
    with central.database().read() as session:
        wanted = select(Complaint.id).where(Complaint.feeder == feeder, Complaint.state == state)
        return list(session.scalars(wanted.order_by(Complaint.id)))


def senders(central: CentralHandle, complaint: int, text: str) -> list[str]:
    """Under whose name the server has a text."""
    with central.database().read() as session:
        return [one["by"] for one in session.get_one(Complaint, complaint).timeline if one["text"] == text]


def write_without_line(pc: Pc, line: Line, complaint: int, text: str) -> None:
    line.down()
    pc.wait_for_line(LinkStatus.SERVER_DOWN, LinkStatus.NO_NETWORK)
    pc.complaints()
    pc.act(Action.MESSAGE, complaint, text)
    assert pc.waiting() == [(complaint, text)]


def test_a_feeder_given_to_another_leaves_the_disk_and_waiting_work_on_it_is_told(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    lost = of_feeder(central, BAGMARA)
    pc.sign_in_and_load(IN_CHARGE, Duty.FEEDER_INCHARGE)
    assert set(lost) <= all_numbers(pc)
    write_without_line(pc, line, lost[0], "আমি আসছি")
    with central.database().write() as session:
        session.execute(update(Feeder).where(Feeder.id == BAGMARA).values(incharge=NEIGHBOUR))
    try:
        line.up()
        pc.wait_for_line(LinkStatus.ONLINE)
        until(lambda: [i.state for i in pc.desk.outbox.items()] == [CommandState.REFUSED], "the answer", 60)
        until(lambda: not pc.desk.reader.rows(lost), "the rows to leave this PC", 60)
        assert set(lost).isdisjoint(all_numbers(pc))
        assert pc.complaints(), "those of the other feeder are still here"
        pc.panels.conflicts.open(pc.desk.outbox.items()[0].command.command_id)
        until(lambda: pc.panels.conflicts.dialog is not None, "the dialog")
        dialog = pc.panels.conflicts.dialog
        assert dialog is not None
        assert "আপনার এলাকায় আর নেই" in dialog.lead.text()
        assert dialog.text.text() == "আমি আসছি"
        assert set(dialog.clash.refusals) == {Choice.MINE, Choice.MESSAGE}
        dialog.reject()
        assert senders(central, lost[0], "আমি আসছি") == []
    finally:
        with central.database().write() as session:
            session.execute(update(Feeder).where(Feeder.id == BAGMARA).values(incharge=IN_CHARGE))


def test_a_closed_account_takes_the_rows_from_the_disk_and_leaves_the_outbox_to_its_owner(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    complaint = of_feeder(central, FERRYGHAT)[0]
    pc.sign_in_and_load(NEIGHBOUR, Duty.FEEDER_INCHARGE)
    write_without_line(pc, line, complaint, "কাল আসব")
    with central.database().write() as session:
        session.execute(update(Account).where(Account.officer == NEIGHBOUR).values(disabled=1))
    try:
        line.up()
        pc.wait_for_line(LinkStatus.SIGNED_OUT)
        until(lambda: pc.desk.reader.digest()["complaints"] == 0, "the rows to leave this PC", 60)
        assert pc.complaints(View.INBOX) == []
        assert pc.waiting() == [(complaint, "কাল আসব")]
        assert senders(central, complaint, "কাল আসব") == []
    finally:
        with central.database().write() as session:
            session.execute(update(Account).where(Account.officer == NEIGHBOUR).values(disabled=0))
    pc.switch_off()
    pc.sign_in_and_load(NEIGHBOUR, Duty.FEEDER_INCHARGE)
    pc.wait_until_all_is_sent()
    assert senders(central, complaint, "কাল আসব") == [NEIGHBOUR]


def test_what_waits_is_never_sent_under_the_name_of_another_officer_of_the_pc(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    complaint = of_feeder(central, BAGMARA)[0]
    pc.sign_in_and_load(HEAD)
    write_without_line(pc, line, complaint, "প্রধানের কথা")
    sign_out(pc)
    line.up()
    pc.sign_in_and_load(IN_CHARGE, Duty.FEEDER_INCHARGE)
    assert pc.waiting() == []
    pc.complaints()
    pc.act(Action.MESSAGE, complaint, "ইনচার্জের কথা")
    pc.wait_until_all_is_sent()
    assert senders(central, complaint, "প্রধানের কথা") == []
    sign_out(pc)
    pc.sign_in_and_load(HEAD)
    pc.wait_until_all_is_sent()
    assert senders(central, complaint, "প্রধানের কথা") == [HEAD]
    assert senders(central, complaint, "ইনচার্জের কথা") == [IN_CHARGE]
