"""Invented pages of the feed, as the bytes that the server would send."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

NOW = 1_795_334_580_000
DAY = 86_400_000

_NAMES = [
    "আব্দুল করিম",
    "রহিমা খাতুন",
    "সালমা বেগম",
    "মোঃ রফিকুল ইসলাম",
    "শেখ আনিসুর রহমান",
    "কৃষ্ণা রানী",
    "জাহানারা",
    "তপন কুমার",
]
_PLACES = ["দোলখোলা", "শান্তিধাম মোড়", "সাতরাস্তা", "মৌলভীপাড়া", "রায়পাড়া", "ইকবাল নগর", "রূপসা ঘাট", "টুটপাড়া"]
_TEXTS = (
    "বিদ্যুৎ নেই দুই ঘণ্টা ধরে, পাশের বাড়িতে আছে",
    "ট্রান্সফরমার থেকে শব্দ আসছে ও আগুনের ফুলকি দেখা যাচ্ছে, দয়া করে দ্রুত আসুন",
    "মিটার পুড়ে গেছে",
    "গত মাসের বিল অনেক বেশি এসেছে, মিটারের রিডিং ৪৫৬২ অথচ বিলে ৪৯৮০",
    "Low voltage since morning, fan does not turn",
)


def row(number: int, *, is_open: bool) -> dict[str, Any]:
    """The complaint of a number: always the same one."""
    return _row(random.Random(number), number, is_open=is_open)


def resolved_later(row: dict[str, Any]) -> dict[str, Any]:
    """The same complaint after work on it: state, times and timeline changed, the words did not."""
    data = row["data"]
    version = row["version"] + 3
    closed = {
        "state": "resolved",
        "state_version": version,
        "accepted_at": NOW,
        "closed_at": NOW,
        "rating": 4,
    }
    more = [_entry(f"r{row['id']}", "resolved", "লাইন চালু হয়েছে, ধন্যবাদ")]
    return {**row, "version": version, "data": {**data, **closed, "timeline": data["timeline"] + more}}


def pages(found: Iterable[dict[str, Any]], size: int, *, snapshot: bool) -> Iterator[tuple[bytes, int]]:
    """Whole pages with their end lines, and the number of rows in each."""
    every = iter(found)
    while part := list(islice(every, size)):
        yield page(part, str(part[-1]["id"]), more=True, snapshot=snapshot), len(part)


def page(part: list[dict[str, Any]], following: str, *, more: bool, snapshot: bool) -> bytes:
    """One page."""
    body = b"".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for row in part
    )
    end: dict[str, Any] = {
        "count": len(part),
        "sha256": hashlib.sha256(body).hexdigest(),
        "next": following,
        "more": more,
        "head": 1,
    }
    if snapshot:
        end["as_of"] = "c0"
    return body + json.dumps({"end": end}).encode() + b"\n"


def _row(rng: random.Random, number: int, *, is_open: bool) -> dict[str, Any]:
    created = NOW - rng.randrange(DAY if is_open else 300 * DAY)
    timeline = [_entry(f"a{number}", "created", "")]
    if not is_open:
        timeline += [_entry(f"b{number}", "accepted", "লাইনম্যান যাচ্ছে"), _entry(f"c{number}", "resolved", "")]
    data = {
        "office": "khulna-1",
        "feeder": f"khulna-1-f{rng.randrange(12)}",
        "state": "inbox" if is_open else "resolved",
        "state_version": 1,
        "category": rng.choice(("supply.no_power", "supply.low_voltage", "bill.excess", "meter.burnt")),
        "customer": rng.choice(_NAMES),
        "mobile": f"+88017{rng.randrange(10**8):08}",
        "account": f"{rng.randrange(10**9):09}",
        "tariff": "LT-A",
        "load_kw": 2.0,
        "locality": rng.choice(_PLACES),
        "address": f"বাড়ি {rng.randrange(200)}, {rng.choice(_PLACES)}, খুলনা",
        "lat": 22.8 + rng.random() / 20,
        "lng": 89.5 + rng.random() / 20,
        "text": rng.choice(_TEXTS),
        "source": rng.choice(("app", "web", "call_centre")),
        "created_at": created,
        "due_at": created + DAY,
        "accepted_at": None if is_open else created + 3_600_000,
        "closed_at": None if is_open else created + 7_200_000,
        "assigned_to": None,
        "cancel_reason": None,
        "reopen_count": 0,
        "calls": 0,
        "rating": None,
        "rating_text": None,
        "files": 0,
        "timeline": timeline,
        "attachments": [],
    }
    return {"op": "put", "entity": "complaint", "id": number, "version": 1, "data": data}


def _entry(key: str, kind: str, text: str) -> dict[str, Any]:
    return {"id": key, "kind": kind, "at": NOW, "by": None, "by_name": "", "text": text, "reason": None}
