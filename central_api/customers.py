"""What customers do: the door for practice mode and for the intake of another system.

Each function makes its whole effect (row, timeline, versions, change log) in the caller's transaction. The
caller uses a writing session, one effect a transaction, commits, and then wakes the long polls.
"""

from __future__ import annotations

from typing import Any, TypedDict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central_api.clock import Clock
from central_api.due import due_of
from central_api.effects import append_entry, publish
from central_api.models import BlobUse, Complaint, Feeder
from central_api.seq import take_numbers
from central_api.workflow import CLOSED, State

#: The counter of complaint numbers.
_NUMBERS = "#"


class NewComplaint(TypedDict, total=False):
    """What comes in.

    Needed: ``office``, ``category``, ``customer``, ``mobile``, ``locality``, ``address``, ``text``.
    ``feeder`` decides the office if given. ``attachments`` are entries as the feed serves; their blobs exist.
    """

    office: str
    feeder: str | None
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
    attachments: list[dict[str, Any]]


def new_complaint(session: Session, clock: Clock, given: NewComplaint) -> int:
    """Take a complaint in; returns its number."""
    now = clock.now_ms()
    highest = session.scalar(select(func.max(Complaint.id))) or 0
    feeder = session.get(Feeder, given["feeder"]) if given.get("feeder") else None
    attachments = given.get("attachments", [])
    complaint = Complaint(
        id=take_numbers(session, _NUMBERS, 1, at_least=highest),
        version=1,
        state_version=1,
        office=feeder.office if feeder else given["office"],
        feeder=feeder.id if feeder else None,
        state=State.INBOX.value,
        category=given["category"],
        customer=given["customer"],
        mobile=given["mobile"],
        account=given.get("account"),
        tariff=given.get("tariff"),
        load_kw=given.get("load_kw"),
        locality=given["locality"],
        address=given["address"],
        lat=given.get("lat"),
        lng=given.get("lng"),
        text=given["text"],
        source=given.get("source", "app"),
        created_at=now,
        due_at=due_of(session, given["category"], now),
        assigned_to=feeder.incharge if feeder else None,
        reopen_count=0,
        calls=1,
        files=len(attachments),
        timeline=[],
        attachments=attachments,
    )
    append_entry(complaint, "created", now)
    session.add(complaint)
    session.flush()
    session.add_all(
        BlobUse(sha256=sha256, complaint=complaint.id) for sha256 in {a["sha256"] for a in attachments}
    )
    publish(session, complaint, now, old_office=None, state_changed=True)
    return complaint.id


def give_feedback(session: Session, clock: Clock, complaint_id: int, rating: int, text: str = "") -> None:
    """The customer rates the work.

    Raises:
        ValueError: The rating is not 1–5, or the complaint is not closed.
        sqlalchemy.exc.NoResultFound: There is no such complaint.
    """
    complaint = _locked(session, complaint_id)
    if not 1 <= rating <= 5 or complaint.state not in CLOSED:
        raise ValueError("feedback is a rating of 1 to 5 for a closed complaint")
    complaint.rating = rating
    complaint.rating_text = text or None
    append_entry(complaint, "feedback", clock.now_ms(), text=text)
    publish(session, complaint, clock.now_ms(), old_office=complaint.office, state_changed=False)


def reopen(session: Session, clock: Clock, complaint_id: int, text: str) -> None:
    """The customer says that it is not done: back into the inbox, with a new time limit.

    Raises:
        ValueError: The complaint is not closed.
        sqlalchemy.exc.NoResultFound: There is no such complaint.
    """
    complaint = _locked(session, complaint_id)
    if complaint.state not in CLOSED:
        raise ValueError("only a closed complaint can be reopened")
    now = clock.now_ms()
    complaint.state = State.INBOX.value
    complaint.accepted_at = complaint.closed_at = complaint.cancel_reason = None
    complaint.reopen_count += 1
    complaint.due_at = due_of(session, complaint.category, now)
    append_entry(complaint, "reopened", now, text=text)
    publish(session, complaint, now, old_office=complaint.office, state_changed=True)


def customer_message(
    session: Session, clock: Clock, complaint_id: int, text: str, *, called: bool = False
) -> None:
    """The customer writes, or calls again about the same complaint.

    Raises:
        sqlalchemy.exc.NoResultFound: There is no such complaint.
    """
    complaint = _locked(session, complaint_id)
    complaint.calls += int(called)
    append_entry(complaint, "customer_message", clock.now_ms(), text=text)
    publish(session, complaint, clock.now_ms(), old_office=complaint.office, state_changed=False)


def _locked(session: Session, complaint_id: int) -> Complaint:
    return session.scalars(select(Complaint).where(Complaint.id == complaint_id).with_for_update()).one()
