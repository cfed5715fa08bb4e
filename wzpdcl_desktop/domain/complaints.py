"""Complaints as the desk shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wzpdcl_desktop.domain.periods import Period, Span


class State(StrEnum):
    """The four tabs of the manual."""

    INBOX = "inbox"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    CANCELLED = "cancelled"


#: States in which the customer still waits.
OPEN_STATES = frozenset({State.INBOX, State.IN_PROGRESS})


class Mark(StrEnum):
    """What is not yet settled with the server about a row or a timeline entry."""

    NONE = ""
    WAITING = "waiting"
    SENDING = "sending"
    HELD = "held"
    FAILED = "failed"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened to a complaint; ``kind`` as in the contract.

    Attributes:
        mark: WAITING etc. for an own action that the server has not yet confirmed.
        command_id: The pending command behind it, None for the server's own entries.
    """

    id: str
    kind: str
    at: int
    by: str | None
    by_name: str
    text: str
    reason: str | None = None
    mark: Mark = Mark.NONE
    command_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a complaint. ``size`` in bytes."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class QueueRow:
    """What one row of the queue shows: the server's row with the pending commands applied.

    Attributes:
        state: After the pending commands.
        due_at: Limit by the service-level policy (ms).
        mark: The worst mark of its pending commands.
        unread: Not opened on this PC since it came or was reopened.
    """

    id: int
    version: int
    state: State
    category: str
    customer: str
    mobile: str
    locality: str
    feeder: str | None
    text: str
    created_at: int
    due_at: int
    accepted_at: int | None
    closed_at: int | None
    assigned_to: str | None
    reopen_count: int
    calls: int
    rating: int | None
    files: int
    mark: Mark = Mark.NONE
    unread: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintDetail:
    """Everything the detail panel shows of one complaint."""

    row: QueueRow
    state_version: int
    office: str
    account: str | None
    tariff: str | None
    load_kw: float | None
    address: str
    lat: float | None
    lng: float | None
    source: str
    cancel_reason: str | None
    rating_text: str | None
    timeline: tuple[TimelineEntry, ...] = field(default=())
    attachments: tuple[Attachment, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class History:
    """The other complaints of a customer, as far as they are on this PC, the newest first.

    Attributes:
        total: How many there are; ``rows`` may hold fewer, the newest.
    """

    total: int = 0
    rows: tuple[QueueRow, ...] = field(default=())


class View(StrEnum):
    """Lists that the navigation offers."""

    INBOX = "inbox"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    CANCELLED = "cancelled"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    REOPENED = "reopened"
    #: Everything, in any state: narrowed by whoever asks.
    ALL = "all"


class SortKey(StrEnum):
    """By what the queue can be sorted."""

    DUE = "due_at"
    CREATED = "created_at"
    CLOSED = "closed_at"
    CATEGORY = "category"
    CUSTOMER = "customer"
    FEEDER = "feeder"


class TimeLeft(StrEnum):
    """Where an open complaint stands against its time limit.

    Soon and in time are as the row is drawn, by the policy of the category; within the hour may be either.
    """

    OVERDUE = "overdue"
    HOUR = "hour"
    SOON = "soon"
    IN_TIME = "in_time"


@dataclass(frozen=True, slots=True)
class Moved:
    """What the pending commands make of a complaint; None for an officer or feeder that stays."""

    state: State
    feeder: str | None = None
    officer: str | None = None


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which complaints, in which order.

    Attributes:
        view: The list.
        search: Words in Bangla or English, numbers in either digit script; all must be found.
        feeders, categories: Empty means all. A first-level category stands for all below it.
        clocks: Of `TimeLeft`; empty means all.
        assigned: Officers; the empty id stands for nobody.
        ratings: 1 to 5 stars; 0 stands for not rated.
        reopened: Only what was opened again at least once.
        states: After the pending commands; empty means all that the view has.
        came: In which days it came, counted from today; None means ever.
        created, accepted, closed: When it came, was taken up, was resolved or cancelled; None means ever.
        now: Server time (ms), for the views that depend on the clock.
    """

    view: View
    now: int
    search: str = ""
    feeders: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    sort: SortKey = SortKey.DUE
    descending: bool = False
    clocks: frozenset[TimeLeft] = frozenset()
    assigned: frozenset[str] = frozenset()
    ratings: frozenset[int] = frozenset()
    reopened: bool = False
    states: frozenset[State] = frozenset()
    came: Period | None = None
    created: Span | None = None
    accepted: Span | None = None
    closed: Span | None = None


@dataclass(frozen=True, slots=True)
class NavCounts:
    """Numbers beside the navigation, after pending commands; and how many of each are unread."""

    views: dict[View, int]
    unread: dict[View, int]
    outbox: int
    outbox_failed: int
