"""The work left over from the bulk of a first load: secondary indexes and the search index.

Done in steps of one transaction each, so that a crash loses one step and other writers get their turn.
"""

from __future__ import annotations

from sqlalchemy import Connection

from wzpdcl_desktop.cache.migrations_cache import INDEXES_DUE, NOT_BEGUN, SECONDARY_INDEXES
from wzpdcl_desktop.cache.search import searched_text
from wzpdcl_desktop.cache.store import Store

_STEP = 5_000


def bulk_is_on(connection: Connection) -> bool:
    """Whether rows of the bulk may be left to the build: it has not begun yet."""
    return _progress(connection) == NOT_BEGUN


def build_indexes(store: Store) -> bool:
    """Do what is left of the work. True if there was any."""
    with store.read() as connection:
        if _progress(connection) is None:
            return False
    while store.transaction(_index_some):
        pass
    for sql in SECONDARY_INDEXES:
        store.transaction(lambda connection, sql=sql: connection.exec_driver_sql(sql))  # type: ignore[misc]

    store.transaction(
        lambda connection: connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (INDEXES_DUE,))
    )
    return True


def _progress(connection: Connection) -> int | None:
    row = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (INDEXES_DUE,)).first()
    return int(row[0]) if row else None


def _index_some(connection: Connection) -> bool:
    rows = connection.exec_driver_sql(
        "SELECT id, customer, mobile, account, locality, address, text FROM complaint "
        "WHERE id > ? AND search_key < 0 ORDER BY id LIMIT ?",
        (_progress(connection), _STEP),
    ).fetchall()
    if not rows:
        return False
    bodies = [(row[0], searched_text(*row)) for row in rows]
    connection.exec_driver_sql("INSERT INTO complaint_fts (rowid, body) VALUES (?, ?)", bodies)
    connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = ?", (str(rows[-1][0]), INDEXES_DUE))
    return True
