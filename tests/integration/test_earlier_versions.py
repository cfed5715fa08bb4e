"""Stores that earlier versions of the program wrote, opened by this one: nothing in them is lost."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures import contents
from tests.unit.cache.samples import command
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.migrations_cache import CACHE_MIGRATIONS
from wzpdcl_desktop.cache.migrations_outbox import OUTBOX_MIGRATIONS
from wzpdcl_desktop.cache.notice_book import NoticeBook
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.cache.reference import ReferenceReader
from wzpdcl_desktop.cache.store import Store, open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.commands import CommandState, Seen
from wzpdcl_desktop.domain.complaints import QueueQuery, State, View
from wzpdcl_desktop.domain.errors import StoreDamaged
from wzpdcl_desktop.domain.link import Stage

STORES = Path(__file__).parents[1] / "fixtures" / "stores"
OUTBOXES, CACHES = range(1, len(OUTBOX_MIGRATIONS) + 1), range(1, len(CACHE_MIGRATIONS) + 1)
TABLES_SINCE = {"told": 2, "notice": 2, "notice_since": 2, "preference": 3}


def laid(folder: Path, name: str, version: int) -> Path:
    """A folder of an officer with a store of a version in it."""
    shutil.copy(STORES / f"{name}.v{version}.db", folder / f"{name}.db")
    return folder


def outbox_of(folder: Path) -> Store:
    return open_outbox(folder, contents.KEY, ballast_bytes=0)


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The columns of each table of a store, and its indexes."""
    with closing(connect(path, contents.KEY)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
        found = {name: connection.execute(f"PRAGMA table_info({name})").fetchall() for (name,) in names}
        found["version"] = connection.execute("PRAGMA user_version").fetchall()
    return found


@pytest.mark.parametrize("version", OUTBOXES)
def test_an_outbox_keeps_every_command_text_and_mark(tmp_path: Path, version: int) -> None:
    store = outbox_of(laid(tmp_path, "outbox", version))
    outbox = Outbox(store)
    items = outbox.items()
    assert [item.command.command_id for item in items] == [contents.command_id(n) for n in range(1, 6)]
    first, second, third, fourth, fifth = items
    assert (first.state, first.command.args) == (CommandState.PENDING, {"text": "লেখা 1"})
    assert (second.state, second.attempts, second.last_error) == (CommandState.SENDING, 3, "server_down")
    assert (second.command.base_version, second.command.created_at) == (4, contents.NOW + 2)
    assert third.receipt is not None
    assert (third.state, third.receipt.code, third.receipt.detail_bn) == (
        CommandState.CONFLICT,
        "state_changed",
        "অভিযোগটি বদলে গেছে।",
    )
    assert fourth.command.after == contents.command_id(2)
    decided = version >= 4
    assert fifth.seen == (Seen(State.INBOX, 2, "khulna-1-dolkhola", None, 1, 0) if decided else None)
    assert fifth.supersedes == (contents.command_id(99) if decided else None)

    notes = DeskNotes(store)
    assert notes.draft("complaint:1:message") == "অর্ধেক লেখা"
    assert notes.choices("complaint:1:cancel") == {"reason": "duplicate"}
    assert notes.opened() == {2: 1}
    assert NoticeBook(store).since() == (contents.NOW if version >= TABLES_SINCE["notice_since"] else None)
    assert [one.complaints for one in NoticeBook(store).recent()] == (
        [(2,)] if version >= TABLES_SINCE["notice"] else []
    )
    assert Preferences(store).all() == (
        {"look": '{"rows": "dense"}'} if version >= TABLES_SINCE["preference"] else {}
    )
    store.close()


@pytest.mark.parametrize("version", OUTBOXES)
def test_work_goes_on_in_it_in_its_order(tmp_path: Path, version: int) -> None:
    store = outbox_of(laid(tmp_path, "outbox", version))
    outbox = Outbox(store)
    assert outbox.recover() == 1, "what was on the wire waits again"
    outbox.restart_backoff()
    due = [item.command.command_id for item in outbox.due(contents.NOW + 60_000)]
    assert due == [contents.command_id(n) for n in (1, 2, 5)], "the fourth waits for the second"
    made = command(number=2)
    outbox.add(made, 0)
    assert outbox.items()[-1].command == made
    store.close()


@pytest.mark.parametrize("version", OUTBOXES)
def test_its_tables_are_those_of_a_new_one(tmp_path: Path, version: int) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    laid(tmp_path / "old", "outbox", version)
    for name in ("old", "new"):
        outbox_of(tmp_path / name).close()
    assert tables(tmp_path / "old" / "outbox.db") == tables(tmp_path / "new" / "outbox.db")


@pytest.mark.parametrize("version", OUTBOXES[:-1])
def test_before_it_is_brought_forward_it_is_copied_as_it_was(tmp_path: Path, version: int) -> None:
    laid(tmp_path, "outbox", version)
    before = tables(tmp_path / "outbox.db")
    outbox_of(tmp_path).close()
    assert tables(tmp_path / f"outbox.v{version}.bak.db") == before
    with closing(connect(tmp_path / f"outbox.v{version}.bak.db", contents.KEY)) as connection:
        assert connection.execute("SELECT count(*) FROM outbox").fetchone() == (5,)


@pytest.mark.parametrize("version", CACHES)
def test_a_cache_is_read_searched_and_pulled_from_where_it_was(tmp_path: Path, version: int) -> None:
    store = open_cache(laid(tmp_path, "cache", version), contents.KEY)
    assert not store.rebuilt
    reader, writer = ComplaintReader(store), CacheWriter(store)
    for number, row_version, state, customer in contents.COMPLAINTS:
        detail = reader.detail(number)
        assert detail is not None
        assert (detail.row.state, detail.row.customer) == (State(state), customer)
        assert writer.version_of([number]) == {number: row_version}
        word = customer.split()[0]
        assert reader.ids(QueueQuery(View.ALL, search=word, now=contents.NOW)) == [number]
    assert {state.scope: (state.cursor, state.stage) for state in writer.scopes()} == {
        "company": (contents.CURSOR, Stage.DONE),
        contents.OFFICE: (contents.CURSOR, Stage.DONE),
    }
    assert writer.last_sync() == contents.NOW
    assert [office.id for office in ReferenceReader(store).directory().offices.values()] == ["khulna-1"]
    store.close()


@pytest.mark.parametrize("version", OUTBOXES)
def test_a_damaged_one_is_told_and_left_as_it_is(tmp_path: Path, version: int) -> None:
    path = laid(tmp_path, "outbox", version) / "outbox.db"
    data = bytearray(path.read_bytes())
    data[5000:5064] = bytes(64)
    path.write_bytes(data)
    with pytest.raises(StoreDamaged):
        outbox_of(tmp_path)
    assert path.read_bytes() == bytes(data)


def test_there_is_a_file_of_every_version() -> None:
    """A new migration needs one: `python -m tests.fixtures.make_store tests/fixtures/stores`."""
    wanted = {f"outbox.v{n}.db" for n in OUTBOXES} | {f"cache.v{n}.db" for n in CACHES}
    assert {path.name for path in STORES.glob("*.db")} == wanted
