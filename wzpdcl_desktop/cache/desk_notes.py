"""What the officer leaves on this PC besides commands: unsent texts, and what was opened.

In the outbox's store.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable

from wzpdcl_desktop.cache import draft_rows
from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.commands import Command


class DeskNotes:
    """Drafts by key, and the complaints that were opened."""

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        self._store = store
        self._now = clock.now if clock else lambda: time.time_ns() // 1_000_000

    def draft(self, key: str) -> str:
        """The text kept under a key, empty if none."""
        with self._store.read() as connection:
            return draft_rows.load(connection, key)

    def choices(self, key: str) -> dict[str, str]:
        """What was chosen along with a text, by the name of the choice."""
        with self._store.read() as connection:
            return draft_rows.choices(connection, key)

    def keep_draft(self, key: str, text: str) -> None:
        """Keep a text; an empty one is forgotten."""
        self._store.transaction(lambda connection: draft_rows.save(connection, key, text, self._now()))

    def keep_choice(self, key: str, name: str, value: str) -> None:
        """Keep what was chosen along with a text."""
        self.keep_draft(f"{key}#{name}", value)

    def forget_draft(self, key: str) -> None:
        """Forget a text and what was chosen along with it."""
        self._store.transaction(lambda connection: draft_rows.forget(connection, key))

    def give_back(self, command: Command) -> None:
        """The text of a command is a draft again, with its choices."""
        self._store.transaction(lambda connection: draft_rows.give_back(connection, command, self._now()))

    def opened(self, ids: Iterable[int] | None = None) -> dict[int, int]:
        """How often each complaint had been reopened when it was last opened here; all of them for None."""
        chosen = "SELECT value FROM json_each(?)" if ids is not None else "SELECT complaint_id FROM opened"
        sql = f"SELECT complaint_id, reopen_count FROM opened WHERE complaint_id IN ({chosen})"  # noqa: S608
        values = (json.dumps(list(ids)),) if ids is not None else ()
        with self._store.read() as connection:
            return {row[0]: row[1] for row in connection.exec_driver_sql(sql, values)}

    def mark_opened(self, complaint_id: int, reopen_count: int) -> None:
        """Note that a complaint was opened."""
        self._store.transaction(
            lambda connection: connection.exec_driver_sql(
                "INSERT INTO opened (complaint_id, reopen_count, at) VALUES (?, ?, ?) "
                "ON CONFLICT (complaint_id) DO UPDATE "
                "SET reopen_count = excluded.reopen_count, at = excluded.at",
                (complaint_id, reopen_count, self._now()),
            )
        )
