"""The secondary indexes, which are made after the bulk of a first load: row by row they cost far more.

The search index is not put off: its entries cost the same with the rows as after them, and reading the rows
back costs more than is won.
"""

from __future__ import annotations

from sqlalchemy import Connection

from wzpdcl_desktop.cache.migrations_cache import SECONDARY_INDEXES
from wzpdcl_desktop.cache.store import Store

#: Each index is made by reading the whole table, and reading a page means decrypting it: with all of the
#: largest office's table in memory (KiB) that is done once, not six times. Less is used where there is less.
_WHOLE_TABLE = 256_000


def has_indexes(connection: Connection) -> bool:
    """Whether all of them are there."""
    found = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'index'")
    return set(SECONDARY_INDEXES) <= {row[0] for row in found}


def build_indexes(store: Store) -> bool:
    """Make those that are missing, in one transaction: the pages in memory are its connection's.

    Returns:
        Whether any was missing.
    """
    with store.read() as connection:
        if has_indexes(connection):
            return False
    try:
        store.transaction(_build)
    finally:
        store.release()
    return True


def _build(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA cache_size=-{_WHOLE_TABLE}")
    for name, columns in SECONDARY_INDEXES.items():
        connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS {name} ON complaint ({columns})")
