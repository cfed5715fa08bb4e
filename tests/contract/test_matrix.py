"""Every duty, action, state and office: what comes out, and whether the row changes."""

from __future__ import annotations

from itertools import product

import pytest

from tests.support.action_table import FROM, MAY, OFFICERS, PLACES, STATES, Cell, expected
from tests.support.local import Local


@pytest.mark.parametrize(("duty", "action"), list(product(OFFICERS, FROM)))
def test_every_state_and_place(local: Local, duty: str, action: str) -> None:
    for state, place in product(STATES, PLACES):
        id_ = local.new_complaint(PLACES[place], state)
        before = local.row(id_)
        body = local.body(f"complaint.{action}", id_, before["version"])
        receipt = local.command(OFFICERS[duty], body).json()
        after = local.row(id_)
        cell = f"{duty} {action} {state} {place}"
        outcome, code = expected(duty, Cell(action, state, place))
        assert (receipt["outcome"], receipt["code"]) == (outcome, code), cell
        if outcome != "applied":
            assert after == before, cell
            assert receipt["version"] is None, cell
            wanted = {"version": before["version"], "state": state} if outcome == "conflict" else None
            assert receipt["current"] == wanted, cell
            assert receipt["detail"], cell
            assert receipt["detail_bn"], cell
            continue
        assert receipt["version"] == after["version"] == before["version"] + 1, cell
        assert after["state"] == FROM[action][state], cell
        entry = after["timeline"][-1]
        assert (entry["id"], entry["by"]) == (body["command_id"], OFFICERS[duty]), cell
        assert entry["text"] == body["args"]["text"], cell
        assert (after["closed_at"] is not None) == (after["state"] in {"resolved", "cancelled"}), cell
        assert (after["state_version"] == after["version"]) == (action != "message"), cell
        if action == "reassign":
            assert (after["feeder"], after["assigned_to"]) == ("khulna-1-bagmara", "sae1.khulna1"), cell
        if action == "cancel":
            assert after["cancel_reason"] == entry["reason"] == "duplicate", cell
        if action == "accept":
            assert after["accepted_at"] == local.clock.now_ms(), cell


@pytest.mark.parametrize("duty", OFFICERS)
def test_me_lists_exactly_what_is_allowed(local: Local, duty: str) -> None:
    me = local.get(OFFICERS[duty], "/v1/me").json()
    assert me["duty"] == duty
    assert {item["action"]: set(item["from"]) for item in me["actions"]} == {
        action: set(FROM[action]) for action in MAY[duty]
    }


@pytest.mark.parametrize(
    ("officer", "scopes"),
    [
        ("xen.khulna1", {"company", "office:khulna-1"}),
        (
            "ae1.khulna1",
            {"company", *(f"feeder:khulna-1-{name}" for name in ("dolkhola", "bagmara", "ferryghat"))},
        ),
        ("sae2.khulna1", {"company", "feeder:khulna-1-ferryghat"}),
        ("se.khulna", {"company", "office:khulna-1", "office:khulna-2"}),
        ("ce.wzpdcl", {"company", "office:khulna-1", "office:khulna-2", "office:jashore-1"}),
    ],
)
def test_scopes_of_each_duty_and_no_others(local: Local, officer: str, scopes: set[str]) -> None:
    assert {item["scope"] for item in local.get(officer, "/v1/scopes").json()["scopes"]} == scopes
    everything = {
        "office:khulna-1",
        "office:khulna-2",
        "office:jashore-1",
        "feeder:khulna-1-ferryghat",
        "office:nix",
    }
    for scope in everything - scopes:
        for path, params in (
            ("/v1/snapshot", {"stage": "open"}),
            ("/v1/changes", {"cursor": "AAAA"}),
            ("/v1/digest", {}),
            ("/v1/digest/17", {}),
        ):
            answer = local.get(officer, path, scope=scope, **params)
            assert (answer.status_code, answer.json()["code"]) == (403, "scope_denied")
