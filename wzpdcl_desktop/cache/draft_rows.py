"""Rows of the drafts; SQL only. A draft's choices stand beside it, each under ``key#name``."""

from __future__ import annotations

from sqlalchemy import Connection

from wzpdcl_desktop.domain.commands import Command
from wzpdcl_desktop.domain.drafts import CHOICES, draft_key, put_before
from wzpdcl_desktop.domain.people import Action


def load(connection: Connection, key: str) -> str:
    """The text kept under a key, empty if none."""
    row = connection.exec_driver_sql("SELECT text FROM draft WHERE key = ?", (key,)).first()
    return str(row[0]) if row else ""


def choices(connection: Connection, key: str) -> dict[str, str]:
    """What was chosen along with a text."""
    found = ((name, load(connection, f"{key}#{name}")) for name in CHOICES)
    return {name: value for name, value in found if value}


def save(connection: Connection, key: str, text: str, at: int) -> None:
    """Keep a text; an empty one is forgotten."""
    if text:
        connection.exec_driver_sql(
            "INSERT INTO draft (key, text, at) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET text = excluded.text, at = excluded.at",
            (key, text, at),
        )
    else:
        connection.exec_driver_sql("DELETE FROM draft WHERE key = ?", (key,))


def forget(connection: Connection, key: str) -> None:
    """Forget a text and what was chosen along with it."""
    for name in (key, *(f"{key}#{choice}" for choice in CHOICES)):
        connection.exec_driver_sql("DELETE FROM draft WHERE key = ?", (name,))


def give_back(connection: Connection, command: Command, at: int) -> None:
    """The text of a command is a draft again, before what was begun meanwhile; and so are its choices."""
    key = draft_key(command.complaint_id, Action(command.type.value.removeprefix("complaint.")))
    text = str(command.args.get("text") or "")
    if text:
        save(connection, key, put_before(text, load(connection, key)), at)
    for name in CHOICES:
        if value := command.args.get(name):
            save(connection, f"{key}#{name}", str(value), at)
