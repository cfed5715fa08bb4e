"""Time limits."""

from __future__ import annotations

from datetime import date

import pytest

from central_api.clock import parse_instant
from central_api.due import due_after

HOLIDAYS = {date(2026, 12, 16)}


@pytest.mark.parametrize(
    ("start", "minutes", "calendar", "due"),
    [
        # 2026-11-22 is a Sunday.
        ("2026-11-22T14:03", 90, "always", "2026-11-22T15:33"),
        ("2026-11-27T23:00", 120, "always", "2026-11-28T01:00"),
        ("2026-11-22T14:03", 60, "working", "2026-11-22T15:03"),
        ("2026-11-22T16:30", 60, "working", "2026-11-23T09:30"),
        ("2026-11-22T16:00", 60, "working", "2026-11-22T17:00"),
        ("2026-11-22T07:00", 60, "working", "2026-11-22T10:00"),
        ("2026-11-22T17:00", 60, "working", "2026-11-23T10:00"),
        ("2026-11-26T16:30", 60, "working", "2026-11-29T09:30"),
        ("2026-11-27T12:00", 60, "working", "2026-11-29T10:00"),
        ("2026-12-15T16:30", 60, "working", "2026-12-17T09:30"),
        ("2026-11-22T09:00", 7 * 8 * 60, "working", "2026-11-30T17:00"),
        ("2026-11-22T14:03", 0, "working", "2026-11-22T14:03"),
    ],
)
def test_due(start: str, minutes: int, calendar: str, due: str) -> None:
    assert due_after(parse_instant(start), minutes, calendar, HOLIDAYS) == parse_instant(due)
