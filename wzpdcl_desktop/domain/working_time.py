"""Time as a service-level policy counts it: around the clock, or in the office hours of Bangladesh.

The server decides when a complaint is due; with the same rules the desk shows how much of that time is left.
Dhaka is six hours ahead of UTC all year, so that days and hours are plain arithmetic.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000
#: Office hours: Sunday to Thursday, 9 to 17.
OPENS_MS, CLOSES_MS = 9 * HOUR_MS, 17 * HOUR_MS
WORKDAY_MS = CLOSES_MS - OPENS_MS
ALWAYS, WORKING = "always", "working"
_AHEAD_MS = 6 * HOUR_MS
_FRIDAY, _SATURDAY = 1, 2
_EPOCH = date(1970, 1, 1).toordinal()  # a Thursday


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def day_of(at: int) -> int:
    """Number of the day in Dhaka that a moment (ms) lies in."""
    return (at + _AHEAD_MS) // DAY_MS


def noon_of(day: int) -> int:
    """A moment (ms) in the middle of a day of Dhaka."""
    return day * DAY_MS - _AHEAD_MS + DAY_MS // 2


def is_workday(day: int, holidays: Collection[int] = ()) -> bool:
    """Whether the offices are open on a day, by its number."""
    return day % 7 not in (_FRIDAY, _SATURDAY) and day not in holidays


def counted(start: int, end: int, calendar: str, holidays: Collection[int] = ()) -> int:
    """How much of the time from ``start`` to ``end`` counts (ms); negative where ``end`` is before.

    Args:
        calendar: ``always`` or ``working``.
        holidays: Numbers of the days without office hours.
    """
    if calendar != WORKING:
        return end - start
    if end < start:
        return -counted(end, start, calendar, holidays)
    total = 0
    for day in range(day_of(start), day_of(end) + 1):
        if is_workday(day, holidays):
            midnight = day * DAY_MS - _AHEAD_MS
            total += max(0, min(end, midnight + CLOSES_MS) - max(start, midnight + OPENS_MS))
    return total


def runs_out(start: int, amount: int, calendar: str, holidays: Collection[int] = ()) -> int:
    """The first moment (ms) at which ``amount`` of counted time (ms) has gone by since ``start``."""
    if calendar != WORKING:
        return start + amount
    day, left = day_of(start), amount
    while True:
        midnight = day * DAY_MS - _AHEAD_MS
        begins, closes = max(start, midnight + OPENS_MS), midnight + CLOSES_MS
        if is_workday(day, holidays) and begins < closes:
            if begins + left <= closes:
                return begins + left
            left -= closes - begins
        day += 1


def reaches(now: int, amount: int, calendar: str, holidays: Collection[int] = ()) -> int:
    """The last moment (ms) that is no more than ``amount`` of counted time away."""
    if calendar != WORKING:
        return now + amount
    # One more millisecond would count: in the night and on days off the moment waits until they are over.
    return runs_out(now, amount + 1, calendar, holidays) - 1
