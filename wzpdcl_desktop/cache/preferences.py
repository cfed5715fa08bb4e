"""How one officer has the desk set up: values by key. In the outbox's store, which outlives the cache."""

from __future__ import annotations

from wzpdcl_desktop.cache.store import Store


class Preferences:
    """Values by key, each a text."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, str]:
        """Everything that is kept."""
        with self._store.read() as connection:
            rows = connection.exec_driver_sql("SELECT key, value FROM preference")
            return {row[0]: row[1] for row in rows}

    def keep(self, key: str, value: str) -> None:
        """Keep a value.

        Raises:
            DiskFull: It was not kept.
        """
        self._store.transaction(
            lambda connection: connection.exec_driver_sql(
                "INSERT OR REPLACE INTO preference (key, value) VALUES (?, ?)", (key, value)
            )
        )
