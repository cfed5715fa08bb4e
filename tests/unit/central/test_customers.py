"""What customers do, seen through the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.exc import IntegrityError

from central_api import customers
from central_api.models import Complaint
from tests.support.central import FILE_SHA256
from tests.support.local import Local, local_central

DOLKHOLA = "khulna-1-dolkhola"


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with local_central(tmp_path_factory.mktemp("local") / "c") as made:
        yield made


def test_a_new_complaint(local: Local) -> None:
    now = local.clock.now_ms()
    first, second = local.new_complaint(DOLKHOLA), local.new_complaint(DOLKHOLA, category="bill.excess")
    assert second == first + 1
    row = local.row(first)
    assert (row["version"], row["state_version"], row["state"], row["calls"]) == (1, 1, "inbox", 1)
    assert (row["office"], row["feeder"], row["assigned_to"]) == ("khulna-1", DOLKHOLA, "sae1.khulna1")
    assert (row["created_at"], row["due_at"]) == (now, now + 24 * 3_600_000)
    assert [entry["kind"] for entry in row["timeline"]] == ["created"]
    # Seven working days from Sunday 14:03.
    assert local.row(second)["due_at"] == now + 9 * 86_400_000


def test_without_a_feeder_it_lies_in_the_office(local: Local) -> None:
    with local.database.write() as session:
        given = customers.NewComplaint(
            office="khulna-2",
            category="supply",
            customer="নমুনা",
            mobile="+8801700000000",
            locality="x",
            address="x",
            text="x",
        )
        id_ = customers.new_complaint(session, local.clock, given)
    assert (local.row(id_)["office"], local.row(id_)["feeder"]) == ("khulna-2", None)
    assert local.get("xen.khulna2", f"/v1/complaints/{id_}").status_code == 200
    assert local.get("sae1.khulna2", f"/v1/complaints/{id_}").status_code == 404


def test_its_file_may_be_read(local: Local) -> None:
    entry = {
        "id": "x",
        "name": "n.pdf",
        "media_type": "application/pdf",
        "size": 80_000,
        "sha256": FILE_SHA256,
    }
    id_ = local.new_complaint("jashore-1-newtown", attachments=[entry])
    assert local.row(id_)["files"] == 1
    assert local.get("xen.jashore1", f"/v1/attachments/{FILE_SHA256}").status_code == 200
    assert local.get("xen.khulna2", f"/v1/attachments/{FILE_SHA256}").status_code == 404


def test_feedback_is_for_closed_ones(local: Local) -> None:
    id_ = local.new_complaint(DOLKHOLA, "in_progress")
    with pytest.raises(ValueError, match="closed"), local.database.write() as session:
        customers.give_feedback(session, local.clock, id_, 5)
    id_ = local.new_complaint(DOLKHOLA, "resolved")
    with local.database.write() as session:
        customers.give_feedback(session, local.clock, id_, 4, "ধন্যবাদ")
    row = local.row(id_)
    assert (row["rating"], row["rating_text"], row["version"], row["state_version"]) == (4, "ধন্যবাদ", 3, 2)


def test_reopening_begins_anew(local: Local) -> None:
    id_ = local.new_complaint(DOLKHOLA, "resolved")
    local.clock.move(3_600_000)
    with local.database.write() as session:
        customers.reopen(session, local.clock, id_, "আবার বিদ্যুৎ নেই")
    row = local.row(id_)
    assert (row["state"], row["reopen_count"], row["closed_at"], row["accepted_at"]) == (
        "inbox",
        1,
        None,
        None,
    )
    assert row["due_at"] == local.clock.now_ms() + 24 * 3_600_000
    assert row["state_version"] == row["version"]
    with pytest.raises(ValueError, match="closed"), local.database.write() as session:
        customers.reopen(session, local.clock, id_, "x")


def test_a_customers_message_and_call(local: Local) -> None:
    id_ = local.new_complaint(DOLKHOLA)
    for called in (False, True):
        with local.database.write() as session:
            customers.customer_message(session, local.clock, id_, "কখন আসবে?", called=called)
    row = local.row(id_)
    assert (row["calls"], row["version"], row["state_version"]) == (2, 3, 1)
    assert [entry["kind"] for entry in row["timeline"]] == ["created", "customer_message", "customer_message"]


def test_a_closed_complaint_has_a_time_of_closing(local: Local) -> None:
    id_ = local.new_complaint(DOLKHOLA)
    with pytest.raises(IntegrityError), local.database.write() as session:
        session.get_one(Complaint, id_).state = "resolved"
