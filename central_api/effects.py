"""What every change of a complaint has in common: the timeline, the versions, the change log."""

from __future__ import annotations

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from central_api.models import Complaint, Reference
from central_api.seq import record_changes


def officer_name(session: Session, officer: str) -> str:
    """The name to stand in the timeline: Bangla where there is one."""
    data = session.scalar(
        select(Reference.data).where(Reference.entity == "officer", Reference.id == officer)
    )
    return officer if data is None else data.get("name_bn") or data["name"]


def append_entry(
    complaint: Complaint,
    kind: str,
    at: int,
    *,
    text: str = "",
    by: str | None = None,
    by_name: str = "",
    reason: str | None = None,
    entry_id: str | None = None,
) -> None:
    """Add an entry to the timeline. That of a command carries its id, so that no desk shows it twice."""
    entry = {
        "id": entry_id or str(uuid.uuid4()),
        "kind": kind,
        "at": at,
        "by": by,
        "by_name": by_name,
        "text": text,
        "reason": reason,
    }
    complaint.timeline = [*complaint.timeline, entry]


def publish(
    session: Session, complaint: Complaint, at: int, *, old_office: str | None, state_changed: bool
) -> None:
    """Raise the versions and write the change log: the last thing before COMMIT.

    Args:
        session: The session of the effect.
        complaint: The changed row.
        at: Now (ms).
        old_office: Where it was before; its log then tells those who lose it. None for a new complaint.
        state_changed: State, feeder or assignment changed.
    """
    if old_office is not None:
        complaint.version += 1
    if state_changed:
        complaint.state_version = complaint.version
    for office in sorted({complaint.office, old_office or complaint.office}):
        record_changes(session, office, [("complaint", complaint.id, complaint.version)], at=at)
