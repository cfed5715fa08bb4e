"""The disk fills, files are damaged or of another version: each is said, and what waits is safe."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from os import geteuid
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from central_api import customers
from central_api.clock import SystemClock
from tests.end2end.desk import Pc
from tests.end2end.surroundings import (
    assert_equal_and_exactly_once,
    damage,
    files_of,
    in_bangla,
    opened_store,
)
from tests.integration.sync_support import Line
from tests.support.central import CentralHandle, complaint_given
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.journey.robot import until

REBUILT = "এই পিসির তথ্য নষ্ট হয়েছিল, আবার আনা হচ্ছে। না পাঠানো কোনো কাজ হারায়নি।"
RESTORED = "এই পিসির আউটবক্স নষ্ট হয়েছিল, কপি থেকে ফেরানো হয়েছে। একবার দেখে নিন।"
TEXT = "লোক যাচ্ছে, এই লেখাটি হারানো যাবে না।"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 megabytes."""
    if not sys.platform.startswith("linux") or geteuid() != 0:
        pytest.skip("mounting a small disk needs Linux and root")
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("no right to mount here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Something else takes all room of a disk; the file it is in."""
    other = disk / "films"
    with suppress(OSError), other.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return other


def make_newer(path: Path, key: bytes) -> None:
    """Mark a store as written by a version of the program that is yet to come."""
    with opened_store(path, key) as connection:
        connection.execute("PRAGMA user_version=99")


def work_offline_and_switch_off(pc: Pc, line: Line) -> tuple[bytes, str]:
    """Sign in, load, lose the line, accept one complaint, go home. The key of the stores, and the action."""
    pc.sign_in_and_load()
    key = pc.desk.opened.key
    line.down()
    pc.wait_for_line(LinkStatus.SERVER_DOWN)
    command = pc.act(Action.ACCEPT, pc.complaints()[0], TEXT)
    pc.switch_off()
    return key, command


def test_on_a_full_disk_an_action_is_refused_and_its_text_stays(
    qt: QApplication, line: Line, central: CentralHandle, small_disk: Path
) -> None:
    pc = Pc(qt, small_disk / "pc", line.url)
    try:
        pc.sign_in_and_load()
        complaint = pc.complaints()[0]
        films = fill(small_disk)
        pc.begin(Action.ACCEPT, complaint, TEXT)
        pc.confirm()
        assert pc.action_banner == in_bangla("disk_full")
        assert pc.typed == TEXT
        assert not pc.box.isReadOnly()
        assert pc.waiting() == []
        assert complaint in pc.complaints(), "it does not look accepted"

        with central.database().write() as session:
            customers.new_complaint(session, SystemClock(), complaint_given("khulna-1-bagmara"))
        pc.wait_for_line(LinkStatus.DISK_FULL)
        assert pc.banner == "ডিস্কে জায়গা নেই। জায়গা খালি করুন; আপনার কাজ রাখা হচ্ছে।"

        films.unlink()
        pc.wait_for_line(LinkStatus.ONLINE)
        assert pc.banner == ""
        command = pc.act(Action.ACCEPT, complaint, TEXT)
        assert pc.action_banner == ""
        pc.wait_until_all_is_sent()
        assert_equal_and_exactly_once(pc, central, [command])
    finally:
        pc.switch_off()


@pytest.mark.parametrize("whole", [True, False], ids=["first page", "all pages but the first"])
def test_a_damaged_cache_is_set_aside_and_fetched_anew_and_the_outbox_is_sent(
    pc: Pc, line: Line, central: CentralHandle, whole: bool
) -> None:
    _key, command = work_offline_and_switch_off(pc, line)
    cache = pc.store_folder / "cache.db"
    for offset in [40] if whole else range(4096 + 40, cache.stat().st_size, 4096):
        damage(cache, offset)
    damaged = (pc.store_folder / "cache.db").read_bytes()
    pc.sign_in()
    assert pc.toast == REBUILT
    assert [text for _complaint, text in pc.waiting()] == [TEXT]
    assert (pc.store_folder / "cache.damaged-1.db").read_bytes() == damaged
    line.up()
    pc.wait_for_all_complaints()
    pc.wait_until_all_is_sent()
    assert_equal_and_exactly_once(pc, central, [command])


@pytest.mark.parametrize("offset", [40, 5000, None], ids=["first page", "second page", "gone"])
def test_a_damaged_outbox_comes_back_from_its_copy_and_is_sent_once(
    pc: Pc, line: Line, central: CentralHandle, offset: int | None
) -> None:
    with central.database().write() as session:
        customers.new_complaint(session, SystemClock(), complaint_given("khulna-1-bagmara"))
    _key, command = work_offline_and_switch_off(pc, line)
    outbox = pc.store_folder / "outbox.db"
    if offset is None:
        outbox.unlink()
    else:
        damage(outbox, offset)
    pc.sign_in()
    assert pc.toast == RESTORED
    assert [text for _complaint, text in pc.waiting()] == [TEXT]
    line.up()
    pc.wait_for_all_complaints()
    pc.wait_until_all_is_sent()
    assert_equal_and_exactly_once(pc, central, [command])


@pytest.mark.parametrize("offset", [40, 5000])
def test_a_damaged_outbox_without_a_copy_is_refused_and_left_as_it_is(
    pc: Pc, line: Line, offset: int
) -> None:
    work_offline_and_switch_off(pc, line)
    damage(pc.store_folder / "outbox.db", offset)
    for copy in pc.store_folder.glob("outbox.copy*.db"):
        copy.unlink()
    before = files_of(pc.store_folder)
    pc.switch_on()
    assert pc.try_sign_in() == in_bangla("store_damaged")
    assert files_of(pc.store_folder) == before


@pytest.mark.parametrize("name", ["cache.db", "outbox.db"])
def test_a_store_of_a_newer_version_is_refused_and_left_as_it_is(
    pc: Pc, line: Line, central: CentralHandle, name: str
) -> None:
    key, command = work_offline_and_switch_off(pc, line)
    make_newer(pc.store_folder / name, key)
    before = files_of(pc.store_folder)
    pc.switch_on()
    assert pc.try_sign_in() == in_bangla("store_newer")
    assert files_of(pc.store_folder) == before
    pc.switch_off()

    with opened_store(pc.store_folder / name, key) as connection:  # the newer program goes on
        connection.execute("PRAGMA user_version=1")
    line.up()
    pc.sign_in_and_load()
    pc.wait_until_all_is_sent()
    assert_equal_and_exactly_once(pc, central, [command])


def test_the_stores_open_with_their_key_alone(pc: Pc, line: Line) -> None:
    key, _command = work_offline_and_switch_off(pc, line)
    for name in ("cache.db", "outbox.db"):
        path = pc.store_folder / name
        with opened_store(path, key) as connection:
            assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] > 0
        for other in (bytes(32), key[:-1] + bytes([key[-1] ^ 1])):
            with opened_store(path, other) as connection, pytest.raises(dbapi2.DatabaseError):
                connection.execute("SELECT count(*) FROM sqlite_schema")
        assert not path.read_bytes().startswith(b"SQLite format 3"), "any SQLite program would open it"


def test_the_text_typed_in_the_last_moment_is_still_there_the_next_day(pc: Pc) -> None:
    pc.sign_in_and_load()
    complaint = pc.complaints()[0]
    pc.begin(Action.MESSAGE, complaint, TEXT)
    pc.switch_off()
    pc.sign_in()
    pc.complaints()
    pc.select(complaint)
    until(lambda: pc.typed == TEXT, "the draft")
