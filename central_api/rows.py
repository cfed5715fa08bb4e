"""Row lines and pages of the feed and the snapshot: built from plain tuples, without ORM objects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, Text, cast, select
from sqlalchemy.orm import Session

from central_api.models import Complaint, Reference


class ComplaintData(msgspec.Struct, frozen=True, gc=False):
    """``data`` of a complaint, members in the order of the contract."""

    office: str
    feeder: str | None
    state: str
    state_version: int
    category: str
    customer: str
    mobile: str
    account: str | None
    tariff: str | None
    load_kw: float | None
    locality: str
    address: str
    lat: float | None
    lng: float | None
    text: str
    source: str
    created_at: int
    due_at: int
    accepted_at: int | None
    closed_at: int | None
    assigned_to: str | None
    cancel_reason: str | None
    reopen_count: int
    calls: int
    rating: int | None
    rating_text: str | None
    files: int
    timeline: msgspec.Raw
    attachments: msgspec.Raw


class ComplaintLine(msgspec.Struct, frozen=True, gc=False):
    """A complaint as the feed serves it."""

    op: str
    entity: str
    id: int
    version: int
    data: ComplaintData


class ReferenceLine(msgspec.Struct, frozen=True):
    """A row of reference data as the feed serves it."""

    op: str
    entity: str
    id: str
    version: int
    data: msgspec.Raw


class RemovedLine(msgspec.Struct, frozen=True):
    """A row that the caller does not see, or not any more."""

    op: str
    entity: str
    id: int | str
    version: int


Line = ComplaintLine | ReferenceLine | RemovedLine

_ENCODER = msgspec.json.Encoder()
_JSON = frozenset({"timeline", "attachments"})
#: JSON columns are read as text and passed through.
_COLUMNS: list[ColumnElement[Any]] = [
    cast(getattr(Complaint, name), Text) if name in _JSON else getattr(Complaint, name)
    for name in ComplaintData.__struct_fields__
]


def select_complaints() -> Select[Any]:
    """The SELECT that :func:`read_complaints` understands; add conditions, order and limit."""
    return select(Complaint.id, Complaint.version, *_COLUMNS)


def read_complaints(session: Session, statement: Select[Any]) -> list[ComplaintLine]:
    """The complaints of a statement made from :func:`select_complaints`."""
    raw = msgspec.Raw
    make: Callable[..., ComplaintData] = ComplaintData
    session.flush()  # as for a statement of the session's own
    cursor = session.connection().execute(statement).cursor
    assert cursor is not None
    # The driver's own tuples: none of the columns needs a conversion, and rows of SQLAlchemy cost as much as
    # reading them from the database does.
    return [
        ComplaintLine("put", "complaint", id_, version, make(*plain, raw(timeline), raw(attachments)))
        for id_, version, *plain, timeline, attachments in cursor.fetchall()
    ]


def select_reference() -> Select[str, str, int, str]:
    """The SELECT that :func:`read_reference` understands."""
    return select(Reference.entity, Reference.id, Reference.version, cast(Reference.data, Text))


def read_reference(session: Session, statement: Select[str, str, int, str]) -> list[ReferenceLine]:
    """The reference rows of a statement made from :func:`select_reference`."""
    return [
        ReferenceLine("put", entity, id_, version, msgspec.Raw(data))
        for entity, id_, version, data in session.execute(statement)
    ]


def encode_line(line: Line) -> bytes:
    """One line as JSON, without a newline."""
    return _ENCODER.encode(line)


def encode_page(lines: Sequence[Line], end: Iterable[tuple[str, Any]]) -> bytes:
    """A whole page: the row lines and the end line that makes it one.

    Args:
        lines: The rows.
        end: ``next``, ``more`` and ``head`` (and ``as_of``) of the end line, in this order.
    """
    body = _ENCODER.encode_lines(lines)
    summary = {"count": len(lines), "sha256": hashlib.sha256(body).hexdigest(), **dict(end)}
    return body + _ENCODER.encode({"end": summary}) + b"\n"
