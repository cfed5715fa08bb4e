"""Officers, duties, and what a duty may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Duty(StrEnum):
    """The duty (দায়িত্ব) under which an officer signs in."""

    OFFICE_HEAD = "office_head"
    FEEDER_SUPERVISOR = "feeder_supervisor"
    FEEDER_INCHARGE = "feeder_incharge"
    CIRCLE = "circle"
    CENTRAL = "central"


class Action(StrEnum):
    """What an officer can do to a complaint."""

    ACCEPT = "accept"
    MESSAGE = "message"
    RESOLVE = "resolve"
    CANCEL = "cancel"
    REASSIGN = "reassign"


@dataclass(frozen=True, slots=True)
class ActionRule:
    """One row of the server's transition table, as served for the caller's duty.

    Attributes:
        action: What may be done.
        sources: States from which it may be done.
        target: State that follows; None where the state stays.
        needs: Arguments that must not be empty (``text``, ``reason``).
    """

    action: Action
    sources: frozenset[str]
    target: str | None
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Me:
    """The signed-in officer, as the server sees them."""

    officer: str
    name: str
    name_bn: str
    designation: str
    duty: Duty
    office: str | None
    circle: str | None
    feeders: tuple[str, ...]
    rules: tuple[ActionRule, ...]

    def rule(self, action: Action) -> ActionRule | None:
        """The rule for an action, or None where the duty does not have it."""
        return next((rule for rule in self.rules if rule.action is action), None)

    def may(self, action: Action, state: str) -> bool:
        """Whether the server allows the action from this state."""
        rule = self.rule(action)
        return rule is not None and state in rule.sources


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """What a central API says of itself before anyone signs in."""

    name: str
    name_bn: str
    api: int
    schema: int
    epoch: str
    practice: bool
    now: int
    min_client: str
    current_client: str


@dataclass(frozen=True, slots=True)
class KnownOfficer:
    """An officer who signed in on this PC before: what the sign-in form offers again."""

    server: str
    officer: str
    duty: Duty
    name: str
    name_bn: str
    last_online_at: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The session's two tokens; ``expires_in`` in seconds. Their text appears in no ``repr``."""

    access: str = field(repr=False)
    access_expires_in: int
    refresh: str = field(repr=False)
    refresh_expires_in: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The server's answer to a sign-in.

    Attributes:
        officer: The officer's id; ``name`` and ``name_bn`` as the sign-in form shows them again.
        store_key: 32 bytes that open this officer's stores on this PC; the same at every sign-in.
        lease_days: For how long a sign-in without the network is good.
        now: Server time (ms).
    """

    tokens: Tokens
    officer: str
    name: str
    name_bn: str
    duty: Duty
    office: str | None
    store_key: bytes = field(repr=False)
    lease_days: int
    now: int
