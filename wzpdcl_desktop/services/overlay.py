"""What the screen shows over the server's rows: the officer's own commands that are not yet settled.

Pure functions. The server's row is never changed; the commands are replayed over it each time it is shown,
and one that
the row's present state does not allow any more changes nothing: then the server's state is shown, with the
mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wzpdcl_desktop.domain.commands import (
    NEEDS_ATTENTION,
    TARGET_STATE,
    UNRESOLVED,
    CommandState,
    CommandType,
    OutboxItem,
)
from wzpdcl_desktop.domain.complaints import ComplaintDetail, Mark, QueueRow, State, TimelineEntry
from wzpdcl_desktop.domain.people import Action, Me

#: Kinds of timeline entries that the commands will become.
_KINDS = {
    CommandType.ACCEPT: "accepted",
    CommandType.MESSAGE: "message",
    CommandType.RESOLVE: "resolved",
    CommandType.CANCEL: "cancelled",
    CommandType.REASSIGN: "reassigned",
}
_MARKS = {
    CommandState.PENDING: Mark.WAITING,
    CommandState.SENDING: Mark.SENDING,
    CommandState.HELD: Mark.HELD,
    CommandState.SET_ASIDE: Mark.FAILED,
    CommandState.REFUSED: Mark.FAILED,
    CommandState.CONFLICT: Mark.CONFLICT,
    CommandState.APPLIED: Mark.NONE,
}
#: From harmless to what needs the officer most; a row shows its worst.
_SEVERITY = (Mark.NONE, Mark.SENDING, Mark.WAITING, Mark.HELD, Mark.FAILED, Mark.CONFLICT)

May = Callable[[Action, str], bool]


@dataclass(frozen=True, slots=True)
class Effect:
    """What the pending commands make of one complaint."""

    state: State
    mark: Mark
    feeder: str | None = None
    officer: str | None = None


def action_of(kind: CommandType) -> Action:
    """The action behind a type of command."""
    return Action(kind.value.removeprefix("complaint."))


def by_complaint(items: Iterable[OutboxItem]) -> dict[int, list[OutboxItem]]:
    """Commands of each complaint, in their order."""
    found: dict[int, list[OutboxItem]] = {}
    for item in items:
        found.setdefault(item.command.complaint_id, []).append(item)
    return found


def unsettled(items: Iterable[OutboxItem], version: int) -> list[OutboxItem]:
    """The commands whose effect the server's row at this version does not yet hold, and those that failed."""
    return [item for item in items if not _holds(item, version)]


def effect(items: Sequence[OutboxItem], version: int, state: State, may: May) -> Effect:
    """Replay a complaint's commands over the server's row.

    Args:
        version, state: Of the row in the cache.
        may: Whether the server allows an action from a state.
    """
    mark, feeder, officer = Mark.NONE, None, None
    for item in unsettled(items, version):
        mark = worse(mark, _MARKS[item.state])
        target = TARGET_STATE[item.command.type]
        replayed = item.state in UNRESOLVED or item.state is CommandState.APPLIED
        if replayed and target is not None and may(action_of(item.command.type), state.value):
            state = target
        elif replayed and item.command.type is CommandType.REASSIGN and may(Action.REASSIGN, state.value):
            args = item.command.args
            feeder, officer = args.get("feeder") or feeder, args.get("officer") or officer
    return Effect(state, mark, feeder, officer)


def effects(
    items: Iterable[OutboxItem], rows: Mapping[int, tuple[int, State]], may: May
) -> dict[int, Effect]:
    """`effect` for every complaint that has commands and is in the cache.

    Args:
        rows: Version and state of each complaint in the cache.
    """
    return {
        number: effect(own, *rows[number], may)
        for number, own in by_complaint(items).items()
        if number in rows
    }


def over_row(row: QueueRow, made: Effect | None) -> QueueRow:
    """A row with the pending commands applied."""
    if made is None:
        return row
    return replace(
        row,
        state=made.state,
        mark=made.mark,
        feeder=made.feeder or row.feeder,
        assigned_to=made.officer or row.assigned_to,
    )


def over_timeline(detail: ComplaintDetail, items: Sequence[OutboxItem], me: Me) -> tuple[TimelineEntry, ...]:
    """The timeline, newest first, with the officer's own entries that are not yet settled on top."""
    there = {entry.id for entry in detail.timeline}
    pending = [
        _entry(item, me)
        for item in unsettled(items, detail.row.version)
        if item.command.command_id not in there
    ]
    # Sorted by time alone, entries of the same millisecond would change places: the server's order decides.
    return (*reversed(pending), *sorted(detail.timeline, key=lambda entry: entry.at)[::-1])


def worse(one: Mark, other: Mark) -> Mark:
    """The mark that needs the officer more."""
    return max(one, other, key=_SEVERITY.index)


def needs_attention(items: Iterable[OutboxItem]) -> int:
    """How many commands wait for a decision of the officer."""
    return sum(item.state in NEEDS_ATTENTION for item in items)


def _holds(item: OutboxItem, version: int) -> bool:
    if item.state is not CommandState.APPLIED or item.receipt is None:
        return False
    return item.receipt.version is None or version >= item.receipt.version


def _entry(item: OutboxItem, me: Me) -> TimelineEntry:
    command = item.command
    return TimelineEntry(
        id=command.command_id,
        kind=_KINDS[command.type],
        at=command.created_at,
        by=me.officer,
        by_name=me.name_bn or me.name,
        text=str(command.args.get("text") or ""),
        reason=command.args.get("reason"),
        mark=_MARKS[item.state],
        command_id=command.command_id,
    )
