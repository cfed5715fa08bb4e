"""Commands: what an officer wants done, kept until the server has answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from wzpdcl_desktop.domain.complaints import State
from wzpdcl_desktop.domain.people import Action


class CommandType(StrEnum):
    """Types of the contract."""

    ACCEPT = "complaint.accept"
    MESSAGE = "complaint.message"
    RESOLVE = "complaint.resolve"
    CANCEL = "complaint.cancel"
    REASSIGN = "complaint.reassign"


#: Types whose effect depends on the state the officer saw.
CHECKS_BASE = frozenset({CommandType.ACCEPT, CommandType.RESOLVE, CommandType.CANCEL, CommandType.REASSIGN})

#: State that follows a command, for the overlay on the screen. The server has the last word.
TARGET_STATE: dict[CommandType, State | None] = {
    CommandType.ACCEPT: State.IN_PROGRESS,
    CommandType.MESSAGE: None,
    CommandType.RESOLVE: State.RESOLVED,
    CommandType.CANCEL: State.CANCELLED,
    CommandType.REASSIGN: None,
}


#: The code of a command that is held because only the outbox's copy tells of it.
RESTORED = "restored"


class CommandState(StrEnum):
    """Life of a command in the outbox."""

    PENDING = "pending"
    SENDING = "sending"
    HELD = "held"
    CONFLICT = "conflict"
    REFUSED = "refused"
    SET_ASIDE = "set_aside"
    #: Applied by the server; leaves the screen when the cache holds the row at ``result_version``.
    APPLIED = "applied"


#: Not finished: counted as waiting, and replayed over the server's row.
UNRESOLVED = frozenset(
    {CommandState.PENDING, CommandState.SENDING, CommandState.HELD, CommandState.SET_ASIDE}
)
#: Needs a decision of the officer.
NEEDS_ATTENTION = frozenset({CommandState.CONFLICT, CommandState.REFUSED, CommandState.SET_ASIDE})


class Outcome(StrEnum):
    """Final answer of the server."""

    APPLIED = "applied"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it is sent. Its content never changes under its id."""

    command_id: str
    officer: str
    type: CommandType
    aggregate: str
    args: dict[str, Any]
    base_version: int | None
    after: str | None
    created_at: int
    schema: int = 1

    @property
    def complaint_id(self) -> int:
        """The complaint it acts on."""
        return int(self.aggregate.removeprefix("complaint:"))


@dataclass(frozen=True, slots=True)
class Seen:
    """The complaint as the officer saw it when the command was made. It stays on this PC.

    Attributes:
        state, feeder, officer: With the officer's own waiting commands in them, as on the screen.
        version: Of the server's row.
        entries: How many entries the server's timeline had: those that follow are news.
        files: How many attachments.
    """

    state: State
    version: int
    feeder: str | None = None
    officer: str | None = None
    entries: int = 0
    files: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """The server's final answer to a command.

    Attributes:
        version: The row's version after it (applied), else None.
        code: Why not, for conflict and refused.
        current: ``{"version", "state"}`` of the row, for a conflict.
    """

    command_id: str
    outcome: Outcome
    version: int | None = None
    code: str | None = None
    detail: str = ""
    detail_bn: str = ""
    current: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """A command in the outbox with its fate so far.

    Attributes:
        n: Order in the outbox.
        not_before: The time of undo (ms): not sent before.
        attempts: How often it was put on the wire; 0 means it can be taken back for certain.
        next_try: When it is tried again (ms), 0 for at once.
        last_error: Code of the last failure, None if there was none.
        seen: What the officer saw; None for a command of before this was kept.
        supersedes: The command that failed and of which this is the officer's decision.
    """

    n: int
    command: Command
    state: CommandState
    attempts: int
    not_before: int
    next_try: int
    last_error: str | None
    receipt: Receipt | None
    seen: Seen | None = None
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done, whatever complaint it is done to.

    Attributes:
        reason: Of cancelling.
        feeder, officer: Of reassigning; one of them at least.
    """

    action: Action
    text: str
    reason: str = ""
    feeder: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Queued:
    """What the desk answers to an action: it is safe on disk.

    Attributes:
        undo_until: Until when (ms) it can be undone before it is sent.
    """

    command_id: str
    type: CommandType
    complaint_id: int
    undo_until: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Commands that an undo removed.

    The one asked for and those that depended on it, with their texts for the message box.
    """

    commands: tuple[Command, ...] = field(default=())
