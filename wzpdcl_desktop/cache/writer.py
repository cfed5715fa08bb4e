"""Bringing the cache up to what the server says: snapshots, the change feed, and scopes that end."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from wzpdcl_desktop.cache import apply
from wzpdcl_desktop.cache.checks import Checks, note_key
from wzpdcl_desktop.cache.index_build import build_indexes
from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.cache.wipe import note_wipe, wipe
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.feed import Page
from wzpdcl_desktop.domain.link import Stage

#: Scope of the reference data; every other scope holds complaints.
COMPANY = "company"
#: The stages of closed complaints, which are many and for which nobody waits.
BULK = (Stage.RECENT, Stage.HISTORY)


@dataclass(frozen=True, slots=True)
class ScopeState:
    """How far a scope has come.

    Attributes:
        epoch: The set of scopes under which its snapshot began.
        cursor: Where the change feed goes on; None before the first page of the snapshot.
        as_of: Cursor at the first page of the snapshot.
        stage: Of the snapshot; DONE afterwards; None after a reset.
        after: Where the stage goes on; None at its beginning.
        rows: Rows stored by the snapshot so far.
        completed_at: When (ms) the last snapshot was complete.
    """

    scope: str
    epoch: str
    cursor: str | None
    as_of: str | None
    stage: Stage | None
    after: str | None
    generation: int
    rows: int
    completed_at: int | None


class CacheWriter:
    """The one writer of the cache.

    Each method is one transaction or more, and returns what really changed.

    Attributes:
        checks: The daily comparison with the server.
    """

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        self._store = store
        self.checks = Checks(store)
        self._now = clock.now if clock else lambda: time.time_ns() // 1_000_000

    def scope_state(self, scope: str) -> ScopeState | None:
        """How far a scope has come, None if it was never begun or was reset."""
        with self._store.read() as connection:
            state = _state(connection, scope)
        return state if state and state.stage else None

    def scopes(self) -> list[ScopeState]:
        """All scopes whose rows are in the cache."""
        with self._store.read() as connection:
            return _states(connection)

    def begin_snapshot(self, scope: str, stage: Stage, epoch: str = "") -> ScopeState:
        """Begin a snapshot with its first stage. Rows of an older one stay until the new one is complete."""

        def work(connection: Connection) -> ScopeState:
            old = _state(connection, scope)
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO scope_state "
                "(scope, epoch, cursor, as_of, stage, after, generation, rows, completed_at) "
                "VALUES (?, ?, NULL, NULL, ?, NULL, ?, 0, ?)",
                (
                    scope,
                    epoch,
                    stage.value,
                    (old.generation if old else 0) + 1,
                    old.completed_at if old else None,
                ),
            )
            return _need(connection, scope)

        return self._store.transaction(work)

    def apply_snapshot_page(
        self,
        scope: str,
        stage: Stage,
        page: Page,
        as_of: str | None = None,
    ) -> ChangeSet:
        """Store a page of a snapshot and where the stage goes on, together.

        Of a first load the many pages of closed complaints do not wait for the disk: what a power cut takes
        back of them, rows and place together, is fetched again. The end of the stage does wait.

        Args:
            as_of: Feed cursor at the time of the page (`page.as_of` if None). That of the first page is kept.
        """

        def work(connection: Connection) -> ChangeSet:
            state = _need(connection, scope)
            ids = apply.put_complaints(
                connection,
                page.complaints,
                scope,
                state.generation,
                snapshot=True,
                entries=page.search_entries,
            )
            names = apply.put_reference(connection, page.reference, state.generation, snapshot=True)
            first = state.as_of or as_of or page.as_of
            connection.exec_driver_sql(
                "UPDATE scope_state SET after = ?, rows = rows + ?, as_of = ?, cursor = coalesce(cursor, ?) "
                "WHERE scope = ?",
                (page.next, len(page), first, first, scope),
            )
            return _changes(ids, names)

        known = self.scope_state(scope)
        first = known is not None and known.generation == 1
        return self._store.transaction(work, lasting=not (first and stage in BULK))

    def finish_stage(self, scope: str, stage: Stage, next_stage: Stage) -> ChangeSet:
        """Go on to the next stage of a snapshot."""

        def work(connection: Connection) -> None:
            connection.exec_driver_sql(
                "UPDATE scope_state SET stage = ?, after = NULL WHERE scope = ? AND stage = ?",
                (next_stage.value, scope, stage.value),
            )

        self._store.transaction(work)
        return ChangeSet(everything=True)

    def finish_snapshot(self, scope: str) -> ChangeSet:
        """The last page of the last stage is in: remove what it did not hold, build what was put off.

        The scope is done only when all of that is; after a crash in between, call it again.
        """

        def sweep(connection: Connection) -> None:
            generation = _need(connection, scope).generation
            if generation == 1:
                return  # the first one: nothing older can be there, and looking reads the whole table
            if scope == COMPANY:
                connection.exec_driver_sql("DELETE FROM reference WHERE generation < ?", (generation,))
                return
            old = connection.exec_driver_sql(
                "SELECT id FROM complaint WHERE scope = ? AND generation < ?", (scope, generation)
            )
            apply.forget_complaints(connection, [row[0] for row in old])

        def done(connection: Connection) -> None:
            connection.exec_driver_sql(
                "UPDATE scope_state SET stage = ?, after = NULL, completed_at = ? WHERE scope = ?",
                (Stage.DONE.value, self._now(), scope),
            )

        self._store.transaction(sweep)
        if scope != COMPANY:
            self._build_if_loaded(besides=scope)
        self._store.transaction(done)
        return ChangeSet(everything=True)

    def apply_changes_page(self, scope: str, page: Page) -> ChangeSet:
        """Store a page of the change feed and its cursor, together."""

        def work(connection: Connection) -> ChangeSet:
            generation = _need(connection, scope).generation
            complaints = [removal for removal in page.removals if removal.entity == "complaint"]
            others = [removal for removal in page.removals if removal.entity != "complaint"]
            ids = apply.put_complaints(connection, page.complaints, scope, generation)
            ids += apply.remove_complaints(connection, complaints, scope)
            names = apply.put_reference(connection, page.reference, generation)
            names += apply.remove_reference(connection, others)
            connection.exec_driver_sql(
                "UPDATE scope_state SET cursor = ? WHERE scope = ?", (page.next, scope)
            )
            return _changes(ids, names)

        return self._store.transaction(work)

    def resume_build(self) -> ChangeSet:
        """At start: go on with indexes whose building was cut off. Does nothing otherwise."""
        return ChangeSet(everything=True) if self._build_if_loaded() else ChangeSet()

    def drop_scope(self, scope: str) -> ChangeSet:
        """The officer lost a scope: its rows, their search entries and its cursor go, in one transaction."""

        def work(connection: Connection) -> list[int]:
            ids = [
                row[0]
                for row in connection.exec_driver_sql("SELECT id FROM complaint WHERE scope = ?", (scope,))
            ]
            apply.forget_complaints(connection, ids)
            if scope == COMPANY:
                connection.exec_driver_sql("DELETE FROM reference")
            connection.exec_driver_sql("DELETE FROM scope_state WHERE scope = ?", (scope,))
            connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (note_key(scope),))
            # Deleted words linger in the search index until its segments are merged.
            connection.exec_driver_sql("INSERT INTO complaint_fts (complaint_fts) VALUES ('optimize')")
            note_wipe(connection)
            return ids

        ids = self._store.transaction(work)
        self._build_if_loaded()
        return ChangeSet(everything=True) if scope == COMPANY else ChangeSet.of("complaint", ids)

    def wipe(self) -> None:
        """What `drop_scope` deleted leaves the file too. Does nothing if that is done."""
        wipe(self._store)

    def reset_scope(self, scope: str) -> ChangeSet:
        """The cursor is of no use: forget it.

        The rows stay on the screen until a fresh snapshot replaces them.
        """

        def work(connection: Connection) -> None:
            connection.exec_driver_sql(
                "UPDATE scope_state SET cursor = NULL, as_of = NULL, stage = NULL, after = NULL "
                "WHERE scope = ?",
                (scope,),
            )

        self._store.transaction(work)
        return ChangeSet(everything=True)

    def version_of(self, ids: Iterable[int]) -> dict[int, int]:
        """Versions of complaints; those that are not in the cache are missing."""
        sql = "SELECT id, version FROM complaint WHERE id IN (SELECT value FROM json_each(?))"
        with self._store.read() as connection:
            return {row[0]: row[1] for row in connection.exec_driver_sql(sql, (json.dumps(list(ids)),))}

    def save_me(self, me: str) -> ChangeSet:
        """Keep the server's answer about the officer (JSON), for the next start without a network."""
        if self.get_meta("me") == me:
            return ChangeSet()
        self.set_meta("me", me)
        return ChangeSet.of("me", ["me"])

    def me(self) -> str | None:
        """The last answer about the officer (JSON)."""
        return self.get_meta("me")

    def set_last_sync(self, at: int) -> None:
        """Note when (server time, ms) the last complete pull ended."""
        self.set_meta("last_sync_at", str(at))

    def last_sync(self) -> int | None:
        """When (server time, ms) the last complete pull ended, None if never."""
        value = self.get_meta("last_sync_at")
        return int(value) if value else None

    def set_clock_offset(self, offset: int) -> None:
        """Note how far (ms) the server's clock is ahead of this PC's, for a start without a line."""
        self.set_meta("clock_offset", str(offset))

    def clock_offset(self) -> int | None:
        """How far (ms) the server's clock was ahead of this PC's, None if that was never known."""
        value = self.get_meta("clock_offset")
        return int(value) if value else None

    def get_meta(self, key: str) -> str | None:
        """A note that lives as long as the cache."""
        with self._store.read() as connection:
            row = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).first()
        return str(row[0]) if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a note."""
        self._store.transaction(
            lambda connection: connection.exec_driver_sql(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value)
            )
        )

    def _build_if_loaded(self, besides: str | None = None) -> bool:
        """Build what was put off, once no scope is in the bulk of its first load any more."""
        states = [state for state in self.scopes() if state.scope != COMPANY]
        loading = [state for state in states if state.stage is not Stage.DONE and state.scope != besides]
        return bool(states) and not loading and build_indexes(self._store)


def _state(connection: Connection, scope: str) -> ScopeState | None:
    return next((state for state in _states(connection) if state.scope == scope), None)


def _need(connection: Connection, scope: str) -> ScopeState:
    state = _state(connection, scope)
    if state is None:
        raise LookupError(f"the snapshot of {scope} was not begun")
    return state


def _states(connection: Connection) -> list[ScopeState]:
    rows = connection.exec_driver_sql(
        "SELECT scope, epoch, cursor, as_of, stage, after, generation, rows, completed_at "
        "FROM scope_state ORDER BY scope"
    )
    return [
        ScopeState(
            scope=row.scope,
            epoch=row.epoch,
            cursor=row.cursor,
            as_of=row.as_of,
            stage=Stage(row.stage) if row.stage else None,
            after=row.after,
            generation=row.generation,
            rows=row.rows,
            completed_at=row.completed_at,
        )
        for row in rows
    ]


def _changes(ids: list[int], names: list[str]) -> ChangeSet:
    found: dict[str, frozenset[int | str]] = {}
    if ids:
        found["complaint"] = frozenset(ids)
    if names:
        found["reference"] = frozenset(names)
    return ChangeSet(found)
