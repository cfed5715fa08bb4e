"""Pulling, one step at a time."""

from __future__ import annotations

import pytest

from tests.unit.sync.world import OFFICE, START_MS, World, complaint, page
from wzpdcl_desktop.api.problems import ServerFailed
from wzpdcl_desktop.domain.commands import Outcome, Receipt
from wzpdcl_desktop.domain.errors import (
    CursorReset,
    NoNetwork,
    NotTheServer,
    Problem,
    ServerDown,
    ServerSaid,
    SignInRefused,
    StoreError,
    TornPage,
)
from wzpdcl_desktop.domain.feed import Page, Removal
from wzpdcl_desktop.domain.link import LinkStatus, Stage


def test_what_a_person_needs_first_comes_first(world: World) -> None:
    world.server.heads = {"company": 1, OFFICE: 1, "office:khulna-2": 1}
    world.pull()
    other = "office:khulna-2"
    snapshots = [one for one in world.server.asked if one.split()[-1] in set(Stage)]
    assert snapshots == [
        "company reference",
        f"{OFFICE} own_open",
        f"{other} own_open",
        f"{OFFICE} open",
        f"{other} open",
        f"{OFFICE} recent",
        f"{other} recent",
        f"{OFFICE} history",
        f"{other} history",
    ]
    first_bulk = world.server.asked.index(f"{OFFICE} recent")
    assert f"{OFFICE} changes" in world.server.asked[:first_bulk], "changes do not wait for the bulk"
    assert world.heard.progress[-1].stage is Stage.DONE


def test_changes_are_pulled_in_the_middle_of_a_long_bulk(world: World) -> None:
    pages = iter(range(100))
    bulk = [page([complaint(50 + number)], f"n{number}", more=True) for number in range(6)]
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        found = plain(scope, stage, after, limit)
        if stage == "history" and (number := next(pages)) < len(bulk):
            world.seconds += 3.0
            world.server.heads[OFFICE] += 1
            return bulk[number]
        return found

    world.server.snapshot = snapshot  # type: ignore[method-assign]
    world.pull(60)
    history = [number for number, one in enumerate(world.server.asked) if one == f"{OFFICE} history"]
    between = world.server.asked[history[0] : history[-1]]
    assert between.count(f"{OFFICE} changes") >= 2
    assert len(history) == 7


def test_only_the_feed_that_moved_is_pulled(world: World) -> None:
    world.pull()
    world.server.asked.clear()
    world.server.heads[OFFICE] = 2
    world.server.feed = lambda scope, cursor: page([complaint(1, 5), complaint(9, 1)])
    world.pull()
    world.pull()
    assert [one for one in world.server.asked if "changes" in one] == [f"{OFFICE} changes"]
    assert world.rows() == {1: 5, 2: 1, 9: 1}


def test_an_equal_head_of_another_epoch_is_pulled_all_the_same(world: World) -> None:
    world.pull()
    world.server.asked.clear()
    world.server.epoch = "restored"
    world.pull()
    world.pull()
    assert f"{OFFICE} changes" in world.server.asked


def test_a_reset_takes_a_fresh_snapshot_and_sweeps_what_is_no_more(world: World) -> None:
    world.pull()
    world.server.heads[OFFICE] = 2
    answers = iter([CursorReset(Problem(410, "cursor_reset"))])

    def feed(scope: str, cursor: str) -> Page:
        for error in answers:
            raise error
        return page([])

    world.server.feed = feed
    world.server.stages = {"open": [complaint(2), complaint(3)]}
    for _ in range(3):
        world.pull()
    assert world.rows() == {2: 1, 3: 1}
    assert world.heard.bugs == []


def test_a_server_that_resets_for_ever_is_not_asked_in_a_tight_loop(world: World) -> None:
    world.pull()

    def feed(scope: str, cursor: str) -> Page:
        raise CursorReset(Problem(410, "cursor_reset"))

    world.server.feed = feed
    world.server.heads[OFFICE] = 2
    world.server.asked.clear()
    for _ in range(60):
        world.engine.pull_turn()
    assert world.server.asked.count(f"{OFFICE} changes") <= 3


def test_a_scope_that_is_denied_leads_to_a_look_at_the_scopes(world: World) -> None:
    world.pull()

    def feed(scope: str, cursor: str) -> Page:
        world.server.heads = {"company": 1}
        world.server.epoch = "e2"
        raise ServerSaid(Problem(403, "scope_denied"))

    world.server.feed = feed
    world.server.heads[OFFICE] = 2
    for _ in range(3):
        world.pull()
    assert world.rows() == {}
    assert world.engine.state.status is LinkStatus.ONLINE


@pytest.mark.parametrize("code", ["account_disabled", "wrong_duty"])
def test_rows_leave_with_the_right_to_see_them_and_the_outbox_stays(world: World, code: str) -> None:
    world.pull()
    waiting = world.queue(1)
    world.server.down = SignInRefused(Problem(403, code))
    world.pull()
    world.pull()
    assert world.rows() == {}
    assert world.writer.scopes() == []
    assert world.engine.state.status is LinkStatus.SIGNED_OUT
    assert world.item(waiting).attempts == 0


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NoNetwork(), LinkStatus.NO_NETWORK),
        (ServerDown(), LinkStatus.SERVER_DOWN),
        (ServerFailed(502), LinkStatus.SERVER_DOWN),
        (NotTheServer(), LinkStatus.NOT_THE_SERVER),
        (TornPage(), LinkStatus.SERVER_DOWN),
    ],
)
def test_failures_are_told_apart_and_tried_again_within_half_a_minute(
    world: World, error: Exception, status: LinkStatus
) -> None:
    world.pull()
    world.server.down = error
    delays = [world.engine.pull_turn() for _ in range(10)]
    assert world.engine.state.status is status
    assert max(delay or 0 for delay in delays) == 30
    world.server.down = None
    world.pull()
    assert world.engine.state.status is LinkStatus.ONLINE


def test_retry_after_is_respected(world: World) -> None:
    world.server.down = ServerFailed(503, 120.0)
    assert world.engine.pull_turn() == 120.0


def test_a_load_goes_on_after_the_last_page_that_came(world: World) -> None:
    places: list[str | None] = []
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        if stage != "history":
            return plain(scope, stage, after, limit)
        places.append(after)
        if len(places) == 2:
            raise ServerDown
        number = len(places)
        return page([complaint(10 + number)], f"after-{number}", more=number < 4)

    world.server.snapshot = snapshot  # type: ignore[method-assign]
    for _ in range(4):
        world.pull()
    assert places == [None, "after-1", "after-1", "after-3"]
    assert set(world.rows()) == {1, 2, 11, 13, 14}


def test_a_removal_takes_the_row(world: World) -> None:
    world.pull()
    world.server.heads[OFFICE] = 2
    world.server.feed = lambda scope, cursor: Page([], [], [Removal("complaint", 1, 5)], "c", False, 2)
    for _ in range(2):
        world.pull()
    assert set(world.rows()) == {2}


def test_a_bug_is_reported_and_pulling_goes_on(world: World) -> None:
    world.server.down = ZeroDivisionError()
    delay = world.engine.pull_turn()
    assert delay is not None
    assert delay >= 1
    assert [type(bug) for bug in world.heard.bugs] == [ZeroDivisionError]
    world.server.down = None
    world.pull()
    assert set(world.rows()) == {1, 2}


def test_a_poll_that_does_not_wait_does_not_spin(world: World) -> None:
    for _ in range(40):
        delay = world.engine.pull_turn()
        if delay != 0.0:
            break
    assert world.server.asked[-1] == "poll"
    assert delay == 1.0


@pytest.mark.parametrize("error", [TornPage("row"), StoreError("sqlite 10")])
def test_a_scope_that_keeps_failing_is_left_alone_for_the_sake_of_the_others(
    world: World, error: Exception
) -> None:
    other = "office:khulna-2"
    world.server.heads = {"company": 1, OFFICE: 1, other: 1}
    world.server.stages = {}
    world.pull()
    broken = [True]

    def feed(scope: str, cursor: str) -> Page:
        if scope == OFFICE and broken:
            raise error
        return page([complaint(50 if scope == other else 60)], "c2", head=2)

    world.server.feed = feed
    world.server.heads = {"company": 1, OFFICE: 2, other: 2}
    world.run(200)
    assert world.rows() == {50: 1}
    last_sync = world.writer.last_sync()
    world.run(600)
    assert world.heard.bugs == [error]
    assert world.writer.last_sync() == last_sync, "it is not up to date"
    broken.clear()
    world.run(310)
    assert world.rows() == {50: 1, 60: 1}
    assert world.writer.last_sync() != last_sync


def test_reference_data_that_cannot_be_read_does_not_keep_the_complaints_away(world: World) -> None:
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        if scope == "company":
            raise TornPage("row")
        return plain(scope, stage, after, limit)

    world.server.snapshot = snapshot  # type: ignore[method-assign]
    world.run(200)
    assert set(world.rows()) == {1, 2}


def test_a_command_whose_effect_a_restored_server_forgot_leaves_the_screen(world: World) -> None:
    world.server.stages = {"open": [complaint(1, 5)]}
    world.pull()
    world.queue(1)
    world.server.answer = lambda command: Receipt(command.command_id, Outcome.APPLIED, 9)
    world.push()
    assert world.outbox.applied_ids() == [1]
    world.server.epoch = "e2"
    world.run(10)
    assert world.outbox.applied_ids() == []


def test_the_clocks_offset_is_stored_for_the_next_start(world: World) -> None:
    world.slept = 6 * 3600.0
    world.clock.sample(START_MS + round(world.seconds * 1000), world.seconds, world.seconds)
    world.pull()
    assert world.writer.clock_offset() == -6 * 3_600_000
