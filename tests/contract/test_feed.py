"""The change feed: what came, what went, and when to begin anew; on both databases."""

from __future__ import annotations

import gzip
import hashlib
from typing import Any

import pytest

from central_api import customers
from central_api.clock import SystemClock
from central_api.maintenance import clear_away
from central_api.models import Meta, Reference
from central_api.scope import COMPANY_LOG
from central_api.seq import record_changes
from tests.support.central import CentralHandle, command_body, complaint_given
from tests.support.feed import Reader, TornPageError, parse_page
from tests.support.local import Local

DOLKHOLA, FERRYGHAT, STADIUM = "khulna-1-dolkhola", "khulna-1-ferryghat", "khulna-2-stadium"


def new(central: CentralHandle, feeder: str) -> int:
    with central.database().write() as session:
        return customers.new_complaint(session, SystemClock(), complaint_given(feeder))


def reader(central: CentralHandle, officer: str, scope: str) -> Reader:
    made = Reader(central.client(officer), scope)
    made.snapshot()
    return made


def reassign(central: CentralHandle, officer: str, id_: int, base: int, feeder: str) -> int:
    with central.client(officer) as client:
        body = command_body("complaint.reassign", id_, base, args={"feeder": feeder, "text": "x"})
        version: int = client.post("/v1/commands", json=body).json()["version"]
        return version


def test_snapshot_then_changes_equal_the_digest(central: CentralHandle) -> None:
    desk = reader(central, "xen.khulna1", "office:khulna-1")
    id_ = new(central, DOLKHOLA)
    with central.client("xen.khulna1") as client:
        client.post("/v1/commands", json=command_body("complaint.accept", id_, 1))
        rows = desk.pull()
        assert [(row["op"], row["id"], row["version"]) for row in rows] == [("put", id_, 2)]
        assert desk.pull() == []
        digest = client.get("/v1/digest", params={"scope": "office:khulna-1"}).json()
        number = client.get("/v1/digest", params={"scope": "office:khulna-1", "buckets": "false"}).json()
    assert digest["head"] == desk.head
    assert digest["count"] == len(desk.versions())
    assert number == {**digest, "buckets": []}
    assert digest["buckets"] == buckets({str(id_): version for id_, version in desk.versions().items()})


def buckets(versions: dict[str, int]) -> list[dict[str, Any]]:
    """The rule of the contract, written here once more."""
    found: dict[int, list[str]] = {}
    for key, version in versions.items():
        found.setdefault(hashlib.sha256(key.encode()).digest()[0], []).append(f"{key}:{version}\n")
    return [
        {
            "bucket": n,
            "count": len(lines),
            "hash": hashlib.sha256("".join(sorted(lines)).encode()).hexdigest(),
        }
        for n, lines in sorted(found.items())
    ]


def test_a_feeder_desk_sees_its_feeder_come_and_go(central: CentralHandle) -> None:
    desk = reader(central, "sae2.khulna1", f"feeder:{FERRYGHAT}")
    id_ = new(central, FERRYGHAT)
    assert [row["op"] for row in desk.pull()] == ["put"]
    version = reassign(central, "xen.khulna1", id_, 1, DOLKHOLA)
    gone = desk.pull()
    assert [(row["op"], row["id"], row["version"]) for row in gone] == [("rm", id_, version)]
    assert list(gone[0]) == ["op", "entity", "id", "version"]
    assert id_ not in desk.versions()
    reassign(central, "xen.khulna1", id_, version, FERRYGHAT)
    assert [(row["op"], row["id"]) for row in desk.pull()] == [("put", id_)]


def test_nobody_reads_a_row_of_another_feeder(central: CentralHandle) -> None:
    desk = reader(central, "sae2.khulna1", f"feeder:{FERRYGHAT}")
    id_ = new(central, DOLKHOLA)
    assert [(row["op"], row["id"], "data" in row) for row in desk.pull()] == [("rm", id_, False)]
    assert {row["data"]["feeder"] for row in desk.rows.values()} == {FERRYGHAT}


def test_a_move_between_offices_goes_from_one_and_comes_to_the_other(central: CentralHandle) -> None:
    loses = reader(central, "xen.khulna1", "office:khulna-1")
    gets = reader(central, "xen.khulna2", "office:khulna-2")
    id_ = new(central, DOLKHOLA)
    loses.pull()
    version = reassign(central, "xen.khulna1", id_, 1, STADIUM)
    assert [(row["op"], row["id"], row["version"]) for row in loses.pull()] == [("rm", id_, version)]
    assert [(row["op"], row["id"], row["version"]) for row in gets.pull()] == [("put", id_, version)]


@pytest.mark.parametrize("first", ["loses", "gets"])
def test_who_sees_both_feeders_keeps_the_row(central: CentralHandle, first: str) -> None:
    desks = {
        "loses": reader(central, "ae1.khulna1", f"feeder:{DOLKHOLA}"),
        "gets": reader(central, "ae1.khulna1", f"feeder:{FERRYGHAT}"),
    }
    id_ = new(central, DOLKHOLA)
    for desk in desks.values():
        desk.pull()
    version = reassign(central, "xen.khulna1", id_, 1, FERRYGHAT)
    came = {name: desks[name].pull() for name in (first, *(desks.keys() - {first}))}
    assert [(row["op"], row["id"], row["version"]) for row in came["loses"]] == [("rm", id_, version)]
    assert [(row["op"], row["id"], row["version"]) for row in came["gets"]] == [("put", id_, version)]


def test_reference_data_changes_and_goes(central: CentralHandle) -> None:
    desk = reader(central, "sae1.khulna1", "company")
    assert ("office", "khulna-1") in desk.rows
    with central.database().write() as session:
        session.add(Reference(entity="holiday", id="2027-03-26", version=1, data={"date": "2027-03-26"}))
        record_changes(session, COMPANY_LOG, [("holiday", "2027-03-26", 1)], at=0)
    assert [(row["op"], row["entity"], row["id"]) for row in desk.pull()] == [
        ("put", "holiday", "2027-03-26")
    ]
    with central.database().write() as session:
        session.delete(session.get_one(Reference, ("holiday", "2027-03-26")))
        record_changes(session, COMPANY_LOG, [("holiday", "2027-03-26", 2)], at=0)
    assert [(row["op"], row["version"]) for row in desk.pull()] == [("rm", 2)]
    digest = desk.client.get("/v1/digest", params={"scope": "company"}).json()
    held = {f"{entity}:{id_}": row["version"] for (entity, id_), row in desk.rows.items()}
    assert digest["buckets"] == buckets(held)


def test_many_changes_come_in_pages(central: CentralHandle) -> None:
    desk = reader(central, "xen.khulna1", "office:khulna-1")
    ids = [new(central, DOLKHOLA) for _ in range(120)]
    params: dict[str, Any] = {"scope": desk.scope, "cursor": desk.cursor, "limit": 50}
    rows, end = parse_page(desk.client.get("/v1/changes", params=params).content)
    assert (len(rows), end["more"]) == (50, True)
    assert [row["id"] for row in desk.pull()] == ids


def test_a_cut_page_is_no_page(central: CentralHandle) -> None:
    with central.client("xen.khulna1") as client:
        params = {"scope": "office:khulna-1", "stage": "open"}
        body = client.get("/v1/snapshot", params=params).content
    parse_page(body)
    ends = {len(body) * step // 97 for step in range(97)}
    line_ends = {n + 1 for n, byte in enumerate(body) if byte == 10} - {len(body)}
    for end in ends | line_ends | {len(body) - 1}:
        with pytest.raises(TornPageError):
            parse_page(body[:end])
    with pytest.raises(TornPageError):
        parse_page(body.replace("বিদ্যুৎ".encode(), "বিদ্যুত".encode(), 1))


def test_gzip_when_asked(central: CentralHandle) -> None:
    with central.client("xen.khulna1") as client:
        params = {"scope": "office:khulna-1", "stage": "open"}
        with client.stream(
            "GET", "/v1/snapshot", params=params, headers={"Accept-Encoding": "gzip"}
        ) as answer:
            packed = b"".join(answer.iter_raw())
        plain = client.get("/v1/snapshot", params=params, headers={"Accept-Encoding": "identity"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert parse_page(gzip.decompress(packed))[0] == parse_page(plain.content)[0]
    assert len(packed) < len(plain.content) / 3


def reset(client: Any, scope: str, cursor: str) -> bool:
    answer = client.get("/v1/changes", params={"scope": scope, "cursor": cursor})
    if answer.status_code == 200:
        return False
    assert (answer.status_code, answer.json()["code"]) == (410, "cursor_reset")
    return True


def test_cursors_of_no_use(central: CentralHandle) -> None:
    desk = reader(central, "se.khulna", "office:khulna-1")
    good = desk.cursor
    assert not reset(desk.client, desk.scope, good)
    assert reset(desk.client, "office:khulna-2", good)
    assert reset(desk.client, "company", good)
    for bad in ("", "AAAA", good[:-1], good[:-4] + "AAAA", good + "A"):
        assert reset(desk.client, desk.scope, bad), bad


def test_a_restored_server_resets_everybody(fresh: Local) -> None:
    desk = Reader(fresh.client, "office:khulna-1")
    fresh.client.headers.update(fresh.bearer("xen.khulna1"))
    desk.snapshot()
    assert not reset(fresh.client, desk.scope, desk.cursor)
    epoch = fresh.get("xen.khulna1", "/v1/scopes").json()["scope_epoch"]
    with fresh.database.write() as session:
        session.get_one(Meta, "epoch").value = "another"
    assert reset(fresh.client, desk.scope, desk.cursor)
    assert fresh.get("xen.khulna1", "/v1/scopes").json()["scope_epoch"] != epoch


def test_a_cursor_older_than_the_tombstones_gets_a_reset(fresh: Local) -> None:
    desk = Reader(fresh.client, "office:khulna-1")
    fresh.client.headers.update(fresh.bearer("xen.khulna1"))
    desk.snapshot()
    old = desk.cursor
    fresh.new_complaint(DOLKHOLA)
    desk.pull()
    with fresh.database.write() as session:
        clear_away(session, fresh.settings)
    assert not reset(fresh.client, desk.scope, old)
    fresh.clock.move(181 * 86_400_000)
    with fresh.database.write() as session:
        clear_away(session, fresh.settings)
    fresh.client.headers.update(
        {"Authorization": f"Bearer {fresh.sign_in('xen.khulna1').json()['access_token']}"}
    )
    assert reset(fresh.client, desk.scope, old)
    # Who has seen them all needs none of them.
    assert not reset(fresh.client, desk.scope, desk.cursor)


def test_a_bucket_holds_its_rows_and_only_those_of_the_scope(central: CentralHandle) -> None:
    desk = reader(central, "sae2.khulna1", f"feeder:{FERRYGHAT}")
    whole = {id_: row for (_, id_), row in desk.rows.items()}
    with central.client("sae2.khulna1") as client:
        digest = client.get("/v1/digest", params={"scope": desk.scope}).json()
        found: dict[int, dict[str, Any]] = {}
        for one in digest["buckets"]:
            answer = client.get(f"/v1/digest/{one['bucket']}", params={"scope": desk.scope})
            rows, end = parse_page(answer.content)
            assert (len(rows), end["more"], end["head"]) == (one["count"], False, digest["head"])
            found |= {row["id"]: row for row in rows}
        assert found == whole
        empty = next(n for n in range(256) if n not in {one["bucket"] for one in digest["buckets"]})
        rows, end = parse_page(client.get(f"/v1/digest/{empty}", params={"scope": desk.scope}).content)
        assert (rows, end["count"]) == ([], 0)
        for wrong in (-1, 256, "x"):
            assert client.get(f"/v1/digest/{wrong}", params={"scope": desk.scope}).status_code == 422
