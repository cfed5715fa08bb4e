"""Rows of the outbox and what they mean; SQL only, no rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row

from wzpdcl_desktop.domain.commands import (
    Command,
    CommandState,
    CommandType,
    OutboxItem,
    Outcome,
    Receipt,
    Seen,
)
from wzpdcl_desktop.domain.complaints import State

_COLUMNS = (
    "n, command_id, officer, type, aggregate, args, base_version, after, created_at, schema, "
    "state, attempts, not_before, next_try, last_error, receipt, seen, supersedes"
)


def insert(connection: Connection, command: Command, not_before: int, seen: Seen | None = None) -> int:
    """Store a new command and return its number."""
    result = connection.exec_driver_sql(
        "INSERT INTO outbox (command_id, officer, type, aggregate, args, base_version, after, created_at, "
        "schema, state, not_before, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            command.command_id,
            command.officer,
            command.type.value,
            command.aggregate,
            _dump(command.args),
            command.base_version,
            command.after,
            command.created_at,
            command.schema,
            CommandState.PENDING.value,
            not_before,
            _seen_json(seen),
        ),
    )
    return int(result.lastrowid)


def select(connection: Connection, where: str, *parameters: object) -> list[OutboxItem]:
    """Commands that meet a condition (own SQL text, never input), in their order."""
    sql = f"SELECT {_COLUMNS} FROM outbox {where} ORDER BY n"  # noqa: S608 own text
    return [_item(row) for row in connection.exec_driver_sql(sql, parameters)]


def applied(connection: Connection) -> list[tuple[OutboxItem, int]]:
    """Applied commands that have not left, each with the time of its receipt."""
    sql = (
        f"SELECT {_COLUMNS}, receipt_at FROM outbox "  # noqa: S608 own text
        "WHERE settled_at IS NULL AND state = 'applied' ORDER BY n"
    )
    return [(_item(row), row.receipt_at) for row in connection.exec_driver_sql(sql)]


def settle(connection: Connection, command_ids: Iterable[str], now: int) -> None:
    """Note that commands have left the screen."""
    values = [(now, command_id) for command_id in command_ids]
    if values:
        connection.exec_driver_sql("UPDATE outbox SET settled_at = ? WHERE command_id = ?", values)


def rename(connection: Connection, command_id: str, new_id: str, created_at: int) -> None:
    """Put another id and time in a command, and the id in what names it."""
    connection.exec_driver_sql(
        "UPDATE outbox SET command_id = ?, created_at = ?, not_before = min(not_before, ?) "
        "WHERE command_id = ?",
        (new_id, created_at, created_at, command_id),
    )
    connection.exec_driver_sql("UPDATE outbox SET after = ? WHERE after = ?", (new_id, command_id))


def replace(
    connection: Connection, old_id: str, command: Command, seen: Seen | None, not_before: int
) -> None:
    """Put a new command, never sent, in the place of one that failed."""
    connection.exec_driver_sql(
        "UPDATE outbox SET command_id = ?, type = ?, args = ?, base_version = ?, after = ?, created_at = ?, "
        "state = ?, attempts = 0, not_before = ?, next_try = 0, last_error = NULL, receipt = NULL, "
        "receipt_at = NULL, seen = ?, supersedes = ? WHERE command_id = ?",
        (
            command.command_id,
            command.type.value,
            _dump(command.args),
            command.base_version,
            command.after,
            command.created_at,
            CommandState.PENDING.value,
            not_before,
            _seen_json(seen),
            old_id,
            old_id,
        ),
    )


def follow(connection: Connection, old_id: str, new_id: str) -> None:
    """Commands that were never sent and name one as their predecessor name another."""
    connection.exec_driver_sql(
        "UPDATE outbox SET after = ? WHERE after = ? AND attempts = 0 AND state IN (?, ?)",
        (new_id, old_id, CommandState.PENDING.value, CommandState.HELD.value),
    )


def delete(connection: Connection, items: Sequence[OutboxItem]) -> None:
    """Delete commands."""
    connection.exec_driver_sql("DELETE FROM outbox WHERE n = ?", [(item.n,) for item in items])


def log(connection: Connection, at: int, what: str, items: Sequence[OutboxItem]) -> None:
    """Keep what happened to commands that are about to be deleted."""
    connection.exec_driver_sql(
        "INSERT INTO outbox_log (at, what, command) VALUES (?, ?, ?)",
        [(at, what, _dump(plain(item))) for item in items],
    )


def plain(item: OutboxItem) -> dict[str, Any]:
    """A command and its fate as plain data."""
    return asdict(item)


def receipt_json(receipt: Receipt) -> str:
    """A receipt as it is stored."""
    return _dump(asdict(receipt))


def _item(row: Row[Any]) -> OutboxItem:
    command = Command(
        command_id=row.command_id,
        officer=row.officer,
        type=CommandType(row.type),
        aggregate=row.aggregate,
        args=json.loads(row.args),
        base_version=row.base_version,
        after=row.after,
        created_at=row.created_at,
        schema=row.schema,
    )
    return OutboxItem(
        n=row.n,
        command=command,
        state=CommandState(row.state),
        attempts=row.attempts,
        not_before=row.not_before,
        next_try=row.next_try,
        last_error=row.last_error,
        receipt=_receipt(row.receipt),
        seen=_seen(row.seen),
        supersedes=row.supersedes,
    )


def _receipt(text: str | None) -> Receipt | None:
    if text is None:
        return None
    data = json.loads(text)
    return Receipt(**{**data, "outcome": Outcome(data["outcome"])})


def _seen(text: str | None) -> Seen | None:
    if text is None:
        return None
    data = json.loads(text)
    return Seen(**{**data, "state": State(data["state"])})


def _seen_json(seen: Seen | None) -> str | None:
    return None if seen is None else _dump(asdict(seen))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
