"""The snapshot: every row of the scope, none else, also while others write."""

from __future__ import annotations

import threading

import pytest

from central_api import customers
from central_api.clock import SystemClock
from central_api.models import Complaint
from tests.support.central import CentralHandle, command_body, complaint_given, set_state
from tests.support.feed import Reader
from tests.support.local import Local

DAY_MS = 86_400_000
FEEDERS = ("khulna-1-dolkhola", "khulna-1-bagmara", "khulna-1-ferryghat", "khulna-2-stadium")


@pytest.fixture(scope="module")
def aged(local: Local) -> Local:
    """Complaints closed today, 89, 90 and 91 days ago, 75 each at the same millisecond."""
    now = local.clock.now_ms()
    for feeder in FEEDERS[:2]:
        for state in ("inbox", "in_progress", "resolved", "cancelled"):
            local.new_complaint(feeder, state)
    with local.database.write() as session:
        for days in (0, 89, 90, 91):
            for _ in range(75):
                id_ = customers.new_complaint(session, local.clock, complaint_given(FEEDERS[days % 3]))
                set_state(session, local.clock, id_, "resolved")
                session.get_one(Complaint, id_).closed_at = now - days * DAY_MS
    return local


@pytest.mark.parametrize(
    ("officer", "scope"),
    [
        ("xen.khulna1", "office:khulna-1"),
        ("sae1.khulna1", "feeder:khulna-1-dolkhola"),
        ("ce.wzpdcl", "office:jashore-1"),
    ],
)
def test_stages_are_what_they_say_and_together_everything(aged: Local, officer: str, scope: str) -> None:
    aged.client.headers.update(aged.bearer(officer))
    recent_since = aged.clock.now_ms() - 90 * DAY_MS
    for stage in ("own_open", "open", "recent", "history"):
        desk = Reader(aged.client, scope)
        for _ in desk.pages_of(stage):
            pass
        for row in desk.rows.values():
            data = row["data"]
            if stage in {"own_open", "open"}:
                assert data["state"] in {"inbox", "in_progress"}
                assert stage == "open" or data["assigned_to"] == officer
            else:
                assert data["state"] in {"resolved", "cancelled"}
                assert (data["closed_at"] >= recent_since) == (stage == "recent")
    desk = Reader(aged.client, scope)
    desk.snapshot()
    kind, _, id_ = scope.partition(":")
    with aged.database.read() as session:
        rows = session.query(Complaint).filter(getattr(Complaint, kind) == id_)
        assert desk.versions() == {row.id: row.version for row in rows}
    assert all(row["data"][kind] == id_ for row in desk.rows.values())


def test_own_open_is_what_is_assigned_to_the_caller(aged: Local) -> None:
    aged.client.headers.update(aged.bearer("sae1.khulna1"))
    desk = Reader(aged.client, "feeder:khulna-1-dolkhola")
    for _ in desk.pages_of("own_open"):
        pass
    with aged.database.read() as session:
        wanted = session.query(Complaint.id).filter(
            Complaint.assigned_to == "sae1.khulna1",
            Complaint.feeder == "khulna-1-dolkhola",
            Complaint.state.in_(["inbox", "in_progress"]),
        )
        assert set(desk.versions()) == {row.id for row in wanted} != set()


def test_pages_meet_without_gap_or_overlap(aged: Local) -> None:
    aged.client.headers.update(aged.bearer("xen.khulna1"))
    desk = Reader(aged.client, "office:khulna-1")
    counts = [end["count"] for end in desk.pages_of("history")]
    assert counts[:-1] == [50] * (len(counts) - 1)
    assert sum(counts) == len(desk.rows)


def test_stage_and_scope_belong_together(aged: Local) -> None:
    for scope, stage in (("company", "open"), ("office:khulna-1", "reference")):
        answer = aged.get("xen.khulna1", "/v1/snapshot", scope=scope, stage=stage)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    desk = Reader(aged.client, "office:khulna-1")
    aged.client.headers.update(aged.bearer("xen.khulna1"))
    after = next(iter(desk.pages_of("history")))["next"]
    answer = aged.get("xen.khulna1", "/v1/snapshot", scope="office:khulna-1", stage="open", after=after)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_limits(aged: Local) -> None:
    for limit in (49, 5001, "x"):
        answer = aged.get("xen.khulna1", "/v1/snapshot", scope="company", stage="reference", limit=limit)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_converges_while_others_write(central: CentralHandle) -> None:
    """Complaints reopen, move and close between the pages: in the end the desk has the server's rows."""
    database = central.database()
    clock = SystemClock()
    ids = []
    for n in range(160):
        with database.write() as session:
            ids.append(customers.new_complaint(session, clock, complaint_given(FEEDERS[n % 4], n)))
        if n % 2:
            with database.write() as session:
                set_state(session, clock, ids[-1], "resolved")
    reading_done = threading.Event()
    failures: list[BaseException] = []

    def write() -> None:
        try:
            with central.client("xen.khulna1") as head:
                for n, id_ in enumerate(ids * 3):
                    if reading_done.is_set() and n > 40:
                        return
                    answer = head.get(f"/v1/complaints/{id_}")
                    if answer.status_code == 404:
                        continue
                    row = answer.json()
                    if row["data"]["closed_at"]:
                        with database.write() as session:
                            customers.reopen(session, clock, id_, "again")
                        continue
                    type_ = ("complaint.accept", "complaint.cancel", "complaint.reassign")[n % 3]
                    args = {"feeder": FEEDERS[(n * 7) % 4], "text": "x"} if n % 3 == 2 else None
                    body = command_body(type_, id_, row["version"], **({"args": args} if args else {}))
                    head.post("/v1/commands", json=body)
        except BaseException as error:
            failures.append(error)

    writer = threading.Thread(target=write)
    desks = [
        Reader(central.client("xen.khulna1"), "office:khulna-1"),
        Reader(central.client("sae1.khulna1"), "feeder:khulna-1-bagmara"),
    ]
    writer.start()
    for desk in desks:
        desk.snapshot()
    reading_done.set()
    writer.join(60)
    assert not failures
    for desk in desks:
        desk.pull()
        kind, _, id_ = desk.scope.partition(":")
        with database.read() as session:
            rows = session.query(Complaint).filter(getattr(Complaint, kind) == id_)
            assert desk.versions() == {row.id: row.version for row in rows}
