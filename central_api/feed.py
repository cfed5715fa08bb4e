"""The change feed: what changed in a scope since a cursor."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from central_api.cursor import Cursors
from central_api.models import ChangeLog, Complaint, Meta, OfficeSeq, Reference
from central_api.problems import ProblemError
from central_api.rows import (
    Line,
    RemovedLine,
    encode_page,
    read_complaints,
    read_reference,
    select_complaints,
    select_reference,
)
from central_api.scope import COMPANY, COMPANY_LOG, Caller, in_scope, log_of, scopes


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to send."""

    body: bytes
    count: int


def head_of(session: Session, log: str) -> int:
    """The last number of a change log in this snapshot; 0 if nothing ever changed."""
    return session.scalar(select(OfficeSeq.n).where(OfficeSeq.office == log)) or 0


def floor_key(log: str) -> str:
    """The name in ``meta`` under which the last number is kept whose entry was cleared away."""
    return f"floor:{log}"


def read_changes(session: Session, caller: Caller, scope: str, cursor: str, limit: int) -> Page:
    """The next page after a cursor. Caller, log, rows and head come from the one snapshot of the session.

    A changed row that lies in the scope now is a ``put``; any other is an ``rm``.

    Raises:
        ProblemError: ``scope_denied`` or ``cursor_reset``.
    """
    log = log_of(caller, scope)
    cursors, head, floor = _stand_of(session, log)
    seq = cursors.open(cursor, scope, log)
    if seq > head or seq < floor:
        raise ProblemError("cursor_reset")
    # Nearly every poll finds nothing; the head alone says so.
    found = _entries(session, log, seq, limit + 1) if seq < head else []
    more = len(found) > limit
    changes = [(row.entity, row.id, row.version) for row in found[:limit]]
    lines = (
        _reference_lines(session, changes)
        if log == COMPANY_LOG
        else _complaint_lines(session, scope, changes)
    )
    position = found[limit - 1].seq if more else head
    end = (("next", cursors.seal(scope, log, position)), ("more", more), ("head", head))
    return Page(encode_page(lines, end), len(lines))


def _stand_of(session: Session, log: str) -> tuple[Cursors, int, int]:
    """The cursors, the head of a log, and the number up to which entries were cleared away: one statement."""
    head = select(OfficeSeq.n).where(OfficeSeq.office == log).scalar_subquery()
    found = session.execute(select(Meta.key, Meta.value, head.label("head"))).all()
    values = {row.key: row.value for row in found}
    return Cursors.from_meta(values), found[0].head or 0, int(values.get(floor_key(log), 0))


def _entries(session: Session, log: str, seq: int, limit: int) -> Sequence[Row[str, str, int, int]]:
    return session.execute(
        select(ChangeLog.entity, ChangeLog.id, ChangeLog.seq, ChangeLog.version)
        .where(ChangeLog.office == log, ChangeLog.seq > seq)
        .order_by(ChangeLog.seq)
        .limit(limit)
    ).all()


def _complaint_lines(session: Session, scope: str, changes: list[tuple[str, str, int]]) -> list[Line]:
    if not changes:
        return []
    ids = [int(id_) for _, id_, _ in changes]
    statement = select_complaints().where(Complaint.id.in_(ids), in_scope(scope))
    seen = {line.id: line for line in read_complaints(session, statement)}
    return [
        seen.get(int(id_)) or RemovedLine("rm", entity, int(id_), version) for entity, id_, version in changes
    ]


def _reference_lines(session: Session, changes: list[tuple[str, str, int]]) -> list[Line]:
    if not changes:
        return []
    statement = select_reference().where(Reference.id.in_([id_ for _, id_, _ in changes]))
    present = {(line.entity, line.id): line for line in read_reference(session, statement)}
    return [
        present.get((entity, id_)) or RemovedLine("rm", entity, id_, version)
        for entity, id_, version in changes
    ]


@dataclass(frozen=True, slots=True)
class Heads:
    """The caller's scopes with the heads of their logs.

    Attributes:
        token: Differs when anything of it differs.
        scope_epoch: Differs when the set of scopes differs, or the feed's epoch.
    """

    token: str
    scope_epoch: str
    scopes: list[tuple[str, int]]


def read_heads(session: Session, caller: Caller) -> Heads:
    """What the caller should look at, and how far each of it is."""
    epoch = Cursors.of(session).epoch
    heads = {row.office: row.n for row in session.execute(select(OfficeSeq.office, OfficeSeq.n))}
    names = scopes(caller)
    listed = [
        (name, heads.get(COMPANY_LOG if name == COMPANY else log_of(caller, name), 0)) for name in names
    ]
    return Heads(_short_hash([epoch, listed]), _short_hash([epoch, caller.duty.value, names]), listed)


def _short_hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:32]
