"""Backoff and the size of pages."""

from __future__ import annotations

from wzpdcl_desktop.sync.backoff import COMMAND_MOST, Backoff, full_jitter
from wzpdcl_desktop.sync.progress import PageSize


def test_the_bound_doubles_from_one_second_to_five_minutes() -> None:
    bounds = [full_jitter(attempt, COMMAND_MOST, lambda: 1.0) for attempt in range(1, 12)]
    assert bounds == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert full_jitter(10**9, COMMAND_MOST, lambda: 1.0) == 300


def test_jitter_is_full() -> None:
    assert full_jitter(5, 300, lambda: 0.5) == 8
    assert 0 < full_jitter(5, 300, lambda: 0.0) < 1


def test_the_server_may_ask_for_more_and_success_begins_anew() -> None:
    backoff = Backoff(30, lambda: 1.0)
    assert [backoff.failed() for _ in range(3)] == [1, 2, 4]
    assert backoff.failed(at_least=60) == 60
    backoff.worked()
    assert backoff.failed() == 1


def test_pages_fit_twelve_seconds_of_the_line() -> None:
    size = PageSize()
    size.came(500, 500 / 280)
    assert size.rows == 2000  # four times as many at most
    size.came(2000, 2000 / 280)
    assert size.rows == 3360
    for _ in range(3):
        size.came(size.rows, size.rows / 4)
    assert size.rows == 50
    for _ in range(9):
        size.came(size.rows, 0.01)
    assert size.rows == 5000
    size.broke()
    assert size.rows == 2500
    size.came(3, 2.0)
    assert size.rows == 2500, "a small page says nothing about the line"
