"""Pushing: the table of replies, row by row, in virtual time."""

from __future__ import annotations

import pytest

from tests.unit.sync.world import START_MS, World, applied, complaint, page
from wzpdcl_desktop.api.problems import ServerFailed
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.domain.commands import Command, CommandState, Outcome, Receipt
from wzpdcl_desktop.domain.errors import (
    DiskFull,
    NoNetwork,
    Problem,
    ServerDown,
    ServerSaid,
    SessionEnded,
    SignInRefused,
    UpgradeNeeded,
)
from wzpdcl_desktop.domain.link import LinkStatus


def texts(world: World) -> list[str]:
    return [command.args["text"] for command in world.server.sent]


def raises_for(world: World, text: str, error: Exception) -> None:
    """The server fails on one command, and takes all others."""

    def answer(command: Command) -> Receipt:
        if command.args["text"] == text:
            raise error
        return applied(command)

    world.server.answer = answer


def test_commands_of_a_complaint_go_one_after_another_others_beside_them(world: World) -> None:
    world.online()
    for number in range(6):
        world.queue(number + 1, f"{number}a")
        world.queue(number + 1, f"{number}b")
    world.hold_flights = True
    assert world.push() is None
    assert len(world.flights) == 4
    world.land()
    world.push()
    world.land()
    assert texts(world)[:4] == ["0a", "1a", "2a", "3a"]
    for _ in range(4):
        world.push()
        world.land()
    for number in range(6):
        assert texts(world).index(f"{number}a") < texts(world).index(f"{number}b")
    assert len(texts(world)) == 12


def test_the_time_of_undo_is_waited_for(world: World) -> None:
    world.online()
    world.queue(1, not_before=world.clock.now() + 15_000)
    delay = world.push()
    assert delay == pytest.approx(15.0)
    assert world.server.sent == []
    world.seconds += 15.0
    world.push()
    assert len(world.server.sent) == 1


def test_an_applied_command_leaves_when_the_cache_shows_it(world: World) -> None:
    world.online()
    sent = world.queue(1)
    world.push()
    assert world.item(sent).state is CommandState.APPLIED
    assert [item.command.command_id for item in world.outbox.items()] == [sent]
    world.server.heads["office:khulna-1"] = 2
    world.server.feed = lambda scope, cursor: page([complaint(1, 2)])
    for _ in range(3):
        world.pull()
    assert world.outbox.items() == []


def test_a_row_that_came_before_its_receipt_settles_it_at_once(world: World) -> None:
    world.online()
    world.server.answer = lambda command: applied(command, version=1)
    world.queue(1)
    world.push()
    assert world.outbox.items() == []


def test_without_a_line_nothing_is_attempted_and_the_probe_comes_every_half_minute(world: World) -> None:
    world.online()
    world.server.down = NoNetwork()
    world.engine.pull_turn()
    sent = world.queue(1)
    world.server.asked.clear()
    for _ in range(600):
        world.push()
        world.seconds += 1.0
    assert world.item(sent).attempts == 0
    assert 20 <= world.server.asked.count("server") <= 32
    world.server.down = None
    world.seconds += 30.0
    world.push()
    assert world.item(sent).state is CommandState.APPLIED


def test_the_line_back_restarts_everything_at_once(world: World) -> None:
    world.online()
    ids = [world.queue(number) for number in (1, 2, 3)]
    world.server.answer = _cut
    world.run(400)
    assert all(world.item(id_).next_try > world.clock.now() + 20_000 for id_ in ids)
    assert all(world.item(id_).attempts < 12 for id_ in ids), "a line that pulls does not restart the backoff"
    world.server.answer = applied
    world.engine.pull_turn()
    world.server.down = ServerDown()
    world.engine.pull_turn()
    world.server.down = None
    world.engine.pull_turn()
    world.push()
    assert {world.item(id_).state for id_ in ids} == {CommandState.APPLIED}


def _cut(command: Command) -> Receipt:
    raise ServerDown


def test_the_same_command_is_sent_again_unchanged(world: World) -> None:
    world.online()
    world.queue(1)
    raises_for(world, "x", ServerDown())
    world.push()
    world.server.answer = applied
    world.run(5)
    assert len(world.server.sent) == 2
    assert world.server.sent[0] == world.server.sent[1]


@pytest.mark.parametrize(("status", "code"), [(409, "in_flight"), (425, "predecessor_unknown")])
def test_again_in_a_second(world: World, status: int, code: str) -> None:
    world.online()
    sent = world.queue(1)
    raises_for(world, "x", ServerSaid(Problem(status, code)))
    world.push()
    assert world.item(sent).state is CommandState.PENDING
    assert world.item(sent).next_try == world.clock.now() + 1000


def test_retry_after(world: World) -> None:
    world.online()
    first, second = world.queue(1, "one"), world.queue(2, "two")

    def answer(command: Command) -> Receipt:
        if command.args["text"] == "one":
            raise ServerSaid(Problem(429, "too_many", retry_after=90.0))
        raise ServerFailed(503, 70.0)

    world.server.answer = answer
    world.push()
    assert world.item(first).next_try == world.clock.now() + 90_000
    assert world.item(second).next_try == world.clock.now() + 70_000


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ServerSaid(Problem(422, "command_reused")), "command_reused"),
        (ServerSaid(Problem(422, "invalid")), "invalid"),
        (ServerSaid(Problem(413, "too_large")), "too_large"),
    ],
)
def test_what_the_server_will_never_take_is_final_and_visible(
    world: World, error: Exception, code: str
) -> None:
    world.online()
    sent = world.queue(1)
    raises_for(world, "x", error)
    world.push()
    item = world.item(sent)
    assert item.state is CommandState.REFUSED
    assert item.receipt is not None
    assert item.receipt.code == code
    assert item.command.args == {"text": "x"}


def test_a_conflict_is_kept_and_what_follows_goes_on(world: World) -> None:
    world.online()
    first, second = world.queue(1, "one"), world.queue(1, "two")

    def answer(command: Command) -> Receipt:
        if command.args["text"] == "one":
            return Receipt(command.command_id, Outcome.CONFLICT, code="state_changed", current={"version": 9})
        return applied(command)

    world.server.answer = answer
    world.run(3)
    assert world.item(first).state is CommandState.CONFLICT
    assert world.item(second).state is CommandState.APPLIED


@pytest.mark.parametrize(
    "error", [ServerFailed(500), ServerSaid(Problem(404, "not_found")), ZeroDivisionError()]
)
def test_a_poisoned_command_is_set_aside_after_eight_tries_and_stops_nobody(
    world: World, error: Exception
) -> None:
    world.online()
    raises_for(world, "poison", error)
    poisoned = world.queue(1, "poison")
    behind = world.queue(1, "behind it")
    others = [world.queue(number, f"other {number}") for number in (2, 3)]
    world.run(2)
    assert {world.item(other).state for other in others} == {CommandState.APPLIED}
    world.run(500)
    assert texts(world).count("poison") == 8
    assert world.item(poisoned).state is CommandState.SET_ASIDE
    assert world.item(behind).state is CommandState.PENDING
    late = world.queue(4, "late")
    world.run(2)
    assert world.item(late).state is CommandState.APPLIED
    assert world.engine.state.status is LinkStatus.ONLINE


def test_a_server_that_fails_on_everything_has_nothing_set_aside(world: World) -> None:
    world.online()
    ids = [world.queue(number) for number in (1, 2)]
    raises_for(world, "x", ServerFailed(500))
    world.run(1200)
    assert {world.item(id_).state for id_ in ids} == {CommandState.PENDING}


def test_a_session_that_ended_pauses_everything_and_keeps_everything(world: World) -> None:
    world.online()
    ids = [world.queue(number) for number in (1, 2, 3)]
    raises_for(world, "x", SessionEnded(Problem(401, "signed_out")))
    world.push()
    assert world.engine.state.status is LinkStatus.SIGNED_OUT
    asked = len(world.server.asked)
    world.run(100)
    assert len(world.server.asked) == asked, "nothing is asked before a new sign-in"
    assert {world.item(id_).state for id_ in ids} == {CommandState.PENDING}
    world.server.answer = applied
    world.engine.sign_in_again("right")
    world.run(3)
    assert {world.item(id_).state for id_ in ids} == {CommandState.APPLIED}
    assert len(world.signed_in) == 1


def test_nothing_goes_out_under_another_officers_name(world: World) -> None:
    world.online()
    world.queue(1)
    world.server.session = False
    world.engine.pull_turn()
    world.server.officer = "xen.khulna2"
    with pytest.raises(Exception, match="another officer"):
        world.engine.sign_in_again("right")
    world.run(50)
    assert world.server.sent == []
    assert not world.server.session
    assert world.engine.state.status is LinkStatus.SIGNED_OUT


def test_a_typed_password_is_used_once_and_commands_wait_for_it(world: World) -> None:
    world.server.session = False
    world.queue(1)
    world.engine._password = "right"  # what `start` does, without its threads
    assert world.push() is None
    assert world.server.asked == []
    world.run(40)
    assert world.server.asked.count("sign-in") == 1
    assert len(world.server.sent) == 1
    assert world.engine._password is None


def test_a_wrong_password_is_tried_once(world: World) -> None:
    world.server.session = False
    world.engine._password = "wrong"
    world.run(40)
    assert world.server.asked == ["sign-in"]
    assert world.engine.state.status is LinkStatus.SIGNED_OUT
    with pytest.raises(SignInRefused):
        world.engine.sign_in_again("wrong again")


def test_an_old_version_freezes_sending_and_goes_on_reading(world: World) -> None:
    world.online()
    ids = [world.queue(number) for number in (1, 2)]
    raises_for(world, "x", UpgradeNeeded(Problem(426, "upgrade_needed")))
    world.run(20)
    assert world.engine.state.status is LinkStatus.UPGRADE_NEEDED
    assert len(world.server.sent) == 2
    assert {world.item(id_).state for id_ in ids} == {CommandState.PENDING}
    world.server.heads["office:khulna-1"] = 2
    world.server.feed = lambda scope, cursor: page([complaint(1, 7)])
    world.run(5)
    assert world.rows()[1] == 7


def test_a_receipt_that_the_disk_does_not_take_is_stored_later_and_not_asked_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.online()
    sent = world.queue(1)
    plain = Outbox.record
    full = [True]

    def record(self: Outbox, *args: object) -> None:
        if full[0]:
            raise DiskFull
        plain(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Outbox, "record", record)
    world.push()
    assert world.item(sent).state is CommandState.SENDING
    world.push()
    assert world.engine.state.status is LinkStatus.DISK_FULL
    full[0] = False
    world.push()
    assert world.item(sent).state is CommandState.APPLIED
    assert world.engine.state.status is LinkStatus.ONLINE
    assert len(world.server.sent) == 1


def test_pushing_does_not_need_a_pull_that_works(world: World) -> None:
    world.online()

    def scopes(known: str | None = None, wait: int = 0) -> None:
        raise ServerFailed(500)

    world.server.scopes = scopes  # type: ignore[method-assign, assignment]
    world.engine.pull_turn()
    sent = world.queue(1)
    world.push()
    assert world.item(sent).state is CommandState.APPLIED
    assert world.engine.state.status is LinkStatus.SERVER_DOWN


@pytest.mark.parametrize("errors", [[ZeroDivisionError()], [DiskFull(), ZeroDivisionError()]])
def test_an_answer_is_kept_whatever_the_store_says(
    world: World, monkeypatch: pytest.MonkeyPatch, errors: list[Exception]
) -> None:
    world.online()
    first, behind = world.queue(1, "one"), world.queue(1, "two")
    plain, waiting = Outbox.record, iter(errors)

    def record(self: Outbox, *args: object) -> None:
        for error in waiting:
            raise error
        plain(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Outbox, "record", record)
    world.run(60)
    assert {world.item(id_).state for id_ in (first, behind)} == {CommandState.APPLIED}
    assert texts(world) == ["one", "two"]
    assert [type(bug) for bug in world.heard.bugs] == [ZeroDivisionError]


def test_a_screen_that_fails_when_it_is_told_keeps_no_command_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.online()
    sent = world.queue(1)
    errors = iter([RuntimeError("gone")])

    def on_sent(items: object) -> None:
        for error in errors:
            raise error

    monkeypatch.setattr(world.heard, "on_sent", on_sent)
    world.run(60)
    assert world.item(sent).state is CommandState.APPLIED
    assert [type(bug) for bug in world.heard.bugs] == [RuntimeError]


def test_a_command_made_by_a_clock_far_ahead_goes_at_once_under_a_new_id(world: World) -> None:
    world.slept = 2 * 86_400.0
    old = world.queue(1, "one", not_before=world.clock.now() + 15_000)
    behind = world.queue(2, "two", after=old)
    world.clock.sample(START_MS + round(world.seconds * 1000), world.seconds, world.seconds)
    world.online()
    world.run(3)
    first, second = world.server.sent
    assert [first.args["text"], second.args["text"]] == ["one", "two"]
    for command in (first, second):
        assert command.command_id not in (old, behind)
        made = int(command.command_id.replace("-", "")[:12], 16)
        assert max(made, command.created_at) <= world.clock.now()
    assert second.after == first.command_id
    assert world.item(first.command_id).state is CommandState.APPLIED


def test_what_was_sent_keeps_its_id_whatever_the_clock_says(world: World) -> None:
    world.online()
    sent = world.queue(1)
    raises_for(world, "x", ServerDown())
    world.push()
    world.server.answer = applied
    at = START_MS - 2 * 86_400_000 + round(world.seconds * 1000)
    world.clock.sample(at, world.seconds, world.seconds)
    world.outbox.resume(sent)
    world.run(5)
    assert [command.command_id for command in world.server.sent] == [sent, sent]


def test_a_predecessor_that_a_restored_server_forgot_is_not_waited_for_for_ever(world: World) -> None:
    world.online()
    sent = world.queue(1, after="01a1ee57-e4a0-7cb4-9f2a-4ba7aee5c0f8")
    raises_for(world, "x", ServerSaid(Problem(425, "predecessor_unknown", retry_after=1.0)))
    world.run(600)
    assert world.item(sent).state is CommandState.SET_ASIDE
    assert world.item(sent).last_error == "predecessor_unknown"
    assert len(world.server.sent) == 8


def test_what_a_fast_clock_put_off_goes_when_the_clock_is_right(world: World) -> None:
    world.slept = 3_000.0
    world.online()
    sent = world.queue(1)
    raises_for(world, "x", ServerDown())
    world.push()
    world.server.answer = applied
    world.clock.sample(START_MS + round(world.seconds * 1000), world.seconds, world.seconds)
    assert world.item(sent).next_try > world.clock.now() + 2_900_000
    world.run(3)
    assert world.item(sent).state is CommandState.APPLIED
