"""Pages fetched ahead: quicker, and never older than what the feed said."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from tests.unit.sync.world import OFFICE, World, complaint, page
from wzpdcl_desktop.domain.errors import Problem, ServerDown, SessionEnded
from wzpdcl_desktop.domain.feed import Page, Removal
from wzpdcl_desktop.sync.ahead import Ahead
from wzpdcl_desktop.sync.pull import Puller
from wzpdcl_desktop.sync.settle import Settler


@pytest.fixture
def ahead() -> Iterator[Ahead]:
    made = Ahead()
    yield made
    made.close()


@pytest.fixture
def puller(world: World, ahead: Ahead) -> Puller:
    settler = Settler(world.writer, world.outbox, world.heard)
    clock = world.clock
    return Puller(world.server, world.writer, settler, clock, world.heard, lambda: world.seconds, ahead)


def until_poll(world: World, puller: Puller) -> None:
    for _ in range(40):
        puller.step()
        if world.server.asked[-1] == "poll":
            return
    raise AssertionError(world.server.asked)


def test_the_page_of_its_place_is_taken_once(ahead: Ahead) -> None:
    ahead.begin("place", lambda: page([complaint(1)]))
    taken = ahead.take("place")
    assert taken is not None
    assert taken.complaints == [complaint(1)]
    assert ahead.take("place") is None


def test_pages_on_their_way_do_not_hinder_each_other_and_the_oldest_of_too_many_is_forgotten(
    ahead: Ahead,
) -> None:
    for number in range(4):
        ahead.begin(number, partial(page, [complaint(number)]))
    assert ahead.take("other") is None
    assert ahead.take(0) is None
    taken = [ahead.take(number) for number in (3, 1, 2)]
    assert [one.complaints[0][0] for one in taken if one] == [3, 1, 2]


def test_an_error_forgets_all_pages_so_that_it_is_told_once(ahead: Ahead) -> None:
    def fails() -> Page:
        raise ServerDown

    ahead.begin("one", fails)
    ahead.begin("two", fails)
    with pytest.raises(ServerDown):
        ahead.take("one")
    assert ahead.take("two") is None


def test_what_a_session_before_was_told_does_not_end_this_one(ahead: Ahead) -> None:
    def fails() -> Page:
        raise SessionEnded(Problem(401, "signed_out"))

    ahead.begin("one", fails)
    ahead.begin("two", fails)
    assert ahead.take("one") is None
    assert ahead.take("two") is None


def test_a_page_that_is_older_than_the_beginning_of_its_snapshot_is_fetched_anew(
    world: World, puller: Puller
) -> None:
    """The delta begins at the snapshot's beginning: what an older page does not have would never come."""
    asked = []
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        if stage == "own_open":
            return page([], head=8)
        if stage == "open":
            asked.append(len(asked))
            old = len(asked) == 1
            return page([complaint(1, version=1 if old else 2)], head=7 if old else 8)
        return plain(scope, stage, after, limit)

    world.server.snapshot = snapshot  # type: ignore[method-assign]
    world.server.heads[OFFICE] = 8
    until_poll(world, puller)
    assert len(asked) == 2
    assert world.rows() == {1: 2}


def test_urgent_pages_are_asked_for_without_waiting_for_each_other(world: World, puller: Puller) -> None:
    """On a long line the way costs more than the bytes."""
    waiting = threading.Barrier(3)
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        if stage in ("reference", "own_open", "open"):
            waiting.wait(10)
        return plain(scope, stage, after, limit)

    world.server.snapshot = snapshot  # type: ignore[method-assign]
    until_poll(world, puller)
    assert set(world.rows()) == {1, 2}


def test_a_row_removed_between_a_page_and_the_next_does_not_come_back(world: World, puller: Puller) -> None:
    fetched, removed = threading.Event(), threading.Event()
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        if stage != "history":
            return plain(scope, stage, after, limit)
        if after is None:
            return page([complaint(20)], "p2", more=True)
        rows = [complaint(21)] if removed.is_set() else [complaint(21), complaint(30)]
        fetched.set()
        return page(rows)

    def feed(scope: str, cursor: str) -> Page:
        if scope != OFFICE or world.server.heads[OFFICE] == 1:
            return page([])
        assert fetched.wait(10), "the next page is fetched ahead"
        removed.set()
        return Page([], [], [Removal("complaint", 30, 5)], "c", False, 2)

    world.server.snapshot = snapshot  # type: ignore[method-assign]
    world.server.feed = feed
    while 20 not in world.rows():
        puller.step()
    world.seconds += 6.0  # it is time to look at the heads again
    world.server.heads[OFFICE] = 2
    until_poll(world, puller)
    assert removed.is_set()
    assert set(world.rows()) == {1, 2, 20, 21}


def test_an_error_of_a_fetch_ahead_comes_when_its_page_is_due_and_the_page_is_fetched_anew(
    world: World, puller: Puller
) -> None:
    errors = iter([ServerDown()])
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        if stage != "history":
            return plain(scope, stage, after, limit)
        if after is None:
            return page([complaint(20)], "p2", more=True)
        for error in errors:
            raise error
        return page([complaint(21)])

    world.server.snapshot = snapshot  # type: ignore[method-assign]
    with pytest.raises(ServerDown):
        until_poll(world, puller)
    assert set(world.rows()) == {1, 2, 20}
    until_poll(world, puller)
    assert set(world.rows()) == {1, 2, 20, 21}
