"""What the dashboard counts, read from the cache in one pass."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.domain.complaints import OPEN_STATES, Moved, State

_COLUMNS = "id, state, feeder, assigned_to, created_at, accepted_at, closed_at, due_at, reopen_count, rating"
#: The conditions are those of the indexes on open complaints and on closed ones by time.
_SQL = (
    f"SELECT {_COLUMNS} FROM complaint WHERE state='inbox' OR state='in_progress' "  # noqa: S608 own text
    f"UNION ALL SELECT {_COLUMNS} FROM complaint "
    "WHERE state IN ('resolved', 'cancelled') AND closed_at >= ?"
)
_MOVED = (
    f"SELECT {_COLUMNS} FROM complaint "  # noqa: S608 own text
    "WHERE id IN (SELECT value FROM json_each(?)) AND state IN ('resolved', 'cancelled') AND closed_at < ?"
)


class Counted(NamedTuple):
    """What counting needs of a complaint, after the pending commands. Times in ms.

    ``closed_at`` of what a pending command closes is the time of reading.
    """

    id: int
    state: State
    feeder: str
    officer: str
    created_at: int
    accepted_at: int | None
    closed_at: int | None
    due_at: int
    reopen_count: int
    rating: int | None


class StatisticsReader:
    """Reads all that is open and all that was closed since a time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def counted(self, since: int, now: int, overlay: Mapping[int, Moved]) -> list[Counted]:
        """Open complaints and those closed since ``since``; so all that came or was accepted since, too.

        Args:
            overlay: What the pending commands make of the complaints that have any.
        """
        states = {state.value: state for state in State}
        with self._store.read() as connection:
            rows = list(connection.exec_driver_sql(_SQL, (since,)))
            if overlay:
                rows += connection.exec_driver_sql(_MOVED, (json.dumps(list(overlay)), since))
        found = []
        for number, state, feeder, officer, created, accepted, closed, due, reopened, rating in rows:
            after, moved = states[state], overlay.get(number)
            if moved is not None:
                if moved.state in OPEN_STATES:
                    closed = None
                elif after in OPEN_STATES:
                    closed = now
                after = moved.state
                feeder, officer = moved.feeder or feeder, moved.officer or officer
            found.append(
                Counted(
                    number,
                    after,
                    feeder or "",
                    officer or "",
                    created,
                    accepted,
                    closed,
                    due,
                    reopened,
                    rating,
                )
            )
        return found
