"""Reading complaints: ids for a list, rows for what is visible of it, one whole complaint, and the counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from wzpdcl_desktop.cache import digest
from wzpdcl_desktop.cache.index_build import has_indexes
from wzpdcl_desktop.cache.list_sql import OPEN, Sql, count_sql, list_sql
from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.cache.view_counts import OpenRow, ViewCounts, tally
from wzpdcl_desktop.domain.complaints import (
    OPEN_STATES,
    Attachment,
    ComplaintDetail,
    History,
    Moved,
    QueueQuery,
    QueueRow,
    State,
    TimelineEntry,
)
from wzpdcl_desktop.domain.notices import Fact
from wzpdcl_desktop.domain.periods import HOUR_MS
from wzpdcl_desktop.domain.text import shown, shown_line
from wzpdcl_desktop.domain.working_time import MINUTE_MS, day_number, reaches

_ROW = (
    "id, version, state, category, customer, mobile, locality, feeder, text, created_at, due_at, "
    "accepted_at, closed_at, assigned_to, reopen_count, calls, rating, files"
)


class ComplaintReader:
    """Reads the server's rows as they are in the cache.

    What the officer did since is the caller's overlay.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self, query: QueueQuery, overlay: Mapping[int, Moved] | None = None) -> list[int]:
        """Ids of a list in its order.

        Args:
            overlay: What the pending commands make of the complaints that have any.
        """
        # As one text: 100,000 rows brought one by one take longer than finding them, and hold up the other
        # threads all the while.
        found: list[int] = msgspec.json.decode(
            self._ask(list_sql, query, overlay or {})[0][0], type=list[int]
        )
        return found

    def count(self, query: QueueQuery, overlay: Mapping[int, Moved] | None = None) -> int:
        """How many complaints a list has; the arguments are those of `ids`."""
        return int(self._ask(count_sql, query, overlay or {})[0][0])

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Rows of some ids, in their order; ids that are not in the cache are left out."""
        sql = f"SELECT {_ROW} FROM complaint WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 own text
        with self._store.read() as connection:
            found = {row.id: _queue_row(row) for row in connection.exec_driver_sql(sql, (_json(ids),))}
        return [found[number] for number in ids if number in found]

    def detail(self, complaint_id: int) -> ComplaintDetail | None:
        """Everything about one complaint, timeline oldest first; None if it is not in the cache."""
        with self._store.read() as connection:
            sql = "SELECT * FROM complaint JOIN complaint_story USING (id) WHERE id = ?"
            row = connection.exec_driver_sql(sql, (complaint_id,)).first()
        return _detail(row) if row else None

    def entries(self, complaint_id: int) -> int:
        """How many entries the timeline of a complaint has; 0 if it is not in the cache."""
        sql = "SELECT json_array_length(CAST(timeline AS TEXT)) FROM complaint_story WHERE id = ?"
        with self._store.read() as connection:
            row = connection.exec_driver_sql(sql, (complaint_id,)).first()
        return int(row[0]) if row else 0

    def others(self, complaint_id: int, mobile: str, account: str | None, most: int) -> History:
        """The other complaints of a customer, who is known by mobile number or account.

        A name is not enough: too many people share one.
        """
        # The second half reads one narrow index through: some 3 ms at 100,000 complaints.
        numbers = "SELECT id FROM complaint INDEXED BY ix_complaint_numbers WHERE"
        sql = (
            f"SELECT {_ROW}, count(*) OVER () AS total FROM complaint WHERE id != ? AND id IN ("  # noqa: S608 own text
            f"{numbers} mobile = ? AND mobile != '' UNION {numbers} account = ? AND account != '') "
            "ORDER BY created_at DESC, id DESC LIMIT ?"
        )
        with self._store.read() as connection:
            if not has_indexes(connection):
                sql = sql.replace(" INDEXED BY ix_complaint_numbers", "")
            rows = connection.exec_driver_sql(sql, (complaint_id, mobile, account, most)).all()
        return History(rows[0].total if rows else 0, tuple(map(_queue_row, rows)))

    def states(self, ids: Iterable[int]) -> dict[int, tuple[int, State]]:
        """Version and state of some complaints; those that are not in the cache are missing."""
        sql = "SELECT id, version, state FROM complaint WHERE id IN (SELECT value FROM json_each(?))"
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(sql, (_json(ids),))
            return {row.id: (row.version, State(row.state)) for row in rows}

    def facts(self, ids: Iterable[int] | None) -> list[Fact]:
        """What notices need to know of some complaints, or of all that are open for None."""
        chosen = OPEN if ids is None else "id IN (SELECT value FROM json_each(?))"
        entries = "json_each(CAST(timeline AS TEXT)) WHERE value ->> 'kind' IN"
        came = f"{entries} ('created', 'reopened') ORDER BY value ->> 'at' DESC LIMIT 1"
        sql = (
            "SELECT id, state, feeder, due_at, reopen_count, "  # noqa: S608 own text
            f"(SELECT max(value ->> 'at') FROM {entries} ('customer_message')) AS message_at, "
            f"(SELECT value ->> 'by' FROM {came}) AS came_by "
            f"FROM complaint JOIN complaint_story USING (id) WHERE {chosen}"
        )
        with self._store.read() as connection:
            return [
                Fact(
                    row.id,
                    State(row.state) in OPEN_STATES,
                    row.feeder,
                    row.due_at,
                    row.reopen_count,
                    row.message_at,
                    row.came_by,
                )
                for row in connection.exec_driver_sql(sql, () if ids is None else (_json(ids),))
            ]

    def counts(
        self, now: int, overlay: Mapping[int, Moved] | None = None, opened: Mapping[int, int] | None = None
    ) -> ViewCounts:
        """How many complaints each view holds, and how many of them are unread.

        Args:
            now: Server time (ms).
            opened: For complaints that were opened on this PC: how often they had been reopened by then.
        """
        with self._store.read() as connection:
            opens = [
                OpenRow(row.id, State(row.state), row.due_at, row.reopen_count)
                for row in connection.exec_driver_sql(
                    f"SELECT id, state, due_at, reopen_count FROM complaint WHERE {OPEN}"  # noqa: S608 own text
                )
            ]
            closed = {
                State(state): number
                for state, number in connection.exec_driver_sql(
                    "SELECT state, count(*) FROM complaint "
                    "WHERE state IN ('resolved', 'cancelled') GROUP BY state"
                )
            }
        return tally(opens, closed, now, overlay or {}, opened or {}, HOUR_MS)

    def _ask(
        self,
        made: Callable[[QueueQuery, Mapping[int, Moved], Mapping[str, int]], Sql],
        query: QueueQuery,
        overlay: Mapping[int, Moved],
    ) -> Sequence[Row[Any]]:
        with self._store.read() as connection:
            sql, parameters = made(query, overlay, _warn(connection, query.now) if query.clocks else {})
            if "ix_complaint_numbers" in sql and not has_indexes(connection):
                sql = sql.replace(" INDEXED BY ix_complaint_numbers", "")
            return connection.exec_driver_sql(sql, tuple(parameters)).all()

    def digest(self) -> dict[str, Any]:
        """A fingerprint of all complaints in the cache, to compare with the server's (docs/digest.md)."""
        columns = ", ".join(digest.COLUMNS)
        sql = f"SELECT {columns} FROM complaint JOIN complaint_story USING (id) ORDER BY id"  # noqa: S608 own text
        with self._store.read() as connection:
            return digest.digest_of(tuple(row) for row in connection.exec_driver_sql(sql))


def _warn(connection: Connection, now: int) -> dict[str, int]:
    """By category, how long before its limit (ms, nights and days off included) a complaint is due soon."""
    rows = connection.exec_driver_sql(
        "SELECT entity, data FROM reference WHERE entity IN ('policy', 'holiday') ORDER BY id"
    )
    found = [(entity, json.loads(data)) for entity, data in rows]
    holidays = {day_number(date.fromisoformat(one["date"])) for entity, one in found if entity == "holiday"}
    return {
        one["category"]: reaches(now, one["warn_minutes"] * MINUTE_MS, one["calendar"], holidays) - now
        for entity, one in found
        if entity == "policy"
    }


def _queue_row(row: Row[Any]) -> QueueRow:
    return QueueRow(
        id=row.id,
        version=row.version,
        state=State(row.state),
        category=row.category,
        customer=shown_line(row.customer),
        mobile=shown_line(row.mobile),
        locality=shown_line(row.locality),
        feeder=row.feeder,
        text=shown(row.text),
        created_at=row.created_at,
        due_at=row.due_at,
        accepted_at=row.accepted_at,
        closed_at=row.closed_at,
        assigned_to=row.assigned_to,
        reopen_count=row.reopen_count,
        calls=row.calls,
        rating=row.rating,
        files=row.files,
    )


def _detail(row: Row[Any]) -> ComplaintDetail:
    return ComplaintDetail(
        row=_queue_row(row),
        state_version=row.state_version,
        office=row.office,
        account=_line(row.account),
        tariff=_line(row.tariff),
        load_kw=row.load_kw,
        address=shown(row.address),
        lat=row.lat,
        lng=row.lng,
        source=row.source,
        cancel_reason=row.cancel_reason,
        rating_text=shown(row.rating_text) if row.rating_text else row.rating_text,
        timeline=tuple(_entry(entry) for entry in json.loads(row.timeline)),
        attachments=tuple(_attachment(entry) for entry in json.loads(row.attachments)),
    )


def _entry(entry: dict[str, Any]) -> TimelineEntry:
    return TimelineEntry(
        id=entry["id"],
        kind=entry["kind"],
        at=entry["at"],
        by=entry.get("by"),
        by_name=shown_line(entry.get("by_name") or ""),
        text=shown(entry.get("text") or ""),
        reason=entry.get("reason"),
    )


def _attachment(entry: dict[str, Any]) -> Attachment:
    return Attachment(
        id=entry["id"],
        name=shown_line(entry["name"]),
        media_type=entry["media_type"],
        size=entry["size"],
        sha256=entry["sha256"],
    )


def _line(text: str | None) -> str | None:
    return shown_line(text) if text else text


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values))
