"""Why numbers are counted last: beside our feed, one that numbers changes as they are made loses some.

Both are written in the same transactions of the same writers, and both are followed while they write.
PostgreSQL alone: SQLite has one writer at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from central_api import customers
from central_api.clock import SystemClock
from central_api.db import Database
from tests.support.central import CentralHandle, central_server, complaint_given
from tests.support.feed import Reader

WRITERS, EACH = 10, 12
SECONDS = 60
_NAIVE = "CREATE TABLE naive_log (seq bigserial PRIMARY KEY, complaint bigint NOT NULL)"
_NEXT = "SELECT seq, complaint FROM naive_log WHERE seq > :last ORDER BY seq"
_WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@pytest.fixture
def server(tmp_path: Path, postgres_url: str) -> Iterator[CentralHandle]:
    with central_server(tmp_path / "c", database_url=postgres_url) as handle:
        yield handle


class NaiveReader:
    """Keeps the greatest number it has seen, and asks for what lies above."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._last = 0
        self.seen: set[int] = set()

    def pull(self) -> None:
        with self._engine.connect() as connection:
            for seq, complaint in connection.execute(text(_NEXT), {"last": self._last}):
                self._last = seq
                self.seen.add(complaint)


class Writers:
    """Customers who write at the same time: each about complaints of their own, one message about each."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = SystemClock()
        self.complaints = [self._new(n) for n in range(WRITERS * EACH)]

    def _new(self, n: int) -> int:
        with self._database.write() as session:
            return customers.new_complaint(session, self._clock, complaint_given("khulna-1-dolkhola", n))

    def write(self, complaint: int, *, numbered: Callable[[], None], counted: Callable[[], None]) -> None:
        """One transaction.

        Args:
            complaint: What it is about.
            numbered: Called when the naive feed has numbered it.
            counted: Called when our feed has counted it, before COMMIT.
        """
        with self._database.write() as session:
            session.execute(text("INSERT INTO naive_log (complaint) VALUES (:id)"), {"id": complaint})
            numbered()
            customers.customer_message(session, self._clock, complaint, "when?")
            session.flush()
            counted()

    def write_all(self, complaints: list[int]) -> None:
        for complaint in complaints:
            self.write(complaint, numbered=_at_once, counted=_at_once)


def _at_once() -> None:
    """Go on."""


def _until(reached: Callable[[], bool]) -> None:
    tick = threading.Event()
    for _ in range(SECONDS * 100):
        if reached():
            return
        tick.wait(0.01)
    raise AssertionError("never reached")


def _somebody_waits(engine: Engine) -> bool:
    # A transaction of its own for each look: within one PostgreSQL shows the same picture again.
    with engine.connect() as connection:
        waiting: int = connection.execute(text(_WAITING)).scalar_one()
    return waiting > 0


def test_the_naive_cursor_loses_changes_and_ours_none(server: CentralHandle) -> None:
    engine = server.engine()
    with engine.begin() as connection:
        connection.execute(text(_NAIVE))
    writers = Writers(server.database())
    desk = Reader(server.client("xen.khulna1"), "office:khulna-1")
    desk.snapshot()
    desk.pull()
    naive, stopped = NaiveReader(engine), threading.Event()
    late_numbered, holder_counted = threading.Event(), threading.Event()
    late, *others = writers.complaints
    holding, *rest = others
    told = desk.head

    def overtaken() -> None:
        # Later numbers than this one's are committed and seen before it is.
        late_numbered.set()
        _until(lambda: bool(naive.seen))

    def others_wait() -> None:
        # With our feed the others now wait to be counted; one that let them pass would be read beyond this.
        holder_counted.set()
        _until(lambda: _somebody_waits(engine) or desk.head > told)

    def follow(pull: Callable[[], object]) -> None:
        while not stopped.is_set():
            pull()
        pull()

    with ThreadPoolExecutor(WRITERS + 4) as pool:
        followers = [pool.submit(follow, desk.pull), pool.submit(follow, naive.pull)]
        try:
            writing = [pool.submit(writers.write, late, numbered=overtaken, counted=_at_once)]
            assert late_numbered.wait(SECONDS)
            writing.append(pool.submit(writers.write, holding, numbered=_at_once, counted=others_wait))
            assert holder_counted.wait(SECONDS)
            writing += [pool.submit(writers.write_all, rest[n::WRITERS]) for n in range(WRITERS)]
            for each in writing:
                each.result(SECONDS)
        finally:
            stopped.set()
        for each in followers:
            each.result(SECONDS)
    everything = set(writers.complaints)
    assert {id_ for id_ in everything if desk.versions().get(id_) != 2} == set()
    assert late in everything - naive.seen
