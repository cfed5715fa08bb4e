"""Two desks act on one complaint; the one that came second decides, and the server has what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from central_api import customers
from central_api.clock import SystemClock
from central_api.models import Complaint
from tests.end2end.desk import HEAD, Pc
from tests.end2end.surroundings import OtherProgram
from tests.integration.sync_support import Line
from tests.support.central import CentralHandle, complaint_given
from wzpdcl_desktop.domain.commands import CommandState
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.conflicts import Choice
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.journey.robot import press, until

IN_CHARGE = "sae1.khulna1"
FEEDER = "khulna-1-dolkhola"
MINE, OTHERS = "একই অভিযোগ আগে এসেছে।", "লোক রওনা হয়েছে।"


@pytest.fixture
def other_pc(qt: QApplication, central: CentralHandle, tmp_path: Path) -> Iterator[Pc]:
    """The desk of the in-charge of the feeder. There is one screen here: one PC is on at a time."""
    made = Pc(qt, tmp_path / "other", central.url)
    yield made
    made.switch_off()


def an_open_complaint(central: CentralHandle) -> int:
    with central.database().write() as session:
        return customers.new_complaint(session, SystemClock(), complaint_given(FEEDER))


def on_the_server(central: CentralHandle, complaint: int) -> tuple[str, list[tuple[str, str | None, str]]]:
    """State, and what officers did: kind, who, text."""
    with central.database().read() as session:
        row = session.get_one(Complaint, complaint)
        done = [
            (entry["kind"], entry["by"], entry["text"])
            for entry in row.timeline
            if entry["text"] in (MINE, OTHERS)
        ]
        return row.state, done


def clash(pc: Pc, other: Pc, line: Line, first: Action, second: Action, complaint: int) -> None:
    """`pc` does something without a line, the other desk comes first; then the line is back."""
    pc.sign_in_and_load()
    line.down()
    pc.wait_for_line(LinkStatus.SERVER_DOWN, LinkStatus.NO_NETWORK)
    pc.complaints()
    pc.begin(second, complaint, "")
    composer = pc.panels.detail.composer
    if second is Action.CANCEL:
        composer.reason.setCurrentIndex(1)
    composer.box.edit.setPlainText(MINE)
    pc.confirm()
    assert pc.waiting() == [(complaint, MINE)]
    pc.switch_off()

    other.sign_in_and_load(IN_CHARGE, Duty.FEEDER_INCHARGE)
    other.complaints()
    other.begin(first, complaint, "")
    if first is Action.CANCEL:
        other.panels.detail.composer.reason.setCurrentIndex(1)
    other.panels.detail.composer.box.edit.setPlainText(OTHERS)
    other.confirm()
    other.wait_until_all_is_sent()
    other.switch_off()

    line.up()
    pc.sign_in(HEAD)
    until(lambda: [item.state for item in pc.desk.outbox.items()] == [CommandState.CONFLICT], "the clash", 60)
    pc.wait_for_all_complaints()


def decide(pc: Pc, choice: Choice) -> None:
    """By keyboard; where it is asked once more, yes."""
    dialog = pc.decision_dialog()
    assert dialog.choice is None
    card = dialog.cards[choice]
    card.setFocus()
    press(card, Qt.Key.Key_Space)
    press(card, Qt.Key.Key_Return)
    until(lambda: pc.panels.conflicts.dialog is None, "the decision")
    pc.wait_until_all_is_sent()


def test_mine_over_theirs(pc: Pc, other_pc: Pc, line: Line, central: CentralHandle) -> None:
    complaint = an_open_complaint(central)
    clash(pc, other_pc, line, Action.ACCEPT, Action.CANCEL, complaint)
    both = [("accepted", IN_CHARGE, OTHERS)]
    assert on_the_server(central, complaint) == ("in_progress", both), "nothing is sent unasked"
    decide(pc, Choice.MINE)
    both.append(("cancelled", HEAD, MINE))
    assert on_the_server(central, complaint) == ("cancelled", both)
    until(lambda: complaint in pc.complaints(View.CANCELLED), "it in the list")


def test_esc_keeps_it_and_power_may_go_then_theirs_stays(
    pc: Pc, other_pc: Pc, line: Line, central: CentralHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaint = an_open_complaint(central)
    clash(pc, other_pc, line, Action.CANCEL, Action.ACCEPT, complaint)
    dialog = pc.decision_dialog()
    assert not dialog.cards[Choice.MINE].isEnabled(), "nobody accepts what is cancelled"
    press(dialog, Qt.Key.Key_Escape)
    until(lambda: pc.panels.conflicts.dialog is None, "the way back")
    pc.switch_off()
    pc.sign_in()
    assert pc.waiting() == [(complaint, MINE)]

    def destructive(box: QMessageBox) -> QAbstractButton:
        role = QMessageBox.ButtonRole.DestructiveRole
        return next(button for button in box.buttons() if box.buttonRole(button) is role)

    # The box that asks once more runs a loop of its own: yes.
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", destructive)
    decide(pc, Choice.THEIRS)
    assert on_the_server(central, complaint) == ("cancelled", [("cancelled", IN_CHARGE, OTHERS)])
    assert pc.waiting() == []


def test_my_words_as_a_message(pc: Pc, other_pc: Pc, line: Line, central: CentralHandle) -> None:
    complaint = an_open_complaint(central)
    clash(pc, other_pc, line, Action.CANCEL, Action.ACCEPT, complaint)
    decide(pc, Choice.MESSAGE)
    done = [("cancelled", IN_CHARGE, OTHERS), ("message", HEAD, MINE)]
    assert on_the_server(central, complaint) == ("cancelled", done)


@pytest.mark.parametrize("moment", ["chosen", "pressed", "decided"])
def test_power_may_go_at_any_moment_of_a_decision_and_it_is_made_once(
    pc: Pc, other_pc: Pc, line: Line, central: CentralHandle, moment: str
) -> None:
    complaint = an_open_complaint(central)
    clash(pc, other_pc, line, Action.ACCEPT, Action.CANCEL, complaint)
    pc.switch_off()
    other = OtherProgram("choose" if moment == "chosen" else "decide", pc.folder, pc.server)
    while other.hear()["moment"] != moment:
        pass
    other.kill()
    pc.sign_in_and_load()
    left = [
        (item.state is CommandState.CONFLICT, item.command.args["text"]) for item in pc.desk.outbox.items()
    ]
    assert left in ([(True, MINE)], [(False, MINE)], []), "neither lost nor doubled"
    assert moment == "pressed" or (left == [(True, MINE)]) is (moment == "chosen")
    if left == [(True, MINE)]:
        decide(pc, Choice.MINE)
    pc.wait_until_all_is_sent()
    both = [("accepted", IN_CHARGE, OTHERS), ("cancelled", HEAD, MINE)]
    assert on_the_server(central, complaint) == ("cancelled", both)
