"""Commands: carried out exactly once, whatever the network does.

One transaction: lock the receipt, authorise, check the transition, effect, receipt, counter, log, COMMIT.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central_api.effects import append_entry, officer_name, publish
from central_api.handlers import HANDLERS, BadArgsError, CancelArgs
from central_api.models import Complaint, Receipt
from central_api.problems import KINDS, ProblemError
from central_api.scope import Caller, allows, sees
from central_api.settings import Settings
from central_api.shapes import CommandIn
from central_api.workflow import ACTIONS, State

_DAY_MS = 86_400_000


class Rejection(Exception):
    """Ends a command without effect; the outcome is kept like any other."""

    def __init__(self, outcome: str, code: str, current: dict[str, Any] | None = None) -> None:
        super().__init__(code)
        self.outcome = outcome
        self.code = code
        self.current = current


@dataclass(frozen=True, slots=True)
class Done:
    """What is answered, and whether anything changed by this very request."""

    receipt: dict[str, Any]
    changed: bool


def carry_out(session: Session, caller: Caller, command: CommandIn, settings: Settings) -> Done:
    """Carry a command out, or answer what it came to when it was carried out.

    Args:
        session: A writing session; it commits when this returns.
        caller: Who sends it.
        command: The command.
        settings: For the clock and the ages.

    Raises:
        ProblemError: ``in_flight``, ``command_reused`` or ``predecessor_unknown``; nothing is kept then.
    """
    content = _content_hash(command)
    _lock_receipt(session, caller.officer, command.command_id)
    stored = session.get(Receipt, (caller.officer, command.command_id))
    if stored is not None:
        if stored.content_sha256 != content:
            raise ProblemError("command_reused")
        return Done(stored.result, changed=False)
    now = settings.clock.now_ms()
    complaint: Complaint | None = None
    old_office = ""
    result: dict[str, Any] = {
        "outcome": "applied",
        "version": None,
        "code": None,
        "detail": "",
        "detail_bn": "",
        "current": None,
    }
    try:
        complaint = _checked(session, caller, command, settings, now)
        old_office = complaint.office
        _take_effect(session, caller, complaint, command, now)
        result["version"] = complaint.version + 1
    except Rejection as rejection:
        complaint = None
        kind = KINDS[rejection.code]
        result |= {
            "outcome": rejection.outcome,
            "code": rejection.code,
            "detail": kind.detail,
            "detail_bn": kind.detail_bn,
            "current": rejection.current,
        }
    receipt = {"command_id": command.command_id, **result}
    session.add(
        Receipt(
            officer=caller.officer,
            command_id=command.command_id,
            aggregate=command.aggregate,
            content_sha256=content,
            outcome=str(result["outcome"]),
            result=receipt,
            at=now,
        )
    )
    if complaint is not None:
        publish(
            session, complaint, now, old_office=old_office, state_changed=command.type != "complaint.message"
        )
    return Done(receipt, changed=complaint is not None)


def _checked(session: Session, caller: Caller, command: CommandIn, settings: Settings, now: int) -> Complaint:
    """The complaint, locked, if the command may take effect on it."""
    made_at = int(command.command_id.replace("-", "")[:12], 16)
    if made_at < now - settings.receipt_days * _DAY_MS:
        raise Rejection("refused", "command_too_old")
    if made_at > now + _DAY_MS:
        raise Rejection("refused", "command_from_future")
    lent = _version_of_predecessor(session, caller, command)
    action = ACTIONS[command.type]
    complaint = session.scalars(
        select(Complaint).where(Complaint.id == command.complaint_id).with_for_update()
    ).one_or_none()
    if complaint is None or not sees(caller, complaint.office, complaint.feeder):
        raise Rejection("refused", "not_found")
    if not allows(caller, action):
        raise Rejection("refused", "not_allowed")
    current = {"version": complaint.version, "state": complaint.state}
    if State(complaint.state) not in action.origins:
        raise Rejection("conflict", "transition_not_allowed", current)
    if action.checks_base:
        if command.base_version is None:
            raise Rejection("refused", "invalid_args")
        # A predecessor that itself made the last change of state knew it. A message is never that change: it
        # goes through whatever others did to the state.
        if command.base_version < complaint.state_version and lent != complaint.state_version:
            raise Rejection("conflict", "state_changed", current)
    return complaint


def _version_of_predecessor(session: Session, caller: Caller, command: CommandIn) -> int | None:
    """The version that the predecessor made of the same complaint, if there was one."""
    if command.after is None:
        return None
    before = session.get(Receipt, (caller.officer, command.after))
    if before is None:
        raise ProblemError("predecessor_unknown", retry_after=1)
    if before.outcome != "applied":
        raise Rejection("refused", "predecessor_failed")
    version: int = before.result["version"]
    return version if before.aggregate == command.aggregate else None


def _take_effect(
    session: Session, caller: Caller, complaint: Complaint, command: CommandIn, now: int
) -> None:
    shape, handler = HANDLERS[command.type]
    action = ACTIONS[command.type]
    try:
        args = shape.model_validate(command.args)
        handler(session, caller, complaint, args, now)
    except (ValidationError, BadArgsError) as error:
        raise Rejection("refused", "invalid_args") from error
    if action.to is not None:
        complaint.state = action.to.value
    append_entry(
        complaint,
        action.kind,
        now,
        text=args.text,
        by=caller.officer,
        by_name=officer_name(session, caller.officer),
        reason=args.reason if isinstance(args, CancelArgs) else None,
        entry_id=command.command_id,
    )


def _content_hash(command: CommandIn) -> str:
    # Escaped ASCII: the arguments are not checked yet and may hold what no UTF-8 can.
    return hashlib.sha256(json.dumps(command.model_dump(), sort_keys=True).encode()).hexdigest()


def _lock_receipt(session: Session, officer: str, command_id: str) -> None:
    # SQLite has one writer at a time; there the second one waits and then finds the receipt.
    if session.get_bind().dialect.name != "postgresql":
        return
    key = int.from_bytes(hashlib.sha256(f"{officer}/{command_id}".encode()).digest()[:8], signed=True)
    if not session.scalar(select(func.pg_try_advisory_xact_lock(key))):
        raise ProblemError("in_flight", retry_after=1)
