"""The SQL of a list: its conditions over the server's rows, and over those that pending commands changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from wzpdcl_desktop.cache import search
from wzpdcl_desktop.domain.complaints import OPEN_STATES, Moved, QueueQuery, State, TimeLeft, View
from wzpdcl_desktop.domain.periods import HOUR_MS, span_of

Sql = tuple[str, list[object]]

#: Word for word the condition of the partial index on open complaints, so that SQLite uses it.
OPEN = "(state='inbox' OR state='in_progress')"

#: Condition of each view, and the states it shows.
_VIEWS: dict[View, tuple[str, frozenset[State]]] = {
    View.INBOX: (f"{OPEN} AND state='inbox'", frozenset({State.INBOX})),
    View.IN_PROGRESS: (f"{OPEN} AND state='in_progress'", frozenset({State.IN_PROGRESS})),
    View.RESOLVED: ("state='resolved'", frozenset({State.RESOLVED})),
    View.CANCELLED: ("state='cancelled'", frozenset({State.CANCELLED})),
    View.DUE_SOON: (OPEN, OPEN_STATES),
    View.OVERDUE: (OPEN, OPEN_STATES),
    View.REOPENED: (OPEN, OPEN_STATES),
    View.ALL: ("state IN ('inbox', 'in_progress', 'resolved', 'cancelled')", frozenset(State)),
}
#: The lists of the clock are the filters of the same name.
_VIEW_CLOCKS = {View.DUE_SOON: frozenset({TimeLeft.HOUR}), View.OVERDUE: frozenset({TimeLeft.OVERDUE})}

#: The rows of pending commands as these leave them. What they close is closed now: the server's time of it is
#: still to come.
_MOVED_ROWS = """(
    SELECT c.id, m.state, coalesce(m.feeder, c.feeder) AS feeder,
        coalesce(m.officer, c.assigned_to) AS assigned_to, c.category, c.customer, c.created_at, c.due_at,
        c.accepted_at, c.reopen_count, c.rating, CASE WHEN m.state IN ('inbox', 'in_progress') THEN NULL
            WHEN c.state IN ('inbox', 'in_progress') THEN ? ELSE c.closed_at END AS closed_at
    FROM (
        SELECT value ->> 0 AS id, value ->> 1 AS state, value ->> 2 AS feeder, value ->> 3 AS officer
        FROM json_each(?)
    ) AS m JOIN complaint AS c ON c.id = m.id
)"""


def list_sql(query: QueueQuery, overlay: Mapping[int, Moved], warn: Mapping[str, int]) -> Sql:
    """Ids of a list in its order, as one JSON text.

    Args:
        overlay: What the pending commands make of the complaints that have any.
        warn: By category, how long before its limit (ms) a complaint is due soon.
    """
    sql, parameters = _rows(query, overlay, warn)
    direction = "DESC" if query.descending else "ASC"
    # The number decides between equals, so that a list does not jump about when it is read again.
    ordered = f"{sql} ORDER BY {query.sort.value} {direction}, id {direction}"
    return f"SELECT json_group_array(id) FROM ({ordered})", parameters  # noqa: S608 own text


def count_sql(query: QueueQuery, overlay: Mapping[int, Moved], warn: Mapping[str, int]) -> Sql:
    """How many complaints a list has; the arguments are those of `list_sql`."""
    sql, parameters = _rows(query, overlay, warn)
    return f"SELECT count(*) FROM ({sql})", parameters  # noqa: S608 own text


def _rows(query: QueueQuery, overlay: Mapping[int, Moved], warn: Mapping[str, int]) -> Sql:
    view, states = _VIEWS[query.view]
    if query.states:
        states &= query.states
        chosen = ", ".join(f"'{state}'" for state in State if state in states)
        view += f" AND state IN ({chosen})"
        if query.states == OPEN_STATES:
            view += f" AND {OPEN}"
    conditions, values = _conditions(query, warn)
    columns, where = f"id, {query.sort.value}", " AND ".join([view, *conditions])
    if not overlay:
        return f"SELECT {columns} FROM complaint WHERE {where}", values  # noqa: S608 own text
    others = " AND id NOT IN (SELECT value FROM json_each(?))"
    sql = f"SELECT {columns} FROM complaint WHERE {where}{others}"  # noqa: S608 own text
    parameters = [*values, _json(overlay)]
    moved = [(n, one.state, one.feeder, one.officer) for n, one in overlay.items() if one.state in states]
    if moved:
        sql += f" UNION ALL SELECT {columns} FROM {_MOVED_ROWS} WHERE {where}"  # noqa: S608 own text
        parameters += [query.now, _json(moved), *values]
    return sql, parameters


def _conditions(query: QueueQuery, warn: Mapping[str, int]) -> tuple[list[str], list[object]]:
    sql: list[str] = []
    parameters: list[object] = []
    for clocks in (_VIEW_CLOCKS.get(query.view), query.clocks):
        if clocks:
            condition, values = _clocks(clocks, query.now, warn)
            sql.append(condition)
            parameters += values
    if query.reopened or query.view is View.REOPENED:
        sql.append("reopen_count > 0")
    if query.categories:
        # "supply" stands for "supply.no_power" and its other children too.
        chosen = (
            "SELECT 1 FROM json_each(?) "
            "WHERE category = value OR substr(category, 1, length(value) + 1) = value || '.'"
        )
        sql.append(f"EXISTS ({chosen})")
        parameters.append(_json(sorted(query.categories)))
    for column, wanted in (
        ("coalesce(feeder, '')", query.feeders),
        ("coalesce(assigned_to, '')", query.assigned),
        ("coalesce(rating, 0)", query.ratings),
    ):
        if wanted:
            sql.append(f"{column} IN (SELECT value FROM json_each(?))")  # noqa: S608 own text
            parameters.append(_json(sorted(wanted)))
    came = span_of(query.came, query.now) if query.came else None
    for column, span in (
        ("created_at", came),
        ("created_at", query.created),
        ("accepted_at", query.accepted),
        ("closed_at", query.closed),
    ):
        if span:
            sql.append(f"{column} >= ? AND {column} < ?")
            parameters += [span.start, span.end]
    found, found_parameters = search.conditions(query.search)
    return sql + found, parameters + found_parameters


def _clocks(clocks: Iterable[TimeLeft], now: int, warn: Mapping[str, int]) -> tuple[str, list[object]]:
    soon, warn_values = _warn_sql(warn)
    known: dict[TimeLeft, tuple[str, list[object]]] = {
        TimeLeft.OVERDUE: ("due_at < ?", [now]),
        TimeLeft.HOUR: ("due_at BETWEEN ? AND ?", [now, now + HOUR_MS]),
        TimeLeft.SOON: (f"(due_at >= ? AND due_at - ? <= {soon})", [now, now, *warn_values]),
        TimeLeft.IN_TIME: (f"(due_at >= ? AND due_at - ? > {soon})", [now, now, *warn_values]),
    }
    chosen = [known[clock] for clock in TimeLeft if clock in clocks]
    sql = f"({OPEN} AND ({' OR '.join(condition for condition, _ in chosen)}))"
    return sql, [value for _, values in chosen for value in values]


def _warn_sql(warn: Mapping[str, int]) -> tuple[str, list[object]]:
    """How long before its limit a row is due soon: by its category, by the one above, or by its length."""
    values: list[object] = [value for item in warn.items() for value in item]
    otherwise = f"max({2 * HOUR_MS}, (due_at - created_at) / 4)"
    if not warn:
        return otherwise, []
    cases = " WHEN ? THEN ?" * len(warn)
    top = "substr(category, 1, instr(category || '.', '.') - 1)"
    return f"CASE category{cases} ELSE CASE {top}{cases} ELSE {otherwise} END END", values * 2


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values))
