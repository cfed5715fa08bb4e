"""The two stores on a real disk: unreadable without the key, safe in a crash, honest about damage."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from tests.unit.cache.samples import KEY, OFFICE, command, complaint, open_desk, page, random_key
from wzpdcl_desktop.cache.ballast import Ballast
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.drives import file_system_of, refuse_network_drive
from wzpdcl_desktop.cache.lock import InstanceLock
from wzpdcl_desktop.cache.migrations_outbox import OUTBOX_MIGRATIONS
from wzpdcl_desktop.cache.notice_book import NoticeBook
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.cache.store import open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.commands import Seen
from wzpdcl_desktop.domain.complaints import State
from wzpdcl_desktop.domain.errors import (
    DiskFull,
    NetworkDrive,
    StoreDamaged,
    StoreInUse,
    StoreNewer,
    WrongKey,
)
from wzpdcl_desktop.domain.link import Stage

CANARY = "ক্যানারি CANARY"
ROOT = Path(__file__).parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_nothing_that_was_written_can_be_read_without_the_key_not_even_in_the_log(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    desk.load(complaint(1, customer=CANARY, text=CANARY))
    desk.outbox.add(command(args={"text": CANARY}), 0)
    DeskNotes(desk.outbox_store).keep_draft("complaint:1", CANARY)
    files = contents(tmp_path)
    assert {"cache.db-wal", "outbox.db-wal"} <= set(files)
    desk.close()
    files |= {name + " closed": data for name, data in contents(tmp_path).items()}
    for name, data in files.items():
        for form in (CANARY.encode(), b"CANARY", b"complaint", b"SQLite format"):
            assert form not in data, name
    bare = dbapi2.connect(str(tmp_path / "outbox.db"))
    with pytest.raises(dbapi2.DatabaseError):
        bare.execute("SELECT * FROM outbox")
    bare.close()


@pytest.mark.parametrize("which", [open_cache, open_outbox])
def test_a_wrong_key_opens_nothing_and_changes_nothing(tmp_path: Path, which) -> None:  # type: ignore[no-untyped-def]
    open_desk(tmp_path).close()
    before = contents(tmp_path)
    with pytest.raises(WrongKey):
        which(tmp_path, random_key())
    assert {name: contents(tmp_path)[name] for name in before} == before


def test_a_missing_store_is_not_made_anew_under_another_key(tmp_path: Path) -> None:
    open_desk(tmp_path).close()
    (tmp_path / "cache.db").unlink()
    with pytest.raises(WrongKey):
        open_cache(tmp_path, random_key())


@pytest.mark.parametrize("offset", [0, 40, 5000])
def test_a_damaged_cache_is_set_aside_and_rebuilt_and_the_outbox_lives(tmp_path: Path, offset: int) -> None:
    desk = open_desk(tmp_path)
    desk.outbox.add(command(), 0)
    desk.load(*(complaint(number) for number in range(1, 50)))
    desk.close()
    damage(tmp_path / "cache.db", offset)
    try:
        cache = open_cache(tmp_path, KEY)
        CacheWriter(cache).scopes()
        CacheWriter(cache).version_of(range(1, 50))
    except StoreDamaged:
        cache.close()
        cache = open_cache(
            tmp_path, KEY
        )  # damage deep inside is met in mid-work and acted on at the next start
    assert cache.rebuilt
    assert CacheWriter(cache).scopes() == []
    assert (tmp_path / "cache.damaged-1.db").exists()
    cache.close()
    again = open_cache(tmp_path, KEY)
    assert not again.rebuilt
    again.close()
    outbox = open_outbox(tmp_path, KEY, ballast_bytes=0)
    assert len(Outbox(outbox).items()) == 1
    outbox.close()


def test_of_damaged_caches_only_the_last_is_kept(tmp_path: Path) -> None:
    for number in range(3):
        desk = open_desk(tmp_path)
        desk.load(*(complaint(1 + number + other) for other in range(50)))
        desk.close()
        damage(tmp_path / "cache.db", 40)
    last = (tmp_path / "cache.db").read_bytes()
    open_cache(tmp_path, KEY).close()
    assert [path.name for path in tmp_path.glob("cache.damaged*")] == ["cache.damaged-1.db"]
    assert (tmp_path / "cache.damaged-1.db").read_bytes() == last


@pytest.mark.parametrize("offset", [40, 5000])
def test_a_damaged_outbox_is_refused_and_left_as_it_is(tmp_path: Path, offset: int) -> None:
    desk = open_desk(tmp_path)
    for number in range(1, 200):
        desk.outbox.add(command(number=number), 0)
    desk.close()
    damage(tmp_path / "outbox.db", offset)
    before = (tmp_path / "outbox.db").read_bytes()
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            open_outbox(tmp_path, KEY, ballast_bytes=0)
    assert (tmp_path / "outbox.db").read_bytes() == before


@pytest.mark.parametrize("name", ["cache", "outbox"])
def test_a_store_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    open_desk(tmp_path).close()
    newer = connect(tmp_path / f"{name}.db", KEY)
    newer.execute("PRAGMA user_version=99")
    newer.close()
    before = contents(tmp_path)
    with pytest.raises(StoreNewer):
        (open_cache if name == "cache" else open_outbox)(tmp_path, KEY)
    assert contents(tmp_path) == before


def test_a_second_instance_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from wzpdcl_desktop.cache.lock import InstanceLock;"
        "InstanceLock(pathlib.Path(sys.argv[1])).acquire(); print('held', flush=True); sys.stdin.read()"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert first.stdout is not None
    assert first.stdin is not None
    assert first.stdout.readline().strip() == b"held"
    with pytest.raises(StoreInUse):
        InstanceLock(tmp_path).acquire()
    first.kill()
    first.wait()
    first.stdin.close()
    first.stdout.close()
    with InstanceLock(tmp_path):
        pass


def test_every_connection_waits_for_the_disk_before_it_says_done(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    for store in (desk.cache, desk.outbox_store):
        with store.read() as one, store.read() as other:
            for connection in (one, other):
                assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
                assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    desk.close()


def test_a_command_survives_a_kill_right_after_it_was_accepted(tmp_path: Path) -> None:
    code = textwrap.dedent(
        """
        import os, pathlib, signal, sys
        from tests.unit.cache.samples import command, open_desk
        desk = open_desk(pathlib.Path(sys.argv[1]))
        for number in range(1, 21):
            made = command(number=number)
            desk.outbox.add(made, 0)
            os.write(1, (made.command_id + "\\n").encode())
        desk.outbox.mark_sending(made.command_id)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, check=False
    )
    assert done.returncode == -9
    said = done.stdout.decode().split()
    assert len(said) == 20
    desk = open_desk(tmp_path)
    assert [item.command.command_id for item in desk.outbox.items()] == said
    assert desk.outbox.recover() == 1
    desk.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    first = command()
    desk.outbox.add(first, 0)
    limit_pages(desk.outbox_store)
    with pytest.raises(DiskFull) as caught:
        fill(desk.outbox, CANARY * 200)
    assert "CANARY" not in repr(caught.value)
    count = len(desk.outbox.items())
    with pytest.raises(DiskFull):
        DeskNotes(desk.outbox_store).keep_draft("complaint:1", CANARY * 20_000)
    assert len(desk.outbox.items()) == count
    assert desk.outbox.items()[0].command == first
    desk.close()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a small tmpfs")
def test_on_a_really_full_disk_the_ballast_makes_room_for_one_more_command(tmp_path: Path) -> None:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(tmp_path)], check=False)
    if mounted.returncode:
        pytest.skip("no right to mount here")
    try:
        store = open_outbox(tmp_path, KEY, ballast_bytes=1 << 20)
        outbox = Outbox(store)
        assert (tmp_path / "ballast").stat().st_size == 1 << 20
        with (tmp_path / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while True:
                filler.write(b"x" * 4096)
        outbox.add(command(args={"text": "অ" * 60_000}), 0)
        assert not (tmp_path / "ballast").exists()
        with pytest.raises(DiskFull):
            fill(outbox, "অ" * 60_000)
        kept = len(outbox.items())
        store.close()
        (tmp_path / "filler").unlink()
        again = open_outbox(tmp_path, KEY, ballast_bytes=1 << 20)
        assert len(Outbox(again).items()) == kept
        assert (tmp_path / "ballast").exists()
        again.close()
    finally:
        subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


def test_a_disk_without_room_for_the_ballast_still_opens(tmp_path: Path) -> None:
    Ballast(tmp_path, 1 << 60).fill()
    assert not (tmp_path / "ballast").exists()
    assert not Ballast(tmp_path, 1 << 60).free()


def test_an_outbox_of_an_older_version_is_copied_encrypted_and_brought_forward(tmp_path: Path) -> None:
    store = open_outbox(tmp_path, KEY, ballast_bytes=0)
    made = command(args={"text": CANARY})
    Outbox(store).add(made, 0)
    store.close()

    def second(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE outbox ADD COLUMN more TEXT")

    newer = open_outbox(tmp_path, KEY, migrations=(*OUTBOX_MIGRATIONS, second), ballast_bytes=0)
    assert Outbox(newer).items()[0].command == made
    newer.close()
    before = len(OUTBOX_MIGRATIONS)
    copy = tmp_path / f"outbox.v{before}.bak.db"
    assert b"CANARY" not in copy.read_bytes()
    opened = connect(copy, KEY)
    assert opened.execute("SELECT count(*) FROM outbox").fetchone() == (1,)
    assert opened.execute("PRAGMA user_version").fetchone() == (before,)
    opened.close()


def test_an_outbox_from_before_there_were_notices_gets_their_tables(tmp_path: Path) -> None:
    store = open_outbox(tmp_path, KEY, migrations=OUTBOX_MIGRATIONS[:1], ballast_bytes=0)
    Outbox(store).add(command(), 0)
    store.close()

    store = open_outbox(tmp_path, KEY, ballast_bytes=0)
    book = NoticeBook(store)
    assert book.since() is None
    book.begin({}, 7)
    assert (book.since(), book.recent()) == (7, ())
    assert len(Outbox(store).items()) == 1
    store.close()


def test_an_outbox_from_before_decisions_keeps_its_commands_and_learns_what_was_seen(tmp_path: Path) -> None:
    store = open_outbox(tmp_path, KEY, migrations=OUTBOX_MIGRATIONS[:2], ballast_bytes=0)
    old = command()
    Outbox(store).add(old, 0)
    for column in ("seen", "supersedes"):
        store.transaction(
            lambda connection, column=column: connection.exec_driver_sql(
                f"ALTER TABLE outbox DROP COLUMN {column}"
            )
        )
    store.close()

    store = open_outbox(tmp_path, KEY, ballast_bytes=0)
    new = command()
    Outbox(store).add(new, 0, seen=Seen(State.INBOX, 7, "dolkhola", None, 2, 1))
    first, second = Outbox(store).items()
    assert (first.command, first.seen, first.supersedes) == (old, None, None)
    assert (second.command, second.seen) == (new, Seen(State.INBOX, 7, "dolkhola", None, 2, 1))
    assert (tmp_path / "outbox.v2.bak.db").exists()
    store.close()


def test_a_migration_that_fails_leaves_the_outbox_at_its_version(tmp_path: Path) -> None:
    store = open_outbox(tmp_path, KEY, ballast_bytes=0)
    made = command()
    Outbox(store).add(made, 0)
    store.close()

    def broken(connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE draft")
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        open_outbox(tmp_path, KEY, migrations=(*OUTBOX_MIGRATIONS, broken), ballast_bytes=0)
    store = open_outbox(tmp_path, KEY, ballast_bytes=0)
    assert Outbox(store).items()[0].command == made
    assert DeskNotes(store).draft("complaint:1") == ""
    store.close()


MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:50 / /home/office\\040share rw,relatime shared:1 - cifs //server/share rw
31 30 8:2 / /home/office\\040share/local rw - ext4 /dev/sdb1 rw
"""


def test_a_folder_on_a_network_drive_is_refused() -> None:
    refuse_network_drive(Path("/home/office"), MOUNTS)
    refuse_network_drive(Path("/home/office share/local/a"), MOUNTS)
    with pytest.raises(NetworkDrive):
        refuse_network_drive(Path("/home/office share/desk"), MOUNTS)
    assert file_system_of(Path("/home/office sharely"), MOUNTS) == "ext4"


def test_no_exception_of_the_store_carries_a_customer_s_data(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    desk.writer.begin_snapshot(OFFICE, Stage.OPEN)
    broken = complaint(1, customer=CANARY, state=None)
    with pytest.raises(Exception, match="NOT NULL") as caught:
        desk.writer.apply_snapshot_page(OFFICE, Stage.OPEN, page(broken))
    assert "CANARY" not in str(caught.value)
    desk.close()


def fill(outbox: Outbox, text: str) -> None:
    for _ in range(1000):
        outbox.add(command(args={"text": text}), 0)


def damage(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    for place in range(offset, min(offset + 64, len(data))):
        data[place] ^= 0xFF
    path.write_bytes(data)


def limit_pages(store) -> None:  # type: ignore[no-untyped-def]
    """Let the store's connection grow by a few pages only."""
    store.close()
    with store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 8}")
