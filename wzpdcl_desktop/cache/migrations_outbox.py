"""The outbox's schema, step by step, always forward. ``user_version`` is the number of steps done."""

from __future__ import annotations

from sqlalchemy import Connection

from wzpdcl_desktop.cache.tables import (
    draft,
    notice,
    notice_since,
    opened,
    outbox,
    outbox_log,
    outbox_metadata,
    preference,
    told,
)


def _first(connection: Connection) -> None:
    outbox_metadata.create_all(connection, tables=[outbox, outbox_log, draft, opened])
    connection.exec_driver_sql("CREATE INDEX ix_outbox_live ON outbox (n) WHERE settled_at IS NULL")


def _notices(connection: Connection) -> None:
    outbox_metadata.create_all(connection, tables=[told, notice, notice_since])


def _preferences(connection: Connection) -> None:
    outbox_metadata.create_all(connection, tables=[preference])


def _decisions(connection: Connection) -> None:
    # A new store has them from its first step.
    there = {row.name for row in connection.exec_driver_sql("PRAGMA table_info(outbox)")}
    for name in ("seen", "supersedes"):
        if name not in there:
            connection.exec_driver_sql(f"ALTER TABLE outbox ADD COLUMN {name} TEXT")


OUTBOX_MIGRATIONS = (_first, _notices, _preferences, _decisions)
