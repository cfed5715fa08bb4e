"""The server's idea of now: real, or frozen for pictures and tests."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

#: The company's time zone: UTC+6 all year.
DHAKA = ZoneInfo("Asia/Dhaka")


class Clock(Protocol):
    """Something that tells the time."""

    def now_ms(self) -> int:
        """Unix time in milliseconds, UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now_ms(self) -> int:
        """Unix time in milliseconds, UTC."""
        return time.time_ns() // 1_000_000


class FixedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        """Unix time in milliseconds, UTC."""
        return self._now_ms

    def move(self, milliseconds: int) -> None:
        """Move it on by some milliseconds."""
        self._now_ms += milliseconds


def parse_instant(text: str) -> int:
    """Unix milliseconds of an ISO 8601 text such as ``2026-11-22T14:03:00+06:00``; Dhaka time without offset.

    Raises:
        ValueError: The text is no such instant.
    """
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        when = when.replace(tzinfo=DHAKA)
    return round(when.timestamp() * 1000)
