"""Pages of the feed and the snapshot: bytes in, plain tuples out. Without a valid end line it is no page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from operator import attrgetter
from typing import Annotated, Literal

import msgspec

from wzpdcl_desktop.domain.errors import TornPage
from wzpdcl_desktop.domain.feed import COMPLAINT_COLUMNS, ComplaintTuple, Page, ReferenceRow, Removal

#: What SQLite can hold; anything else on the wire is not a page of ours.
_Int = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


class _Data(msgspec.Struct, frozen=True, gc=False):
    """``data`` of a complaint. The two lists stay the bytes that came."""

    office: str
    feeder: str | None
    state: str
    state_version: _Int
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
    created_at: _Int
    due_at: _Int
    accepted_at: _Int | None
    closed_at: _Int | None
    assigned_to: str | None
    cancel_reason: str | None
    reopen_count: _Int
    calls: _Int
    rating: _Int | None
    rating_text: str | None
    files: _Int
    timeline: msgspec.Raw
    attachments: msgspec.Raw


class _Put(msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="put"):
    """A row line of a complaint."""

    entity: Literal["complaint"]
    id: _Int
    version: _Int
    data: _Data


class _Gone(msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="rm"):
    """A row line of a complaint that left the scope."""

    entity: Literal["complaint"]
    id: _Int
    version: _Int


class _PutAny(msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="put"):
    """A row line of any entity."""

    entity: str
    id: _Int | str
    version: _Int
    data: msgspec.Raw


class _Remove(msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="rm"):
    """A row line of something that left the scope."""

    entity: str
    id: _Int | str
    version: _Int


class _End(msgspec.Struct, frozen=True):
    """What the end line says about the page."""

    count: _Count
    sha256: str
    more: bool
    head: _Count
    next: str | None = None
    as_of: str | None = None


class _EndLine(msgspec.Struct, frozen=True):
    end: _End


_END = msgspec.json.Decoder(_EndLine)
_FAST = msgspec.json.Decoder(_Put | _Gone)
_ANY = msgspec.json.Decoder(_PutAny | _Remove)
_DATA = msgspec.json.Decoder(_Data)
_PLAIN = attrgetter(*COMPLAINT_COLUMNS[2:-2])
#: Everything that a decoder of bytes from outside may throw.
_UNDECODABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, TypeError, ValueError)
_COMPLAINT = "complaint"
_SLICE = 500

Rows = tuple[list[ComplaintTuple], list[ReferenceRow], list[Removal]]


def decode_page(body: bytes) -> Page:
    """Check a page against its end line and decode it.

    Args:
        body: The whole answer, decompressed.

    Raises:
        TornPage: Anything is missing, too much, changed or of the wrong type. Nothing else is ever raised.
    """
    end, lines = _checked(body)
    complaints: list[ComplaintTuple] = []
    reference: list[ReferenceRow] = []
    removals: list[Removal] = []
    for more_complaints, more_reference, more_removals in _slices(lines, _SLICE):
        complaints += more_complaints
        reference += more_reference
        removals += more_removals
    return Page(
        complaints, reference, removals, end.next or "", end.more, end.head, as_of=end.as_of, size=len(body)
    )


def decode_slices(body: bytes, rows: int = _SLICE) -> Iterator[Rows]:
    """The rows of a page, some at a time, so that other threads come to run in between.

    Args:
        body: As for :func:`decode_page`, and checked like there before the first slice.
        rows: Lines of a slice.

    Yields:
        Complaints, reference rows and removals of the slice.

    Raises:
        TornPage: As :func:`decode_page`.
    """
    _, lines = _checked(body)
    yield from _slices(lines, rows)


def _slices(lines: list[bytes], rows: int) -> Iterator[Rows]:
    for start in range(0, len(lines), rows):
        part = lines[start : start + rows]
        try:
            yield _decode_fast(part)
        except _UNDECODABLE:
            # Not complaints alone (reference data, or something of a later version): line by line, by entity.
            try:
                yield _decode_any(part)
            except _UNDECODABLE as error:
                # The decoder's own words could quote a row.
                raise TornPage(f"row not decodable: {type(error).__name__}") from None


def _checked(body: bytes) -> tuple[_End, list[bytes]]:
    """The end line and the row lines of a page, if they belong together."""
    if not body.endswith(b"\n"):
        raise TornPage("no end line")
    start = body.rfind(b"\n", 0, len(body) - 1) + 1
    try:
        end = _END.decode(body[start:-1]).end
    except _UNDECODABLE:
        raise TornPage("no valid end line") from None
    rows = body[:start]
    if hashlib.sha256(rows).hexdigest() != end.sha256.lower():
        raise TornPage("hash differs")
    lines = rows.split(b"\n")
    lines.pop()
    if len(lines) != end.count:
        raise TornPage("count differs")
    if end.more and not end.next:
        raise TornPage("no cursor to go on with")
    return end, lines


def _decode_fast(lines: list[bytes]) -> Rows:
    complaints: list[ComplaintTuple] = []
    removals: list[Removal] = []
    decode, plain, add = _FAST.decode, _PLAIN, complaints.append
    for line in lines:
        row = decode(line)
        if isinstance(row, _Put):
            data = row.data
            add((row.id, row.version, *plain(data), bytes(data.timeline), bytes(data.attachments)))
        else:
            removals.append(Removal(row.entity, row.id, row.version))
    return complaints, [], removals


def _decode_any(lines: list[bytes]) -> Rows:
    complaints: list[ComplaintTuple] = []
    reference: list[ReferenceRow] = []
    removals: list[Removal] = []
    for line in lines:
        row = _ANY.decode(line)
        if row.entity == _COMPLAINT:
            key = _complaint_id(row.id)
            if isinstance(row, _PutAny):
                data = _DATA.decode(row.data)
                complaints.append(
                    (key, row.version, *_PLAIN(data), bytes(data.timeline), bytes(data.attachments))
                )
            else:
                removals.append(Removal(_COMPLAINT, key, row.version))
        elif isinstance(row, _Remove):
            removals.append(Removal(row.entity, row.id, row.version))
        elif isinstance(row.id, str):
            reference.append(ReferenceRow(row.entity, row.id, row.version, bytes(row.data)))
        # Else: an entity of a later version of the contract, which this version cannot show.
    return complaints, reference, removals


def _complaint_id(value: int | str) -> int:
    if not isinstance(value, int):
        raise TypeError("id of a complaint")
    return value
