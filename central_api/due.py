"""When a complaint is due: minutes of the policy, around the clock or in office hours."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from central_api.clock import DHAKA
from central_api.models import Reference

#: The week of the offices is Sunday to Thursday.
_DAYS_OFF = (4, 5)
_OPENS = time(9, tzinfo=DHAKA)
_CLOSES = time(17, tzinfo=DHAKA)
#: Where no policy names the category or its group.
DEFAULT_MINUTES = 24 * 60


def due_after(start_ms: int, minutes: int, calendar: str, holidays: Collection[date] = ()) -> int:
    """The instant (Unix ms) at which a time has run out.

    Args:
        start_ms: When it begins to run.
        minutes: How long; for ``working`` only the minutes of office hours count.
        calendar: ``always`` (24 × 7) or ``working`` (Sunday to Thursday 09:00–17:00 in Dhaka).
        holidays: Days without office hours.
    """
    if calendar == "always":
        return start_ms + minutes * 60_000
    at = datetime.fromtimestamp(start_ms / 1000, DHAKA)
    left = timedelta(minutes=minutes)
    while True:
        opens, closes = datetime.combine(at.date(), _OPENS), datetime.combine(at.date(), _CLOSES)
        if at.weekday() not in _DAYS_OFF and at.date() not in holidays and at < closes:
            begins = max(at, opens)
            if begins + left <= closes:
                return round((begins + left).timestamp() * 1000)
            left -= closes - begins
        at = datetime.combine(at.date() + timedelta(days=1), time(tzinfo=DHAKA))


def due_of(session: Session, category: str, start_ms: int) -> int:
    """When a complaint is due that came in at an instant: by the policy of its category, or of its group."""
    found = session.execute(
        select(Reference.entity, Reference.data).where(Reference.entity.in_(("policy", "holiday")))
    )
    policies, holidays = {}, set()
    for entity, data in found:
        if entity == "policy":
            policies[data["category"]] = data
        else:
            holidays.add(date.fromisoformat(data["date"]))
    policy = policies.get(category) or policies.get(category.partition(".")[0])
    if policy is None:
        return due_after(start_ms, DEFAULT_MINUTES, "always")
    return due_after(start_ms, policy["minutes"], policy["calendar"], holidays)
