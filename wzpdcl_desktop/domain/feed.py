"""Pages of the change feed and of the snapshot, decoded: what `api` hands to `cache`."""

from __future__ import annotations

from dataclasses import dataclass

#: Columns of a complaint as the wire carries them; a decoded row is a plain tuple in this order.
#: ``timeline`` and ``attachments`` stay the JSON (UTF-8 bytes) that the server sent.
COMPLAINT_COLUMNS = (
    "id",
    "version",
    "office",
    "feeder",
    "state",
    "state_version",
    "category",
    "customer",
    "mobile",
    "account",
    "tariff",
    "load_kw",
    "locality",
    "address",
    "lat",
    "lng",
    "text",
    "source",
    "created_at",
    "due_at",
    "accepted_at",
    "closed_at",
    "assigned_to",
    "cancel_reason",
    "reopen_count",
    "calls",
    "rating",
    "rating_text",
    "files",
    "timeline",
    "attachments",
)

ComplaintTuple = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A row of reference data; ``data`` is the server's JSON (UTF-8 bytes)."""

    entity: str
    id: str
    version: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Removal:
    """A row that left the scope."""

    entity: str
    id: int | str
    version: int


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page whose end line was there and right.

    Attributes:
        complaints: Rows to put, in the order of ``COMPLAINT_COLUMNS``.
        next: Cursor (feed) or ``after`` (snapshot) of the next page.
        more: Whether there is a next page now.
        head: The feed's head as the server saw it.
        as_of: Snapshot only: feed cursor of the time of this page.
        size: Bytes on the wire after decompression.
        search_entries: Number and search text of each complaint, where somebody had time to make them ahead.
    """

    complaints: list[ComplaintTuple]
    reference: list[ReferenceRow]
    removals: list[Removal]
    next: str
    more: bool
    head: int
    as_of: str | None = None
    size: int = 0
    search_entries: list[tuple[object, ...]] | None = None

    def __len__(self) -> int:
        return len(self.complaints) + len(self.reference) + len(self.removals)


@dataclass(frozen=True, slots=True)
class Digest:
    """What the server says a scope holds.

    Attributes:
        head: Of the feed, at which it is so.
        buckets: Count and hash of each bucket that is not empty.
    """

    head: int
    count: int
    buckets: dict[int, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class ScopeHead:
    """A scope of the officer and the head of its feed."""

    scope: str
    head: int


@dataclass(frozen=True, slots=True)
class Scopes:
    """The officer's scopes now. ``token`` goes into the next long poll.

    ``epoch`` changes when the set changes.
    """

    token: str
    epoch: str
    scopes: tuple[ScopeHead, ...]
