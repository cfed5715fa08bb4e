"""Spans of time, and the days that people here mean by today, the week and the month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
_WEEK_DAYS = 7
_DHAKA = timezone(timedelta(hours=6))


@dataclass(frozen=True, slots=True)
class Span:
    """A time from ``start`` up to, but without, ``end`` (ms)."""

    start: int
    end: int

    def holds(self, at: int | None) -> bool:
        """Whether a moment lies in it."""
        return at is not None and self.start <= at < self.end


class Period(StrEnum):
    """Days of Dhaka, up to and with today."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"


def span_of(period: Period, now: int) -> Span:
    """The days of a period, whole days of Dhaka with today as the last."""
    midnight = datetime.fromtimestamp(now / 1000, _DHAKA).replace(hour=0, minute=0, second=0, microsecond=0)
    today = round(midnight.timestamp() * 1000)
    start = today
    if period is Period.WEEK:
        start = today - (_WEEK_DAYS - 1) * DAY_MS
    elif period is Period.MONTH:
        start = today - (midnight.day - 1) * DAY_MS
    return Span(start, today + DAY_MS)


def day_of(at: int) -> date:
    """The day of Dhaka in which a moment (ms) lies."""
    return datetime.fromtimestamp(at / 1000, _DHAKA).date()


def days(first: date, last: date) -> Span:
    """Whole days of Dhaka, the last one included."""
    start, end = (datetime(day.year, day.month, day.day, tzinfo=_DHAKA) for day in (first, last))
    return Span(round(start.timestamp() * 1000), round(end.timestamp() * 1000) + DAY_MS)
