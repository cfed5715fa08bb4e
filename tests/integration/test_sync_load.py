"""The desk against the real server: what it loads, what it sees, and what leaves it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from central_api import customers
from central_api.clock import SystemClock
from central_api.db import renew_epoch
from central_api.models import Account, Complaint, Feeder, Token
from central_api.scope import COMPANY_LOG
from central_api.seq import record_changes
from tests.integration.sync_support import Desk, Line, desk, wait_until
from tests.support.central import FEEDERS, PASSWORD, CentralHandle, central_server, complaint_given, set_state
from wzpdcl_desktop.domain.errors import DiskFull
from wzpdcl_desktop.domain.link import LinkStatus, Stage
from wzpdcl_desktop.domain.people import Duty


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralHandle]:
    with central_server(tmp_path / "central") as handle:
        yield handle


@pytest.fixture
def line(central: CentralHandle) -> Iterator[Line]:
    made = Line(central.url)
    yield made
    made.down()


def truth(central: CentralHandle, *, feeders: set[str]) -> dict[int, tuple[str, int]]:
    """What the server holds for some feeders."""
    with central.database().read() as session:
        found = session.execute(select(Complaint.id, Complaint.state, Complaint.version, Complaint.feeder))
        return {row.id: (row.state, row.version) for row in found if row.feeder in feeders}


def feeders_of(office: str) -> set[str]:
    return {feeder for feeder, (place, _, _) in FEEDERS.items() if place == office}


KHULNA_1 = feeders_of("khulna-1")


def loaded(made: Desk) -> bool:
    return bool(made.heard.progress) and made.heard.progress[-1].stage is Stage.DONE


def add_complaints(central: CentralHandle, number: int, feeder: str = "khulna-1-dolkhola") -> list[int]:
    with central.database().write() as session:
        return [
            customers.new_complaint(session, SystemClock(), complaint_given(feeder, 1000 + each))
            for each in range(number)
        ]


def test_the_first_load_ends_equal_to_the_server(central: CentralHandle, tmp_path: Path) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        assert made.rows() == truth(central, feeders=KHULNA_1)
        assert made.status() is LinkStatus.ONLINE
        stages = [progress.stage for progress in made.heard.progress]
        assert [stages.index(stage) for stage in Stage] == sorted(stages.index(stage) for stage in Stage)
        assert made.writer.me() is not None
        assert made.engine.state.last_sync_at is not None
        assert not made.heard.bugs


def test_a_change_is_seen_within_two_seconds_by_the_long_poll(central: CentralHandle, tmp_path: Path) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        began = time.monotonic()
        new = add_complaints(central, 1)[0]
        wait_until(lambda: new in made.rows(), "the new complaint")
        assert time.monotonic() - began < 2.0
        with central.database().write() as session:
            set_state(session, SystemClock(), new, "in_progress")
        wait_until(lambda: made.rows()[new][0] == "in_progress", "the new state")
        assert any(new in changes.of_entity("complaint") for changes in made.heard.changes)


def test_a_restart_goes_on_with_the_feed_and_needs_no_password(
    central: CentralHandle, tmp_path: Path
) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        generation = made.writer.scope_state("office:khulna-1").generation  # type: ignore[union-attr]
    add_complaints(central, 3)
    with desk(tmp_path / "desk", central.url, tokens=made.tokens) as again:
        again.engine.start()
        wait_until(lambda: again.rows() == truth(central, feeders=KHULNA_1), "what happened meanwhile")
        assert again.writer.scope_state("office:khulna-1").generation == generation  # type: ignore[union-attr]


@pytest.mark.parametrize("cut_after", [100, 2_000, 6_000, 10_000])
def test_a_line_that_breaks_in_the_middle_of_a_load_loses_nothing(
    central: CentralHandle, line: Line, tmp_path: Path, cut_after: int
) -> None:
    add_complaints(central, 200)
    with desk(tmp_path / "desk", line.url) as made:
        line.cut_after = cut_after
        made.engine.start(PASSWORD)
        wait_until(lambda: line.cut_after == 0, "the cut")
        wait_until(lambda: made.status() is LinkStatus.SERVER_DOWN, "the cut to be noticed")
        line.cut_after = None
        made.engine.poke()
        wait_until(lambda: loaded(made), "loaded")
        assert made.rows() == truth(central, feeders=KHULNA_1)
        assert not made.heard.bugs


def test_a_server_killed_and_started_again_is_caught_up_with(central: CentralHandle, tmp_path: Path) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        central.kill()
        wait_until(lambda: made.status() is LinkStatus.SERVER_DOWN, "the loss to be noticed")
        new = add_complaints(central, 2)
        central.restart()
        wait_until(lambda: set(new) <= set(made.rows()), "the complaints of meanwhile", 60)
        wait_until(lambda: made.status() is LinkStatus.ONLINE, "online")


def test_stopping_does_not_wait_for_the_long_poll(central: CentralHandle, tmp_path: Path) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        began = time.monotonic()
        assert made.engine.stop(5)
        assert time.monotonic() - began < 2.0
        assert made.heard.statuses()[-1] is LinkStatus.ONLINE, "ending is no failure of the line"


def test_a_row_leaves_with_the_scope_that_brought_it(central: CentralHandle, tmp_path: Path) -> None:
    own = {feeder for feeder, (_, _, incharge) in FEEDERS.items() if incharge == "sae1.khulna1"}
    with desk(tmp_path / "desk", central.url, officer="sae1.khulna1", duty=Duty.FEEDER_INCHARGE) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        assert made.rows() == truth(central, feeders=own)
        lost = next(iter(own))
        waiting = made.message(next(iter(truth(central, feeders={lost}))))
        wait_until(lambda: not made.outbox.items(), "the message of before")
        with central.database().write() as session:
            feeder = session.get_one(Feeder, lost)
            feeder.incharge = "sae2.khulna1"
            record_changes(session, COMPANY_LOG, [("feeder", lost, 2)], at=SystemClock().now_ms())
        wait_until(lambda: made.rows() == truth(central, feeders=own - {lost}), "the rows to leave")
        assert made.outbox.item(waiting) is not None


@pytest.mark.parametrize("change", [{"disabled": 1}, {"duties": ["circle"]}], ids=["account", "duty"])
def test_whoever_lost_the_right_keeps_no_rows_and_the_outbox(
    central: CentralHandle, tmp_path: Path, change: dict[str, object]
) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        kept = next(iter(made.rows()))
        with central.database().write() as session:
            account = session.get_one(Account, "xen.khulna1")
            for name, value in change.items():
                setattr(account, name, value)
            # As after a quarter of an hour: only the refresh can tell.
            session.execute(delete(Token).where(Token.kind == "access"))
        add_complaints(central, 1)
        made.message(kept)
        wait_until(lambda: not made.rows(), "the rows to leave")
        wait_until(lambda: made.status() is LinkStatus.SIGNED_OUT, "signed out")
        assert [item.command.complaint_id for item in made.outbox.items()] == [kept]


def copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


def test_a_server_restored_from_a_backup_leads_to_a_fresh_snapshot(
    central: CentralHandle, tmp_path: Path
) -> None:
    assert central.database_path is not None
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        copy_database(central.database_path, tmp_path / "backup.db")
        before = made.rows()
        kept = next(number for number, (state, _) in before.items() if state == "inbox")
        waiting = made.message(kept)
        wait_until(lambda: not made.outbox.items(), "sent")
        with central.database().write() as session:
            set_state(session, SystemClock(), kept, "cancelled")
        vanished = add_complaints(central, 1)[0]
        wait_until(lambda: vanished in made.rows(), "what the backup does not know")
        wait_until(lambda: made.rows()[kept][0] == "cancelled", "the state that the backup does not know")
        assert made.rows()[kept][1] > before[kept][1]
        central.kill()
        copy_database(tmp_path / "backup.db", central.database_path)
        with central.database().write() as session:
            renew_epoch(session)
        central.restart()
        wait_until(lambda: vanished not in made.rows(), "the fresh snapshot", 60)
        wait_until(lambda: made.rows() == truth(central, feeders=KHULNA_1), "equal again")
        assert made.rows() == before
        assert made.outbox.item(waiting) is not None
        assert not made.heard.bugs


def test_a_full_disk_pauses_pulling_and_says_so_while_the_outbox_lives(
    central: CentralHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wzpdcl_desktop.sync.engine._DISK_SECONDS", 0.2)
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        kept = next(iter(made.rows()))
        monkeypatch.setattr(made.writer, "apply_changes_page", _no_room)
        new = add_complaints(central, 1)[0]
        wait_until(lambda: made.status() is LinkStatus.DISK_FULL, "the full disk to be told")
        sent = made.message(kept)
        wait_until(lambda: made.outbox.item(sent).receipt, "the message to be sent all the same")  # type: ignore[union-attr]
        assert new not in made.rows()
        monkeypatch.undo()
        wait_until(lambda: new in made.rows(), "pulling to go on")
        wait_until(lambda: made.status() is LinkStatus.ONLINE, "online")
        wait_until(lambda: not made.outbox.items(), "the message to settle")


def _no_room(*_: object) -> None:
    raise DiskFull


def test_a_clock_that_is_wrong_is_told_and_does_not_stop_anything(
    central: CentralHandle, tmp_path: Path
) -> None:
    hour = 3_600_000
    with desk(tmp_path / "desk", central.url, wall=lambda: time.time_ns() // 1_000_000 - hour) as made:
        made.engine.start(PASSWORD)
        wait_until(lambda: loaded(made), "loaded")
        wait_until(lambda: made.status() is LinkStatus.CLOCK_WRONG, "the wrong clock to be told")
        assert made.engine.state.online
        assert abs((made.engine.state.clock_offset or 0) - hour) < 5_000
        assert abs(made.clock.now() - time.time_ns() // 1_000_000) < 5_000
        made.message(next(iter(made.rows())))
        wait_until(lambda: not made.outbox.items(), "sent")
