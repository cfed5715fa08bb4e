"""What the server says becomes what the cache holds."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.unit.cache.samples import NOW, OFFICE, Desk, complaint, entry, open_desk, page, reference
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.reference import ReferenceReader
from wzpdcl_desktop.domain.complaints import Moved, QueueQuery, SortKey, State, View
from wzpdcl_desktop.domain.errors import DiskFull, StoreDamaged
from wzpdcl_desktop.domain.feed import COMPLAINT_COLUMNS, Removal
from wzpdcl_desktop.domain.link import Stage

CUSTOMER = COMPLAINT_COLUMNS.index("customer")


def ids(desk: Desk, view: View = View.INBOX, search: str = "") -> list[int]:
    return ComplaintReader(desk.cache).ids(QueueQuery(view, NOW, search))


def test_a_put_applies_only_with_a_higher_version(desk: Desk) -> None:
    desk.load(complaint(1, version=5, customer="নতুন"))
    same = desk.writer.apply_changes_page(OFFICE, page(complaint(1, version=5, customer="ভিন্ন")))
    older = desk.writer.apply_changes_page(OFFICE, page(complaint(1, version=4, customer="পুরোনো")))
    newer = desk.writer.apply_changes_page(OFFICE, page(complaint(1, version=6, customer="সর্বশেষ")))
    assert not same
    assert not older
    assert newer.of_entity("complaint") == {1}
    assert ComplaintReader(desk.cache).rows([1])[0].customer == "সর্বশেষ"


def test_a_removal_applies_unless_the_local_version_is_higher(desk: Desk) -> None:
    desk.load(complaint(1, version=5), complaint(2, version=5))
    removals = [Removal("complaint", 1, 4), Removal("complaint", 2, 5), Removal("complaint", 99, 5)]
    changes = desk.writer.apply_changes_page(OFFICE, page(removals=removals))
    assert changes.of_entity("complaint") == {2}
    assert ids(desk) == [1]


@pytest.mark.parametrize("put_first", [True, False])
def test_a_complaint_that_moved_between_two_own_feeders_stays_whichever_feed_comes_first(
    desk: Desk, put_first: bool
) -> None:
    desk.load(complaint(1, version=5), scope="feeder:a")
    desk.load(scope="feeder:b")
    steps = [
        lambda: desk.writer.apply_changes_page("feeder:b", page(complaint(1, version=6))),
        lambda: desk.writer.apply_changes_page("feeder:a", page(removals=[Removal("complaint", 1, 6)])),
    ]
    for step in steps if put_first else reversed(steps):
        step()
    assert ids(desk) == [1]
    desk.writer.drop_scope("feeder:a")
    assert ids(desk) == [1]


def test_a_page_and_its_cursor_are_one_transaction(desk: Desk) -> None:
    desk.load(complaint(1))
    with desk.cache.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    many = [complaint(number, text="অ" * 3000) for number in range(2, 400)]
    desk.cache.close()  # the limit below is the connection's: one connection only from here
    with desk.cache.read() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 20}")
    with pytest.raises(DiskFull):
        desk.writer.apply_changes_page(OFFICE, page(*many, next="c9"))
    state = desk.writer.scope_state(OFFICE)
    assert state is not None
    assert state.cursor == "c0"
    assert ids(desk) == [1]


def test_a_snapshot_sweeps_what_it_did_not_hold_and_spares_what_a_delta_brought(desk: Desk) -> None:
    desk.load(complaint(1), complaint(2))
    desk.writer.reset_scope(OFFICE)
    assert desk.writer.scope_state(OFFICE) is None
    assert ids(desk) == [1, 2]
    desk.writer.begin_snapshot(OFFICE, Stage.OWN_OPEN)
    desk.writer.apply_snapshot_page(OFFICE, Stage.OWN_OPEN, page(complaint(2), as_of="c7"))
    desk.writer.apply_changes_page(OFFICE, page(complaint(3)))
    desk.writer.finish_snapshot(OFFICE)
    assert ids(desk) == [2, 3]


def test_the_cursor_of_the_first_page_of_the_first_stage_is_kept(desk: Desk) -> None:
    desk.writer.begin_snapshot(OFFICE, Stage.OWN_OPEN, "e1")
    desk.writer.apply_snapshot_page(OFFICE, Stage.OWN_OPEN, page(complaint(1), next="1", as_of="c1"))
    desk.writer.apply_snapshot_page(OFFICE, Stage.OWN_OPEN, page(complaint(2), next="2", as_of="c2"))
    state = desk.writer.scope_state(OFFICE)
    assert state is not None
    assert (state.cursor, state.as_of, state.after, state.rows) == ("c1", "c1", "2", 2)
    desk.writer.apply_changes_page(OFFICE, page(next="c5"))
    desk.writer.finish_stage(OFFICE, Stage.OWN_OPEN, Stage.OPEN)
    desk.writer.apply_snapshot_page(OFFICE, Stage.OPEN, page(complaint(3), next="3", as_of="c6"))
    state = desk.writer.scope_state(OFFICE)
    assert state is not None
    assert (state.cursor, state.stage, state.after) == ("c5", Stage.OPEN, "3")


def test_every_row_is_searchable_from_its_page_on_and_indexes_come_after_the_bulk(desk: Desk) -> None:
    writer = desk.writer
    writer.begin_snapshot(OFFICE, Stage.OPEN)
    writer.apply_snapshot_page(OFFICE, Stage.OPEN, page(complaint(1, customer="রহিমা", account="990012345")))
    assert ids(desk, search="রহিমা") == [1]
    assert ids(desk, search="00123") == [1]
    writer.finish_stage(OFFICE, Stage.OPEN, Stage.HISTORY)
    closed = [complaint(n, state="resolved", customer="সালমা") for n in range(2, 9)]
    writer.apply_snapshot_page(OFFICE, Stage.HISTORY, page(*closed))
    assert ids(desk, View.RESOLVED, "সালমা") == [2, 3, 4, 5, 6, 7, 8]
    assert "ix_complaint_closed" not in plan(desk)
    writer.finish_snapshot(OFFICE)
    assert "ix_complaint_closed" in plan(desk)
    writer.apply_changes_page(OFFICE, page(complaint(2, 2, state="resolved", customer="জমিলা")))
    assert ids(desk, View.RESOLVED, "সালমা") == [3, 4, 5, 6, 7, 8]
    assert ids(desk, View.RESOLVED, "জমিলা") == [2]


def test_indexes_wait_until_no_scope_is_loading_and_a_crash_in_between_is_made_good(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = desk.writer
    for scope in ("feeder:a", "feeder:b"):
        writer.begin_snapshot(scope, Stage.HISTORY)
    writer.finish_snapshot("feeder:a")
    assert "ix_complaint_closed" not in plan(desk)

    def crash(store: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("wzpdcl_desktop.cache.writer.build_indexes", crash)
        with pytest.raises(KeyboardInterrupt):
            writer.drop_scope("feeder:b")
    desk.close()
    again = open_desk(desk.folder)
    assert "ix_complaint_closed" not in plan(again)
    assert again.writer.resume_build().everything
    assert "ix_complaint_closed" in plan(again)
    assert not again.writer.resume_build()
    again.close()


def plan(desk: Desk) -> str:
    sql = "EXPLAIN QUERY PLAN SELECT id FROM complaint WHERE state='resolved' ORDER BY closed_at"
    with desk.cache.read() as connection:
        return str(connection.exec_driver_sql(sql).fetchall())


def test_a_lost_scope_leaves_nothing_behind(desk: Desk) -> None:
    desk.load(complaint(1, customer="রহিমা"), scope="feeder:a")
    desk.load(complaint(2, customer="রহিমা"), scope="feeder:b")
    assert desk.writer.drop_scope("feeder:a").of_entity("complaint") == {1}
    assert ids(desk, search="রহিমা") == [2]
    assert desk.writer.version_of([1, 2]) == {2: 1}
    assert [state.scope for state in desk.writer.scopes()] == ["feeder:b"]
    with desk.cache.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM complaint_fts").scalar_one() == 1


def test_the_search_index_is_rewritten_only_when_the_searched_text_changed(desk: Desk) -> None:
    desk.load(complaint(1))

    def writes() -> int:
        with desk.cache.read() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM complaint_fts_data").scalar_one())

    before = writes()
    desk.put(complaint(1, 2, state="in_progress", timeline=[entry(1, "accepted", "আসছি")]))
    assert writes() == before
    desk.put(complaint(1, 3, state="in_progress", text="তার ছেঁড়া"))
    assert writes() > before
    assert ids(desk, View.IN_PROGRESS, "ছেঁড়া") == [1]


def test_reference_data_is_put_swept_and_read(desk: Desk) -> None:
    company = "company"
    desk.writer.begin_snapshot(company, Stage.REFERENCE)
    rows = [
        reference("category", "supply", order=2, parent=None),
        reference("category", "bill", order=1, parent=None),
        reference("feeder", "f1", office="khulna-1"),
        reference("policy", "p1", category="supply", minutes=1440, calendar="always", warn_minutes=120),
    ]
    desk.writer.apply_snapshot_page(company, Stage.REFERENCE, page(reference=rows, as_of="c1"))
    desk.writer.finish_snapshot(company)
    directory = ReferenceReader(desk.cache).directory()
    assert list(directory.categories) == ["bill", "supply"]
    assert directory.policies["supply"].minutes == 1440
    changes = desk.writer.apply_changes_page(
        company,
        page(
            reference=[reference("feeder", "f1", 2, office="khulna-2")],
            removals=[Removal("category", "bill", 1)],
        ),
    )
    assert changes.of_entity("reference") == {"feeder:f1", "category:bill"}
    directory = ReferenceReader(desk.cache).directory()
    assert directory.feeders["f1"].office == "khulna-2"
    assert list(directory.categories) == ["supply"]


def test_a_page_that_holds_a_row_twice_keeps_the_higher_version(desk: Desk) -> None:
    desk.load(complaint(1, 3, customer="পরের"), complaint(1, 2, customer="আগের"))
    assert ComplaintReader(desk.cache).rows([1])[0].customer == "পরের"


def test_lists_are_sorted_and_filtered_in_sql(desk: Desk) -> None:
    desk.load(
        complaint(1, due_at=NOW + 30 * 60_000, feeder="f2", category="bill.excess"),
        complaint(2, due_at=NOW - 1, feeder="f1", category="billing"),
        complaint(3, due_at=NOW + 50 * 60_000, feeder="f1", reopen_count=1, category="bill"),
        complaint(4, state="resolved", closed_at=NOW - 5),
        complaint(5, state="resolved", closed_at=NOW - 9),
    )
    reader = ComplaintReader(desk.cache)
    assert reader.ids(QueueQuery(View.INBOX, NOW)) == [2, 1, 3]
    assert reader.ids(QueueQuery(View.DUE_SOON, NOW)) == [1, 3]
    assert reader.ids(QueueQuery(View.OVERDUE, NOW)) == [2]
    assert reader.ids(QueueQuery(View.REOPENED, NOW)) == [3]
    assert reader.ids(QueueQuery(View.INBOX, NOW, feeders=frozenset({"f1"}))) == [2, 3]
    assert reader.ids(QueueQuery(View.INBOX, NOW, categories=frozenset({"bill"}))) == [1, 3]
    closed = QueueQuery(View.RESOLVED, NOW, sort=SortKey.CLOSED, descending=True)
    assert reader.ids(closed) == [4, 5]
    assert reader.ids(closed, {2: Moved(State.RESOLVED)}) == [2, 4, 5]
    assert reader.ids(QueueQuery(View.OVERDUE, NOW), {2: Moved(State.RESOLVED)}) == []


def test_the_digest_tells_a_changed_message(desk: Desk, tmp_path: Path) -> None:
    reader = ComplaintReader(desk.cache)
    desk.load(complaint(2, timeline=[entry(1, "message", "আসছি")], rating=4), complaint(1))
    first = reader.digest()
    assert (first["complaints"], first["messages"], first["feedback"], first["states"]) == (
        2,
        1,
        1,
        {"inbox": 2},
    )
    other = open_desk(tmp_path / "other")
    other.load(complaint(1), complaint(2, timeline=[entry(1, "message", "আসছি")], rating=4))
    assert ComplaintReader(other.cache).digest() == first
    other.put(complaint(2, 2, timeline=[entry(1, "message", "আসছিনা")], rating=4))
    assert ComplaintReader(other.cache).digest()["digest"] != first["digest"]
    other.close()


def test_a_fresh_snapshot_of_a_restored_server_has_the_last_word(desk: Desk) -> None:
    desk.load(complaint(1, 7, state="in_progress"), complaint(2, 3, text="আগের কথা"), complaint(3, 4))
    desk.writer.reset_scope(OFFICE)
    desk.writer.begin_snapshot(OFFICE, Stage.OWN_OPEN)
    desk.writer.apply_changes_page(OFFICE, page(complaint(4, 9)))
    rows = (complaint(1, 5), complaint(2, 3, text="অন্য কথা"), complaint(3, 4), complaint(4, 8))
    changes = desk.writer.apply_snapshot_page(OFFICE, Stage.OWN_OPEN, page(*rows, as_of="c9"))
    desk.writer.finish_snapshot(OFFICE)
    assert changes.of_entity("complaint") == {1, 2}
    assert desk.writer.version_of([1, 2, 3, 4]) == {1: 5, 2: 3, 3: 4, 4: 9}
    assert ids(desk, search="অন্য") == [2]
    assert ids(desk, search="আগের") == []


def test_reference_data_of_a_restored_server_replaces_a_higher_version(desk: Desk) -> None:
    company = "company"
    for rows in (
        [reference("category", "supply", 7, order=1), reference("category", "bill", 2, order=2)],
        [reference("category", "supply", 5, order=3), reference("category", "bill", 2, order=2)],
    ):
        desk.writer.begin_snapshot(company, Stage.REFERENCE)
        changes = desk.writer.apply_snapshot_page(company, Stage.REFERENCE, page(reference=rows, as_of="c1"))
        desk.writer.finish_snapshot(company)
    assert changes.of_entity("reference") == {"category:supply"}
    assert list(ReferenceReader(desk.cache).directory().categories) == ["bill", "supply"]


def test_the_clocks_offset_is_kept(desk: Desk) -> None:
    assert desk.writer.clock_offset() is None
    desk.writer.set_clock_offset(-21_600_000)
    assert desk.writer.clock_offset() == -21_600_000


def test_what_a_lost_scope_left_in_the_file_goes_even_after_a_crash(desk: Desk) -> None:
    desk.load(*(complaint(number, customer="রহিমা") for number in range(1, 400)), scope="feeder:a")
    desk.load(complaint(500), scope="feeder:b")
    set_aside = desk.folder / "cache.damaged-1.db"
    set_aside.write_bytes(b"rows of long ago")
    desk.writer.drop_scope("feeder:a")
    desk.close()
    again = open_desk(desk.folder)
    before = again.cache.path.stat().st_size
    again.writer.wipe()
    assert not set_aside.exists()
    assert again.cache.path.stat().st_size < before / 2, "free pages are given back"
    assert ids(again) == [500]
    again.load(complaint(501), scope="feeder:b")
    written = again.cache.path.with_name("cache.db-wal").stat().st_size
    again.writer.wipe()
    assert again.cache.path.with_name("cache.db-wal").stat().st_size == written, "nothing is due any more"
    again.close()


@pytest.mark.parametrize("fails", [False, True])
def test_after_a_commit_that_does_not_wait_the_next_one_does(desk: Desk, fails: bool) -> None:
    normal, full = 1, 2

    def work(connection: Connection) -> int:
        level = int(connection.exec_driver_sql("PRAGMA synchronous").scalar_one())
        if fails and level == normal:
            raise LookupError
        return level

    with pytest.raises(LookupError) if fails else nullcontext():
        assert desk.cache.transaction(work, lasting=False) == normal
    assert desk.cache.transaction(work) == full


def test_a_change_of_one_column_leaves_the_others_and_the_lists_right(desk: Desk) -> None:
    story = [entry(1, "message", "আসছি")]
    desk.load(complaint(1, timeline=story), complaint(2, timeline=story), complaint(3))
    desk.put(complaint(1, 2, timeline=story, rating=4), complaint(2, 2, timeline=story, customer="রহিমা"))
    rows = {row.id: row for row in ComplaintReader(desk.cache).rows([1, 2])}
    assert (rows[1].rating, rows[1].customer) == (4, complaint(1)[CUSTOMER])
    assert (rows[2].rating, rows[2].customer) == (None, "রহিমা")
    assert ids(desk, search="রহিমা") == [2]
    details = [ComplaintReader(desk.cache).detail(number) for number in (1, 2)]
    assert [len(detail.timeline) for detail in details if detail] == [1, 1]


def test_what_met_a_damaged_page_calls_the_store_damaged_from_then_on(desk: Desk) -> None:
    story = [entry(number, "message", "আসছি") for number in range(20)]
    desk.load(*(complaint(number, timeline=story) for number in range(1, 300)))
    desk.close()
    path = desk.cache.path
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\0" * 200_000)
    again = open_desk(path.parent)
    reader = ComplaintReader(again.cache)
    with pytest.raises(StoreDamaged):
        reader.digest()
    with pytest.raises(StoreDamaged):
        again.writer.set_meta("me", "…")
    again.close()
