"""The daily comparison with the server, in virtual time."""

from __future__ import annotations

import hashlib

import pytest

from tests.unit.sync.world import OFFICE, World, complaint, page
from wzpdcl_desktop.domain.errors import Problem, ServerDown, ServerSaid
from wzpdcl_desktop.domain.feed import Digest, Page

DAY = 86_400.0


def digest(versions: dict[int, int], head: int = 1) -> Digest:
    """The rule of the contract, written here once more."""
    lines: dict[int, list[str]] = {}
    for id_, version in versions.items():
        lines.setdefault(bucket(id_), []).append(f"{id_}:{version}\n")
    return Digest(
        head,
        len(versions),
        {
            number: (len(found), hashlib.sha256("".join(sorted(found)).encode()).hexdigest())
            for number, found in lines.items()
        },
    )


def bucket(id_: int) -> int:
    return hashlib.sha256(str(id_).encode()).digest()[0]


def reference_digest() -> Digest:
    line = b"office:khulna-1:1\n"
    number = hashlib.sha256(b"office:khulna-1").digest()[0]
    return Digest(1, 1, {number: (1, hashlib.sha256(line).hexdigest())})


def hold(world: World, versions: dict[int, int]) -> None:
    """The server holds these complaints: digest, buckets and snapshot alike."""
    rows = [complaint(id_, version) for id_, version in versions.items()]
    world.server.stages = {"open": rows}
    world.server.digests = lambda scope: (
        reference_digest() if scope == "company" else digest(versions, world.server.heads[OFFICE])
    )
    world.server.feed = lambda scope, cursor: page([], head=world.server.heads[scope])
    world.server.buckets = lambda scope, number: page(
        [row for row in rows if bucket(int(str(row[0]))) == number], head=world.server.heads[scope]
    )


@pytest.fixture
def loaded(world: World) -> World:
    """All is loaded and equal, and a day has passed since."""
    hold(world, {1: 3, 2: 5, 10: 1})
    world.pull()
    world.seconds += DAY + 1
    world.server.asked.clear()
    return world


def asked(world: World, what: str) -> list[str]:
    return [one for one in world.server.asked if what in one]


def spoil(world: World, statement: str) -> None:
    """Change the cache behind the program's back."""
    world.cache.transaction(lambda connection: connection.exec_driver_sql(statement))


WRONG = "UPDATE complaint SET version = 2, state = 'cancelled' WHERE id = 1"
NEWER = "UPDATE complaint SET version = 9 WHERE id = 1"
MISSING = "DELETE FROM complaint WHERE id = 2"


def one_too_many(world: World) -> None:
    world.writer.apply_changes_page(OFFICE, page([complaint(77)]))


def test_once_a_day_and_not_before_a_day_has_passed(loaded: World) -> None:
    loaded.pull()
    assert asked(loaded, "digest") == ["company digest", f"{OFFICE} digest"]
    loaded.server.asked.clear()
    loaded.pull()
    loaded.seconds += DAY - 60
    loaded.pull()
    assert not asked(loaded, "digest")
    loaded.seconds += 120
    loaded.pull()
    assert len(asked(loaded, "digest")) == 2
    assert not asked(loaded, "bucket")


@pytest.mark.parametrize(
    "damage", [WRONG, NEWER, MISSING, None], ids=["older", "newer", "missing", "too many"]
)
def test_what_differs_is_fetched_again_and_nothing_else(loaded: World, damage: str | None) -> None:
    command = loaded.queue(1, not_before=2**52)
    spoil(loaded, damage) if damage else one_too_many(loaded)
    loaded.heard.changes.clear()
    loaded.pull()
    assert loaded.rows() == {1: 3, 2: 5, 10: 1}
    assert len(asked(loaded, "bucket")) == 1
    assert not asked(loaded, "open"), "no fresh snapshot"
    changed = {id_ for change in loaded.heard.changes for id_ in change.of_entity("complaint")}
    assert len(changed) == 1, "the screen is told of that row"
    assert loaded.item(command).command.command_id == command
    note = loaded.writer.checks.notes()[OFFICE]
    assert (note.buckets, note.rows, note.reloads) == (1, 1, 0)
    assert note.found_at is not None
    with loaded.cache.read() as connection:
        state = connection.exec_driver_sql("SELECT state FROM complaint WHERE id = 1").scalar_one()
        found = connection.exec_driver_sql(
            "SELECT rowid FROM complaint_fts WHERE complaint_fts MATCH 'নমুনা' ORDER BY rowid"
        ).fetchall()
    assert state == "inbox"
    assert [row[0] for row in found] == [1, 2, 10], "each is found once"


def test_of_very_many_differences_all_is_fetched(loaded: World) -> None:
    hold(loaded, dict.fromkeys(range(1, 61), 4))
    loaded.pull(60)
    assert loaded.rows() == dict.fromkeys(range(1, 61), 4)
    assert not asked(loaded, "bucket")
    assert loaded.writer.checks.notes()[OFFICE].reloads == 1
    loaded.server.asked.clear()
    loaded.pull()
    assert not asked(loaded, "digest"), "at most once a day, whatever it found"


def test_nothing_is_compared_with_a_head_that_this_desk_has_not_reached(loaded: World) -> None:
    """A change made just now is not a difference."""
    spoil(loaded, MISSING)
    loaded.server.digests = lambda scope: reference_digest() if scope == "company" else digest({1: 3}, 2)
    loaded.pull()
    assert not asked(loaded, "bucket")
    assert loaded.rows() == {1: 3, 10: 1}
    hold(loaded, {1: 3, 2: 5, 10: 1, 11: 1})
    loaded.server.heads[OFFICE] = 2
    loaded.server.feed = lambda scope, cursor: page([complaint(11)], head=loaded.server.heads[scope])
    loaded.pull()
    loaded.pull()
    assert loaded.rows() == {1: 3, 2: 5, 10: 1, 11: 1}, "after the pull it is"


def test_a_bucket_of_a_later_head_is_not_stored(loaded: World) -> None:
    spoil(loaded, MISSING)
    loaded.server.buckets = lambda scope, number: page([complaint(2, 6)], head=2)
    loaded.pull()
    assert 2 not in loaded.rows()
    hold(loaded, {1: 3, 2: 5, 10: 1})
    loaded.server.heads[OFFICE] = 2
    loaded.pull()
    loaded.pull()
    assert loaded.rows()[2] == 5


@pytest.mark.parametrize("error", [ServerDown("digest"), ServerSaid(Problem(404, "not_found"))])
def test_a_comparison_that_fails_does_not_keep_the_feed_waiting(loaded: World, error: Exception) -> None:
    def fail(scope: str) -> Digest:
        raise error

    loaded.server.digests = fail
    loaded.pull()
    assert loaded.server.asked[-1] == "poll"
    asked_so_often = len(asked(loaded, "digest"))
    loaded.server.heads[OFFICE] = 2
    loaded.server.feed = lambda scope, cursor: Page([complaint(1, 8)], [], [], "c", False, 2)
    loaded.pull()
    loaded.pull()
    assert loaded.rows()[1] == 8
    assert len(asked(loaded, "digest")) == asked_so_often
    for _ in range(100):
        loaded.seconds += 60.0
        loaded.pull()
    assert len(asked(loaded, "digest")) < 40, "and not again and again"


def test_the_day_is_remembered_over_a_restart(loaded: World) -> None:
    loaded.pull()
    loaded.close()
    again = World(loaded.cache.path.parent)
    try:
        again.seconds = loaded.seconds
        hold(again, {1: 3, 2: 5, 10: 1})
        again.pull()
        assert not asked(again, "digest")
        assert set(again.writer.checks.notes()) == {"company", OFFICE}
    finally:
        again.close()


def test_the_time_of_it_is_told_only_when_all_scopes_are_compared(loaded: World) -> None:
    right = loaded.server.digests

    def fail_for_the_office(scope: str) -> Digest:
        if scope == OFFICE:
            raise ServerDown("digest")
        return right(scope)

    loaded.server.digests = fail_for_the_office
    loaded.pull()
    assert loaded.engine.state.checked_at is None
    loaded.server.digests = right
    loaded.seconds += 60
    loaded.pull()
    assert loaded.engine.state.checked_at is not None


def test_a_lost_scope_takes_its_note_along(loaded: World) -> None:
    loaded.pull()
    loaded.writer.drop_scope(OFFICE)
    assert set(loaded.writer.checks.notes()) == {"company"}
