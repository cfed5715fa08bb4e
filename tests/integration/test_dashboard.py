"""Every number of the dashboard is the number of rows that the queue shows for it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.work_desk import ME
from tests.unit.cache.samples import HOUR, NOW, Desk, complaint, open_desk
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.statistics import StatisticsReader
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.dashboard import Figure
from wzpdcl_desktop.domain.feed import ComplaintTuple
from wzpdcl_desktop.domain.periods import DAY_MS, Period, span_of
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.dashboard import DashboardService


def _rows(count: int = 400) -> list[ComplaintTuple]:
    chance = random.Random(3)
    rows = []
    for number in range(1, count + 1):
        state = chance.choice(("inbox", "in_progress", "resolved", "resolved", "cancelled"))
        created = NOW - chance.randrange(40 * DAY_MS // 1000) * 1000
        accepted = min(NOW, created + chance.randrange(6 * HOUR)) if state != "inbox" else None
        closed = min(NOW - 1, (accepted or created) + chance.randrange(9 * HOUR))
        rows.append(
            complaint(
                number,
                state=state,
                feeder=chance.choice(("dolkhola", "bagmara", None)),
                assigned_to=chance.choice(("nahid", "zakir", None)),
                created_at=created,
                accepted_at=accepted,
                closed_at=closed if state in ("resolved", "cancelled") else None,
                due_at=NOW + chance.randrange(-5 * HOUR, 5 * HOUR),
                reopen_count=chance.choice((0, 0, 1)),
                rating=chance.choice((None, 1, 3, 5)) if state == "resolved" else None,
            )
        )
    return rows


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path / "officer")
    made.load(*_rows())
    yield made
    made.close()


@pytest.fixture
def complaints(desk: Desk) -> ComplaintService:
    notes = DeskNotes(desk.outbox_store, desk.clock)
    return ComplaintService(ComplaintReader(desk.cache), desk.outbox, notes, lambda: ME, desk.clock)


@pytest.fixture
def service(desk: Desk, complaints: ComplaintService) -> DashboardService:
    return DashboardService(StatisticsReader(desk.cache), complaints, desk.clock)


@pytest.mark.parametrize("period", Period)
@pytest.mark.parametrize("pending", [False, True])
def test_every_number_is_the_count_of_the_rows_it_opens(
    complaints: ComplaintService, service: DashboardService, period: Period, pending: bool
) -> None:
    if pending:
        board = service.dashboard(period)
        inbox = complaints.queue(board.figures[Figure.INBOX].query)
        for number in inbox[:4]:
            complaints.accept(number, "লোক যাচ্ছে")
        for number in complaints.queue(board.figures[Figure.IN_PROGRESS].query)[:9]:
            complaints.resolve(number, "")
        complaints.cancel(inbox[7], "duplicate", "একই অভিযোগ")
        assert complaints.moved()
    board = service.dashboard(period)
    counts = board.counts()
    assert [count.value for count in counts] == [len(complaints.queue(count.query)) for count in counts]
    assert all(board.figures[figure].value for figure in Figure), "a number that is always 0 proves nothing"
    assert sum(one.open.value for one in board.feeders) == board.every_open.value
    assert sum(slot.came.value for slot in board.slots) == board.figures[Figure.NEW].value
    assert sum(slot.resolved.value for slot in board.slots) == board.figures[Figure.RESOLVED].value


def test_what_is_closed_here_counts_as_closed_today_before_it_is_sent(
    complaints: ComplaintService, service: DashboardService
) -> None:
    before = service.dashboard(Period.TODAY)
    number = complaints.queue(before.figures[Figure.IN_PROGRESS].query)[0]
    complaints.resolve(number, "")
    after = service.dashboard(Period.TODAY)
    assert after.figures[Figure.RESOLVED].value == before.figures[Figure.RESOLVED].value + 1
    assert number in complaints.queue(after.figures[Figure.RESOLVED].query)
    assert after.every_open.value == before.every_open.value - 1


def test_first_is_what_is_due_soonest(complaints: ComplaintService, service: DashboardService) -> None:
    board = service.dashboard(Period.TODAY)
    assert [row.id for row in board.first] == complaints.queue(board.every_open.query)[:5]
    assert board.every_open.query.view is View.ALL


def test_days_are_those_of_dhaka() -> None:
    six_in_the_morning = NOW - NOW % DAY_MS  # midnight UTC
    just_before = six_in_the_morning + 18 * HOUR - 1  # 23:59 in Dhaka
    span = span_of(Period.TODAY, just_before)
    assert span.holds(just_before)
    assert not span.holds(just_before + 1)
    assert span.end - span.start == DAY_MS
    week = span_of(Period.WEEK, just_before)
    assert (week.end - week.start, week.end) == (7 * DAY_MS, span.end)
