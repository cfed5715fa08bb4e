"""A new version on the screen: offered, fetched, stopped, refused, installed when the program ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.support.packages import SETUP, Publisher
from tests.unit.services.test_updates import Installed, Server
from wzpdcl_desktop.domain.errors import NoNetwork
from wzpdcl_desktop.domain.link import LinkState, LinkStatus
from wzpdcl_desktop.gui.banners import Banners
from wzpdcl_desktop.gui.dialogs.diagnostics import DiagnosticsDialog
from wzpdcl_desktop.gui.dialogs.update import UpdateDialog
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.updates import UpdateDesk, UpdateState
from wzpdcl_desktop.services.diagnostics import DiagnosticsService
from wzpdcl_desktop.services.settings import Settings
from wzpdcl_desktop.services.updates.service import UpdateService
from wzpdcl_desktop.services.updates.trust import Trust

ONLINE = LinkState(LinkStatus.ONLINE)


class Line(Server):
    """A server that can be closed, and held in the middle of a file."""

    held: threading.Event | None = None
    closed = False

    def close(self) -> None:
        self.closed = True
        if self.held is not None:
            self.held.set()

    def _chunks(self, start: int) -> Iterator[bytes]:
        for number, piece in enumerate(super()._chunks(start)):
            if self.held is not None and number == 2:
                self.held.wait(30)
            yield piece


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path / "company")


@pytest.fixture
def line(publisher: Publisher) -> Line:
    return Line(publisher.envelope("0.2.0"))


@pytest.fixture
def installed() -> Installed:
    return Installed()


@pytest.fixture
def updates(
    tmp_path: Path,
    publisher: Publisher,
    line: Line,
    installed: Installed,
    tasks: TaskRunner,
    notifier: Notifier,
) -> UpdateDesk:
    trust = Trust(lambda: [publisher.key], "0.1.0")
    service = UpdateService(tmp_path / "updates", trust, "0.1.0", installed, lambda: [tmp_path / "stick"])
    return UpdateDesk(service, tasks, notifier, lambda: line, lambda: False)


@pytest.fixture
def dialog(updates: UpdateDesk, theme: Theme, language: Language, qtbot: QtBot) -> UpdateDialog:
    made = UpdateDialog(theme, language, updates)
    qtbot.addWidget(made)
    made.show()
    return made


def test_when_the_line_is_there_it_is_offered_once_in_a_while(
    updates: UpdateDesk, notifier: Notifier, theme: Theme, language: Language, qtbot: QtBot, line: Line
) -> None:
    banners = Banners(theme, language)
    qtbot.addWidget(banners)
    banners.follow_updates(updates)
    banners.show()
    assert not banners.update_strip.isVisible()
    notifier.on_link(LinkState(LinkStatus.NO_NETWORK))
    assert updates.state is UpdateState.NONE
    notifier.on_link(ONLINE)
    qtbot.waitUntil(lambda: updates.state is UpdateState.OFFERED)
    assert "০.২.০" in banners.update_strip.text
    with qtbot.waitSignal(banners.update_requested):
        banners.update_strip.button.click()
    line.envelope = None
    notifier.on_link(ONLINE)
    assert updates.state is UpdateState.OFFERED, "it asks a few times a day, not at each sign of life"


def test_too_old_to_send_the_strip_leads_to_the_new_version(
    updates: UpdateDesk, notifier: Notifier, theme: Theme, language: Language, qtbot: QtBot, line: Line,
    publisher: Publisher, dialog: UpdateDialog,
) -> None:  # fmt: skip
    line.envelope = publisher.envelope("0.3.0", "0.2.0")
    banners = Banners(theme, language)
    qtbot.addWidget(banners)
    banners.follow_updates(updates)
    banners.set_link(LinkState(LinkStatus.UPGRADE_NEEDED))
    notifier.on_link(LinkState(LinkStatus.UPGRADE_NEEDED))
    qtbot.waitUntil(lambda: updates.state is UpdateState.OFFERED)
    with qtbot.waitSignal(banners.update_requested):
        banners.link.button.click()
    assert "থেকে যাবে" in dialog.now.text(), "what waits is kept, and the dialog says so"


def test_fetched_and_installed_when_the_program_ends(
    updates: UpdateDesk, dialog: UpdateDialog, installed: Installed, qtbot: QtBot
) -> None:
    dialog.act.click()
    qtbot.waitUntil(lambda: updates.state is UpdateState.OFFERED)
    assert "খবর" in dialog.news.text()
    dialog.act.click()
    qtbot.waitUntil(lambda: updates.state is UpdateState.READY)
    assert installed.started == []
    with qtbot.waitSignal(updates.install_requested):
        dialog.act.click()
    assert updates.install_at_end()
    assert installed.started == [SETUP]


@pytest.mark.parametrize("offered", [True, False])
def test_what_waits_from_the_last_run_is_not_forgotten_for_what_the_server_says(
    updates: UpdateDesk, line: Line, qtbot: QtBot, notifier: Notifier, publisher: Publisher,
    tasks: TaskRunner, offered: bool,
) -> None:  # fmt: skip
    """The line is there before the file that waits is measured."""
    updates.take(publisher.signed("0.2.0"))
    qtbot.waitUntil(lambda: updates.state is UpdateState.READY)
    updates.state = UpdateState.NONE  # as in the next run
    line.envelope = line.envelope if offered else None
    updates.begin()
    notifier.on_link(ONLINE)
    qtbot.waitUntil(tasks.idle)
    assert updates.state is UpdateState.READY


def test_nothing_waiting_the_server_is_asked_all_the_same(
    updates: UpdateDesk, qtbot: QtBot, notifier: Notifier
) -> None:
    updates.begin()
    notifier.on_link(ONLINE)
    qtbot.waitUntil(lambda: updates.state is UpdateState.OFFERED)


def test_a_stick_goes_before_a_server_that_does_not_answer(
    updates: UpdateDesk, line: Line, qtbot: QtBot, publisher: Publisher, tasks: TaskRunner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    answer = threading.Event()

    def late() -> bytes | None:
        answer.wait(30)
        raise NoNetwork("no way")

    monkeypatch.setattr(line, "update_manifest", late)
    updates.look()
    updates.take(publisher.signed("0.2.0"))
    qtbot.waitUntil(lambda: updates.state is UpdateState.READY)
    answer.set()
    qtbot.waitUntil(tasks.idle)
    assert updates.state is UpdateState.READY
    assert updates.error is None


def test_nothing_is_installed_while_the_system_shuts_down(
    updates: UpdateDesk, qtbot: QtBot, publisher: Publisher, installed: Installed
) -> None:
    updates.take(publisher.signed("0.2.0"))
    qtbot.waitUntil(lambda: updates.state is UpdateState.READY)
    updates.session_ends()
    assert not updates.install_at_end()
    assert installed.started == []
    updates.install_now()  # it did not shut down after all, and somebody asks for it
    assert updates.install_at_end()


def test_stopped_it_goes_on_later(
    updates: UpdateDesk, dialog: UpdateDialog, line: Line, qtbot: QtBot, installed: Installed
) -> None:
    updates.look()
    qtbot.waitUntil(lambda: updates.state is UpdateState.OFFERED)
    line.held = threading.Event()
    updates.fetch()
    qtbot.waitUntil(lambda: updates.done > 0)
    assert dialog.bar.isVisible()
    dialog.act.click()
    qtbot.waitUntil(lambda: updates.state is UpdateState.OFFERED)
    assert updates.error is None
    assert not updates.install_at_end()
    line.held = None
    updates.fetch()
    qtbot.waitUntil(lambda: updates.state is UpdateState.READY)
    assert line.asked[-1] > 0


def test_by_itself_where_the_officer_wants_it(
    tmp_path: Path, publisher: Publisher, line: Line, tasks: TaskRunner, notifier: Notifier, qtbot: QtBot
) -> None:
    trust = Trust(lambda: [publisher.key], "0.1.0")
    service = UpdateService(tmp_path / "u", trust, "0.1.0", Installed(), list)
    updates = UpdateDesk(service, tasks, notifier, lambda: line, lambda: True)
    notifier.on_link(ONLINE)
    qtbot.waitUntil(lambda: updates.state is UpdateState.READY)


def test_a_stranger_s_package_is_refused_in_clear_words(
    updates: UpdateDesk, dialog: UpdateDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "stick").mkdir()
    Publisher(tmp_path / "stranger").signed("0.2.0").rename(tmp_path / "stick" / "WZPDCL")
    dialog.stick.click()
    qtbot.waitUntil(lambda: bool(dialog.error.text))
    assert "স্বাক্ষর নেই" in dialog.error.text
    assert updates.state is UpdateState.NONE


def test_without_a_stick_a_person_says_where_it_lies(
    updates: UpdateDesk, dialog: UpdateDialog, publisher: Publisher, qtbot: QtBot
) -> None:
    dialog.stick.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)))
    chooser = dialog.findChildren(QFileDialog)[0]
    chooser.fileSelected.emit(str(publisher.signed("0.2.0")))
    chooser.close()
    qtbot.waitUntil(lambda: updates.state is UpdateState.READY)


def test_no_line_is_said_and_asked_again(
    updates: UpdateDesk, dialog: UpdateDialog, line: Line, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> bytes:
        raise NoNetwork

    monkeypatch.setattr(line, "update_manifest", away)
    dialog.act.click()
    qtbot.waitUntil(lambda: bool(dialog.error.text))
    monkeypatch.undo()
    dialog.act.click()
    qtbot.waitUntil(lambda: updates.state is UpdateState.OFFERED)
    assert not dialog.error.text


def test_diagnostics_are_saved_where_a_person_says(
    tasks: TaskRunner, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    service = DiagnosticsService(tmp_path, tmp_path, Settings(tmp_path / "s.json"), dict, lambda: "{}")
    dialog = DiagnosticsDialog(theme, tasks, service)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.button.click()
    chooser = dialog.findChildren(QFileDialog)[0]
    chooser.fileSelected.emit(str(tmp_path / "not there" / "d.zip"))
    qtbot.waitUntil(lambda: bool(dialog.error.text))
    chooser.fileSelected.emit(str(tmp_path / "d.zip"))
    chooser.close()
    qtbot.waitUntil(lambda: "d.zip" in dialog.said.text())
    assert (tmp_path / "d.zip").exists()
