"""Once a day: does this PC hold what the server holds? What does not agree is fetched again.

Every fault that is known cannot lead to a difference; this is for those that are not. The outbox has no part
in it: commands lie in another file, and rows are compared as the server sent them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from wzpdcl_desktop.cache.checks import CheckNote, Checks
from wzpdcl_desktop.cache.writer import COMPANY, ScopeState
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.errors import (
    DeskError,
    DiskFull,
    SessionEnded,
    SignInRefused,
    StoreDamaged,
)
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.listener import Server

log = logging.getLogger("wzpdcl.sync")

DAY_MS = 86_400_000
#: After a comparison that failed the next try waits so long (s), at most an hour.
_PAUSE, _PAUSE_MOST = 30.0, 3_600.0
#: Of more differing buckets than these, each a question of its own, the scope is fetched whole.
_MOST = 16


class DailyCheck:
    """Compares one scope after the other, a unit of work at a time. For the thread that pulls.

    Args:
        changed: Told of rows that were put right.
        reload: Makes a scope take a fresh snapshot.

    Attributes:
        checked_at: When (server time, ms) all scopes had last been compared, None if one never was.
    """

    def __init__(
        self,
        api: Server,
        checks: Checks,
        clock: ServerClock,
        monotonic: Callable[[], float],
        changed: Callable[[ChangeSet], None],
        reload: Callable[[str], None],
    ) -> None:
        self._api = api
        self._checks = checks
        self._clock = clock
        self._monotonic = monotonic
        self._changed = changed
        self._reload = reload
        self.checked_at: int | None = None
        self._scopes: list[str] = []
        self._notes: dict[str, CheckNote] | None = None
        self._tries: dict[str, int] = {}
        self._not_before: dict[str, float] = {}
        #: Heads at which the server was ahead already: first the feed is pulled.
        self._passed: dict[str, int] = {}

    def unit(self, states: Sequence[ScopeState], heads: Mapping[str, int]) -> Callable[[], float] | None:
        """The next thing to do, None if all is compared for today.

        Args:
            heads: Up to which each feed was pulled whole; a scope that is behind is not in it.
        """
        if self._notes is None:
            self._notes = self._checks.notes()
        self._scopes = [state.scope for state in states]
        self._note_time()
        for state in states:
            head = heads.get(state.scope)
            if head is None or head == self._passed.get(state.scope):
                continue
            if state.stage is Stage.DONE and self._due(state):
                return partial(self._guarded, state.scope, head)
        return None

    def _note_time(self) -> None:
        self.checked_at = min((self._note(scope).at for scope in self._scopes), default=0) or None

    def _due(self, state: ScopeState) -> bool:
        if self._not_before.get(state.scope, 0.0) > self._monotonic():
            return False
        since = self._note(state.scope).at or state.completed_at or 0
        # Of a clock that was ahead it may be a day to come.
        return not 0 <= self._clock.now() - since < DAY_MS

    def _guarded(self, scope: str, head: int) -> float:
        """Whatever is wrong with it must not keep pulling from going on."""
        tries = self._tries[scope] = self._tries.get(scope, 0) + 1
        self._not_before[scope] = self._monotonic() + min(_PAUSE * 2.0 ** min(tries - 1, 8), _PAUSE_MOST)
        try:
            self._compare(scope, head)
            self._note_time()
            self._tries.pop(scope, None)
            self._not_before.pop(scope, None)
        except (SessionEnded, SignInRefused, DiskFull, StoreDamaged):
            raise
        except DeskError as error:
            log.info("digest not compared: %s", error.key)
        return 0.0

    def _compare(self, scope: str, head: int) -> None:
        said = self._api.digest(scope)
        if said.head != head:
            self._passed[scope] = head
            return
        wrong = self._checks.differing(scope, said.buckets)
        if wrong and (scope == COMPANY or len(wrong) > _MOST):
            self._reload(scope)
            log.warning("digest: %d buckets differ, all is fetched again", len(wrong))
            self._count(scope, buckets=len(wrong), reloads=1)
            wrong = []
        for bucket in wrong:
            page = self._api.bucket(scope, bucket)
            if page.head != head:
                self._passed[scope] = head
                return  # what was put right stays so; the rest is found again
            changes = self._checks.put_right(scope, bucket, page)
            self._changed(changes)
            log.warning("digest: %d rows put right", len(changes.of_entity("complaint")))
            self._count(scope, buckets=1, rows=len(changes.of_entity("complaint")))
        self._keep(scope, replace(self._note(scope), at=self._clock.now()))

    def _count(self, scope: str, *, buckets: int, rows: int = 0, reloads: int = 0) -> None:
        old = self._note(scope)
        note = replace(
            old,
            found_at=self._clock.now(),
            buckets=old.buckets + buckets,
            rows=old.rows + rows,
            reloads=old.reloads + reloads,
        )
        self._keep(scope, note)

    def _note(self, scope: str) -> CheckNote:
        return (self._notes or {}).get(scope) or CheckNote()

    def _keep(self, scope: str, note: CheckNote) -> None:
        self._checks.keep(scope, note)
        self._notes = {**(self._notes or {}), scope: note}
