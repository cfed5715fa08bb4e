"""The one place of rights: who sees what, and who may do what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from central_api.models import Account, Complaint, Feeder, Office
from central_api.problems import ProblemError
from central_api.workflow import ACTIONS, Action, Duty

COMPANY = "company"
#: The name of the company's reference data in the change log.
COMPANY_LOG = "*"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, in which duty, and for which places.

    Attributes:
        offices: Offices whose complaints the caller sees.
        feeders: Feeders whose complaints the caller sees (feeder duties), each with its office.
        family: The sign-in, to end it.
    """

    officer: str
    duty: Duty
    office: str | None
    circle: str | None
    offices: tuple[str, ...]
    feeders: Mapping[str, str]
    family: str


def load_caller(session: Session, account: Account, duty: Duty, family: str) -> Caller:
    """The caller as the database knows him in this very snapshot."""
    offices: tuple[str, ...] = ()
    feeders: dict[str, str] = {}
    if duty is Duty.OFFICE_HEAD:
        offices = (account.office,) if account.office else ()
    elif duty is Duty.CIRCLE:
        offices = tuple(
            session.scalars(select(Office.id).where(Office.circle == account.circle).order_by(Office.id))
        )
    elif duty is Duty.CENTRAL:
        offices = tuple(session.scalars(select(Office.id).order_by(Office.id)))
    else:
        column = Feeder.supervisor if duty is Duty.FEEDER_SUPERVISOR else Feeder.incharge
        found = session.execute(
            select(Feeder.id, Feeder.office).where(column == account.officer).order_by(Feeder.id)
        )
        feeders = {row.id: row.office for row in found}
    return Caller(account.officer, duty, account.office, account.circle, offices, feeders, family)


def scopes(caller: Caller) -> list[str]:
    """All scopes of the caller, reference data first."""
    return [
        COMPANY,
        *(f"office:{id_}" for id_ in caller.offices),
        *(f"feeder:{id_}" for id_ in caller.feeders),
    ]


def log_of(caller: Caller, scope: str) -> str:
    """The change log (an office, or ``*``) that serves a scope.

    Raises:
        ProblemError: ``scope_denied``: it is not the caller's.
    """
    kind, _, id_ = scope.partition(":")
    if scope == COMPANY:
        return COMPANY_LOG
    if kind == "office" and id_ in caller.offices:
        return id_
    if kind == "feeder" and id_ in caller.feeders:
        return caller.feeders[id_]
    raise ProblemError("scope_denied")


def in_scope(scope: str) -> ColumnElement[bool]:
    """The condition for the complaints of a complaint scope."""
    kind, _, id_ = scope.partition(":")
    return Complaint.office == id_ if kind == "office" else Complaint.feeder == id_


def visible(caller: Caller) -> ColumnElement[bool]:
    """The condition for the complaints that the caller may see, through whichever scope."""
    if caller.feeders:
        return Complaint.feeder.in_(caller.feeders)
    return Complaint.office.in_(caller.offices)


def sees(caller: Caller, office: str, feeder: str | None) -> bool:
    """The same as :func:`visible`, for one complaint in hand."""
    return office in caller.offices or feeder in caller.feeders


def allows(caller: Caller, action: Action) -> bool:
    """Whether the caller's duty includes an action at all."""
    return caller.duty in action.duties


def actions(caller: Caller) -> list[Action]:
    """What the caller may do."""
    return [action for action in ACTIONS.values() if allows(caller, action)]
