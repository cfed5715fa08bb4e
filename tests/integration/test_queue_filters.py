"""Every filter finds what reading row after row finds, with and without commands that wait."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.gui.work_desk import ME, RULES
from tests.unit.cache.samples import HOUR, NOW, Desk, complaint, open_desk, page, reference
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.reference import ReferenceReader
from wzpdcl_desktop.domain.complaints import (
    OPEN_STATES,
    QueueQuery,
    QueueRow,
    SortKey,
    State,
    TimeLeft,
    View,
)
from wzpdcl_desktop.domain.feed import ComplaintTuple
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.domain.people import Action, ActionRule, Me
from wzpdcl_desktop.domain.periods import DAY_MS, Period, Span, span_of
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.domain.urgency import Urgency, urgency
from wzpdcl_desktop.services.complaints import ComplaintService

_REASSIGN = ActionRule(Action.REASSIGN, frozenset({"inbox", "in_progress"}), None, frozenset({"text"}))
_HEAD = Me(
    ME.officer, ME.name, ME.name_bn, "XEN", ME.duty, ME.office, ME.circle, ME.feeders, (*RULES, _REASSIGN)
)
_FEEDERS = ("dolkhola", "bagmara", "tutpara", None)
_OFFICERS = ("nahid", "zakir", None)
_CATEGORIES = ("line.power", "line", "meter.burnt", "meters.odd", "bill")
_POLICIES = {"line": 30, "line.power": 90, "meter": 240}


#: Around what the filters ask for, and on the following days in and out of office hours.
_MINUTES_LEFT = (-1, 0, 1, 30, 59, 60, 61, 90, 91, 110, 240, 300, *range(600, 6 * 1440, 235))


def _tomorrow() -> date:
    return datetime.fromtimestamp(NOW / 1000, UTC).date() + timedelta(days=1)


def _rows(count: int = 500) -> list[ComplaintTuple]:
    chance = random.Random(7)
    rows = []
    for number in range(1, count + 1):
        state = chance.choice(("inbox", "inbox", "in_progress", "resolved", "cancelled"))
        created = NOW - chance.randrange(40 * DAY_MS // 1000) * 1000
        if chance.random() < 0.3:
            created = NOW - chance.randrange(15 * HOUR)
        rows.append(
            complaint(
                number,
                state=state,
                category=chance.choice(_CATEGORIES),
                feeder=chance.choice(_FEEDERS),
                assigned_to=chance.choice(_OFFICERS),
                customer=chance.choice(("করিম", "Rahim", "সেলিনা")),
                created_at=created,
                accepted_at=created + 5 if state == "in_progress" else None,
                closed_at=NOW - chance.randrange(3 * DAY_MS) if state in ("resolved", "cancelled") else None,
                due_at=NOW + chance.choice(_MINUTES_LEFT) * 60_000,
                reopen_count=chance.choice((0, 0, 2)),
                rating=chance.choice((None, 1, 3, 5)) if state == "resolved" else None,
            )
        )
    return rows


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("filters")
    made = open_desk(folder / "officer")
    made.writer.begin_snapshot("company", Stage.REFERENCE)
    policies = [
        reference("policy", name, category=name, minutes=600, calendar="always", warn_minutes=warn)
        for name, warn in _POLICIES.items()
    ]
    # The next day is a holiday: the limits of some lie after it.
    policies += [
        reference("policy", "bill", category="bill", minutes=960, calendar="working", warn_minutes=240),
        reference("holiday", "h", date=str(_tomorrow()), name="Holiday", name_bn="ছুটি"),
    ]
    made.writer.apply_snapshot_page("company", Stage.REFERENCE, page(reference=policies, as_of="r0"))
    made.writer.finish_snapshot("company")
    made.load(*_rows())
    yield made
    made.close()


@pytest.fixture(scope="module", params=["as the server has them", "with commands that wait"])
def service(desk: Desk, request: pytest.FixtureRequest) -> ComplaintService:
    notes = DeskNotes(desk.outbox_store, desk.clock)
    made = ComplaintService(ComplaintReader(desk.cache), desk.outbox, notes, lambda: _HEAD, desk.clock)
    if request.param == "with commands that wait":
        inbox = made.queue(QueueQuery(View.INBOX, NOW))
        for number in inbox[:9]:
            made.accept(number, "আসছি")
        for number in inbox[5:30:2]:
            made.reassign(number, "tutpara", "", "ওদিকে")
        for number in inbox[6:40:3]:
            made.reassign(number, "", "zakir", "আপনি যান")
        for number in made.queue(QueueQuery(View.IN_PROGRESS, NOW))[:12:2]:
            made.resolve(number)
        made.cancel(inbox[50], "duplicate", "একই")
        assert len(made.moved()) > 25
    return made


@pytest.fixture(scope="module")
def rows(desk: Desk, service: ComplaintService) -> list[QueueRow]:
    """All rows as the screen shows them."""
    return service.rows(list(range(1, 501)))


@pytest.fixture(scope="module")
def directory(desk: Desk) -> Directory:
    return ReferenceReader(desk.cache).directory()


def _closed_at(row: QueueRow) -> int | None:
    if row.state in OPEN_STATES:
        return None
    return NOW if row.closed_at is None else row.closed_at


def _clock_fits(row: QueueRow, clock: TimeLeft, directory: Directory) -> bool:
    drawn, left = urgency(row, NOW, directory), row.due_at - NOW
    return {
        TimeLeft.OVERDUE: drawn is Urgency.BREACHED,
        TimeLeft.HOUR: row.state in OPEN_STATES and 0 <= left <= HOUR,
        TimeLeft.SOON: drawn is Urgency.SOON,
        TimeLeft.IN_TIME: drawn is Urgency.OK,
    }[clock]


def _in_view(row: QueueRow, view: View, directory: Directory) -> bool:
    if view in (View.DUE_SOON, View.OVERDUE):
        clock = TimeLeft.HOUR if view is View.DUE_SOON else TimeLeft.OVERDUE
        return _clock_fits(row, clock, directory)
    if view is View.REOPENED:
        return row.state in OPEN_STATES and row.reopen_count > 0
    return view is View.ALL or row.state.value == view.value


def _fits(row: QueueRow, query: QueueQuery, directory: Directory) -> bool:
    categories = {row.category, row.category.partition(".")[0]}
    spans: tuple[tuple[Span | None, int | None], ...] = (
        (span_of(query.came, NOW) if query.came else None, row.created_at),
        (query.created, row.created_at),
        (query.accepted, row.accepted_at),
        (query.closed, _closed_at(row)),
    )
    return (
        _in_view(row, query.view, directory)
        and (not query.feeders or (row.feeder or "") in query.feeders)
        and (not query.assigned or (row.assigned_to or "") in query.assigned)
        and (not query.categories or bool(categories & query.categories))
        and (not query.ratings or (row.rating or 0) in query.ratings)
        and (not query.reopened or row.reopen_count > 0)
        and (not query.states or row.state in query.states)
        and (not query.clocks or any(_clock_fits(row, clock, directory) for clock in query.clocks))
        and all(span is None or span.holds(at) for span, at in spans)
    )


_KEYS: dict[SortKey, Callable[[QueueRow], Any]] = {
    SortKey.DUE: lambda row: row.due_at,
    SortKey.CREATED: lambda row: row.created_at,
    SortKey.CLOSED: lambda row: _closed_at(row) or -1,
    SortKey.CATEGORY: lambda row: row.category,
    SortKey.CUSTOMER: lambda row: row.customer,
    SortKey.FEEDER: lambda row: row.feeder or "",
}


def _queries() -> list[QueueQuery]:
    """Each filter alone in each view, and chance mixtures of them."""
    single: list[dict[str, Any]] = [
        *({"clocks": frozenset({clock})} for clock in TimeLeft),
        {"clocks": frozenset({TimeLeft.OVERDUE, TimeLeft.SOON})},
        *({"came": period} for period in Period),
        {"created": Span(NOW - 3 * DAY_MS, NOW - DAY_MS)},
        {"accepted": Span(NOW - 9 * DAY_MS, NOW)},
        {"closed": Span(NOW - DAY_MS, NOW + 1)},
        {"assigned": frozenset({"zakir"})},
        {"assigned": frozenset({"", "nahid"})},
        {"feeders": frozenset({"tutpara"})},
        {"feeders": frozenset({"bagmara", ""})},
        {"categories": frozenset({"meter"})},
        {"ratings": frozenset({1, 5})},
        {"ratings": frozenset({0})},
        {"reopened": True},
        {"states": OPEN_STATES},
        {"states": frozenset({State.RESOLVED})},
    ]
    chance = random.Random(11)
    mixed = [
        {key: value for one in chance.sample(single, 3) for key, value in one.items()} for _ in range(60)
    ]
    queries = []
    for number, conditions in enumerate([{}, *single, *mixed]):
        for view in View if number <= len(single) else chance.sample(list(View), 3):
            sort = chance.choice(list(SortKey))
            queries.append(QueueQuery(view, NOW, sort=sort, descending=chance.random() < 0.5, **conditions))
    return queries


def test_each_filter_and_order_equals_reading_row_after_row(
    service: ComplaintService, rows: list[QueueRow], directory: Directory
) -> None:
    found = 0
    for query in _queries():
        expected = [row for row in rows if _fits(row, query, directory)]
        key = _KEYS[query.sort]
        expected.sort(key=lambda row: (key(row), row.id), reverse=query.descending)
        assert service.queue(query) == [row.id for row in expected], query
        assert service.count(query) == len(expected)
        found += bool(expected)
    assert found > 100, "lists that are always empty prove nothing"


def test_a_waiting_reassignment_counts_where_its_row_shows_it(
    service: ComplaintService, rows: list[QueueRow]
) -> None:
    for officer in ("zakir", "nahid"):
        query = QueueQuery(View.ALL, NOW, assigned=frozenset({officer}))
        assert set(service.queue(query)) == {row.id for row in rows if row.assigned_to == officer}


def test_the_numbers_of_the_navigation_are_those_of_the_lists(service: ComplaintService) -> None:
    counts = service.counts().views
    assert counts == {view: service.count(QueueQuery(view, NOW)) for view in View}
