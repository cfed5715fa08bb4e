"""What the officer is told of without having asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class NoticeKind(StrEnum):
    """Of what an officer is told."""

    NEW = "new"
    REOPENED = "reopened"
    SOON = "soon"
    OVERDUE = "overdue"
    #: The customer wrote.
    MESSAGE = "message"


class ClockStage(IntEnum):
    """How far a complaint's clock has come, for notices."""

    IN_TIME = 0
    SOON = 1
    OVERDUE = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the list of notices: complaints of which the same is to be told.

    Attributes:
        number: Its number on this PC, 0 while it is not kept yet.
        at: When it was told (server time, ms).
        feeder: The feeder that all of them are of, None where they are of several or of none.
    """

    number: int
    at: int
    kind: NoticeKind
    complaints: tuple[int, ...]
    feeder: str | None = None
    read: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What notices need to know of a complaint.

    Attributes:
        open: After the officer's own pending commands.
        message_at: When the customer wrote last, None for never.
        came_by: The officer who entered it, or opened it again; None for a customer.
    """

    id: int
    open: bool
    feeder: str | None
    due_at: int
    reopens: int
    message_at: int | None = None
    came_by: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What has been told of a complaint. The stage is that of the clock which ends at ``due_at``."""

    reopens: int
    stage: ClockStage
    due_at: int
    message_at: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """Of what the officer wants to be told, and when not.

    Attributes:
        quiet_from, quiet_until: Hours of the day in Dhaka between which nothing pops up; equal for never.
        warn_minutes: How long before the limit to warn.
    """

    kinds: frozenset[NoticeKind] = frozenset(NoticeKind)
    quiet_from: int = 22
    quiet_until: int = 7
    warn_minutes: int = 60
