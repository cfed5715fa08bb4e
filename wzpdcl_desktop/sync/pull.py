"""Bringing the cache up to the server, one unit of work at a time."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial

from wzpdcl_desktop.api.people import me_to_json
from wzpdcl_desktop.cache.writer import BULK, COMPANY, CacheWriter, ScopeState
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.errors import (
    CursorReset,
    DeskError,
    DiskFull,
    ServerDown,
    ServerSaid,
    SessionEnded,
    StoreDamaged,
    StoreError,
    TornPage,
)
from wzpdcl_desktop.domain.feed import Page
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.sync.ahead import Ahead
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.daily import DailyCheck
from wzpdcl_desktop.sync.listener import Listener, Server
from wzpdcl_desktop.sync.progress import PageSize, first_stage, progress_of, stage_after
from wzpdcl_desktop.sync.settle import Settler

log = logging.getLogger("wzpdcl.sync")

LONG_POLL_SECONDS = 25
#: During the bulk of a load the heads are looked at this often (s), so that changes do not wait for it.
_LOOK_SECONDS = 5.0
#: So often in a row one scope may fail, before it is left alone a while for the sake of the others.
_PATIENCE = 3
#: So many urgent pages are asked for at a time: on a long line the way costs more than the bytes.
_AT_ONCE = 3

Unit = Callable[[], float]
#: Scope, stage and ``after`` of a page of a snapshot.
Place = tuple[str, Stage, str | None]


class Puller:
    """Scopes, snapshots and feeds into the cache. For one thread.

    Args:
        ahead: Fetches the next pages of a snapshot while one is stored; None to fetch one after the other.

    Attributes:
        last_sync_at: Server time (ms) of the last complete pull.
    """

    def __init__(
        self,
        api: Server,
        writer: CacheWriter,
        settler: Settler,
        clock: ServerClock,
        listener: Listener,
        monotonic: Callable[[], float] = time.monotonic,
        ahead: Ahead | None = None,
    ) -> None:
        self._ahead = ahead
        self._daily = DailyCheck(api, writer.checks, clock, monotonic, self._emit, self._reset)
        self._api = api
        self._writer = writer
        self._settler = settler
        self._clock = clock
        self._listener = listener
        self._monotonic = monotonic
        self._size = PageSize()
        self._prepared = False
        self._token: str | None = None
        self._epoch: str | None = None
        self._heads: dict[str, int] = {}
        #: The head up to which each feed was pulled.
        self._caught: dict[str, int] = {}
        #: The head that the last page of each feed named, where it was the whole rest of it.
        self._whole: dict[str, int] = {}
        #: How often in a row the server refused a scope, and until when (monotonic) it is left alone.
        self._refusals: dict[str, int] = {}
        self._not_before: dict[str, float] = {}
        #: How often in a row a page of a scope could not be read or stored.
        self._failures: dict[str, int] = {}
        #: The head of each scope's feed at the first page of its snapshot: no other page may be older.
        self._since: dict[str, int] = {}
        self._looked_at = 0.0
        self._look_began = self._look_asked = 0
        self._noted = True
        self._time_asked = False
        self._loading = True
        self._total: int | None = None
        self._total_asked = False
        self.last_sync_at = writer.last_sync()

    @property
    def checked_at(self) -> int | None:
        """Server time (ms) of the last comparison with the server, None if never."""
        return self._daily.checked_at

    def step(self) -> float | None:
        """Do the next thing: look for news (a long poll if there is nothing else), or bring one page.

        Returns:
            Seconds until the next step.

        Raises:
            DeskError: It did not work; the step can be repeated.
        """
        if not self._prepared:
            self._emit(self._writer.resume_build())
            self._writer.wipe()
            self._prepared = True
        if self._token is None:
            return self._look()
        states = self._writer.scopes()
        unit = self._urgent(states) or self._behind(states)
        if unit is None:
            self._note_caught_up(states)
            unit = self._bulk(states) or self._daily.unit(states, self._whole)
            if unit is None:
                return self._look(LONG_POLL_SECONDS)
            if self._monotonic() - self._looked_at >= _LOOK_SECONDS:
                unit = self._look
        return unit()

    def revoke(self) -> None:
        """The officer lost the right to everything: no row stays on this PC. The outbox is not touched."""
        for state in self._writer.scopes():
            self._emit(self._writer.drop_scope(state.scope))
        self._forget_scopes()
        self._emit(ChangeSet(everything=True))
        self._writer.wipe()
        log.info("all scopes dropped")

    # ---------------------------------------------------------------- scopes

    def _look(self, wait: int = 0) -> float:
        """Ask for the scopes and their heads; act on a change of the set."""
        if self._clock.stale and not self._time_asked:
            wait = 0  # only an answer that comes at once tells the time
        self._time_asked = not wait
        asked, asked_at, known = self._monotonic(), self._clock.now(), self._token
        if known is None and COMPANY not in {state.scope for state in self._writer.scopes()}:
            # Everybody has it: it need not wait for the answer.
            self._begin((COMPANY, first_stage(COMPANY), None))
        found = self._api.scopes(known=known, wait=wait)
        began = self._clock.now()
        heads = {one.scope: one.head for one in found.scopes}
        if found.epoch != self._epoch:
            if self._epoch is not None:
                self._forget_pages()
            self._begin_urgent(list(heads))
            self._begin_feeds(heads)
            me = self._api.me()
            self._drop_lost(heads)
            self._emit(self._writer.save_me(me_to_json(me)))
            # Heads of another epoch (a restored server) may be equal by accident.
            self._caught.clear()
            self._whole.clear()
        self._token, self._epoch, self._heads = found.token, found.epoch, heads
        self._look_began, self._look_asked = began, asked_at
        self._looked_at, self._noted = self._monotonic(), False
        # Something on the way does not let a poll be long: do not ask in a tight loop.
        at_once = wait and found.token == known and self._looked_at - asked < 1.0
        return 1.0 if at_once else 0.0

    def _drop_lost(self, heads: dict[str, int]) -> None:
        """Scopes that are not the officer's any more leave this PC, with all that came through them."""
        for state in self._writer.scopes():
            if state.scope not in heads:
                self._emit(self._writer.drop_scope(state.scope))
                log.info("scope dropped")
        self._writer.wipe()

    def _forget_scopes(self) -> None:
        self._token = self._epoch = None
        self._forget_pages()
        self._heads = {}
        self._caught = {}
        self._whole = {}

    def _note_caught_up(self, states: list[ScopeState]) -> None:
        """All feeds are pulled up to the heads of the last look."""
        if self._noted:
            return
        self._noted = True
        if any(self._postponed(scope) for scope in self._heads):
            return
        complete = all(state.stage is Stage.DONE for state in states)
        if complete:
            self._settler.settle(self._look_began, self._look_asked)
        else:
            self._settler.settle()
        self.last_sync_at = self._clock.now()
        self._writer.set_last_sync(self.last_sync_at)
        if complete:
            self._tell_progress(states)
            self._loading = False

    # ---------------------------------------------------------------- what is next

    def _urgent(self, states: list[ScopeState]) -> Unit | None:
        """Reference data, then own open complaints, then all open ones."""
        places = self._urgent_places(list(self._heads), states)
        if not places:
            return None
        for place in places[1:]:
            self._begin(place)
        scope = places[0][0]
        state = next((state for state in states if state.scope == scope), None)
        return partial(self._apart, scope, partial(self._snapshot, scope, state))

    def _urgent_places(self, scopes: list[str], states: list[ScopeState]) -> list[Place]:
        """The next page of each urgent stage, in their order; the first few."""
        known = {state.scope: state for state in states}
        found: list[Place] = []
        for stage in (Stage.REFERENCE, Stage.OWN_OPEN, Stage.OPEN):
            for scope in scopes:
                state = known.get(scope)
                here = state.stage if state and state.stage else first_stage(scope)
                if self._postponed(scope):
                    continue
                if here is stage:
                    found.append((scope, stage, state.after or None if state else None))
                elif here is Stage.OWN_OPEN and stage is Stage.OPEN:
                    found.append((scope, stage, None))
        return found[:_AT_ONCE]

    def _begin_urgent(self, scopes: list[str]) -> None:
        """Ask for what an officer needs first, while something else is asked."""
        for place in self._urgent_places(scopes, self._writer.scopes()):
            self._begin(place)

    def _begin_feeds(self, heads: dict[str, int]) -> None:
        """Ask for the first changes of each feed, while something else is asked."""
        for state in self._writer.scopes():
            if state.cursor and state.scope in heads and not self._postponed(state.scope):
                self._begin_changes(state.scope, state.cursor)

    def _behind(self, states: list[ScopeState]) -> Unit | None:
        for state in states:
            head = self._heads.get(state.scope)
            if head is None or not state.cursor or self._caught.get(state.scope) == head:
                continue
            if not self._postponed(state.scope):
                return partial(self._apart, state.scope, partial(self._changes, state, head))
        return None

    def _bulk(self, states: list[ScopeState]) -> Unit | None:
        """The closed complaints, of all scopes the recent ones first."""
        for stage in BULK:
            for state in states:
                if state.stage is stage and state.scope in self._heads and not self._postponed(state.scope):
                    if self._loading and not self._total_asked:
                        self._begin((state.scope, stage, state.after or None))
                        return self._count
                    return partial(self._apart, state.scope, partial(self._snapshot, state.scope, state))
        return None

    def _postponed(self, scope: str) -> bool:
        return self._not_before.get(scope, 0.0) > self._monotonic()

    def _postpone(self, scope: str, count: int) -> None:
        """Leave a scope alone, the longer the more often that was needed."""
        self._not_before[scope] = self._monotonic() + min(10.0 * 2.0 ** min(count, 8), 300.0)

    def _apart(self, scope: str, unit: Unit) -> float:
        """Do a unit of one scope; what keeps going wrong with it must not stop the others."""
        try:
            delay = unit()
        except (DiskFull, StoreDamaged):
            raise  # of the whole store
        except (TornPage, StoreError) as error:
            torn = isinstance(error, TornPage)
            if torn and not self._size.least:
                raise  # the line, perhaps: the next page is smaller
            count = self._failures[scope] = self._failures.get(scope, 0) + 1
            if count < _PATIENCE:
                if torn:
                    raise
                return float(count)
            if count == _PATIENCE:
                log.warning("scope left alone: %s", error.key)
                self._listener.on_bug(error)
            self._postpone(scope, count - _PATIENCE)
            return 0.0
        self._failures.pop(scope, None)
        return delay

    # ---------------------------------------------------------------- pages

    def _snapshot(self, scope: str, state: ScopeState | None) -> float:
        """One page of a snapshot."""
        if state is None or state.stage is None:
            state = self._writer.begin_snapshot(scope, first_stage(scope), self._epoch or "")
            self._caught.pop(scope, None)
            self._whole.pop(scope, None)
            if self._loading:
                self._tell_progress(self._writer.scopes())
        stage, after = state.stage or first_stage(scope), state.after or None
        try:
            page = self._ahead.take((scope, stage, after)) if self._ahead else None
            if page is None or page.head < self._since.get(scope, 0):
                page = self._fetch(lambda limit: self._api.snapshot(scope, stage.value, after, limit))
        except ServerSaid as error:
            return self._refused(scope, error)
        if stage is first_stage(scope) and after is None:
            self._since[scope] = page.head
        following = stage_after(stage)
        if page.more:
            self._begin((scope, stage, page.next))
        elif following in BULK and len(self._heads) == 2:  # of several offices another one may be next
            self._begin((scope, following, None))
        self._emit(self._writer.apply_snapshot_page(scope, stage, page, page.as_of))
        if not page.more:
            if following is Stage.DONE:
                self._emit(self._writer.finish_snapshot(scope))
                log.info("snapshot complete")
            else:
                self._emit(self._writer.finish_stage(scope, stage, following))
        if self._loading:
            self._tell_progress(self._writer.scopes())
        return 0.0

    def _changes(self, state: ScopeState, head: int) -> float:
        """One page of a feed."""
        scope, cursor = state.scope, state.cursor or ""
        try:
            page = self._ahead.take((scope, cursor)) if self._ahead else None
            if page is None or (page.head < head and not page.more):
                page = self._fetch(partial(self._api.changes, scope, cursor))
        except ServerSaid as error:
            return self._refused(scope, error)
        if page:
            self._forget_pages()
        if page.more:
            self._begin_changes(scope, page.next)
        self._emit(self._writer.apply_changes_page(scope, page))
        self._refusals.pop(scope, None)
        self._whole.pop(scope, None)
        if not page.more:
            self._caught[scope], self._whole[scope] = head, page.head
        return 0.0

    def _begin(self, place: Place) -> None:
        """Fetch a page of a snapshot ahead."""
        if self._ahead:
            scope, stage, after = place
            self._ahead.begin(
                place, partial(self._fetch, partial(self._api.snapshot, scope, stage.value, after))
            )

    def _begin_changes(self, scope: str, cursor: str) -> None:
        """Fetch a page of a feed ahead. It is right as long as the feed's cursor is the same."""
        if self._ahead:
            self._ahead.begin(
                (scope, cursor), partial(self._fetch, partial(self._api.changes, scope, cursor))
            )

    def _forget_pages(self) -> None:
        if self._ahead:
            self._ahead.forget()

    def _count(self) -> float:
        """Ask once how much there is to load, for the screen alone: without an answer it stays unknown."""
        self._total_asked = True
        try:
            self._total = sum(self._api.row_count(scope) for scope in self._heads if scope != COMPANY)
        except SessionEnded:
            raise
        except DeskError as error:
            log.info("rows not counted: %s", error.key)
        return 0.0

    def _fetch(self, get: Callable[[int], Page]) -> Page:
        """A page of the right size, outside any transaction."""
        began = self._monotonic()
        try:
            page = get(self._size.rows)
        except (ServerDown, TornPage):
            self._size.broke()
            raise
        # Reference data has small rows: they say little about the pages of complaints.
        self._size.came(len(page) - len(page.reference), self._monotonic() - began)
        return page

    def _refused(self, scope: str, error: ServerSaid) -> float:
        """The server takes no question about a scope: begin it anew; if that goes on, leave it a while."""
        code = error.problem.code
        self._forget_pages()
        if isinstance(error, CursorReset) or code == "invalid":
            # Of before a restore: the rows stay on the screen until the fresh snapshot is in.
            self._reset(scope)
        elif code == "scope_denied":
            self._forget_scopes()
        else:
            raise error
        log.info("scope refused: %s", code)
        count = self._refusals[scope] = self._refusals.get(scope, 0) + 1
        if count > 1:
            self._postpone(scope, count - 2)
        return 0.0

    def _reset(self, scope: str) -> None:
        """Let a scope take a fresh snapshot."""
        self._emit(self._writer.reset_scope(scope))
        self._caught.pop(scope, None)
        self._whole.pop(scope, None)

    def _tell_progress(self, states: list[ScopeState]) -> None:
        self._listener.on_progress(progress_of(list(self._heads), states, self._total))

    def _emit(self, changes: ChangeSet) -> None:
        if changes:
            self._listener.on_changes(changes)
