"""The daily proof that a desk holds what the server holds."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central_api.feed import head_of
from central_api.models import Complaint, Reference
from central_api.rows import (
    Line,
    encode_page,
    read_complaints,
    read_reference,
    select_complaints,
    select_reference,
)
from central_api.scope import COMPANY, Caller, in_scope, log_of


def bucket_of(key: str) -> int:
    """The bucket (0–255) of a row: the first byte of the SHA-256 of its key."""
    return hashlib.sha256(key.encode()).digest()[0]


def summarise(rows: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    """Count and hash of each bucket that is not empty.

    Args:
        rows: Key and version of each row; a key is a complaint's number, or a reference's ``entity:id``.
    """
    buckets: dict[int, list[str]] = defaultdict(list)
    for key, version in rows:
        buckets[bucket_of(key)].append(f"{key}:{version}\n")
    return [
        {
            "bucket": bucket,
            "count": len(lines),
            "hash": hashlib.sha256("".join(sorted(lines)).encode()).hexdigest(),
        }
        for bucket, lines in sorted(buckets.items())
    ]


def read_digest(session: Session, caller: Caller, scope: str) -> dict[str, Any]:
    """The digest of a scope and the head at which it holds, from one snapshot.

    Raises:
        ProblemError: ``scope_denied``.
    """
    log = log_of(caller, scope)
    if scope == COMPANY:
        found = session.execute(select(Reference.entity, Reference.id, Reference.version))
        rows = [(f"{row.entity}:{row.id}", row.version) for row in found]
    else:
        complaints = session.execute(select(Complaint.id, Complaint.version).where(in_scope(scope)))
        rows = [(str(row.id), row.version) for row in complaints]
    return {"head": head_of(session, log), "count": len(rows), "buckets": summarise(rows)}


def read_count(session: Session, caller: Caller, scope: str) -> dict[str, Any]:
    """The digest of a scope without its buckets: how many rows it has.

    Raises:
        ProblemError: ``scope_denied``.
    """
    log = log_of(caller, scope)
    statement = select(func.count())
    if scope == COMPANY:
        statement = statement.select_from(Reference)
    else:
        statement = statement.select_from(Complaint).where(in_scope(scope))
    return {"head": head_of(session, log), "count": session.scalar(statement), "buckets": []}


def read_bucket(session: Session, caller: Caller, scope: str, bucket: int) -> bytes:
    """All rows of one bucket of a scope as a page, from the one snapshot of the session.

    Raises:
        ProblemError: ``scope_denied``.
    """
    log = log_of(caller, scope)
    lines: list[Line]
    if scope == COMPANY:
        reference = read_reference(session, select_reference())
        lines = [line for line in reference if bucket_of(f"{line.entity}:{line.id}") == bucket]
    else:
        ids = [
            id_
            for id_ in session.scalars(select(Complaint.id).where(in_scope(scope)))
            if bucket_of(str(id_)) == bucket
        ]
        statement = select_complaints().where(Complaint.id.in_(ids), in_scope(scope))
        lines = list(read_complaints(session, statement))
    return encode_page(lines, (("more", False), ("head", head_of(session, log))))
