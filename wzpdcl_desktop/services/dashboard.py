"""The dashboard: counts what the queue would list, and says which question lists it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from statistics import fmean, median_low

from wzpdcl_desktop.cache.statistics import Counted, StatisticsReader
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery, SortKey, State, View
from wzpdcl_desktop.domain.dashboard import (
    Count,
    Dashboard,
    FeederWork,
    Figure,
    OfficerWork,
    Slot,
)
from wzpdcl_desktop.domain.periods import DAY_MS, HOUR_MS, Period, Span, span_of
from wzpdcl_desktop.services.complaints import ComplaintService

_FIRST = 5
_STARS = frozenset({1, 2, 3, 4, 5})

Is = Callable[[Counted], bool]


class DashboardService:
    """Numbers of the cache with the pending commands applied, as in the queue."""

    def __init__(self, reader: StatisticsReader, complaints: ComplaintService, clock: Clock) -> None:
        self._reader = reader
        self._complaints = complaints
        self._clock = clock

    def dashboard(self, period: Period) -> Dashboard:
        """Everything of one period; reads the cache, so not for the screen's thread."""
        now = self._clock.now()
        span = span_of(period, now)
        rows = self._reader.counted(span.start, now, self._complaints.moved())
        made = tally(rows, period, span, now)
        soonest = sorted(
            (row for row in rows if row.state in OPEN_STATES), key=lambda row: (row.due_at, row.id)
        )
        return replace(made, first=tuple(self._complaints.rows([row.id for row in soonest[:_FIRST]])))


def tally(rows: list[Counted], period: Period, span: Span, now: int) -> Dashboard:
    """Count. No SQL: what is counted here is what the questions beside the numbers find."""
    opens = [row for row in rows if row.state in OPEN_STATES]
    resolved = [row for row in rows if row.state is State.RESOLVED and span.holds(row.closed_at)]
    cancelled = sum(row.state is State.CANCELLED and span.holds(row.closed_at) for row in rows)
    taken = [row for row in rows if span.holds(row.accepted_at)]
    rated = [row.rating for row in resolved if row.rating]
    ask, ask_resolved = _ask(View.ALL, now), _ask(View.RESOLVED, now, closed=span)
    figures = {
        Figure.NEW: Count(sum(span.holds(row.created_at) for row in rows), replace(ask, created=span)),
        Figure.RESOLVED: Count(len(resolved), ask_resolved),
        Figure.CANCELLED: Count(cancelled, _ask(View.CANCELLED, now, closed=span)),
        Figure.INBOX: Count(sum(row.state is State.INBOX for row in opens), _ask(View.INBOX, now)),
        Figure.IN_PROGRESS: Count(
            sum(row.state is State.IN_PROGRESS for row in opens), _ask(View.IN_PROGRESS, now)
        ),
        Figure.OVERDUE: Count(sum(row.due_at < now for row in opens), _ask(View.OVERDUE, now)),
        Figure.DUE_SOON: Count(sum(_soon(row, now) for row in opens), _ask(View.DUE_SOON, now)),
        Figure.REOPENED: Count(sum(row.reopen_count > 0 for row in opens), _ask(View.REOPENED, now)),
        Figure.RATED: Count(len(rated), replace(ask_resolved, ratings=_STARS)),
        Figure.ACCEPTED: Count(len(taken), replace(ask, accepted=span)),
    }
    return Dashboard(
        period=period,
        span=span,
        now=now,
        figures=figures,
        accept_ms=_median(row.accepted_at - row.created_at for row in taken if row.accepted_at is not None),
        resolve_ms=_median(_took(resolved)),
        rating=fmean(rated) if rated else None,
        feeders=_feeders(opens, now),
        slots=_slots(rows, resolved, period, span, now),
        officers=_officers(opens, resolved, span, now),
        every_open=Count(len(opens), replace(ask, states=OPEN_STATES)),
    )


def _feeders(opens: list[Counted], now: int) -> tuple[FeederWork, ...]:
    """The feeder with the most open complaints first."""
    groups: dict[str, list[Counted]] = defaultdict(list)
    for row in opens:
        groups[row.feeder].append(row)
    work = []
    for feeder, own in groups.items():
        only = frozenset({feeder})
        work.append(
            FeederWork(
                feeder,
                Count(len(own), replace(_ask(View.ALL, now), states=OPEN_STATES, feeders=only)),
                Count(sum(row.due_at < now for row in own), replace(_ask(View.OVERDUE, now), feeders=only)),
                Count(sum(_soon(row, now) for row in own), replace(_ask(View.DUE_SOON, now), feeders=only)),
            )
        )
    return tuple(sorted(work, key=lambda one: (-one.open.value, -one.overdue.value, one.feeder)))


def _slots(
    rows: list[Counted], resolved: list[Counted], period: Period, span: Span, now: int
) -> tuple[Slot, ...]:
    step = HOUR_MS if period is Period.TODAY else DAY_MS
    number = (min(now, span.end - 1) - span.start) // step + 1
    came, done = [0] * number, [0] * number
    for times, at in (
        (came, (row.created_at for row in rows)),
        (done, (row.closed_at for row in resolved)),
    ):
        for moment in at:
            place = -1 if moment is None else (moment - span.start) // step
            if 0 <= place < number:
                times[place] += 1
    slots = []
    for place in range(number):
        part = Span(span.start + place * step, span.start + (place + 1) * step)
        slots.append(
            Slot(
                part,
                Count(came[place], replace(_ask(View.ALL, now), created=part)),
                Count(done[place], _ask(View.RESOLVED, now, closed=part)),
            )
        )
    return tuple(slots)


def _officers(opens: list[Counted], resolved: list[Counted], span: Span, now: int) -> tuple[OfficerWork, ...]:
    """Who resolved the most first."""
    work = []
    to_do, done = defaultdict(list), defaultdict(list)
    for row in opens:
        to_do[row.officer].append(row)
    for row in resolved:
        done[row.officer].append(row)
    for officer in to_do.keys() | done.keys():
        only, own = frozenset({officer}), done[officer]
        stars = [row.rating for row in own if row.rating]
        ask = replace(_ask(View.RESOLVED, now, closed=span), assigned=only)
        work.append(
            OfficerWork(
                officer,
                Count(len(to_do[officer]), replace(_ask(View.ALL, now), states=OPEN_STATES, assigned=only)),
                Count(len(own), ask),
                Count(len(stars), replace(ask, ratings=_STARS)),
                _median(_took(own)),
                fmean(stars) if stars else None,
            )
        )
    # What nobody has been given stands last.
    return tuple(
        sorted(work, key=lambda one: (not one.officer, -one.resolved.value, -one.open.value, one.officer))
    )


def _ask(view: View, now: int, closed: Span | None = None) -> QueueQuery:
    if closed is not None:
        return QueueQuery(view, now, sort=SortKey.CLOSED, descending=True, closed=closed)
    return QueueQuery(view, now)


def _soon(row: Counted, now: int) -> bool:
    return now <= row.due_at <= now + HOUR_MS


def _took(rows: Iterable[Counted]) -> Iterable[int]:
    return (row.closed_at - row.created_at for row in rows if row.closed_at is not None)


def _median(values: Iterable[int]) -> int | None:
    found = list(values)
    return median_low(found) if found else None
