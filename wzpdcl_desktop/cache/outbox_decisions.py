"""What the officer decides about a command that failed for good. Each function is part of one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from wzpdcl_desktop.cache import outbox_rows as rows
from wzpdcl_desktop.cache.outbox_rules import refused_with
from wzpdcl_desktop.domain.commands import (
    CHECKS_BASE,
    UNRESOLVED,
    Command,
    CommandState,
    CommandType,
    OutboxItem,
    Seen,
)
from wzpdcl_desktop.domain.errors import ActionNotAllowed


def rebase(
    connection: Connection, command_id: str, seen: Seen, new_ids: Callable[[], str], at: int
) -> list[Command]:
    """Put a failed command, and what was refused only because it failed, in again on a new base."""
    live = rows.select(connection, "WHERE settled_at IS NULL")
    target = _failed(live, command_id)
    family = [target, *refused_with(target, live)]
    rows.log(connection, at, "rebased", family)
    waiting = {item.command.command_id for item in live if item.state in UNRESOLVED}
    renamed: dict[str, str] = {}
    made = []
    for item in family:
        old = item.command
        # A predecessor that has its answer lends nothing any more, and one that failed would fail this one.
        after = renamed.get(old.after or "") or (old.after if old.after in waiting else None)
        command = replace(
            old,
            command_id=new_ids(),
            base_version=seen.version if old.type in CHECKS_BASE else None,
            after=after,
            created_at=at,
        )
        rows.replace(connection, old.command_id, command, seen, at)
        rows.follow(connection, old.command_id, command.command_id)
        renamed[old.command_id] = command.command_id
        made.append(command)
    return made


def as_message(connection: Connection, command_id: str, new_id: str, at: int) -> Command:
    """Put a message with the text of a failed command in its place."""
    live = rows.select(connection, "WHERE settled_at IS NULL")
    target = _failed(live, command_id)
    text = str(target.command.args.get("text") or "")
    if not text:
        raise ActionNotAllowed("text")
    rows.log(connection, at, "sent_as_message", [target])
    command = replace(
        target.command,
        command_id=new_id,
        type=CommandType.MESSAGE,
        args={"text": text},
        base_version=None,
        after=None,
        created_at=at,
    )
    rows.replace(connection, command_id, command, target.seen, at)
    return command


def _failed(live: Sequence[OutboxItem], command_id: str) -> OutboxItem:
    target = next((item for item in live if item.command.command_id == command_id), None)
    if target is None:
        raise ActionNotAllowed("gone")
    if target.state not in (CommandState.CONFLICT, CommandState.REFUSED):
        raise ActionNotAllowed("decided")
    return target
