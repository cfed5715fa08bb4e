"""The yardstick: sqlcipher3, same tables, indexes and settings, `executemany` with tuples made beforehand."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wzpdcl_desktop.cache.apply import FTS_DELETE, FTS_INSERT, INSERT, UPSERT, search_entries
from wzpdcl_desktop.cache.migrations_cache import SECONDARY_INDEXES
from wzpdcl_desktop.cache.store import PRAGMAS, connect, open_cache
from wzpdcl_desktop.domain.feed import ComplaintTuple

Tuples = list[tuple[object, ...]]


class RawCache:
    """A cache file written to without any of the program's care: no versions, no scopes, no known rows."""

    def __init__(self, folder: Path, key: bytes, base: Path | None = None) -> None:
        if base is not None:
            shutil.copytree(base, folder)
        else:
            open_cache(folder, key).close()
        self._connection = connect(folder / "cache.db", key)
        for pragma in PRAGMAS:
            self._connection.execute(pragma)

    def insert(self, rows: Tuples) -> None:
        """A page of rows, nothing else."""
        self._transaction((INSERT, rows))

    def finish(self, bodies: Tuples) -> None:
        """The search index and the secondary indexes, after the rows."""
        for begin in range(0, len(bodies), 5_000):
            self._transaction((FTS_INSERT, bodies[begin : begin + 5_000]))
        for name, columns in SECONDARY_INDEXES.items():
            self._transaction((f"CREATE INDEX {name} ON complaint ({columns})", [()]))

    def change(self, rows: Tuples, stale: Tuples, bodies: Tuples) -> None:
        """A page of new and changed rows, with the entries of the search index that differ."""
        self._transaction((UPSERT, rows), (FTS_DELETE, stale), (FTS_INSERT, bodies))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _transaction(self, *work: tuple[str, Sequence[Any]]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for sql, values in work:
            if values:
                self._connection.executemany(sql, values)
        self._connection.execute("COMMIT")


def ready(rows: Sequence[ComplaintTuple]) -> tuple[Tuples, Tuples]:
    """Rows as they are stored, and their entries in the search index."""
    return [(*row, "office:khulna-1", 1) for row in rows], search_entries(rows)
