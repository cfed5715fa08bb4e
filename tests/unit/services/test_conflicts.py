"""What the server did not take: laid open, and decided by the officer in one transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.unit.cache.samples import NOW, OFFICE, Desk, complaint, entry, page
from tests.unit.services.test_complaint_service import ME, At, at
from wzpdcl_desktop.cache import outbox_rows
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.domain.commands import CommandState, CommandType, Outcome, Receipt
from wzpdcl_desktop.domain.complaints import State
from wzpdcl_desktop.domain.conflicts import Choice, Clash
from wzpdcl_desktop.domain.errors import ActionNotAllowed
from wzpdcl_desktop.domain.feed import Removal
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.services.conflicts import ConflictService

__all__ = ["at"]


@dataclass
class Clashes:
    """A desk with actions on complaint 1, which somebody else has changed."""

    at: At
    service: ConflictService

    def answer(self, command_id: str, outcome: Outcome, code: str, **more: Any) -> None:
        self.at.desk.outbox.mark_sending(command_id)
        self.at.desk.outbox.record(command_id, Receipt(command_id, outcome, code=code, **more), at=NOW)

    def clash(self, command_id: str) -> Clash:
        found = self.service.clash(command_id)
        assert found is not None
        return found

    @property
    def left(self) -> list[tuple[CommandType, CommandState]]:
        return [(item.command.type, item.state) for item in self.at.desk.outbox.items()]


@pytest.fixture
def made(at: At) -> Clashes:
    service = ConflictService(ComplaintReader(at.desk.cache), at.desk.outbox, lambda: at.me[0], at.desk.clock)
    at.desk.load(complaint(1, 4, feeder="dolkhola", timeline=[entry(1)]), complaint(2))
    return Clashes(at, service)


def _reassigned(made: Clashes) -> str:
    """The officer accepted while somebody gave the complaint to another feeder: it can still be accepted."""
    queued = made.at.service.accept(1, "লোক যাচ্ছে")
    made.answer(
        queued.command_id, Outcome.CONFLICT, "state_changed", current={"version": 9, "state": "inbox"}
    )
    news = [entry(1), entry(2, "customer_message", "কখন?"), entry(3, "reassigned", "ভুল ফিডার")]
    made.at.desk.put(complaint(1, 9, feeder="bagmara", files=2, timeline=news))
    return queued.command_id


def test_all_three_sides_are_laid_open(made: Clashes) -> None:
    clash = made.clash(_reassigned(made))
    assert clash.seen is not None
    assert (clash.seen.state, clash.seen.version, clash.seen.feeder) == (State.INBOX, 4, "dolkhola")
    assert (clash.state, clash.text) == (State.IN_PROGRESS, "লোক যাচ্ছে")
    theirs = clash.theirs
    assert theirs is not None
    assert (theirs.state, theirs.version, theirs.feeder, theirs.files) == (State.INBOX, 9, "bagmara", 2)
    assert theirs.change is not None
    assert theirs.change.text == "ভুল ফিডার"
    assert [one.text for one in theirs.beside] == ["কখন?"]
    assert clash.refusals == {}


def test_mine_goes_again_under_a_new_id_on_the_base_that_was_shown(made: Clashes) -> None:
    old = _reassigned(made)
    made.service.decide(made.clash(old), Choice.MINE)
    (item,) = made.at.desk.outbox.due(NOW)
    assert item.command.command_id != old
    assert (item.command.type, item.command.base_version, item.command.after) == (CommandType.ACCEPT, 9, None)
    assert (item.supersedes, item.attempts, item.receipt) == (old, 0, None)
    assert item.command.args == {"text": "লোক যাচ্ছে"}
    assert made.service.clash(old) is None
    assert made.service.clash(item.command.command_id) is None, "it is under way: nothing to decide"


def test_what_was_refused_only_because_of_it_goes_with_it_in_its_order(made: Clashes) -> None:
    first = made.at.service.accept(1, "ক")
    second = made.at.service.message(1, "খ")
    third = made.at.service.resolve(1, "গ")
    current = {"version": 9, "state": "inbox"}
    made.answer(first.command_id, Outcome.CONFLICT, "state_changed", current=current)
    made.answer(second.command_id, Outcome.REFUSED, "predecessor_failed")
    made.answer(third.command_id, Outcome.REFUSED, "predecessor_failed")
    made.at.desk.put(complaint(1, 9))
    clash = made.clash(first.command_id)
    assert [item.command.type for item in clash.along] == [CommandType.MESSAGE, CommandType.RESOLVE]
    made.service.decide(clash, Choice.MINE)
    commands = [item.command for item in made.at.desk.outbox.items()]
    assert [one.args["text"] for one in commands] == ["ক", "খ", "গ"]
    accept, message, resolve = commands
    assert (accept.after, message.after, resolve.after) == (None, accept.command_id, accept.command_id)
    assert (
        len({first.command_id, second.command_id, third.command_id} | {c.command_id for c in commands}) == 6
    )
    assert [item.command for item in made.at.desk.outbox.due(NOW)] == [accept]
    assert made.at.service.rows([1])[0].state is State.RESOLVED


def test_what_was_not_sent_yet_follows_the_new_one(made: Clashes) -> None:
    first = made.at.service.accept(1, "ক")
    second = made.at.service.resolve(1, "খ")
    made.answer(first.command_id, Outcome.CONFLICT, "state_changed", current={"version": 9, "state": "inbox"})
    made.at.desk.put(complaint(1, 9))
    made.service.decide(made.clash(first.command_id), Choice.MINE)
    accept, resolve = (item.command for item in made.at.desk.outbox.items())
    assert (resolve.command_id, resolve.after) == (second.command_id, accept.command_id)
    assert made.at.desk.outbox.due(NOW)[0].command == accept, "it keeps its place before the other"


def test_mine_is_not_possible_over_a_state_that_forbids_it(made: Clashes) -> None:
    queued = made.at.service.accept(1, "ক")
    current = {"version": 9, "state": "cancelled"}
    made.answer(queued.command_id, Outcome.CONFLICT, "transition_not_allowed", current=current)
    made.at.desk.put(complaint(1, 9, state="cancelled"))
    clash = made.clash(queued.command_id)
    assert clash.refusals == {Choice.MINE: "state"}
    with pytest.raises(ActionNotAllowed, match="state"):
        made.service.decide(clash, Choice.MINE)
    assert made.left == [(CommandType.ACCEPT, CommandState.CONFLICT)]


def test_the_receipt_counts_where_the_row_has_not_come_yet(made: Clashes) -> None:
    queued = made.at.service.accept(1, "ক")
    current = {"version": 9, "state": "cancelled"}
    made.answer(queued.command_id, Outcome.CONFLICT, "transition_not_allowed", current=current)
    theirs = made.clash(queued.command_id).theirs
    assert theirs is not None
    assert (theirs.version, theirs.state, theirs.complete) == (9, State.CANCELLED, False)
    assert made.clash(queued.command_id).refusals == {Choice.MINE: "state"}


def test_theirs_takes_mine_out_and_the_log_keeps_it(made: Clashes, desk: Desk) -> None:
    old = _reassigned(made)
    made.service.decide(made.clash(old), Choice.THEIRS)
    assert made.left == []
    with desk.outbox_store.read() as connection:
        what, kept = connection.exec_driver_sql("SELECT what, command FROM outbox_log").one()
    assert (what, json.loads(kept)["command"]["args"]["text"]) == ("discarded", "লোক যাচ্ছে")


def test_the_text_goes_as_a_message_which_commutes(made: Clashes) -> None:
    old = _reassigned(made)
    made.service.decide(made.clash(old), Choice.MESSAGE)
    (item,) = made.at.desk.outbox.due(NOW)
    command = item.command
    assert (command.type, command.args, command.base_version) == (
        CommandType.MESSAGE,
        {"text": "লোক যাচ্ছে"},
        None,
    )
    assert (item.supersedes, command.command_id == old) == (old, False)


@pytest.mark.parametrize("choice", [Choice.MINE, Choice.MESSAGE])
def test_a_decision_is_all_or_nothing(made: Clashes, monkeypatch: pytest.MonkeyPatch, choice: Choice) -> None:
    clash = made.clash(_reassigned(made))
    before = made.at.desk.outbox.items()

    def torn(*_any: object) -> None:
        raise RuntimeError("the power goes")

    monkeypatch.setattr(outbox_rows, "replace", torn)
    with pytest.raises(RuntimeError):
        made.service.decide(clash, choice)
    assert made.at.desk.outbox.items() == before
    with made.at.desk.outbox_store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM outbox_log").scalar_one() == 0


@pytest.mark.parametrize("choice", list(Choice))
def test_nothing_is_decided_twice(made: Clashes, choice: Choice) -> None:
    clash = made.clash(_reassigned(made))
    made.service.decide(clash, choice)
    after = made.at.desk.outbox.items()
    for again in Choice:
        with pytest.raises(ActionNotAllowed):
            made.service.decide(clash, again)
    assert made.at.desk.outbox.items() == after


def test_a_complaint_that_moved_away_leaves_only_throwing_away(made: Clashes) -> None:
    queued = made.at.service.accept(1, "ক")
    made.answer(queued.command_id, Outcome.REFUSED, "not_found")
    made.at.desk.writer.apply_changes_page(OFFICE, page(removals=[Removal("complaint", 1, 9)]))
    clash = made.clash(queued.command_id)
    assert clash.theirs is None
    assert clash.refusals == {Choice.MINE: "gone", Choice.MESSAGE: "gone"}
    assert clash.text == "ক"


@pytest.mark.parametrize(
    ("code", "mine"),
    [
        ("not_allowed", None),
        ("command_too_old", None),
        ("command_from_future", None),
        ("predecessor_failed", None),
        ("command_reused", None),
        ("invalid_args", "invalid_args"),
        ("invalid", "invalid"),
        ("too_large", "too_large"),
    ],
)
def test_a_refused_action_goes_again_unless_it_is_its_own_fault(
    made: Clashes, code: str, mine: str | None
) -> None:
    queued = made.at.service.accept(1, "ক")
    made.answer(queued.command_id, Outcome.REFUSED, code)
    assert made.clash(queued.command_id).refusals.get(Choice.MINE) == mine


def test_a_duty_that_lost_the_action_cannot_send_it_again(made: Clashes) -> None:
    queued = made.at.service.accept(1, "ক")
    made.answer(queued.command_id, Outcome.REFUSED, "not_allowed")
    made.at.me[0] = replace(ME, rules=tuple(rule for rule in ME.rules if rule.action is Action.MESSAGE))
    assert made.clash(queued.command_id).refusals == {Choice.MINE: "duty"}
    made.at.me[0] = replace(ME, rules=())
    assert made.clash(queued.command_id).refusals == {Choice.MINE: "read_only", Choice.MESSAGE: "read_only"}


def test_a_message_is_never_sent_as_another_message(made: Clashes) -> None:
    queued = made.at.service.message(1, "ক")
    made.answer(queued.command_id, Outcome.REFUSED, "predecessor_failed")
    assert made.clash(queued.command_id).refusals == {Choice.MESSAGE: "text"}


def test_the_first_that_waits_for_a_decision_is_found_by_its_complaint(made: Clashes) -> None:
    assert made.service.first_of(1) is None
    made.at.service.message(2, "অন্যটি")
    old = _reassigned(made)
    assert made.service.first_of(1) == old
    assert made.service.first_of(2) is None
