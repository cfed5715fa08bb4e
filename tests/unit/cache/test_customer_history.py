"""The other complaints of a customer."""

from __future__ import annotations

import pytest

from tests.unit.cache.samples import HOUR, NOW, Desk, complaint
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.index_build import build_indexes

MINE, OTHER = "+8801711000001", "+8801711000002"


@pytest.mark.parametrize("indexed", [False, True])
def test_they_are_found_by_mobile_or_account_newest_first(desk: Desk, indexed: bool) -> None:
    desk.load(
        complaint(1, mobile=MINE, account="330000001"),
        complaint(2, mobile=MINE, account=None, created_at=NOW - 50 * HOUR, state="resolved", rating=2),
        complaint(3, mobile=OTHER, account="330000001", created_at=NOW - 3 * HOUR, state="cancelled"),
        complaint(4, mobile=OTHER, account="330000002"),
        complaint(5, mobile="", account=None),
        complaint(6, mobile="", account=None),
    )
    if indexed:
        build_indexes(desk.cache)
    reader = ComplaintReader(desk.cache)
    found = reader.others(1, MINE, "330000001", 50)
    assert [row.id for row in found.rows] == [3, 2]
    assert found.total == 2
    assert found.rows[1].rating == 2
    # Nobody's number is nobody's customer.
    assert reader.others(5, "", None, 50).total == 0


def test_of_very_many_the_newest_are_read_and_all_are_counted(desk: Desk) -> None:
    desk.load(*(complaint(n, created_at=NOW - n * HOUR) for n in range(1, 31)))
    found = ComplaintReader(desk.cache).others(1, MINE, None, 4)
    assert (found.total, [row.id for row in found.rows]) == (29, [2, 3, 4, 5])
