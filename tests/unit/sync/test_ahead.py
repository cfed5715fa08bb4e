"""Pages fetched ahead: quicker, and never older than what the feed said."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.unit.sync.world import OFFICE, World, complaint, page
from wzpdcl_desktop.domain.errors import ServerDown
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


def test_the_page_of_another_place_is_no_page(ahead: Ahead) -> None:
    ahead.begin("place", lambda: page([complaint(1)]))
    assert ahead.take("other") is None
    assert ahead.take("place") is None


def test_a_row_removed_between_a_page_and_the_next_does_not_come_back(world: World, puller: Puller) -> None:
    fetched, removed = threading.Event(), threading.Event()
    plain = world.server.snapshot

    def snapshot(scope: str, stage: str, after: str | None, limit: int) -> Page:
        if stage != "history":
            return plain(scope, stage, after, limit)
        if after is None:
            world.seconds += 6.0  # it is time to look at the heads again
            world.server.heads[OFFICE] = 2
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
