"""Makes accounts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from central_api.auth import hash_password
from central_api.clock import Clock
from central_api.models import Account, Office, Reference
from central_api.scope import COMPANY_LOG
from central_api.seq import record_changes
from central_api.workflow import Duty

SHORTEST_PASSWORD = 10


class NotPossibleError(ValueError):
    """The account cannot be made; the message says why and holds no personal data."""


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """An officer to be."""

    id: str
    name: str
    name_bn: str
    designation: str
    duties: tuple[Duty, ...]
    office: str | None
    circle: str | None


def add_officer(session: Session, clock: Clock, officer: NewOfficer, password: str) -> None:
    """Make an account and its card in the directory, in the caller's transaction.

    Raises:
        NotPossibleError: The id is taken, the password too short, or the place unknown.
    """
    if session.get(Account, officer.id) is not None:
        raise NotPossibleError("this id is taken")
    if len(password) < SHORTEST_PASSWORD:
        raise NotPossibleError(f"the password needs at least {SHORTEST_PASSWORD} characters")
    if officer.office is not None and session.get(Office, officer.office) is None:
        raise NotPossibleError("no such office")
    if officer.circle is not None and session.get(Reference, ("circle", officer.circle)) is None:
        raise NotPossibleError("no such circle")
    if Duty.OFFICE_HEAD in officer.duties and officer.office is None:
        raise NotPossibleError("a head needs an office")
    if Duty.CIRCLE in officer.duties and officer.circle is None:
        raise NotPossibleError("a circle duty needs a circle")
    session.add(
        Account(
            officer=officer.id,
            office=officer.office,
            circle=officer.circle,
            duties=[duty.value for duty in officer.duties],
            password_hash=hash_password(password),
        )
    )
    card = session.get(Reference, ("officer", officer.id))
    if card is None:
        card = Reference(entity="officer", id=officer.id, version=1, data={})
        session.add(card)
    else:
        card.version += 1
    card.data = {
        "name": officer.name,
        "name_bn": officer.name_bn,
        "designation": officer.designation,
        "designation_bn": officer.designation,
        "office": officer.office,
        "mobile": "",
        "email": "",
        "sample": False,
    } | (card.data or {})
    record_changes(session, COMPANY_LOG, [("officer", officer.id, card.version)], at=clock.now_ms())
