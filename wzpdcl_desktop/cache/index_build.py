"""The secondary indexes, which are made after the bulk of a first load: row by row they cost far more.

The search index is not put off: its entries cost the same with the rows as after them, and reading the rows
back costs more than is won.
"""

from __future__ import annotations

from sqlalchemy import Connection

from wzpdcl_desktop.cache.migrations_cache import SECONDARY_INDEXES
from wzpdcl_desktop.cache.store import Store


def has_indexes(connection: Connection) -> bool:
    """Whether all of them are there."""
    found = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'index'")
    return set(SECONDARY_INDEXES) <= {row[0] for row in found}


def build_indexes(store: Store) -> bool:
    """Make those that are missing, one transaction each: a crash loses one. True if any was."""
    with store.read() as connection:
        if has_indexes(connection):
            return False
    for name, columns in SECONDARY_INDEXES.items():
        sql = f"CREATE INDEX IF NOT EXISTS {name} ON complaint ({columns})"
        store.transaction(lambda connection, sql=sql: connection.exec_driver_sql(sql))  # type: ignore[misc]
    return True
