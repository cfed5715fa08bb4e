"""The work left over from the bulk of a first load: secondary indexes and the search index.

Done in steps of one transaction each, so that a crash loses one step and other writers get their turn.
"""

from __future__ import annotations

from sqlalchemy import Connection

from wzpdcl_desktop.cache.apply import NOT_INDEXED
from wzpdcl_desktop.cache.migrations_cache import INDEXES_DUE, SECONDARY_INDEXES
from wzpdcl_desktop.cache.search import searched_text
from wzpdcl_desktop.cache.store import Store

_STEP = 5_000


def indexes_due(connection: Connection) -> bool:
    """Whether the work is still to be done."""
    return _progress(connection) is not None


def build_indexes(store: Store) -> bool:
    """Do what is left of the work. True if there was any."""
    if not store.transaction(indexes_due):
        return False
    while store.transaction(_index_some):
        pass
    for sql in SECONDARY_INDEXES:
        store.transaction(lambda connection, sql=sql: connection.exec_driver_sql(sql))  # type: ignore[misc]

    def finish(connection: Connection) -> None:
        # Rows put between the last step and now came with their entry: bulk and build share one thread.
        connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (INDEXES_DUE,))
        connection.exec_driver_sql("ANALYZE complaint")

    store.transaction(finish)
    return True


def _progress(connection: Connection) -> int | None:
    row = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (INDEXES_DUE,)).first()
    return int(row[0]) if row else None


def _index_some(connection: Connection) -> bool:
    rows = connection.exec_driver_sql(
        "SELECT id, customer, mobile, account, locality, address, text FROM complaint "
        "WHERE id > ? AND search_key = ? ORDER BY id LIMIT ?",
        (_progress(connection), NOT_INDEXED, _STEP),
    ).fetchall()
    if not rows:
        return False
    bodies = [(row[0], searched_text(*row)) for row in rows]
    connection.exec_driver_sql("INSERT INTO complaint_fts (rowid, body) VALUES (?, ?)", bodies)
    connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = ?", (str(rows[-1][0]), INDEXES_DUE))
    return True
