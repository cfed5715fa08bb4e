"""What may be done with commands of the outbox, and which is next; no SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wzpdcl_desktop.domain.commands import UNRESOLVED, CommandState, OutboxItem

#: A clock (ms) that is more than this behind the time at which a command was made was wrong back then.
_CLOCK_WAS_WRONG_MS = 2_000


def was_sent(item: OutboxItem) -> bool:
    """Whether the server may know of a command: then it cannot be taken back."""
    return item.attempts > 0 or item.state not in (CommandState.PENDING, CommandState.HELD)


def why_kept(item: OutboxItem) -> str | None:
    """Why a command cannot be thrown away, None if it can: nothing of it may still take effect."""
    match item.state:
        case CommandState.CONFLICT | CommandState.REFUSED:
            return None
        case CommandState.HELD | CommandState.SET_ASIDE:
            return "sent" if item.attempts else None
    return item.state.value


def ready_at(item: OutboxItem, now: int) -> int:
    """When (ms) a command may be sent.

    One that was made in the future was made by a wrong clock: its time of undo, by the same clock, says
    nothing.
    """
    not_before = 0 if item.command.created_at > now + _CLOCK_WAS_WRONG_MS else item.not_before
    return max(not_before, item.next_try)


def heads(items: Iterable[OutboxItem]) -> list[OutboxItem]:
    """Of each aggregate its first unresolved command, if nothing but the time holds it back."""
    waiting = [item for item in items if item.state in UNRESOLVED]
    unresolved = {item.command.command_id for item in waiting}
    first: dict[str, OutboxItem] = {}
    for item in waiting:
        first.setdefault(item.command.aggregate, item)
    return [
        item
        for item in first.values()
        if item.state is CommandState.PENDING and item.command.after not in unresolved
    ]


def dependants(target: OutboxItem, live: Sequence[OutboxItem]) -> list[OutboxItem]:
    """Unresolved commands after `target` that build on it, by name or by acting on the same complaint."""
    ids, aggregates = {target.command.command_id}, {target.command.aggregate}
    found = []
    for item in live:
        if item.n <= target.n or item.state not in UNRESOLVED:
            continue
        if item.command.after in ids or item.command.aggregate in aggregates:
            ids.add(item.command.command_id)
            aggregates.add(item.command.aggregate)
            found.append(item)
    return found


def refused_with(target: OutboxItem, live: Sequence[OutboxItem]) -> list[OutboxItem]:
    """Commands that the server refused for no other reason than that `target` had failed."""
    ids = {target.command.command_id}
    found = []
    for item in live:
        code = item.receipt.code if item.receipt else None
        if item.command.after in ids and item.state is CommandState.REFUSED and code == "predecessor_failed":
            ids.add(item.command.command_id)
            found.append(item)
    return found
