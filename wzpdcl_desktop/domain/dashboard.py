"""The numbers of the office at a glance. Each carries the question whose rows it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wzpdcl_desktop.domain.complaints import QueueQuery, QueueRow
from wzpdcl_desktop.domain.periods import Period, Span


class Figure(StrEnum):
    """The numbers at the top."""

    NEW = "new"
    RESOLVED = "resolved"
    CANCELLED = "cancelled"
    INBOX = "inbox"
    IN_PROGRESS = "in_progress"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    REOPENED = "reopened"
    RATED = "rated"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Count:
    """A number, and what shows exactly these rows in the queue."""

    value: int
    query: QueueQuery


@dataclass(frozen=True, slots=True)
class FeederWork:
    """Open complaints of a feeder (empty id: of none)."""

    feeder: str
    open: Count
    overdue: Count
    soon: Count


@dataclass(frozen=True, slots=True)
class Slot:
    """An hour of today, or a day: what came and what was resolved."""

    span: Span
    came: Count
    resolved: Count


@dataclass(frozen=True, slots=True)
class OfficerWork:
    """What an officer has to do and did in the period (empty id: what nobody has been given).

    Attributes:
        median_ms: From coming in to resolved, None where nothing was resolved.
        rating: Mean of the customers' stars, None where nobody gave any.
    """

    officer: str
    open: Count
    resolved: Count
    rated: Count
    median_ms: int | None
    rating: float | None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that the dashboard shows, at one moment (``now``, ms).

    Attributes:
        accept_ms, resolve_ms: Medians, None where there is nothing to take them of.
        rating: Mean of the stars given to what was resolved in the period.
        slots: Hours of today, or days.
        first: What to look at first: overdue and due soonest.
        every_open: All that is open.
    """

    period: Period
    span: Span
    now: int
    figures: dict[Figure, Count]
    accept_ms: int | None
    resolve_ms: int | None
    rating: float | None
    feeders: tuple[FeederWork, ...]
    slots: tuple[Slot, ...]
    officers: tuple[OfficerWork, ...]
    every_open: Count
    first: tuple[QueueRow, ...] = ()

    def counts(self) -> tuple[Count, ...]:
        """Every number that opens rows."""
        return (
            *self.figures.values(),
            *(count for one in self.feeders for count in (one.open, one.overdue, one.soon)),
            *(count for one in self.slots for count in (one.came, one.resolved)),
            *(count for one in self.officers for count in (one.open, one.resolved, one.rated)),
            self.every_open,
        )
