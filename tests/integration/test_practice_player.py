"""Practice mode's customers: what they do comes out of the feed's tables."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from central_api.clock import FixedClock, parse_instant
from central_api.db import Database
from central_api.migrate import migrate
from central_api.models import ChangeLog, Complaint, OfficeSeq
from central_api.sample import generate
from central_api.sample.player import Player, plan

NOON = parse_instant("2026-11-22T14:03:00+06:00")
OFFICE = "khulna-1"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("player")
    database = Database(f"sqlite:///{folder / 'central.db'}")
    migrate(database.engine, initial=False)
    generate(database.writer, folder / "files", now_ms=NOON, complaints=174)
    database.dispose()
    return folder / "central.db"


@pytest.fixture
def database(made: Path, tmp_path: Path) -> Iterator[Database]:
    copy = tmp_path / "central.db"
    copy.write_bytes(made.read_bytes())
    database = Database(f"sqlite:///{copy}")
    yield database
    database.dispose()


def state_of_feed(database: Database) -> tuple[dict[str, tuple[int, int]], int]:
    """Sequence number and version by complaint in the change log, and the head of the office."""
    with database.read() as session:
        log = session.scalars(select(ChangeLog).where(ChangeLog.office == OFFICE)).all()
        head = session.get_one(OfficeSeq, OFFICE).n
        return {row.id: (row.seq, row.version) for row in log}, head


def test_plan_depends_on_its_arguments_only() -> None:
    assert plan(Random(5), NOON) == plan(Random(5), NOON)
    plans = [plan(Random(seed), NOON) for seed in range(300)]
    kinds = Counter(events[0].kind for events in plans)
    assert set(kinds) == {"new", "feedback", "message", "reopen"}
    assert kinds.most_common(1)[0][0] == "new"
    assert all(60_000 <= events[0].wait_ms <= 240_000 for events in plans)


def test_bursts_come_from_one_feeder_within_minutes() -> None:
    bursts = [events for seed in range(300) if len(events := plan(Random(seed), NOON)) > 1]
    assert bursts
    for events in bursts:
        assert 6 <= len(events) <= 14
        assert len({event.feeder for event in events}) == 1
        assert sum(event.wait_ms for event in events[1:]) <= 15 * 60_000


def test_nights_are_quieter() -> None:
    night = parse_instant("2026-11-22T03:00:00+06:00")
    day_waits = [plan(Random(seed), NOON)[0].wait_ms for seed in range(50)]
    night_waits = [plan(Random(seed), night)[0].wait_ms for seed in range(50)]
    assert sum(night_waits) > 2 * sum(day_waits)


def test_events_appear_in_the_feed(database: Database) -> None:
    rings: list[int] = []
    clock = FixedClock(NOON)
    player = Player(database.write_sessions, clock, lambda: rings.append(1), seed=3)
    kinds: Counter[str] = Counter()
    _, head = state_of_feed(database)
    while not {"new", "feedback", "message", "reopen"} <= set(kinds) and sum(kinds.values()) < 300:
        clock.move(60_000)
        kinds[player.step().kind] += 1
    log, new_head = state_of_feed(database)
    assert {"new", "feedback", "message", "reopen"} <= set(kinds)
    assert len(rings) == sum(kinds.values())
    assert new_head == head + sum(kinds.values())
    with database.read() as session:
        rows = session.scalars(select(Complaint).where(Complaint.id.in_([int(id_) for id_ in log]))).all()
        entries: Counter[str] = Counter()
        for row in rows:
            assert log[str(row.id)][1] == row.version
            entries.update(entry["kind"] for entry in row.timeline if entry["at"] > NOON)
            assert row.id <= 418220 or row.text
        assert entries["created"] == kinds["new"] == sum(row.id > 418220 for row in rows)
        assert entries["feedback"] == kinds["feedback"]
        assert entries["reopened"] == kinds["reopen"]


def test_the_same_seed_and_time_play_the_same(made: Path, tmp_path: Path) -> None:
    played: list[list[Any]] = []
    for name in ("one", "two"):
        copy = tmp_path / name
        copy.write_bytes(made.read_bytes())
        database = Database(f"sqlite:///{copy}")
        player = Player(database.write_sessions, FixedClock(NOON), lambda: None, seed=4)
        events = [player.step() for _ in range(12)]
        with database.read() as session:
            new = (
                select(Complaint.text, Complaint.customer).where(Complaint.id > 418220).order_by(Complaint.id)
            )
            played.append([events, session.execute(new).all()])
        database.dispose()
    assert played[0] == played[1]


def test_the_thread_plays_until_it_is_stopped(database: Database) -> None:
    rung = threading.Event()
    player = Player(database.write_sessions, FixedClock(NOON), rung.set, seed=3, pace=1e6)
    player.start()
    with pytest.raises(RuntimeError):
        player.start()
    assert rung.wait(20)
    player.stop()
    _, head = state_of_feed(database)
    rung.clear()
    assert not rung.wait(0.3)
    assert state_of_feed(database)[1] == head
