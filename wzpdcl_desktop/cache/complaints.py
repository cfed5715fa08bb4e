"""Reading complaints: ids for a list, rows for what is visible of it, one whole complaint, and the counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from wzpdcl_desktop.cache import digest, search
from wzpdcl_desktop.cache.index_build import has_indexes
from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.cache.view_counts import OpenRow, ViewCounts, tally
from wzpdcl_desktop.domain.complaints import (
    OPEN_STATES,
    Attachment,
    ComplaintDetail,
    History,
    QueueQuery,
    QueueRow,
    State,
    TimeLeft,
    TimelineEntry,
    View,
)

_ROW = (
    "id, version, state, category, customer, mobile, locality, feeder, text, created_at, due_at, "
    "accepted_at, closed_at, assigned_to, reopen_count, calls, rating, files"
)
#: Word for word the condition of the partial index on open complaints, so that SQLite uses it.
_OPEN = "(state='inbox' OR state='in_progress')"
_DUE_SOON_MS = 3_600_000

#: Condition of each view on what the overlay does not touch, and the states it shows.
_VIEWS: dict[View, tuple[str, frozenset[State]]] = {
    View.INBOX: (f"{_OPEN} AND state='inbox'", frozenset({State.INBOX})),
    View.IN_PROGRESS: (f"{_OPEN} AND state='in_progress'", frozenset({State.IN_PROGRESS})),
    View.RESOLVED: ("state='resolved'", frozenset({State.RESOLVED})),
    View.CANCELLED: ("state='cancelled'", frozenset({State.CANCELLED})),
    View.DUE_SOON: (_OPEN, frozenset({State.INBOX, State.IN_PROGRESS})),
    View.OVERDUE: (_OPEN, frozenset({State.INBOX, State.IN_PROGRESS})),
    View.REOPENED: (_OPEN, frozenset({State.INBOX, State.IN_PROGRESS})),
    View.ALL: ("state IN ('inbox', 'in_progress', 'resolved', 'cancelled')", frozenset(State)),
}

#: Condition of each standing against the time limit, and its parameters as distances from now.
_CLOCKS: dict[TimeLeft, tuple[str, tuple[int, ...]]] = {
    TimeLeft.OVERDUE: ("due_at < ?", (0,)),
    TimeLeft.SOON: ("due_at BETWEEN ? AND ?", (0, _DUE_SOON_MS)),
    TimeLeft.IN_TIME: ("due_at > ?", (_DUE_SOON_MS,)),
}


class ComplaintReader:
    """Reads the server's rows as they are in the cache.

    What the officer did since is the caller's overlay.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self, query: QueueQuery, overlay: Mapping[int, State] | None = None) -> list[int]:
        """Ids of a list in its order.

        Args:
            overlay: State after the pending commands, for the complaints that have any.
        """
        sql, parameters = _list_sql(query, overlay or {})
        with self._store.read() as connection:
            if "ix_complaint_numbers" in sql and not has_indexes(connection):
                sql = sql.replace(" INDEXED BY ix_complaint_numbers", "")
            return [row[0] for row in connection.exec_driver_sql(sql, tuple(parameters))]

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Rows of some ids, in their order; ids that are not in the cache are left out."""
        sql = f"SELECT {_ROW} FROM complaint WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 own text
        with self._store.read() as connection:
            found = {row.id: _queue_row(row) for row in connection.exec_driver_sql(sql, (_json(ids),))}
        return [found[number] for number in ids if number in found]

    def detail(self, complaint_id: int) -> ComplaintDetail | None:
        """Everything about one complaint, timeline oldest first; None if it is not in the cache."""
        with self._store.read() as connection:
            row = connection.exec_driver_sql("SELECT * FROM complaint WHERE id = ?", (complaint_id,)).first()
        return _detail(row) if row else None

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

    def counts(
        self, now: int, overlay: Mapping[int, State] | None = None, opened: Mapping[int, int] | None = None
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
                    f"SELECT id, state, due_at, reopen_count FROM complaint WHERE {_OPEN}"  # noqa: S608 own text
                )
            ]
            closed = {
                State(state): number
                for state, number in connection.exec_driver_sql(
                    "SELECT state, count(*) FROM complaint "
                    "WHERE state IN ('resolved', 'cancelled') GROUP BY state"
                )
            }
        return tally(opens, closed, now, overlay or {}, opened or {}, _DUE_SOON_MS)

    def digest(self) -> dict[str, Any]:
        """A fingerprint of all complaints in the cache, to compare with the server's (docs/digest.md)."""
        sql = f"SELECT {', '.join(digest.COLUMNS)} FROM complaint ORDER BY id"  # noqa: S608 own text
        with self._store.read() as connection:
            return digest.digest_of(tuple(row) for row in connection.exec_driver_sql(sql))


def _list_sql(query: QueueQuery, overlay: Mapping[int, State]) -> tuple[str, list[object]]:
    view_sql, states = _VIEWS[query.view]
    if query.states:
        states &= query.states
        chosen = ", ".join(f"'{state}'" for state in State if state in states)
        view_sql += f" AND state IN ({chosen})"
        if query.states == OPEN_STATES:
            view_sql += f" AND {_OPEN}"
    common, common_parameters = _common_conditions(query)
    moved_in = [number for number, state in overlay.items() if state in states]
    if query.closed:
        # What a pending command closes is closed now; the server's time of it is still to come.
        now_in = query.closed.holds(query.now)
        moved_in = [number for number in moved_in if now_in and overlay[number] not in OPEN_STATES]
    sort = query.sort.value
    columns = f"id, {sort}"
    parameters: list[object] = []
    conditions = [view_sql, *common]
    if query.closed:
        conditions.append("closed_at >= ? AND closed_at < ?")
    if overlay:
        conditions.append("id NOT IN (SELECT value FROM json_each(?))")
    sql = f"SELECT {columns} FROM complaint WHERE {' AND '.join(conditions)}"  # noqa: S608 own text
    parameters += common_parameters
    if query.closed:
        parameters += [query.closed.start, query.closed.end]
    if overlay:
        parameters.append(_json(overlay))
    if moved_in:
        conditions = ["id IN (SELECT value FROM json_each(?))", *common]
        sql += f" UNION ALL SELECT {columns} FROM complaint WHERE {' AND '.join(conditions)}"  # noqa: S608 own text
        parameters += [_json(moved_in), *common_parameters]
    direction = "DESC" if query.descending else "ASC"
    # The number decides between equals, so that a list does not jump about when it is read again.
    return f"{sql} ORDER BY {sort} {direction}, id {direction}", parameters


def _common_conditions(query: QueueQuery) -> tuple[list[str], list[object]]:
    sql: list[str] = []
    parameters: list[object] = []
    if query.view is View.DUE_SOON:
        sql.append("due_at BETWEEN ? AND ?")
        parameters += [query.now, query.now + _DUE_SOON_MS]
    elif query.view is View.OVERDUE:
        sql.append("due_at < ?")
        parameters.append(query.now)
    elif query.view is View.REOPENED:
        sql.append("reopen_count > 0")
    if query.feeders:
        sql.append("coalesce(feeder, '') IN (SELECT value FROM json_each(?))")
        parameters.append(_json(sorted(query.feeders)))
    if query.categories:
        # "supply" stands for "supply.no_power" and its other children too.
        chosen = (
            "SELECT 1 FROM json_each(?) "
            "WHERE category = value OR substr(category, 1, length(value) + 1) = value || '.'"
        )
        sql.append(f"EXISTS ({chosen})")
        parameters.append(_json(sorted(query.categories)))
    if query.clocks:
        clocks = [_CLOCKS[clock] for clock in TimeLeft if clock in query.clocks]
        sql.append(f"({_OPEN} AND ({' OR '.join(clock for clock, _ in clocks)}))")
        parameters += [query.now + offset for _, offsets in clocks for offset in offsets]
    if query.assigned:
        sql.append("coalesce(assigned_to, '') IN (SELECT value FROM json_each(?))")
        parameters.append(_json(sorted(query.assigned)))
    if query.ratings:
        sql.append("coalesce(rating, 0) IN (SELECT value FROM json_each(?))")
        parameters.append(_json(sorted(query.ratings)))
    if query.reopened:
        sql.append("reopen_count > 0")
    for column, span in (("created_at", query.created), ("accepted_at", query.accepted)):
        if span:
            sql.append(f"{column} >= ? AND {column} < ?")
            parameters += [span.start, span.end]
    found, found_parameters = search.conditions(query.search)
    return sql + found, parameters + found_parameters


def _queue_row(row: Row[Any]) -> QueueRow:
    return QueueRow(
        id=row.id,
        version=row.version,
        state=State(row.state),
        category=row.category,
        customer=row.customer,
        mobile=row.mobile,
        locality=row.locality,
        feeder=row.feeder,
        text=row.text,
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
        account=row.account,
        tariff=row.tariff,
        load_kw=row.load_kw,
        address=row.address,
        lat=row.lat,
        lng=row.lng,
        source=row.source,
        cancel_reason=row.cancel_reason,
        rating_text=row.rating_text,
        timeline=tuple(_entry(entry) for entry in json.loads(row.timeline)),
        attachments=tuple(_attachment(entry) for entry in json.loads(row.attachments)),
    )


def _entry(entry: dict[str, Any]) -> TimelineEntry:
    return TimelineEntry(
        id=entry["id"],
        kind=entry["kind"],
        at=entry["at"],
        by=entry.get("by"),
        by_name=entry.get("by_name") or "",
        text=entry.get("text") or "",
        reason=entry.get("reason"),
    )


def _attachment(entry: dict[str, Any]) -> Attachment:
    return Attachment(
        id=entry["id"],
        name=entry["name"],
        media_type=entry["media_type"],
        size=entry["size"],
        sha256=entry["sha256"],
    )


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values))
