"""Own lists: kept with the officer, with every condition, under names that can be told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.work_desk import ME
from tests.unit.cache.samples import KEY, NOW, Desk, complaint
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.migrations_outbox import OUTBOX_MIGRATIONS
from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.cache.store import open_outbox
from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery, SortKey, TimeLeft, View
from wzpdcl_desktop.domain.periods import Period, Span
from wzpdcl_desktop.domain.saved_views import NameFault, SavedView, clean_name, fault_of
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.views import ViewService

_FULL = SavedView(
    "সব শর্ত",
    QueueQuery(
        View.ALL,
        0,
        search="করিম ১২",
        feeders=frozenset({"a", "b"}),
        categories=frozenset({"supply"}),
        sort=SortKey.CUSTOMER,
        descending=True,
        clocks=frozenset({TimeLeft.SOON, TimeLeft.HOUR}),
        assigned=frozenset({"", "zakir"}),
        ratings=frozenset({0, 5}),
        reopened=True,
        states=OPEN_STATES,
        came=Period.WEEK,
        created=Span(1, 2),
        accepted=Span(3, 4),
        closed=Span(5, 6),
    ),
)


def _service(desk: Desk) -> ViewService:
    notes = DeskNotes(desk.outbox_store, desk.clock)
    complaints = ComplaintService(ComplaintReader(desk.cache), desk.outbox, notes, lambda: ME, desk.clock)
    return ViewService(Preferences(desk.outbox_store), complaints, desk.clock)


def test_every_condition_comes_back_after_the_cache_was_thrown_away(desk: Desk) -> None:
    plain = SavedView("Inbox", QueueQuery(View.INBOX, 0))
    _service(desk).keep([_FULL, plain])
    folder = desk.folder
    desk.close()
    for file in folder.glob("cache*"):
        file.unlink()
    store = open_outbox(folder, KEY, ballast_bytes=0)
    kept = ViewService(Preferences(store), None, desk.clock).views()  # type: ignore[arg-type]
    store.close()
    assert kept == (_FULL, plain)


def test_each_counts_what_its_list_shows(desk: Desk) -> None:
    desk.load(complaint(1, feeder="a"), complaint(2, feeder="b"), complaint(3, feeder="a", due_at=NOW - 1))
    service = _service(desk)
    views = [
        SavedView("a", QueueQuery(View.INBOX, 0, feeders=frozenset({"a"}))),
        SavedView("late", QueueQuery(View.INBOX, 0, clocks=frozenset({TimeLeft.OVERDUE}))),
    ]
    assert service.counts(views) == {"a": 2, "late": 1}


def test_what_a_newer_version_kept_is_left_out_and_breaks_nothing(desk: Desk) -> None:
    Preferences(desk.outbox_store).keep("views", '[{"name": "x", "query": {"view": "moon"}}, 7]')
    assert _service(desk).views() == ()


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", NameFault.EMPTY),
        (" \t\n", NameFault.EMPTY),
        ("ক" * 41, NameFault.LONG),
        ("  ফিডার   ১ ", NameFault.TAKEN),
        ("ফিডার 1", NameFault.TAKEN),
        ("LATE", NameFault.TAKEN),
        ("ফিডার ২", None),
    ],
)
def test_a_name_is_told_from_the_others_as_a_reader_would(name: str, fault: NameFault | None) -> None:
    query = QueueQuery(View.INBOX, 0)
    assert fault_of(name, [SavedView("ফিডার ১", query), SavedView("Late", query)]) is fault


def test_there_is_an_end_to_it() -> None:
    views = [SavedView(str(n), QueueQuery(View.INBOX, 0)) for n in range(12)]
    assert fault_of("x", views) is NameFault.MANY
    assert fault_of("x", views[1:]) is None
    assert clean_name("  a \n b ") == "a b"


def test_an_outbox_from_before_takes_them_in(tmp_path: Path) -> None:
    open_outbox(tmp_path, KEY, migrations=OUTBOX_MIGRATIONS[:1], ballast_bytes=0).close()
    store = open_outbox(tmp_path, KEY, ballast_bytes=0)
    Preferences(store).keep("views", "[]")
    assert Preferences(store).all() == {"views": "[]"}
    store.close()
