"""The notices of this PC, and what has been told. In the outbox's store, since the cache may be rebuilt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.domain.notices import ClockStage, Notice, NoticeKind, Told

#: Older ones are thrown away.
KEPT = 100


class NoticeBook:
    """Keeps notices and what was told, always both at once: nothing is told twice."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def since(self) -> int | None:
        """When the first look was (ms), None if nobody has looked yet."""
        with self._store.read() as connection:
            row = connection.exec_driver_sql("SELECT at FROM notice_since").first()
        return int(row[0]) if row else None

    def told(self, ids: Iterable[int]) -> dict[int, Told]:
        """What has been told of some complaints; those of which nothing was are missing."""
        sql = (
            "SELECT complaint_id, reopens, stage, due_at, message_at FROM told "
            "WHERE complaint_id IN (SELECT value FROM json_each(?))"
        )
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(sql, (json.dumps(list(ids)),))
            return {row[0]: Told(row[1], ClockStage(row[2]), row[3], row[4]) for row in rows}

    def begin(self, told: Mapping[int, Told], at: int) -> None:
        """Keep the first look. Of what is there by then nothing is told."""

        def work(connection: Connection) -> None:
            _keep_told(connection, told)
            connection.exec_driver_sql("INSERT INTO notice_since (at) VALUES (?)", (at,))

        self._store.transaction(work)

    def add(self, notices: Sequence[Notice], told: Mapping[int, Told]) -> tuple[Notice, ...]:
        """Keep notices with what has been told by them; as kept, with their numbers."""

        def work(connection: Connection) -> tuple[Notice, ...]:
            _keep_told(connection, told)
            return tuple(_add(connection, notice) for notice in notices)

        return self._store.transaction(work)

    def recent(self) -> tuple[Notice, ...]:
        """The last notices, newest first."""
        sql = f"SELECT n, at, kind, complaints, feeder, read FROM notice ORDER BY n DESC LIMIT {KEPT}"  # noqa: S608 own text
        with self._store.read() as connection:
            return tuple(
                Notice(row[0], row[1], NoticeKind(row[2]), tuple(json.loads(row[3])), row[4], bool(row[5]))
                for row in connection.exec_driver_sql(sql)
            )

    def mark_read(self, numbers: Iterable[int] | None = None) -> None:
        """The officer has seen these notices; all of them for None."""
        if numbers is None:
            sql, values = "UPDATE notice SET read = 1 WHERE read = 0", ()
        else:
            sql = "UPDATE notice SET read = 1 WHERE n IN (SELECT value FROM json_each(?))"
            values = (json.dumps(list(numbers)),)  # type: ignore[assignment]
        self._store.transaction(lambda connection: connection.exec_driver_sql(sql, values))


def _keep_told(connection: Connection, told: Mapping[int, Told]) -> None:
    if told:
        connection.exec_driver_sql(
            "INSERT INTO told (complaint_id, reopens, stage, due_at, message_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (complaint_id) DO UPDATE SET reopens = excluded.reopens, stage = excluded.stage, "
            "due_at = excluded.due_at, message_at = excluded.message_at",
            [
                (number, one.reopens, int(one.stage), one.due_at, one.message_at)
                for number, one in told.items()
            ],
        )


def _add(connection: Connection, notice: Notice) -> Notice:
    number = connection.exec_driver_sql(
        "INSERT INTO notice (at, kind, complaints, feeder, read) VALUES (?, ?, ?, ?, 0) RETURNING n",
        (notice.at, notice.kind.value, json.dumps(notice.complaints), notice.feeder),
    ).scalar_one()
    connection.exec_driver_sql("DELETE FROM notice WHERE n <= ?", (number - KEPT,))
    return Notice(number, notice.at, notice.kind, notice.complaints, notice.feeder)
