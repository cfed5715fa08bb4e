"""The effects of commands: one handler per type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from sqlalchemy import select
from sqlalchemy.orm import Session

from central_api.models import Account, Complaint, Feeder, Reference
from central_api.scope import Caller


class BadArgsError(ValueError):
    """The arguments name something that is not there."""


def _no_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("text with a NUL character")
    return text


Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000), AfterValidator(_no_nul)
]
FewWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000), AfterValidator(_no_nul)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(_no_nul)]


class Args(BaseModel):
    """Arguments of a command."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)
    text: FewWords = ""


class TextArgs(Args):
    """Of accept and message."""

    text: Words


class CancelArgs(TextArgs):
    """Of cancel: ``reason`` is the id of a cancel reason."""

    reason: Name


class ReassignArgs(TextArgs):
    """Of reassign: a feeder, an officer of its office, or both."""

    feeder: Name | None = None
    officer: Name | None = None


def _accept(session: Session, caller: Caller, complaint: Complaint, args: Args, now: int) -> None:
    complaint.accepted_at = now
    complaint.assigned_to = complaint.assigned_to or caller.officer


def _message(session: Session, caller: Caller, complaint: Complaint, args: Args, now: int) -> None:
    """A message is its entry in the timeline."""


def _resolve(session: Session, caller: Caller, complaint: Complaint, args: Args, now: int) -> None:
    complaint.closed_at = now


def _cancel(session: Session, caller: Caller, complaint: Complaint, args: Args, now: int) -> None:
    assert isinstance(args, CancelArgs)
    if session.get(Reference, ("cancel_reason", args.reason)) is None:
        raise BadArgsError("unknown reason")
    complaint.closed_at = now
    complaint.cancel_reason = args.reason


def _reassign(session: Session, caller: Caller, complaint: Complaint, args: Args, now: int) -> None:
    assert isinstance(args, ReassignArgs)
    if args.feeder is None and args.officer is None:
        raise BadArgsError("neither feeder nor officer")
    office, assigned_to = complaint.office, args.officer
    if args.feeder is not None:
        feeder = session.get(Feeder, args.feeder)
        if feeder is None:
            raise BadArgsError("unknown feeder")
        office, assigned_to = feeder.office, args.officer or feeder.incharge
    if args.officer is not None:
        known = select(Account.officer).where(
            Account.officer == args.officer, Account.office == office, Account.disabled == 0
        )
        if session.scalar(known) is None:
            raise BadArgsError("not an officer of that office")
    complaint.office, complaint.feeder = office, args.feeder or complaint.feeder
    complaint.assigned_to = assigned_to


Handler = Callable[[Session, Caller, Complaint, Args, int], None]

#: Shape of the arguments and effect, by command type. A handler checks everything before it changes anything.
HANDLERS: dict[str, tuple[type[Args], Handler]] = {
    "complaint.accept": (TextArgs, _accept),
    "complaint.message": (TextArgs, _message),
    "complaint.resolve": (Args, _resolve),
    "complaint.cancel": (CancelArgs, _cancel),
    "complaint.reassign": (ReassignArgs, _reassign),
}
