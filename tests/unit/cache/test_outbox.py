"""The outbox: order, taking back, fates, and leaving."""

from __future__ import annotations

import pytest

from tests.unit.cache.samples import NOW, Desk, command
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.outbox import KEEP_SETTLED_MS
from wzpdcl_desktop.domain.commands import Command, CommandState, CommandType, Outcome, Receipt
from wzpdcl_desktop.domain.errors import ActionNotAllowed


def add(desk: Desk, number: int = 1, after: Command | None = None, not_before: int = 0) -> Command:
    made = command(number=number, after=after.command_id if after else None)
    desk.outbox.add(made, not_before)
    return made


def due(desk: Desk, now: int = NOW) -> list[str]:
    return [item.command.command_id for item in desk.outbox.due(now)]


def states(desk: Desk) -> list[CommandState]:
    return [item.state for item in desk.outbox.items()]


def applied(made: Command, version: int) -> Receipt:
    return Receipt(made.command_id, Outcome.APPLIED, version)


def test_commands_of_one_complaint_go_one_after_the_other_and_of_others_beside_them(desk: Desk) -> None:
    first, second, other = add(desk, 1), add(desk, 1), add(desk, 2)
    assert due(desk) == [first.command_id, other.command_id]
    assert desk.outbox.mark_sending(first.command_id)
    assert due(desk) == [other.command_id]
    desk.outbox.record(first.command_id, applied(first, 2))
    assert due(desk) == [second.command_id, other.command_id]


def test_the_time_of_undo_and_the_time_of_retry_hold_a_command_back(desk: Desk) -> None:
    made = add(desk, not_before=NOW + 15_000)
    assert due(desk) == []
    assert desk.outbox.next_due(NOW) == NOW + 15_000
    assert due(desk, NOW + 15_000) == [made.command_id]
    desk.outbox.mark_sending(made.command_id)
    desk.outbox.retry_at(made.command_id, NOW + 60_000, "server_down")
    assert due(desk, NOW + 59_999) == []
    assert desk.outbox.items()[0].last_error == "server_down"
    desk.outbox.restart_backoff()
    assert due(desk, NOW + 15_000) == [made.command_id]
    assert desk.outbox.next_due(NOW + 20_000) == NOW + 20_000


def test_a_command_waits_for_the_one_it_names_of_another_complaint(desk: Desk) -> None:
    first = add(desk, 1)
    second = add(desk, 2, after=first)
    assert due(desk) == [first.command_id]
    desk.outbox.mark_sending(first.command_id)
    desk.outbox.record(first.command_id, applied(first, 2))
    assert due(desk) == [second.command_id]


@pytest.mark.parametrize("how", ["hold", "set_aside"])
def test_a_held_command_stops_its_own_complaint_alone(desk: Desk, how: str) -> None:
    first, _, other = add(desk, 1), add(desk, 1), add(desk, 2)
    if how == "hold":
        desk.outbox.hold(first.command_id)
    else:
        desk.outbox.mark_sending(first.command_id)
        desk.outbox.set_aside(first.command_id, "server_down")
    assert due(desk) == [other.command_id]
    desk.outbox.resume(first.command_id)
    assert due(desk) == [first.command_id, other.command_id]


def test_a_refused_command_does_not_stop_the_next_one(desk: Desk) -> None:
    first, second = add(desk), add(desk)
    desk.outbox.mark_sending(first.command_id)
    desk.outbox.record(first.command_id, Receipt(first.command_id, Outcome.REFUSED, code="not_found"))
    assert due(desk) == [second.command_id]
    assert desk.outbox.items()[0].last_error == "not_found"


def test_taking_back_removes_what_builds_on_it_and_nothing_else(desk: Desk) -> None:
    before, target = add(desk, 1), add(desk, 1)
    same, other, named = add(desk, 1), add(desk, 2), add(desk, 3, after=target)
    follows_named = add(desk, 3)
    taken = desk.outbox.take_back(target.command_id)
    assert list(taken.commands) == [target, same, named, follows_named]
    assert [item.command for item in desk.outbox.items()] == [before, other]


def test_what_was_sent_once_is_never_taken_back(desk: Desk) -> None:
    made = add(desk)
    desk.outbox.mark_sending(made.command_id)
    desk.outbox.retry_at(made.command_id, 0, "server_down")
    with pytest.raises(ActionNotAllowed):
        desk.outbox.take_back(made.command_id)
    assert states(desk) == [CommandState.PENDING]


def test_what_was_taken_back_is_not_sent(desk: Desk) -> None:
    made = add(desk)
    desk.outbox.take_back(made.command_id)
    assert not desk.outbox.mark_sending(made.command_id)
    held = add(desk)
    desk.outbox.hold(held.command_id)
    assert not desk.outbox.mark_sending(held.command_id)


def test_an_applied_command_leaves_when_the_cache_shows_its_version(desk: Desk) -> None:
    made = add(desk)
    desk.outbox.mark_sending(made.command_id)
    desk.outbox.record(made.command_id, applied(made, 7), at=NOW)
    assert desk.outbox.applied_ids() == [1]
    assert desk.outbox.settle({1: 6}, complete_since=NOW + 1) == []
    assert desk.outbox.settle({}, complete_since=NOW + 1) == []
    assert desk.outbox.settle({1: 7}, complete_since=0) == [made.command_id]
    assert desk.outbox.items() == []
    assert [item.command for item in desk.outbox.items(include_settled=True)] == [made]


def test_an_applied_command_on_a_row_that_is_gone_leaves_after_a_pull_that_began_later(desk: Desk) -> None:
    made = add(desk)
    desk.outbox.mark_sending(made.command_id)
    desk.outbox.record(made.command_id, applied(made, 7), at=NOW)
    assert desk.outbox.settle({1: None}, complete_since=NOW - 1) == []
    assert desk.outbox.settle({1: None}, complete_since=NOW) == [made.command_id]


def test_at_start_what_was_on_the_wire_waits_again_with_its_attempts(desk: Desk) -> None:
    made, old = add(desk), add(desk, 2)
    desk.outbox.mark_sending(made.command_id)
    desk.outbox.record(old.command_id, applied(old, 1))
    desk.outbox.settle({2: 1}, 0)
    assert desk.outbox.recover() == 1
    item = desk.outbox.items()[0]
    assert (item.state, item.attempts, item.command) == (CommandState.PENDING, 1, made)
    with pytest.raises(ActionNotAllowed):
        desk.outbox.take_back(made.command_id)
    desk.clock.at += KEEP_SETTLED_MS + 1
    desk.outbox.recover()
    assert len(desk.outbox.items(include_settled=True)) == 1


def test_only_what_can_have_no_effect_any_more_is_thrown_away_and_it_is_logged(desk: Desk) -> None:
    waiting, refused = add(desk, 1), add(desk, 2)
    with pytest.raises(ActionNotAllowed):
        desk.outbox.discard(waiting.command_id)
    desk.outbox.mark_sending(refused.command_id)
    desk.outbox.record(refused.command_id, Receipt(refused.command_id, Outcome.REFUSED, code="not_found"))
    desk.outbox.discard(refused.command_id)
    assert [item.command for item in desk.outbox.items()] == [waiting]
    with desk.outbox_store.read() as connection:
        log = connection.exec_driver_sql("SELECT what, command FROM outbox_log").fetchall()
    assert [row[0] for row in log] == ["discarded"]
    assert refused.command_id in log[0][1]


def test_throwing_a_held_command_away_takes_along_what_would_wait_for_it_for_ever(desk: Desk) -> None:
    held = add(desk, 1)
    follows = add(desk, 1, after=held)
    desk.outbox.hold(held.command_id)
    assert desk.outbox.discard(held.command_id).commands == (held, follows)
    assert desk.outbox.items() == []


def test_a_conflict_keeps_the_server_s_answer(desk: Desk) -> None:
    made = command(CommandType.ACCEPT, base_version=3)
    desk.outbox.add(made, 0)
    desk.outbox.mark_sending(made.command_id)
    receipt = Receipt(
        made.command_id,
        Outcome.CONFLICT,
        code="state_changed",
        detail_bn="বদলে গেছে",
        current={"version": 5, "state": "cancelled"},
    )
    desk.outbox.record(made.command_id, receipt)
    item = desk.outbox.item(made.command_id)
    assert item is not None
    assert (item.state, item.receipt, item.command) == (CommandState.CONFLICT, receipt, made)
    assert desk.outbox.counts() == {CommandState.CONFLICT: 1}
    exported = desk.outbox.export()[0]
    assert exported["command"]["args"] == {"text": "আসছি"}
    assert exported["receipt"]["current"]["state"] == "cancelled"


def test_the_same_command_is_not_added_twice(desk: Desk) -> None:
    made = add(desk)
    with pytest.raises(Exception, match="UNIQUE") as caught:
        desk.outbox.add(made, 0)
    assert "আসছি" not in str(caught.value)
    assert len(desk.outbox.items()) == 1


def test_drafts_and_opened_marks_live_beside_the_outbox(desk: Desk) -> None:
    notes = DeskNotes(desk.outbox_store, desk.clock)
    notes.keep_draft("complaint:1", "অর্ধেক লেখা")
    notes.keep_draft("complaint:1", "পুরো লেখা")
    notes.mark_opened(1, 0)
    notes.mark_opened(2, 0)
    notes.mark_opened(1, 2)
    assert notes.draft("complaint:1") == "পুরো লেখা"
    assert notes.opened([1]) == {1: 2}
    assert notes.opened() == {1: 2, 2: 0}
    notes.keep_draft("complaint:1", "")
    assert notes.draft("complaint:1") == ""


def test_what_may_have_been_carried_out_is_not_thrown_away(desk: Desk) -> None:
    held, aside, untried = add(desk, 1), add(desk, 2), add(desk, 3)
    for made in (held, aside):
        desk.outbox.mark_sending(made.command_id)
        desk.outbox.retry_at(made.command_id, 0, "server_down")
    desk.outbox.hold(held.command_id)
    for made in (aside, untried):
        desk.outbox.set_aside(made.command_id, "server_down")
    for made in (held, aside):
        with pytest.raises(ActionNotAllowed, match="sent"):
            desk.outbox.discard(made.command_id)
    assert desk.outbox.discard(untried.command_id).commands == (untried,)
    desk.outbox.resume(held.command_id)
    desk.outbox.resume(aside.command_id)
    assert due(desk) == [held.command_id, aside.command_id]


def test_a_set_aside_command_can_be_held(desk: Desk) -> None:
    made = add(desk)
    desk.outbox.set_aside(made.command_id, "server_down")
    desk.outbox.hold(made.command_id)
    assert states(desk) == [CommandState.HELD]


def test_a_wrong_clock_of_the_past_holds_nothing_back(desk: Desk) -> None:
    hours = 6 * 3_600_000
    made = command(created_at=NOW + hours)
    desk.outbox.add(made, NOW + hours + 15_000)
    assert due(desk) == [made.command_id]
    assert desk.outbox.next_due(NOW) == NOW


def test_another_id_for_what_was_never_sent_is_known_to_what_builds_on_it(desk: Desk) -> None:
    first, other = add(desk, 1), add(desk, 3)
    second = add(desk, 2, after=first)
    renewed = desk.outbox.reissue(first.command_id, "new", NOW + 5)
    assert renewed is not None
    assert (renewed.command_id, renewed.created_at, renewed.args) == ("new", NOW + 5, first.args)
    assert [item.command.command_id for item in desk.outbox.items()] == [
        "new",
        other.command_id,
        second.command_id,
    ]
    assert desk.outbox.items()[2].command.after == "new"
    desk.outbox.mark_sending(other.command_id)
    assert desk.outbox.reissue(other.command_id, "never", NOW) is None
    assert desk.outbox.reissue(first.command_id, "never", NOW) is None


def test_a_version_that_never_comes_settles_after_a_pull_asked_for_later(desk: Desk) -> None:
    made = add(desk)
    desk.outbox.mark_sending(made.command_id)
    desk.outbox.record(made.command_id, applied(made, 9), at=NOW)
    assert desk.outbox.settle({1: 5}, NOW + 1, NOW - 1) == []
    assert desk.outbox.settle({1: 5}, NOW + 1, NOW) == [made.command_id]
