"""Invented rows and pages, in the shape that `api` hands to the cache."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.store import Store, open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.commands import Command, CommandType
from wzpdcl_desktop.domain.feed import COMPLAINT_COLUMNS, ComplaintTuple, Page, ReferenceRow, Removal
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.domain.link import Stage

NOW = 1_795_334_580_000
HOUR = 3_600_000
KEY = bytes(range(32))
OFFICE = "office:khulna-1"


class FixedClock:
    """A clock that the test moves."""

    def __init__(self, at: int = NOW) -> None:
        self.at = at

    def now(self) -> int:
        return self.at


def complaint(number: int, version: int = 1, **changes: Any) -> ComplaintTuple:
    """A row; `timeline` may be given as a list."""
    row: dict[str, Any] = {
        "id": number,
        "version": version,
        "office": "khulna-1",
        "feeder": "khulna-1-dolkhola",
        "state": "inbox",
        "state_version": version,
        "category": "supply.no_power",
        "customer": "আব্দুল করিম",
        "mobile": "+8801711000001",
        "account": "330012345",
        "tariff": "LT-A",
        "load_kw": 2.0,
        "locality": "দোলখোলা",
        "address": "শান্তিধাম মোড়",
        "lat": 22.81,
        "lng": 89.56,
        "text": "বিদ্যুৎ নেই",
        "source": "app",
        "created_at": NOW - HOUR,
        "due_at": NOW + 20 * HOUR,
        "accepted_at": None,
        "closed_at": None,
        "assigned_to": None,
        "cancel_reason": None,
        "reopen_count": 0,
        "calls": 0,
        "rating": None,
        "rating_text": None,
        "files": 0,
        "timeline": [],
        "attachments": [],
    }
    row |= changes
    if row["state"] in ("resolved", "cancelled") and row["closed_at"] is None:
        row["closed_at"] = NOW - HOUR
    for name in ("timeline", "attachments"):
        row[name] = json.dumps(row[name], ensure_ascii=False).encode()
    return tuple(row[name] for name in COMPLAINT_COLUMNS)


def entry(number: int, kind: str = "created", text: str = "", at: int = NOW - HOUR) -> dict[str, Any]:
    """A timeline entry."""
    return {
        "id": f"e{number}",
        "kind": kind,
        "at": at,
        "by": None,
        "by_name": "গ্রাহক",
        "text": text,
        "reason": None,
    }


def page(
    *complaints: ComplaintTuple,
    removals: list[Removal] | None = None,
    reference: list[ReferenceRow] | None = None,
    next: str = "c1",
    as_of: str | None = None,
) -> Page:
    """A whole page."""
    return Page(list(complaints), reference or [], removals or [], next, False, 1, as_of)


def reference(entity: str, key: str, version: int = 1, **data: Any) -> ReferenceRow:
    """A reference row."""
    return ReferenceRow(entity, key, version, json.dumps({"name": key, "name_bn": key, **data}).encode())


def command(kind: CommandType = CommandType.MESSAGE, number: int = 1, **changes: Any) -> Command:
    """A command on a complaint."""
    values: dict[str, Any] = {
        "command_id": uuid7(NOW),
        "officer": "xen.khulna1",
        "type": kind,
        "aggregate": f"complaint:{number}",
        "args": {"text": "আসছি"},
        "base_version": None,
        "after": None,
        "created_at": NOW,
    }
    return Command(**{**values, **changes})


@dataclass
class Desk:
    """Both stores in one folder, with a clock."""

    folder: Path
    clock: FixedClock
    cache: Store
    outbox_store: Store
    writer: CacheWriter
    outbox: Outbox

    def load(self, *rows: ComplaintTuple, scope: str = OFFICE) -> None:
        """A complete snapshot of these rows."""
        self.writer.begin_snapshot(scope, Stage.OWN_OPEN)
        self.writer.apply_snapshot_page(scope, Stage.OWN_OPEN, page(*rows, as_of="c0"))
        self.writer.finish_snapshot(scope)

    def put(self, *rows: ComplaintTuple, scope: str = OFFICE) -> None:
        """A page of the change feed."""
        self.writer.apply_changes_page(scope, page(*rows))

    def close(self) -> None:
        """Close both stores."""
        self.cache.close()
        self.outbox_store.close()


def open_desk(folder: Path, key: bytes = KEY) -> Desk:
    """Open both stores in a folder."""
    clock = FixedClock()
    cache, outbox_store = open_cache(folder, key), open_outbox(folder, key, ballast_bytes=0)
    return Desk(folder, clock, cache, outbox_store, CacheWriter(cache, clock), Outbox(outbox_store, clock))


def random_key() -> bytes:
    """Another key."""
    return os.urandom(32)
