"""How far the first load is, and how large its pages should be."""

from __future__ import annotations

from collections.abc import Sequence

from wzpdcl_desktop.cache.writer import COMPANY, ScopeState
from wzpdcl_desktop.domain.link import LoadProgress, Stage

#: Stages of a complaint scope in their order.
COMPLAINT_STAGES = (Stage.OWN_OPEN, Stage.OPEN, Stage.RECENT, Stage.HISTORY)
_ORDER = (Stage.REFERENCE, *COMPLAINT_STAGES, Stage.DONE)

_LEAST_ROWS, _MOST_ROWS, _FIRST_ROWS = 50, 5_000, 500
#: How long (s) a page should be on the line: worth its round trip (of 300 ms: 2.5 %), and short enough to be
#: tried again.
_PAGE_SECONDS = 12.0
_GROWTH = 4


def first_stage(scope: str) -> Stage:
    """The stage with which a scope's snapshot begins."""
    return Stage.REFERENCE if scope == COMPANY else Stage.OWN_OPEN


def stage_after(stage: Stage) -> Stage:
    """The stage that follows; DONE after the last."""
    if stage is Stage.REFERENCE:
        return Stage.DONE
    return _ORDER[_ORDER.index(stage) + 1]


def progress_of(scopes: Sequence[str], states: Sequence[ScopeState], total: int | None) -> LoadProgress:
    """Progress of the first load: the stage that its hindmost scope is in.

    A scope that was complete once is not loading, even in a fresh snapshot: its rows are on the screen.
    """
    known = {state.scope: state for state in states}
    stage, rows = Stage.DONE, 0
    for scope in scopes:
        state = known.get(scope)
        if state is None:
            stage = min(stage, first_stage(scope), key=_ORDER.index)
            continue
        if scope != COMPANY:
            rows += state.rows
        if state.completed_at is None:
            stage = min(stage, state.stage or first_stage(scope), key=_ORDER.index)
    return LoadProgress(stage, rows if total is None else min(rows, total), total)


class PageSize:
    """Rows to ask for, by how fast the last ones came."""

    def __init__(self) -> None:
        self.rows = _FIRST_ROWS

    @property
    def least(self) -> bool:
        """Whether pages cannot be smaller."""
        return self.rows == _LEAST_ROWS

    def came(self, rows: int, seconds: float) -> None:
        """A page came."""
        if rows < _LEAST_ROWS:
            return  # mostly the round trip: it says little about the line
        fitting = rows / max(seconds, 0.001) * _PAGE_SECONDS
        self.rows = _within(min(fitting, self.rows * _GROWTH))

    def broke(self) -> None:
        """A page did not come whole: ask for less, so that something comes through."""
        self.rows = _within(self.rows / 2)


def _within(rows: float) -> int:
    return int(min(max(rows, _LEAST_ROWS), _MOST_ROWS))
