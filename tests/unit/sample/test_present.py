"""The desk of Khulna-1 stands as in the pictures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from central_api.clock import parse_instant
from central_api.models import Complaint, Reference
from tests.unit.sample.conftest import NOW

if TYPE_CHECKING:
    from tests.unit.sample.conftest import Sample

HOUR = 3_600_000

#: Number, arrival, category, customer, place, feeder, files: the rows of the picture of the queue.
PICTURE = [
    (418179, "09:21", "safety.hanging_wire", "সেলিনা পারভীন", "মুসলমানপাড়া", "bagmara", 2),
    (418184, "09:57", "supply.no_power", "মোঃ রফিকুল ইসলাম", "রূপসা ট্রাফিক মোড়", "ferryghat", 0),
    (418190, "10:31", "line.service_loose", "তাপস কুমার বিশ্বাস", "শান্তিধাম মোড়", "dolkhola", 0),
    (418193, "10:52", "line.lt_jumper", "নাসরিন আক্তার", "রায়পাড়া", "bagmara", 1),
    (418207, "11:46", "transformer.dof", "মোঃ হাবিবুর রহমান", "সাতরাস্তা মোড়", "dolkhola", 4),
    (418211, "12:04", "supply.low_voltage", "শাহিনা খাতুন", "ইকবাল নগর", "bagmara", 1),
    (418215, "12:31", "meter.burnt", "আব্দুল্লাহ আল মামুন", "মৌলভীপাড়া", "dolkhola", 3),
    (418218, "13:02", "meter.prepaid_token", "মিতা রানী সাহা", "টুটপাড়া", "tutpara", 0),
    (418219, "13:20", "transformer.oil_low", "কাজী নজরুল হক", "সার্কিট হাউজ রোড", "circuit-house", 1),
    (418220, "13:44", "bill.excess", "ফাতেমা বেগম", "মুন্সীপাড়া", "munshipara", 1),
]


def test_counts_of_the_desk(sample: Sample) -> None:
    rows = sample.main()
    assert len(rows) == 300
    assert rows[-1]["id"] == 418220
    states = Counter(row["state"] for row in rows)
    assert (states["inbox"], states["in_progress"]) == (23, 14)
    since = parse_instant("2026-11-21T00:00:00+06:00")
    closed = Counter(row["state"] for row in rows if row["closed_at"] and row["closed_at"] >= since)
    assert closed == {"resolved": 128, "cancelled": 9}


def test_clocks_of_the_desk(sample: Sample) -> None:
    still_open = sample.main(Complaint.closed_at.is_(None))
    left = [row["due_at"] - NOW for row in still_open]
    assert sum(time < 0 for time in left) == 2
    assert sum(0 <= time <= HOUR for time in left) == 2
    assert sum(row["reopen_count"] > 0 for row in still_open) == 1


@pytest.mark.parametrize("expected", PICTURE, ids=[str(row[0]) for row in PICTURE])
def test_rows_of_the_picture(sample: Sample, expected: tuple[int, str, str, str, str, str, int]) -> None:
    number, arrived, category, customer, place, feeder, files = expected
    (row,) = sample.main(Complaint.id == number)
    assert row["state"] == "inbox"
    assert row["created_at"] == parse_instant(f"2026-11-22T{arrived}:00+06:00")
    assert (row["category"], row["feeder"], row["files"]) == (category, f"khulna-1-{feeder}", files)
    assert (row["customer"], row["locality"]) == (normalize("NFC", customer), normalize("NFC", place))


def test_the_most_urgent_come_in_the_order_of_the_picture(sample: Sample) -> None:
    inbox = sorted(sample.main(Complaint.state == "inbox"), key=lambda row: row["due_at"])
    assert [row["id"] for row in inbox[:9]] == [row[0] for row in PICTURE[:9]]


def test_the_selected_complaint_has_its_files_account_and_mobile(sample: Sample) -> None:
    (row,) = sample.main(Complaint.id == 418207)
    assert (row["account"], row["mobile"], row["load_kw"]) == ("104228917", "+8801700000207", 2.0)
    types = [entry["media_type"] for entry in row["attachments"]]
    assert types == ["image/jpeg", "image/jpeg", "video/x-msvideo", "application/pdf"]
    assert row["due_at"] == parse_instant("2026-11-22T15:46:00+06:00")


def test_a_likely_outage_on_dolkhola(sample: Sample) -> None:
    burst = [
        row
        for row in sample.main(Complaint.feeder == "khulna-1-dolkhola", Complaint.state == "inbox")
        if row["category"] in ("supply.area_outage", "transformer.dof")
    ]
    times = [row["created_at"] for row in burst]
    assert len(burst) == 12
    assert max(times) - min(times) == 20 * 60_000


def test_a_likely_duplicate(sample: Sample) -> None:
    burnt = sample.main(Complaint.category == "meter.burnt", Complaint.closed_at.is_(None))
    assert len({row["mobile"] for row in burnt}) == 1
    assert [row["state"] for row in burnt] == ["in_progress", "inbox"]


def test_officers_of_the_pictures(sample: Sample) -> None:
    rows = {row["id"]: row["data"] for row in sample.rows(Reference, Reference.entity == "officer")}
    names = [rows[f"sae{i}.khulna1"]["name"] for i in range(1, 5)]
    assert names == ["Nahid Hasan", "Zakir Hossain", "Shiuli Akter", "Anupam Roy"]
    assert rows["xen.khulna1"]["name"] == "Ashiqur Islam"
