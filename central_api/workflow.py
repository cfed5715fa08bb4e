"""The one table of what may be done with a complaint: from which state, by which duty, with what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Duty(StrEnum):
    """The capacity in which an officer signs in."""

    OFFICE_HEAD = "office_head"
    FEEDER_SUPERVISOR = "feeder_supervisor"
    FEEDER_INCHARGE = "feeder_incharge"
    CIRCLE = "circle"
    CENTRAL = "central"


class State(StrEnum):
    """Where a complaint stands."""

    INBOX = "inbox"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    CANCELLED = "cancelled"


OPEN = (State.INBOX, State.IN_PROGRESS)
CLOSED = (State.RESOLVED, State.CANCELLED)

_DESKS = frozenset({Duty.OFFICE_HEAD, Duty.FEEDER_SUPERVISOR, Duty.FEEDER_INCHARGE})


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the table.

    Attributes:
        to: The state after it; None if it stays.
        needs: What the officer must give: ``text``, ``reason``, ``target`` (a feeder, an officer, or both).
        checks_base: Whether a change of state since the officer looked is a conflict.
        kind: The kind of the timeline entry that it writes.
    """

    name: str
    origins: tuple[State, ...]
    to: State | None
    needs: tuple[str, ...]
    checks_base: bool
    kind: str
    duties: frozenset[Duty]


#: By command type.
ACTIONS: dict[str, Action] = {
    f"complaint.{action.name}": action
    for action in (
        Action("accept", (State.INBOX,), State.IN_PROGRESS, ("text",), True, "accepted", _DESKS),
        Action("message", OPEN + CLOSED, None, ("text",), False, "message", _DESKS),
        Action("resolve", (State.IN_PROGRESS,), State.RESOLVED, (), True, "resolved", _DESKS),
        Action("cancel", OPEN, State.CANCELLED, ("reason", "text"), True, "cancelled", _DESKS),
        Action("reassign", OPEN, None, ("target", "text"), True, "reassigned", frozenset({Duty.OFFICE_HEAD})),
    )
}
