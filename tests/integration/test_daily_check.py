"""A cache that is not what the server holds, for whatever reason: found within a day, and put right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from central_api import customers
from central_api.clock import SystemClock
from central_api.models import Complaint
from tests.integration.sync_support import KEY, Desk, desk, wait_until
from tests.support.central import FEEDERS, PASSWORD, CentralHandle, central_server, complaint_given
from wzpdcl_desktop.cache.checks import CheckNote
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.domain.link import LinkStatus, Stage
from wzpdcl_desktop.domain.people import Duty

HEAD, SUPERVISOR = ("xen.khulna1", Duty.OFFICE_HEAD), ("ae1.khulna1", Duty.FEEDER_SUPERVISOR)
OWN = [feeder for feeder, (office, *_) in FEEDERS.items() if office == "khulna-1"]
A_DAY_AGO = "UPDATE scope_state SET completed_at = completed_at - 90000000"
MANY = 60


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralHandle]:
    with central_server(tmp_path_factory.mktemp("central")) as handle:
        with handle.database().write() as session:
            for number in range(MANY):
                customers.new_complaint(session, SystemClock(), complaint_given(OWN[number % len(OWN)]))
        yield handle


def truth(central: CentralHandle) -> dict[int, tuple[str, int]]:
    with central.database().read() as session:
        found = session.execute(select(Complaint.id, Complaint.state, Complaint.version, Complaint.feeder))
        return {row.id: (row.state, row.version) for row in found if row.feeder in OWN}


def load(made: Desk) -> None:
    made.engine.start(PASSWORD)
    wait_until(lambda: made.heard.progress and made.heard.progress[-1].stage is Stage.DONE, "the first load")
    wait_until(lambda: made.status() is LinkStatus.ONLINE, "the line")


def spoil(folder: Path, *statements: str) -> None:
    """Change the cache while the program is closed, and let a day go by."""
    with closing(connect(folder / "cache.db", KEY)) as connection:
        for statement in (*statements, A_DAY_AGO):
            connection.execute(statement)


def checked(made: Desk, scopes: int) -> dict[str, CheckNote]:
    def notes() -> dict[str, CheckNote]:
        return {scope: note for scope, note in made.writer.checks.notes().items() if note.at}

    wait_until(lambda: len(notes()) == scopes, "the comparison of all scopes")
    return notes()


WRONG = "UPDATE complaint SET version = version - 1, state = 'cancelled', text = 'x' WHERE id = 1"
MISSING = "DELETE FROM complaint WHERE id = 1"
MOVED = "UPDATE complaint SET id = 999999 WHERE id = 1"


@pytest.mark.parametrize("officer", [HEAD, SUPERVISOR], ids=["one office", "three feeders"])
@pytest.mark.parametrize("damage", [WRONG, MISSING, MOVED], ids=["wrong", "missing", "one too many"])
def test_a_row_that_is_wrong_is_put_right_and_the_outbox_stays(
    tmp_path: Path, central: CentralHandle, officer: tuple[str, Duty], damage: str
) -> None:
    with desk(tmp_path, central.url, officer=officer[0], duty=officer[1]) as made:
        load(made)
        right = ComplaintReader(made.cache).digest()
        assert made.rows() == truth(central)
        tokens = made.tokens
    spoil(tmp_path, damage)
    with desk(tmp_path, central.url, officer=officer[0], duty=officer[1], tokens=tokens) as again:
        assert again.rows() != truth(central)
        with again.outbox_store.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one() == 0
        again.engine.start()
        notes = checked(again, 2 if officer is HEAD else 4)
        assert again.rows() == truth(central)
        assert ComplaintReader(again.cache).digest() == right, "the content too"
        assert sum(note.rows for note in notes.values()) == (2 if damage is MOVED else 1)
        assert not any(note.reloads for note in notes.values())
        wait_until(lambda: again.engine.state.checked_at, "the time of it on the status bar")
        assert again.writer.checks.summary()["rows"] == sum(note.rows for note in notes.values())
        assert not again.heard.bugs


def test_work_that_waits_is_not_touched_by_it(tmp_path: Path, central: CentralHandle) -> None:
    with desk(tmp_path, central.url) as made:
        load(made)
        tokens, number = made.tokens, min(made.rows())
    spoil(tmp_path, MISSING)
    with desk(tmp_path, central.url, tokens=tokens) as again:
        command = again.message(number)
        again.engine.start()
        checked(again, 2)
        wait_until(lambda: again.outbox.items() == [], "the message is sent and shown")
        assert command
        assert again.rows() == truth(central)


def test_of_very_many_all_is_fetched_again(tmp_path: Path, central: CentralHandle) -> None:
    with desk(tmp_path, central.url) as made:
        load(made)
        tokens = made.tokens
    spoil(tmp_path, "UPDATE complaint SET version = version - 1, state = 'cancelled'")
    with desk(tmp_path, central.url, tokens=tokens) as again:
        again.engine.start()
        notes = checked(again, 2)
        wait_until(lambda: again.rows() == truth(central), "a fresh snapshot")
        assert notes["office:khulna-1"].reloads == 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE reference SET version = version - 1, data = '{}' WHERE entity = 'office' AND id = 'khulna-1'",
        "DELETE FROM reference WHERE entity = 'category'",
        "INSERT INTO reference VALUES ('holiday', 'never', 1, 1, '{}')",
    ],
    ids=["wrong", "missing", "too many"],
)
def test_reference_data_is_fetched_again(tmp_path: Path, central: CentralHandle, damage: str) -> None:
    def reference(made: Desk) -> list[tuple[object, ...]]:
        with made.cache.read() as connection:
            sql = "SELECT entity, id, version, data FROM reference ORDER BY entity, id"
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

    with desk(tmp_path, central.url) as made:
        load(made)
        right, tokens = reference(made), made.tokens
    spoil(tmp_path, damage)
    with desk(tmp_path, central.url, tokens=tokens) as again:
        assert reference(again) != right
        again.engine.start()
        wait_until(lambda: reference(again) == right, "the reference data")


def test_a_cache_that_is_right_is_left_alone(tmp_path: Path, central: CentralHandle) -> None:
    with desk(tmp_path, central.url) as made:
        load(made)
        tokens = made.tokens
    spoil(tmp_path)
    with desk(tmp_path, central.url, tokens=tokens) as again:
        again.engine.start()
        notes = checked(again, 2)
        assert all((note.buckets, note.rows, note.found_at) == (0, 0, None) for note in notes.values())
        assert all(note.at for note in notes.values())
