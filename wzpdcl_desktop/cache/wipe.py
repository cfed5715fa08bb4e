"""After a scope was lost: nothing of its rows stays readable on the disk, not even for who has the key.

SQLite leaves what was deleted in free pages, beside other rows and in its log until they are needed again.
"""

from __future__ import annotations

import logging

from sqlalchemy import Connection

from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.cache.raw import forget_set_aside
from wzpdcl_desktop.cache.store import Store

log = logging.getLogger("wzpdcl.cache")

_DUE = "wipe_due"


def note_wipe(connection: Connection) -> None:
    """In the transaction that deletes: `wipe` has something to do, after a crash too."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')", (_DUE,))


def wipe(store: Store) -> None:
    """Write the store anew without what was deleted, if that is due, and delete damaged ones set aside.

    Raises:
        DiskFull: It is due still.
    """
    with store.read() as connection:
        due = connection.exec_driver_sql("SELECT 1 FROM meta WHERE key = ?", (_DUE,)).first()
    if due is None:
        return
    with translated():
        forget_set_aside(store.path)
    if not store.rewrite():
        return  # somebody reads: at the next start, and closing empties the log in any case
    store.transaction(
        lambda connection: connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (_DUE,))
    )
    log.info("store written anew")
