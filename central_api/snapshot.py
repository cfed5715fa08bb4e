"""The snapshot: a whole scope in stages, in the order in which a person needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, tuple_
from sqlalchemy.orm import Session

from central_api.cursor import Cursors
from central_api.feed import head_of
from central_api.models import Complaint, Reference
from central_api.problems import ProblemError
from central_api.rows import (
    ComplaintLine,
    Line,
    encode_page,
    read_complaints,
    read_reference,
    select_complaints,
    select_reference,
)
from central_api.scope import COMPANY, Caller, in_scope, log_of
from central_api.workflow import CLOSED, OPEN

REFERENCE = "reference"
#: Complaint stages in their order. A row may come in two of them; none of the scope comes in none.
STAGES = ("own_open", "open", "recent", "history")
_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Request:
    """One page of one stage. ``after`` is the ``next`` of the page before, None for the first."""

    scope: str
    stage: str
    after: str | None
    limit: int


def read_snapshot(session: Session, caller: Caller, request: Request, now_ms: int, recent_days: int) -> bytes:
    """A page of a stage, all of it from the one snapshot of the session.

    Raises:
        ProblemError: ``scope_denied``, or ``invalid`` for a stage of another scope or a foreign ``after``.
    """
    log = log_of(caller, request.scope)
    if (request.scope == COMPANY) != (request.stage == REFERENCE):
        raise ProblemError(
            "invalid", errors=[{"where": "query.stage", "message": "not a stage of this scope"}]
        )
    cursors = Cursors.of(session)
    place = (
        None
        if request.after is None
        else cursors.open_place(request.after, f"{request.scope}/{request.stage}")
    )
    cutoff = now_ms - recent_days * _DAY_MS
    lines: list[Line]
    if request.stage == REFERENCE:
        lines = list(read_reference(session, _reference(place, request.limit + 1)))
    else:
        lines = list(read_complaints(session, _complaints(caller, request, place, cutoff)))
    more = len(lines) > request.limit
    del lines[request.limit :]
    head = head_of(session, log)
    stage = f"{request.scope}/{request.stage}"
    following = cursors.seal_place(stage, _place_of(lines[-1])) if lines else request.after or ""
    end = (
        ("next", following),
        ("more", more),
        ("head", head),
        ("as_of", cursors.seal(request.scope, log, head)),
    )
    return encode_page(lines, end)


def _reference(place: list[int | str] | None, limit: int) -> Select[str, str, int, str]:
    statement = select_reference().order_by(Reference.entity, Reference.id).limit(limit)
    if place is not None:
        statement = statement.where(tuple_(Reference.entity, Reference.id) > tuple_(*place))
    return statement


def _complaints(caller: Caller, request: Request, place: list[int | str] | None, cutoff: int) -> Select[Any]:
    statement = select_complaints().where(in_scope(request.scope)).limit(request.limit + 1)
    if request.stage in ("own_open", "open"):
        statement = statement.where(Complaint.state.in_(OPEN)).order_by(Complaint.id.desc())
        if request.stage == "own_open":
            statement = statement.where(Complaint.assigned_to == caller.officer)
        return statement if place is None else statement.where(Complaint.id < place[1])
    if request.stage == "recent":
        statement = statement.where(Complaint.closed_at >= cutoff)
    else:
        statement = statement.where(Complaint.closed_at < cutoff)
    statement = statement.where(Complaint.state.in_(CLOSED)).order_by(
        Complaint.closed_at.desc(), Complaint.id.desc()
    )
    if place is not None:
        statement = statement.where(tuple_(Complaint.closed_at, Complaint.id) < tuple_(*place))
    return statement


def _place_of(line: Line) -> list[int | str]:
    if isinstance(line, ComplaintLine):
        return [line.data.closed_at or 0, line.id]
    return [line.entity, line.id]
