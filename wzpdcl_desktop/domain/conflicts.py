"""What is laid before an officer whose action the server did not take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wzpdcl_desktop.domain.commands import OutboxItem, Seen
from wzpdcl_desktop.domain.complaints import State, TimelineEntry

#: Kinds of timeline entries that change a complaint, and so can clash; the others go side by side.
CHANGES = frozenset({"accepted", "resolved", "cancelled", "reassigned", "reopened"})


class Choice(StrEnum):
    """What the officer can do about it."""

    #: The action all the same, over what is there now.
    MINE = "mine"
    #: The server's stays; the action is thrown away.
    THEIRS = "theirs"
    #: The server's stays, and the text goes to the customer as a message.
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Theirs:
    """What the server has.

    Attributes:
        feeder, officer: None for nobody, or where ``complete`` is false.
        news: What was added to the timeline since the officer looked, oldest first.
        files: How many attachments were added since.
        complete: False if only version and state are known: the row itself has not come yet.
    """

    version: int
    state: State
    feeder: str | None = None
    officer: str | None = None
    news: tuple[TimelineEntry, ...] = ()
    files: int = 0
    complete: bool = True

    @property
    def change(self) -> TimelineEntry | None:
        """The last entry that changed the complaint."""
        return next((entry for entry in reversed(self.news) if entry.kind in CHANGES), None)

    @property
    def beside(self) -> tuple[TimelineEntry, ...]:
        """Entries that clash with nothing."""
        return tuple(entry for entry in self.news if entry.kind not in CHANGES)


@dataclass(frozen=True, slots=True)
class Clash:
    """A command that failed for good, and what can be done about it.

    Attributes:
        seen: None if that was not kept.
        state: What the action makes of the complaint; None if it leaves the state alone.
        theirs: None if the complaint is not on this PC any more.
        along: What was refused only because this one failed: it goes with `Choice.MINE`.
        refusals: Code of the reason for each choice that is not possible.
    """

    item: OutboxItem
    seen: Seen | None
    state: State | None
    theirs: Theirs | None
    along: tuple[OutboxItem, ...] = ()
    refusals: Mapping[Choice, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What the officer wrote."""
        return str(self.item.command.args.get("text") or "")

    @property
    def code(self) -> str:
        """Why the server did not take it."""
        return (self.item.receipt.code if self.item.receipt else None) or self.item.last_error or "unknown"
