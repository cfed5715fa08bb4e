"""The desk counts time as the server does: at the limit, the policy's minutes have been counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from central_api.due import due_after
from wzpdcl_desktop.domain.complaints import QueueRow, State
from wzpdcl_desktop.domain.reference import Directory, Named, Policy
from wzpdcl_desktop.domain.urgency import Urgency, holiday_ahead, time_gone, time_left, urgency
from wzpdcl_desktop.domain.working_time import counted, day_number, day_of, reaches, runs_out

_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 400 * 86_400_000).map(lambda ms: int(_FIRST.timestamp()) * 1000 + ms)
calendars = st.sampled_from(("always", "working"))
days = st.sets(st.integers(0, 430).map(lambda n: _FIRST.date() + timedelta(days=n)), max_size=60)
minutes = st.integers(1, 14 * 24 * 60)


def _numbers(holidays: set[date]) -> set[int]:
    return {day_number(day) for day in holidays}


@given(moments, minutes, calendars, days)
def test_the_limit_is_the_servers(start: int, length: int, calendar: str, holidays: set[date]) -> None:
    due = due_after(start, length, calendar, holidays)
    numbers = _numbers(holidays)

    assert runs_out(start, length * 60_000, calendar, numbers) == due
    assert counted(start, due, calendar, numbers) == length * 60_000


@given(moments, st.integers(0, 20 * 86_400_000), st.integers(0, 5 * 86_400_000), calendars, days)
def test_counted_time_only_grows_and_adds_up(
    start: int, first: int, then: int, calendar: str, holidays: set[date]
) -> None:
    numbers, middle, end = _numbers(holidays), start + first, start + first + then
    one, two = counted(start, middle, calendar, numbers), counted(middle, end, calendar, numbers)

    assert 0 <= two <= then
    assert one + two == counted(start, end, calendar, numbers)
    assert counted(end, start, calendar, numbers) == -one - two


@given(moments, st.integers(0, 3 * 86_400_000), calendars, days)
def test_the_last_moment_within_reach(now: int, amount: int, calendar: str, holidays: set[date]) -> None:
    numbers = _numbers(holidays)
    last = reaches(now, amount, calendar, numbers)

    assert counted(now, last, calendar, numbers) <= amount < counted(now, last + 1, calendar, numbers)


@given(moments, minutes, calendars, days, st.integers(-3 * 86_400_000, 3 * 86_400_000), st.integers(0, 600))
def test_the_stage_agrees_with_the_servers_limit(
    start: int, length: int, calendar: str, holidays: set[date], off: int, warn: int
) -> None:
    due = due_after(start, length, calendar, holidays)
    policy = Policy("bill", length, calendar, warn)
    directory = _directory(policy, holidays)
    row = _row(start, due)
    for now in (due + off, due - 1, due, due + 1, reaches(start, length * 60_000, calendar)):
        stage, left = urgency(row, now, directory), time_left(row, now, directory)

        assert (stage is Urgency.BREACHED) == (now > due)
        if now <= due:
            assert (stage is Urgency.SOON) == (left.ms <= warn * 60_000)
            assert left.ms >= 0
        if now >= start:
            assert time_gone(row, now, directory).ms + left.ms == length * 60_000


def test_a_holiday_before_the_limit_is_named_and_one_on_a_day_off_is_not() -> None:
    wednesday = int(datetime(2026, 12, 9, 8, tzinfo=UTC).timestamp()) * 1000
    policy = Policy("bill", 24 * 60, "working", 60)
    friday, sunday = date(2026, 12, 11), date(2026, 12, 13)
    directory = _directory(policy, {friday, sunday})
    row = _row(wednesday, due_after(wednesday, policy.minutes, "working", {friday, sunday}))

    found = holiday_ahead(row, wednesday, directory)

    assert found == (day_number(sunday), Named("2026-12-13", "2026-12-13", "2026-12-13"))
    assert holiday_ahead(row, row.due_at, directory) is None
    assert day_of(row.due_at) == day_number(date(2026, 12, 15))
    assert holiday_ahead(row, wednesday, _directory(Policy("bill", 9999, "always", 60), {sunday})) is None


def _directory(policy: Policy, holidays: set[date]) -> Directory:
    named = {day_number(day): Named(str(day), str(day), str(day)) for day in holidays}
    return Directory({}, {}, {}, {}, {}, {policy.category: policy}, (), {}, named)


def _row(created: int, due: int) -> QueueRow:
    return QueueRow(
        1, 1, State.INBOX, "bill.wrong", "", "", "", None, "", created, due, None, None, None, 0, 1, None, 0
    )
