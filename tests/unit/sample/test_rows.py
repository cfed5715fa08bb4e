"""What holds for every row of the sample."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import pytest

from central_api.auth import check_password
from central_api.clock import FixedClock
from central_api.models import (
    Account,
    Base,
    Blob,
    BlobUse,
    Complaint,
    Feeder,
    Meta,
    Office,
    OfficeSeq,
    Reference,
)
from central_api.problems import ProblemError
from central_api.sample import PASSWORD
from central_api.settings import Settings
from central_api.workflow import Duty
from tests.unit.sample.conftest import NOW, Sample, make
from wzpdcl_desktop.domain.placeholders import OF_COMPLAINT, filled

#: Any value for each blank that a desk or its officer fills.
_BLANKS = dict.fromkeys(OF_COMPLAINT | {"time"}, "x")

MOBILE = re.compile(r"\+8801700\d{6}")
#: From state and kind of entry to the state after it.
STEPS = {
    (None, "created"): "inbox",
    ("inbox", "accepted"): "in_progress",
    ("inbox", "cancelled"): "cancelled",
    ("in_progress", "cancelled"): "cancelled",
    ("in_progress", "resolved"): "resolved",
    ("resolved", "reopened"): "inbox",
    ("cancelled", "reopened"): "inbox",
    ("resolved", "feedback"): "resolved",
    ("cancelled", "feedback"): "cancelled",
} | {
    (state, kind): state
    for state in ("inbox", "in_progress", "resolved", "cancelled")
    for kind in ("message", "customer_message")
}


def texts(value: Any) -> Iterator[str]:
    """All strings in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_the_same_seed_makes_the_same_rows_and_files(sample: Sample, tmp_path: Path) -> None:
    again = make(tmp_path)
    for table in (Meta, Reference, Account, Feeder, Office, Complaint, Blob, BlobUse, OfficeSeq):
        assert again.rows(table) == sample.rows(table), table.__tablename__
    for blob in again.rows(Blob):
        assert (again.files / blob["path"]).read_bytes() == (sample.files / blob["path"]).read_bytes()
    again.database.dispose()


def test_another_seed_makes_other_rows(sample: Sample, tmp_path: Path) -> None:
    other = make(tmp_path, seed=8)
    assert [r["text"] for r in other.main()] != [r["text"] for r in sample.main()]
    assert other.rows(Meta) != sample.rows(Meta)
    other.database.dispose()


def test_timelines_obey_the_workflow(sample: Sample) -> None:
    kinds: Counter[str] = Counter()
    for row in sample.rows(Complaint):
        state, last, state_version = None, row["created_at"], 0
        for position, entry in enumerate(row["timeline"], 1):
            after = STEPS[state, entry["kind"]]
            state_version = state_version if after == state else position
            assert last <= entry["at"] <= NOW
            assert entry["kind"] != "accepted" or entry["text"]
            assert (entry["by"] is not None) == (
                entry["kind"] in ("accepted", "message", "resolved", "cancelled")
            )
            state, last = after, entry["at"]
            kinds[entry["kind"]] += 1
        assert state == row["state"]
        assert (row["version"], row["state_version"]) == (len(row["timeline"]), state_version)
        assert (row["closed_at"] is not None) == (state in ("resolved", "cancelled"))
        assert (row["cancel_reason"] is not None) == (state == "cancelled")
    assert kinds >= Counter(
        {
            "accepted": 100,
            "resolved": 100,
            "cancelled": 9,
            "feedback": 30,
            "reopened": 1,
            "customer_message": 5,
        }
    )


def test_numbers_rise_with_time(sample: Sample) -> None:
    times = [row["created_at"] for row in sample.main()]
    assert times == sorted(times)
    assert NOW - times[0] > 2 * 365 * 86_400_000


def test_all_text_is_composed_bangla_without_open_slots(sample: Sample) -> None:
    tables: tuple[type[Base], ...] = (Reference, Complaint)
    for table in tables:
        for row in sample.rows(table):
            for text in texts(list(row.values())):
                assert is_normalized("NFC", text)
                # Ready texts have blanks, those of the contract; the desk fills them.
                left = filled(text, _BLANKS) if row.get("entity") == "canned" else text
                assert "{" not in left


def test_mobiles_and_accounts_are_invented_and_valid(sample: Sample) -> None:
    for row in sample.rows(Complaint):
        assert MOBILE.fullmatch(row["mobile"])
        assert re.fullmatch(r"\d{9}", row["account"])
    people = sample.rows(Reference, Reference.entity.in_(("officer", "office")))
    assert len({row["data"]["mobile"] for row in people}) == len(people)
    for row in people:
        assert MOBILE.fullmatch(row["data"]["mobile"])
        assert row["data"]["email"].endswith("@example.com")
        assert row["data"]["sample"] is True


def test_every_feeder_has_its_officers_and_each_a_fair_share(sample: Sample) -> None:
    accounts = {row["officer"]: row for row in sample.rows(Account)}
    feeders = sample.rows(Feeder)
    for feeder in feeders:
        for role, duty in (("supervisor", "feeder_supervisor"), ("incharge", "feeder_incharge")):
            assert accounts[feeder[role]]["duties"] == [duty]
            assert accounts[feeder[role]]["office"] == feeder["office"]
    assert set(Counter(row["supervisor"] for row in feeders).values()) <= set(range(3, 7))
    assert set(Counter(row["incharge"] for row in feeders).values()) <= set(range(1, 5))
    assert Counter(row["office"] for row in feeders)["khulna-1"] == 12


def test_every_office_and_circle_has_its_head(sample: Sample) -> None:
    offices = sample.rows(Office)
    by_duty: dict[str, list[dict[str, Any]]] = {}
    for account in sample.rows(Account):
        by_duty.setdefault(account["duties"][0], []).append(account)
    assert len(offices) == 48
    assert set(by_duty) == {duty.value for duty in Duty}
    assert sorted(a["office"] for a in by_duty["office_head"]) == sorted(o["id"] for o in offices)
    assert sorted(a["circle"] for a in by_duty["circle"]) == sorted({o["circle"] for o in offices})


def test_complaints_belong_to_a_feeder_of_their_office(sample: Sample) -> None:
    office_of = {row["id"]: row["office"] for row in sample.rows(Feeder)}
    rows = sample.rows(Complaint)
    assert {row["office"] for row in rows} == {row["id"] for row in sample.rows(Office)}
    categories = {row["id"] for row in sample.rows(Reference, Reference.entity == "policy")}
    for row in rows:
        assert office_of[row["feeder"]] == row["office"]
        assert row["category"] in categories


def test_the_password_opens_every_account(sample: Sample) -> None:
    assert len({row["password_hash"] for row in sample.rows(Account)}) == 1
    settings = Settings("", sample.files, clock=FixedClock(NOW))
    check_password(sample.database, settings, "se.khulna", PASSWORD, "127.0.0.1")
    with pytest.raises(ProblemError):
        check_password(sample.database, settings, "md.wzpdcl", "practice-2027", "127.0.0.1")


def test_every_office_has_a_counter(sample: Sample) -> None:
    counters = {row["office"]: row["n"] for row in sample.rows(OfficeSeq)}
    assert set(counters) == {"*"} | {row["id"] for row in sample.rows(Office)}
    assert min(counters.values()) > 0
