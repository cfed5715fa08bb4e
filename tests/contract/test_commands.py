"""Commands: exactly once, whatever the network does; on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from central_api import customers
from central_api.clock import SystemClock
from tests.support.central import CentralHandle, command_body, complaint_given, uuid7
from tests.support.local import Local

DOLKHOLA = "khulna-1-dolkhola"
DAY_MS = 86_400_000


def new(central: CentralHandle, feeder: str = DOLKHOLA) -> int:
    with central.database().write() as session:
        return customers.new_complaint(session, SystemClock(), complaint_given(feeder))


@pytest.fixture(scope="module")
def head(central: CentralHandle) -> httpx.Client:
    return central.client("xen.khulna1")


def send(client: httpx.Client, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post("/v1/commands", json=body)
    assert answer.status_code == 200, answer.text
    receipt: dict[str, Any] = answer.json()
    return receipt


def entries(client: httpx.Client, id_: int) -> list[dict[str, Any]]:
    timeline: list[dict[str, Any]] = client.get(f"/v1/complaints/{id_}").json()["data"]["timeline"]
    return timeline


def test_the_same_again_gets_the_same_receipt_and_no_second_effect(
    central: CentralHandle, head: httpx.Client
) -> None:
    id_ = new(central)
    body = command_body("complaint.accept", id_, 1)
    first = send(head, body)
    assert first["outcome"] == "applied"
    send(head, command_body("complaint.message", id_))
    assert send(head, body) == first
    assert [entry["kind"] for entry in entries(head, id_)] == ["created", "accepted", "message"]


def test_a_refusal_is_kept_too(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    body = command_body("complaint.resolve", id_, 1)
    first = send(head, body)
    assert (first["outcome"], first["code"]) == ("conflict", "transition_not_allowed")
    send(head, command_body("complaint.accept", id_, 1))
    assert send(head, body) == first


def test_eight_at_once_have_one_effect(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    body = command_body("complaint.message", id_)

    def post(_: int) -> httpx.Response:
        while True:
            answer = head.post("/v1/commands", json=body)
            if answer.status_code != 409:
                return answer
            assert answer.json()["code"] == "in_flight"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(post, range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert [entry["kind"] for entry in entries(head, id_)] == ["created", "message"]
    assert head.get(f"/v1/complaints/{id_}").json()["version"] == 2


def test_different_messages_at_once_all_stay(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    bodies = [command_body("complaint.message", id_, args={"text": f"m{n}"}) for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda body: send(head, body), bodies))
    assert sorted(receipt["version"] for receipt in receipts) == list(range(2, 10))
    assert {entry["text"] for entry in entries(head, id_)} == {"", *(f"m{n}" for n in range(8))}


def test_the_same_id_for_something_else(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    body = command_body("complaint.message", id_)
    send(head, body)
    for change in ({"args": {"text": "other"}}, {"aggregate": "complaint:1"}, {"base_version": 1}):
        answer = head.post("/v1/commands", json={**body, **change})
        assert (answer.status_code, answer.json()["code"]) == (422, "command_reused")
    assert len(entries(head, id_)) == 2


def test_ids_are_of_the_officer(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    body = command_body("complaint.message", id_)
    send(head, body)
    with central.client("ae1.khulna1") as supervisor:
        assert send(supervisor, body)["version"] == 3


def test_base_below_the_last_change_of_state_is_a_conflict(
    central: CentralHandle, head: httpx.Client
) -> None:
    id_ = new(central)
    send(head, command_body("complaint.message", id_))
    # A message does not clash.
    accepted = send(head, command_body("complaint.accept", id_, 1))
    assert accepted["version"] == 3
    stale = send(head, command_body("complaint.resolve", id_, 2))
    assert (stale["outcome"], stale["code"]) == ("conflict", "state_changed")
    assert stale["current"] == {"version": 3, "state": "in_progress"}
    assert send(head, command_body("complaint.resolve", id_, 3))["outcome"] == "applied"


def test_a_command_that_checks_needs_a_base(central: CentralHandle, head: httpx.Client) -> None:
    receipt = send(head, command_body("complaint.accept", new(central)))
    assert (receipt["outcome"], receipt["code"]) == ("refused", "invalid_args")


def test_after_takes_the_version_of_the_predecessor(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    accept = command_body("complaint.accept", id_, 1)
    resolve = command_body("complaint.resolve", id_, 1, after=accept["command_id"])
    early = head.post("/v1/commands", json=resolve)
    assert (early.status_code, early.json()["code"]) == (425, "predecessor_unknown")
    send(head, accept)
    assert send(head, resolve)["outcome"] == "applied"


def test_after_a_failed_one_nothing_follows(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    resolve = command_body("complaint.resolve", id_, 1)
    assert send(head, resolve)["outcome"] == "conflict"
    follower = send(head, command_body("complaint.message", id_, after=resolve["command_id"]))
    assert (follower["outcome"], follower["code"]) == ("refused", "predecessor_failed")
    assert len(entries(head, id_)) == 1


def test_a_message_between_two_actions_hides_no_conflict(central: CentralHandle, head: httpx.Client) -> None:
    id_ = new(central)
    message = command_body("complaint.message", id_)
    cancel = command_body("complaint.cancel", id_, 1, after=message["command_id"])
    with central.client("sae1.khulna1") as colleague:
        send(colleague, command_body("complaint.accept", id_, 1))
    assert send(head, message)["version"] == 3
    receipt = send(head, cancel)
    assert (receipt["outcome"], receipt["code"]) == ("conflict", "state_changed")


def test_a_message_between_an_action_and_its_follower_disturbs_neither(
    central: CentralHandle, head: httpx.Client
) -> None:
    id_ = new(central)
    accept = command_body("complaint.accept", id_, 1)
    message = command_body("complaint.message", id_, after=accept["command_id"])
    resolve = command_body("complaint.resolve", id_, 1, after=accept["command_id"])
    for body in (accept, message, resolve):
        assert send(head, body)["outcome"] == "applied"


def test_what_happened_to_the_state_after_the_predecessor_is_a_conflict(
    central: CentralHandle, head: httpx.Client
) -> None:
    id_ = new(central)
    accept = command_body("complaint.accept", id_, 1)
    send(head, accept)
    args = {"officer": "sae2.khulna1", "text": "x"}
    send(head, command_body("complaint.reassign", id_, 2, args=args))
    receipt = send(head, command_body("complaint.resolve", id_, 1, after=accept["command_id"]))
    assert (receipt["outcome"], receipt["code"]) == ("conflict", "state_changed")


def test_a_predecessor_at_another_complaint_lends_no_version(
    central: CentralHandle, head: httpx.Client
) -> None:
    other, id_ = new(central), new(central)
    for _ in range(4):
        last = command_body("complaint.message", other)
        send(head, last)
    send(head, command_body("complaint.accept", id_, 1))
    receipt = send(head, command_body("complaint.resolve", id_, 1, after=last["command_id"]))
    assert (receipt["outcome"], receipt["code"]) == ("conflict", "state_changed")


@pytest.mark.parametrize(
    ("type_", "args"),
    [
        ("complaint.accept", {}),
        ("complaint.accept", {"text": "  "}),
        ("complaint.accept", {"text": "x" * 1001}),
        ("complaint.accept", {"text": "a\x00b"}),
        ("complaint.accept", {"text": "x", "more": 1}),
        ("complaint.accept", {"text": 5}),
        ("complaint.message", {"text": ""}),
        ("complaint.cancel", {"text": "x"}),
        ("complaint.cancel", {"text": "x", "reason": "no such reason"}),
        ("complaint.reassign", {"text": "x"}),
        ("complaint.reassign", {"text": "x", "feeder": "no-such"}),
        ("complaint.reassign", {"text": "x", "officer": "no.such"}),
        ("complaint.reassign", {"text": "x", "officer": "sae1.jashore1"}),
        ("complaint.reassign", {"text": "x", "officer": "gone.khulna1"}),
        ("complaint.reassign", {"feeder": "khulna-1-bagmara"}),
    ],
)
def test_bad_arguments(central: CentralHandle, head: httpx.Client, type_: str, args: dict[str, Any]) -> None:
    id_ = new(central)
    before = head.get(f"/v1/complaints/{id_}").json()
    receipt = send(head, command_body(type_, id_, 1, args=args))
    assert (receipt["outcome"], receipt["code"]) == ("refused", "invalid_args")
    assert head.get(f"/v1/complaints/{id_}").json() == before


@pytest.mark.parametrize(
    "change",
    [
        {"type": "complaint.delete"},
        {"schema": 2},
        {"schema": None},
        {"command_id": "no uuid"},
        {"command_id": "0f5a3f6e-3a0b-4d6e-9a1b-2c3d4e5f6a7b"},
        {"aggregate": "office:1"},
        {"args": "text"},
        {"base_version": "1"},
        {"base_version": -1},
        {"created_at": 1.5},
        {"user": "somebody"},
    ],
)
def test_what_is_no_command_at_all(
    central: CentralHandle, head: httpx.Client, change: dict[str, Any]
) -> None:
    answer = head.post("/v1/commands", json={**command_body("complaint.message", 1), **change})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert answer.json()["errors"]


@pytest.mark.parametrize(
    ("days", "code"),
    [(-401, "command_too_old"), (2, "command_from_future"), (-399, None), (0.9, None)],
)
def test_age_of_a_command(local: Local, days: float, code: str | None) -> None:
    id_ = local.new_complaint(DOLKHOLA)
    body = local.body("complaint.message", id_, command_id=uuid7(local.clock.now_ms() + int(days * DAY_MS)))
    receipt = local.command("xen.khulna1", body).json()
    assert receipt["code"] == code
    assert len(local.row(id_)["timeline"]) == (2 if code is None else 1)


@pytest.mark.parametrize(
    ("version", "status"), [("0.0.9", 426), ("0.1.0", 200), ("0.10.0", 200), ("1.0.dev3", 200)]
)
def test_old_programs_may_read_but_not_command(local: Local, version: str, status: int) -> None:
    header = {**local.bearer("xen.khulna1"), "X-Client-Version": version}
    body = local.body("complaint.message", local.new_complaint(DOLKHOLA))
    answer = local.client.post("/v1/commands", json=body, headers=header)
    assert answer.status_code == status
    assert status == 200 or answer.json()["code"] == "upgrade_needed"
    assert local.client.get("/v1/scopes", headers=header).status_code == 200


def test_reassign_to_an_officer_alone_keeps_the_feeder(local: Local) -> None:
    id_ = local.new_complaint(DOLKHOLA)
    args = {"officer": "sae2.khulna1", "text": "x"}
    assert (
        local.command("xen.khulna1", local.body("complaint.reassign", id_, 1, args=args)).json()["version"]
        == 2
    )
    row = local.row(id_)
    assert (row["feeder"], row["assigned_to"], row["state_version"]) == (DOLKHOLA, "sae2.khulna1", 2)


def test_reassign_to_a_feeder_of_another_office_moves_the_complaint(local: Local) -> None:
    id_ = local.new_complaint(DOLKHOLA)
    args = {"feeder": "jashore-1-newtown", "text": "x"}
    local.command("xen.khulna1", local.body("complaint.reassign", id_, 1, args=args))
    row = local.row(id_)
    assert (row["office"], row["feeder"], row["assigned_to"]) == (
        "jashore-1",
        "jashore-1-newtown",
        "sae1.jashore1",
    )
    assert local.get("xen.khulna1", f"/v1/complaints/{id_}").status_code == 404
    assert local.get("xen.jashore1", f"/v1/complaints/{id_}").status_code == 200
