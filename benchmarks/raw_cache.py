"""The yardstick: sqlcipher3, same tables, indexes and settings, `executemany` with tuples made beforehand."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wzpdcl_desktop.cache.apply import (
    FTS_DELETE,
    FTS_INSERT,
    INSERT,
    STORY,
    search_entries,
    stored,
    stories,
    upsert,
)
from wzpdcl_desktop.cache.migrations_cache import SECONDARY_INDEXES
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.cache.store import PRAGMAS, open_cache
from wzpdcl_desktop.domain.feed import ComplaintTuple

Tuples = list[tuple[object, ...]]


@dataclass(frozen=True)
class Ready:
    """Rows as they are stored, without their stories, these, and the entries in the search index."""

    rows: Tuples
    stories: Tuples
    bodies: Tuples


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

    def insert(self, page: Ready) -> None:
        """A page of rows, without the search index."""
        self._transaction((INSERT.sql(), page.rows), (STORY.sql(), page.stories))

    def finish(self, bodies: Tuples) -> None:
        """The search index and the secondary indexes, after the rows."""
        for begin in range(0, len(bodies), 5_000):
            self._transaction((FTS_INSERT.sql(), bodies[begin : begin + 5_000]))
        for name, columns in SECONDARY_INDEXES.items():
            self._transaction((f"CREATE INDEX {name} ON complaint ({columns})", [()]))

    def change(self, page: Ready, stale: Tuples, bodies: Tuples) -> None:
        """A page of new and changed rows, with the entries of the search index that differ."""
        self._transaction(
            (upsert().sql(), page.rows),
            (STORY.sql(), page.stories),
            (FTS_DELETE, stale),
            (FTS_INSERT.sql(), bodies),
        )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _transaction(self, *work: tuple[str, Sequence[Any]]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for sql, values in work:
            if values:
                self._connection.executemany(sql, values)
        self._connection.execute("COMMIT")


def ready(rows: Sequence[ComplaintTuple]) -> Ready:
    """Rows as the yardstick takes them."""
    return Ready(stored(rows, "office:khulna-1", 1), stories(rows), search_entries(rows))
