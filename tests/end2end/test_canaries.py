"""Names, numbers, messages, passwords and tokens: in no log, no report, no readable byte on the disk."""

from __future__ import annotations

import base64
import json
import logging
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from central_api import customers
from central_api.clock import SystemClock
from tests.end2end.desk import HEAD, Pc
from tests.end2end.surroundings import damage, files_of, opened_store
from tests.integration.sync_support import Line
from tests.support.central import PASSWORD, CentralHandle, complaint_given, set_state, start_central
from wzpdcl_desktop import diagnose
from wzpdcl_desktop.cache.migrations_outbox import OUTBOX_MIGRATIONS
from wzpdcl_desktop.cache.store import open_outbox
from wzpdcl_desktop.domain.commands import CommandState
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.bug_reports import unhandled
from wzpdcl_desktop.gui.dialogs.failure import FailureDialog
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.logs import log_to_file
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.services.sign_in import Opened

CUSTOMER = {
    "customer": "ক্যানারি-নাম বেগম",
    "mobile": "+8801799887766",
    "account": "987650043210",
    "address": "ক্যানারি-গলি ৭৭, খুলনা",
    "locality": "ক্যানারি-পাড়া",
    "text": "ক্যানারি-অভিযোগ: ট্রান্সফরমারে শব্দ।",
}
SENT = "ক্যানারি-বার্তা: লোক যাচ্ছে।"
REFUSED = "ক্যানারি-সংঘর্ষ: লোক যাচ্ছে।"
UNSENT = "ক্যানারি-খসড়া: কাল আসব।"
WRONG_PASSWORD = "canary-wrong-password"


@dataclass
class Secrets:
    """What must not be found, as text and as bytes."""

    texts: list[str] = field(
        default_factory=lambda: [*CUSTOMER.values(), SENT, REFUSED, UNSENT, WRONG_PASSWORD, PASSWORD]
    )
    raw: list[bytes] = field(default_factory=list)

    def add_sign_in(self, opened: Opened) -> None:
        """Tokens and key of a sign-in."""
        if opened.tokens is not None:
            self.texts += [opened.tokens.access, opened.tokens.refresh]
        self.texts += [opened.key.hex(), base64.b64encode(opened.key).decode()]
        self.raw.append(opened.key)

    def found_in(self, data: bytes) -> list[str]:
        """Those that stand in some bytes, in any of the ways a program writes text."""
        found = [
            text
            for text in self.texts
            if any(
                form in data
                for form in (
                    text.encode(),
                    text.encode("utf-16-le"),
                    json.dumps(text)[1:-1].encode(),
                    repr(text.encode())[2:-1].encode(),
                )
            )
        ]
        return found + ["the key" for raw in self.raw if raw in data]


@contextmanager
def standard_error_to(path: Path) -> Iterator[None]:
    """What this process, and any that it starts meanwhile, has for its standard error."""
    before = os.dup(2)
    with path.open("ab") as file:
        os.dup2(file.fileno(), 2)
    yield
    os.dup2(before, 2)
    os.close(before)


@pytest.fixture
def server_log(tmp_path: Path) -> Path:
    """Where the server's standard error goes."""
    return tmp_path / "server.log"


@pytest.fixture
def central(tmp_path: Path, server_log: Path) -> Iterator[CentralHandle]:
    """A server of this test alone, which keeps its log."""
    with standard_error_to(server_log):
        handle = start_central(tmp_path / "central")
    yield handle
    handle.close()


@pytest.fixture
def logs(pc: Pc) -> Iterator[Path]:
    """The program's own log, as in the office."""
    logger = logging.getLogger("wzpdcl")
    before, level = list(logger.handlers), logger.level
    folder = pc.folder / "logs"
    log_to_file(folder)
    yield folder
    for handler in [one for one in logger.handlers if one not in before]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def new_complaint(central: CentralHandle) -> int:
    """A customer writes to the office."""
    given = cast("customers.NewComplaint", {**complaint_given("khulna-1-dolkhola"), **CUSTOMER})
    with central.database().write() as session:
        return customers.new_complaint(session, SystemClock(), given)


def diagnostics_of(pc: Pc) -> dict[str, bytes]:
    """What an officer would send to the ICT department now."""
    options = Options(data_folder=pc.folder, secrets=pc.secrets)
    target = pc.folder.parent / "diagnostics.zip"
    diagnose.service(options, pc.program.settings, pc.desk.integrity).write(target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def settle_elsewhere(central: CentralHandle, complaint: int) -> None:
    """Somebody else cancels a complaint meanwhile."""
    with central.database().write() as session:
        set_state(session, SystemClock(), complaint, "cancelled")


def fail_in_the_background(pc: Pc) -> None:
    """A bug: an error that nobody planned for, and that carries a customer's data along."""

    def work() -> None:
        try:
            raise KeyError(CUSTOMER["customer"])
        except KeyError as error:
            raise ValueError(f"{CUSTOMER['mobile']} {CUSTOMER['text']} {PASSWORD}") from error

    pc.program.tasks.cache(work, lambda _none: None)
    pc.settle()


def fail_on_the_line(pc: Pc, central: CentralHandle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another bug, in the thread that fetches: the program goes on after it."""

    def fail(_changes: object) -> None:
        raise RuntimeError(f"{CUSTOMER['customer']} {CUSTOMER['address']}")

    with monkeypatch.context() as patch:
        patch.setattr(pc.desk.directory, "changed", fail)
        number = new_complaint(central)
        until(lambda: bool(pc.window.findChildren(FailureDialog)), "the report of the second bug")
    until(lambda: number in pc.panels.queue.model.ids, "the complaint that came with the bug", 60)


def fail_after_a_click(pc: Pc) -> None:
    """A third bug, in the answer to a click, as the interpreter hands over what nobody caught."""
    try:
        raise LookupError(f"{CUSTOMER['account']} {UNSENT}")
    except LookupError as error:
        unhandled(pc.program.notifier, type(error), error, error.__traceback__)


def close_report(pc: Pc) -> None:
    """Read enough."""
    for dialog in pc.window.findChildren(FailureDialog):
        dialog.accept()
    until(lambda: not pc.window.findChildren(FailureDialog), "the dialog to go")


def report_on_screen(pc: Pc) -> str:
    """The report that the program offers to pass on."""
    dialogs = pc.window.findChildren(FailureDialog)
    assert len(dialogs) == 1, "one dialog, however often it happens"
    report = dialogs[0].findChild(QPlainTextEdit)
    assert report is not None
    return report.toPlainText()


def test_nothing_of_a_customer_and_no_secret_can_be_read_anywhere(
    pc: Pc, line: Line, central: CentralHandle, logs: Path, server_log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = Secrets()
    first, second, third = (new_complaint(central) for _ in range(3))

    # A day at the desk: a wrong password, work, a clash with somebody else, a text that is not sent, a bug.
    pc.switch_on()
    pc.sign_in_window.form.signed_in.connect(secrets.add_sign_in)
    assert pc.try_sign_in(HEAD, WRONG_PASSWORD)
    pc.sign_in_and_load()
    assert len(secrets.raw) == 1
    pc.complaints()
    pc.act(Action.ACCEPT, first, SENT)
    line.down()
    pc.wait_for_line(LinkStatus.SERVER_DOWN)
    pc.act(Action.ACCEPT, second, REFUSED)
    settle_elsewhere(central, second)
    line.up()
    pc.wait_for_line(LinkStatus.ONLINE)
    until(lambda: [item.state for item in pc.desk.outbox.items()] == [CommandState.CONFLICT], "the clash", 60)
    pc.complaints()
    pc.begin(Action.MESSAGE, third, UNSENT)
    for _ in range(3):
        fail_in_the_background(pc)
    report = report_on_screen(pc)
    close_report(pc)
    fail_in_the_background(pc)
    assert not pc.window.findChildren(FailureDialog), "the same bug is not shown again"
    fail_on_the_line(pc, central, monkeypatch)
    reports = report + report_on_screen(pc)
    close_report(pc)
    fail_after_a_click(pc)
    reports += report_on_screen(pc)
    collected = diagnostics_of(pc)
    while_open = files_of(pc.folder)
    folder, key = pc.store_folder, pc.desk.opened.key
    pc.switch_off()

    # The next day: the cache is damaged and set aside, and a new version copies the outbox first.
    damage(folder / "cache.db", 40)
    pc.sign_in_and_load()
    pc.switch_off()
    open_outbox(folder, key, migrations=[*OUTBOX_MIGRATIONS, lambda _connection: None]).close()
    afterwards = files_of(pc.folder)

    names = {Path(name).name for name in (*while_open, *afterwards)}
    expected = {"cache.db", "cache.db-wal", "outbox.db", "outbox.db-wal", "cache.damaged-1.db", "desktop.log"}
    assert expected <= names
    assert any(name.endswith(".bak.db") for name in names)
    for name, data in (*while_open.items(), *afterwards.items()):
        assert secrets.found_in(data) == [], name

    assert {"self-check.json", "logs/desktop.log", "stores.json"} <= set(collected)
    assert json.loads(collected["stores.json"])["whole"] == {"cache.db": "ok", "outbox.db": "ok"}
    assert json.loads(collected["self-check.json"])["checks"], "the self-check ran"
    for name, data in collected.items():
        assert secrets.found_in(data) == [], name
        assert HEAD.encode() not in data, name

    log = (logs / "desktop.log").read_text(encoding="utf-8")
    assert "ValueError" in log, "the bug is in the log"
    assert "test_canaries.py" in log, "with its place"
    assert "ValueError" in report
    assert "RuntimeError" in reports
    assert "LookupError" in reports
    assert secrets.found_in(reports.encode()) == []

    assert b"POST /v1/commands" in server_log.read_bytes()
    assert secrets.found_in(server_log.read_bytes()) == []

    # The search would have found them: they are in the server's database, and under the key in the stores.
    open_data = b"".join(files_of(central.blobs.parent).values())
    assert set(secrets.found_in(open_data)) >= {*CUSTOMER.values(), SENT}
    with opened_store(folder / "outbox.db", key) as connection:
        kept = str(connection.execute("SELECT * FROM draft").fetchall())
        assert UNSENT in kept
