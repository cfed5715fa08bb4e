"""Officers and offices as sign-in and ``/v1/me`` show them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from central_api.models import Feeder, Reference
from central_api.scope import Caller
from central_api.workflow import Duty


def officer_of(session: Session, officer: str) -> dict[str, Any]:
    """The officer's own card."""
    row = session.get(Reference, ("officer", officer))
    data = row.data if row else {}
    fields = ("name", "name_bn", "designation", "mobile", "email")
    return {"id": officer, **{name: data.get(name) or "" for name in fields}}


def office_of(session: Session, office: str | None) -> dict[str, Any] | None:
    """The office with its id, None if there is none."""
    row = session.get(Reference, ("office", office)) if office else None
    return {"id": office, **row.data} if row else None


def feeders_of(session: Session, caller: Caller) -> list[str]:
    """The feeders of which the caller takes care: his own, or all of his office for its head."""
    if caller.duty is Duty.OFFICE_HEAD:
        return list(
            session.scalars(select(Feeder.id).where(Feeder.office == caller.office).order_by(Feeder.id))
        )
    return list(caller.feeders)
