"""How near its limit a complaint is. Whoever shows a clock, counts by it or filters by it asks here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueRow
from wzpdcl_desktop.domain.reference import Directory, Named, Policy
from wzpdcl_desktop.domain.working_time import ALWAYS, MINUTE_MS, WORKING, counted, day_of, is_workday

_SOON_MS = 120 * MINUTE_MS


class Urgency(StrEnum):
    """The words of the clock. The values are roles of colour."""

    OK = "ok"
    SOON = "soon"
    BREACHED = "breached"
    #: The clock has stopped: the complaint is resolved or cancelled.
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Elapse:
    """An amount of time (ms), and whether only office hours counted."""

    ms: int
    working: bool = False


def urgency(row: QueueRow, now: int, directory: Directory) -> Urgency:
    """Where the clock of a complaint stands.

    Overdue is what the server's limit says. Soon is what the policy of its category calls so, in the time
    that it counts; without a policy, the last quarter of its time or its last two hours.

    Args:
        now: Server time (ms).
    """
    if row.state not in OPEN_STATES:
        return Urgency.CLOSED
    if row.due_at < now:
        return Urgency.BREACHED
    policy = policy_of(row.category, directory)
    warn = policy.warn_minutes * MINUTE_MS if policy else max(_SOON_MS, (row.due_at - row.created_at) // 4)
    return Urgency.SOON if time_left(row, now, directory).ms <= warn else Urgency.OK


def time_left(row: QueueRow, now: int, directory: Directory) -> Elapse:
    """Until the limit, as the policy counts; negative once it is over."""
    return _counted(now, row.due_at, row, directory)


def time_gone(row: QueueRow, now: int, directory: Directory) -> Elapse:
    """Since it came, as the policy counts."""
    return _counted(row.created_at, now, row, directory)


def calendar_of(category: str, directory: Directory) -> str:
    """Which clock a category has: ``always`` or ``working``."""
    policy = policy_of(category, directory)
    return policy.calendar if policy else ALWAYS


def holiday_ahead(row: QueueRow, now: int, directory: Directory) -> tuple[int, Named] | None:
    """The next holiday (its day's number) that stops the row's clock before its limit; None for none."""
    if calendar_of(row.category, directory) != WORKING:
        return None
    for day in range(day_of(now), day_of(row.due_at) + 1):
        holiday = directory.holidays.get(day)
        if holiday is not None and is_workday(day):
            return day, holiday
    return None


def policy_of(category: str, directory: Directory) -> Policy | None:
    """The policy of a category, or of the category above it."""
    policies = directory.policies
    return policies.get(category) or policies.get(category.partition(".")[0])


def _counted(start: int, end: int, row: QueueRow, directory: Directory) -> Elapse:
    calendar = calendar_of(row.category, directory)
    return Elapse(counted(start, end, calendar, directory.holidays), calendar == WORKING)
