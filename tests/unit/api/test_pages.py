"""Pages: what is whole is decoded exactly, everything else is no page and nothing worse."""

from __future__ import annotations

import hashlib
import json
import random
from typing import Any

import pytest

from wzpdcl_desktop.api.pages import decode_page, decode_slices
from wzpdcl_desktop.domain.errors import TornPage
from wzpdcl_desktop.domain.feed import COMPLAINT_COLUMNS, ReferenceRow, Removal

TIMELINE = [
    {"id": "t1", "kind": "created", "at": 1, "by": None, "by_name": "", "text": "কী হলো", "reason": None}
]


def data(**more: Any) -> dict[str, Any]:
    return {
        "office": "khulna-1",
        "feeder": None,
        "state": "inbox",
        "state_version": 3,
        "category": "supply.no_power",
        "customer": "নমুনা গ্রাহক",
        "mobile": "+8801700000000",
        "account": None,
        "tariff": "LT-A",
        "load_kw": 2.5,
        "locality": "শান্তিধাম",
        "address": "১ নমুনা সড়ক",
        "lat": None,
        "lng": 89.5,
        "text": "বিদ্যুৎ নেই",
        "source": "app",
        "created_at": 1_795_000_000_000,
        "due_at": 1_795_000_100_000,
        "accepted_at": None,
        "closed_at": None,
        "assigned_to": "xen.khulna1",
        "cancel_reason": None,
        "reopen_count": 0,
        "calls": 2,
        "rating": None,
        "rating_text": None,
        "files": 1,
        "timeline": TIMELINE,
        "attachments": [],
        **more,
    }


def put(id_: Any = 7, version: Any = 5, entity: str = "complaint", **more: Any) -> bytes:
    return line({"op": "put", "entity": entity, "id": id_, "version": version, "data": data(**more)})


def line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def page(*lines: bytes, **end: Any) -> bytes:
    rows = b"".join(lines)
    summary = {
        "count": len(lines),
        "sha256": hashlib.sha256(rows).hexdigest(),
        "next": "c2",
        "more": False,
        "head": 9,
        **end,
    }
    return rows + line({"end": summary})


def test_a_complaint_becomes_a_tuple_in_the_order_of_the_columns() -> None:
    found = decode_page(page(put(), as_of="c1"))
    row = dict(zip(COMPLAINT_COLUMNS, found.complaints[0], strict=True))
    expected = {"id": 7, "version": 5, **data()}
    assert json.loads(row.pop("timeline")) == expected.pop("timeline")
    assert json.loads(row.pop("attachments")) == expected.pop("attachments")
    assert row == expected
    assert (found.next, found.more, found.head, found.as_of) == ("c2", False, 9, "c1")


def test_removals_and_reference_rows() -> None:
    gone = {"op": "rm", "entity": "complaint", "id": 8, "version": 6}
    office = {"op": "put", "entity": "office", "id": "khulna-1", "version": 2, "data": {"name": "Khulna"}}
    lost = {"op": "rm", "entity": "officer", "id": "x", "version": 3}
    found = decode_page(page(put(), line(gone), line(office), line(lost)))
    assert found.removals == [Removal("complaint", 8, 6), Removal("officer", "x", 3)]
    assert found.reference == [ReferenceRow("office", "khulna-1", 2, b'{"name":"Khulna"}')]
    assert len(found.complaints) == 1


def test_unknown_members_and_unknown_entities_are_passed_over() -> None:
    later = {"op": "put", "entity": "application", "id": 3, "version": 1, "data": {}, "colour": 1}
    found = decode_page(page(put(colour="green"), line(later), shade=1))
    assert [row[0] for row in found.complaints] == [7]
    assert len(found) == 1


def test_an_empty_page_of_a_snapshot_has_no_next() -> None:
    assert decode_page(page(next=None)).next == ""


def test_slices_hold_the_same_rows_as_the_page() -> None:
    body = page(*(put(number) for number in range(23)))
    slices = [rows for rows, _, _ in decode_slices(body, rows=5)]
    assert [len(rows) for rows in slices] == [5, 5, 5, 5, 3]
    assert [row for rows in slices for row in rows] == decode_page(body).complaints


def test_cut_at_every_byte_it_is_no_page() -> None:
    body = page(put(1), line({"op": "rm", "entity": "complaint", "id": 2, "version": 3}))
    for length in range(len(body)):
        with pytest.raises(TornPage):
            decode_page(body[:length])


def test_every_flipped_bit_of_a_row_is_noticed() -> None:
    body = page(put())
    rows = body.index(b"\n")
    for place in range(rows):
        with pytest.raises(TornPage):
            decode_page(body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :])


@pytest.mark.parametrize(
    "bad",
    [
        put(id_="7"),
        put(id_=2**63),
        put().replace(b'"id":7', b'"id":' + b"9" * 5000),
        put(version=-(2**70)),
        put(version=1.5),
        put(version=None),
        put(state=None),
        put(text=5),
        put(load_kw="2"),
        put(files=10**30),
        put().replace(b'"load_kw":2.5', b'"load_kw":1e999'),
        put().replace("নমুনা".encode(), b"\xff\xfe"),
        put().replace("নমুনা".encode(), b"\\ud800"),
        put().replace(b'"lat":null,', b""),
        line({"op": "rm", "entity": "complaint", "id": "8", "version": 6}),
        line({"op": "move", "entity": "complaint", "id": 8, "version": 6}),
        line({"op": "put"}),
        b"[" * 100_000 + b"\n",
        b'{"op":"put","entity":"x","id":"a","version":1,"data":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
        b"\n",
        b"null\n",
        b"<html>\n",
    ],
    ids=lambda bad: bad[:40].decode("latin-1"),
)
def test_hostile_rows_are_a_torn_page_and_nothing_else(bad: bytes) -> None:
    with pytest.raises(TornPage) as caught:
        decode_page(page(put(1), bad))
    assert "নমুনা" not in str(caught.value)


@pytest.mark.parametrize(
    "end",
    [
        {"count": 2},
        {"count": -1},
        {"count": "1"},
        {"sha256": "0" * 64},
        {"sha256": None},
        {"more": None},
        {"more": True, "next": None},
        {"head": 2**64},
        {"next": 5},
    ],
    ids=str,
)
def test_a_wrong_end_line_is_no_end_line(end: dict[str, Any]) -> None:
    with pytest.raises(TornPage):
        decode_page(page(put(), **end))


def test_random_bytes_never_raise_anything_else() -> None:
    chance = random.Random(4)
    whole = page(put(1), put(2))
    for _ in range(3000):
        body = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        rows = bytes(body[: body.rfind(b"\n", 0, -1) + 1])
        # The hash is right, so that the rows themselves are what is tried.
        count = rows.count(b"\n")
        summary = {"count": count, "sha256": hashlib.sha256(rows).hexdigest(), "more": False, "head": 1}
        for candidate in (bytes(body), rows + line({"end": summary})):
            try:
                decode_page(candidate)
            except TornPage:
                continue
