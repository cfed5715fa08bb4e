"""The outbox as an officer uses it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import WorkDesk, work_desk
from tests.unit.cache.samples import complaint
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import RESTORED, CommandState, Outcome, Receipt
from wzpdcl_desktop.domain.errors import ActionNotAllowed
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.outbox_panel import OutboxPanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.outbox_text import Verb, verbs
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

NUMBERS = (418184, 418193, 418207)


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """Three messages wait."""
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        for number in NUMBERS:
            made.context.complaints.message(number, f"বার্তা {number}")
        yield made


@pytest.fixture
def answers() -> list[bool]:
    """What the officer answers when asked whether to throw something away."""
    return []


@pytest.fixture
def panel(desk: WorkDesk, qtbot: QtBot, tmp_path: Path, answers: list[bool]) -> OutboxPanel:
    def choose(_title: str, name: str) -> str:
        return str(tmp_path / name)

    panel = OutboxPanel(desk.context, lambda *_words: answers.pop(), choose)
    qtbot.addWidget(panel)
    panel.resize(432, 320)
    panel.show()
    qtbot.waitUntil(lambda: len(panel.model.entries) == 3)
    return panel


def _conflict(desk: WorkDesk, place: int) -> None:
    """The server says that somebody else was first."""
    command = desk.context.outbox.items()[place].command
    desk.desk.outbox.mark_sending(command.command_id)
    receipt = Receipt(command.command_id, Outcome.CONFLICT, code="state_changed")
    desk.desk.outbox.record(command.command_id, receipt)
    desk.context.notifier.on_changes(ChangeSet.of("outbox", [command.command_id]))


def _words(panel: OutboxPanel, place: int) -> str:
    return str(panel.model.index(place).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_command_of_the_copy_says_that_it_may_have_been_sent(
    desk: WorkDesk, panel: OutboxPanel, language: Language, qtbot: QtBot
) -> None:
    command = desk.context.outbox.items()[0].command.command_id
    desk.desk.outbox_store.transaction(
        lambda connection: connection.exec_driver_sql(
            "UPDATE outbox SET state = 'held', last_error = ? WHERE command_id = ?", (RESTORED, command)
        )
    )
    desk.context.notifier.on_changes(ChangeSet.of("outbox", [command]))
    qtbot.waitUntil(lambda: "হয়তো আগেই পাঠানো হয়েছে" in _words(panel, 0))
    assert verbs(desk.context.outbox.items()[0]) == (Verb.RESUME, Verb.TAKE_BACK, Verb.DISCARD, Verb.COPY)
    language.set("en")
    assert "May have been sent already" in _words(panel, 0)


def test_it_lists_what_waits_in_order(panel: OutboxPanel) -> None:
    assert [panel.model.index(n).data() for n in range(3)] == [
        "বার্তা · ৪১৮১৮৪",
        "বার্তা · ৪১৮১৯৩",
        "বার্তা · ৪১৮২০৭",
    ]
    assert _words(panel, 0).endswith("অপেক্ষমাণ")


def test_the_model_is_a_sound_qt_model(panel: OutboxPanel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(panel.model)


def test_enter_takes_back_and_the_text_is_a_draft_again(
    desk: WorkDesk, panel: OutboxPanel, qtbot: QtBot
) -> None:
    panel.list.setCurrentIndex(panel.model.index(1))
    with qtbot.waitSignal(panel.taken_back):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.model.entries) == 2)
    assert desk.context.drafts.load("complaint:418193") == "বার্তা 418193"


def test_space_holds_and_resumes(panel: OutboxPanel, qtbot: QtBot) -> None:
    panel.list.setCurrentIndex(panel.model.index(0))
    for state in (CommandState.HELD, CommandState.PENDING):
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda state=state: panel.model.entries[0].item.state is state)
    assert panel.list.currentIndex().row() == 0


def test_a_click_on_the_verb_acts(panel: OutboxPanel, qtbot: QtBot) -> None:
    rect = panel.list.visualRect(panel.model.index(2))
    verb = panel.list.itemDelegate().verb_rect(rect, panel.model.entries[2])
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=verb.center())
    qtbot.waitUntil(lambda: len(panel.model.entries) == 2)


def test_a_conflict_says_why_in_words(desk: WorkDesk, panel: OutboxPanel, qtbot: QtBot) -> None:
    _conflict(desk, 0)
    qtbot.waitUntil(lambda: panel.model.entries[0].item.state is CommandState.CONFLICT)
    assert "অমিল" in _words(panel, 0)
    assert "state_changed" not in _words(panel, 0)
    texts = [action.text() for action in panel.menu_for(panel.model.entries[0].item).actions()]
    assert {"ঠিক করুন", "বাদ দিন…", "লেখাটি কপি করুন"} <= set(texts)


def test_correcting_puts_the_text_back_and_shows_the_complaint(
    desk: WorkDesk, panel: OutboxPanel, qtbot: QtBot
) -> None:
    _conflict(desk, 0)
    qtbot.waitUntil(lambda: panel.model.entries[0].item.state is CommandState.CONFLICT)
    with qtbot.waitSignal(panel.complaint_wanted) as wanted:
        panel.act(Verb.CORRECT, panel.model.entries[0].item)
    assert wanted.args == [418184]
    assert desk.context.drafts.load("complaint:418184") == "বার্তা 418184"
    qtbot.waitUntil(lambda: len(panel.model.entries) == 2)


def test_correcting_keeps_what_was_written_meanwhile(
    desk: WorkDesk, panel: OutboxPanel, qtbot: QtBot
) -> None:
    desk.context.drafts.save("complaint:418184", "অসমাপ্ত")
    _conflict(desk, 0)
    qtbot.waitUntil(lambda: panel.model.entries[0].item.state is CommandState.CONFLICT)
    with qtbot.waitSignal(panel.complaint_wanted):
        panel.act(Verb.CORRECT, panel.model.entries[0].item)
    assert desk.context.drafts.load("complaint:418184") == "বার্তা 418184\n\nঅসমাপ্ত"


def test_a_text_whose_action_is_no_more_possible_comes_back_as_a_message(
    desk: WorkDesk, panel: OutboxPanel, qtbot: QtBot
) -> None:
    detail = DetailPanel(desk.context)
    qtbot.addWidget(detail)
    panel.taken_back.connect(detail.take_back)
    detail.show_complaint(418211)
    qtbot.waitUntil(desk.context.tasks.idle)
    detail.composer.box.edit.insertPlainText("অসমাপ্ত")
    desk.context.complaints.accept(418211, "লোক যাচ্ছে")
    _conflict(desk, 3)
    desk.put(complaint(418211, 9, state="cancelled"))
    qtbot.waitUntil(lambda: len(panel.model.entries) == 4)
    panel.act(Verb.CORRECT, desk.context.outbox.items()[3])
    qtbot.waitUntil(lambda: detail.composer.box.text == "লোক যাচ্ছে\n\nঅসমাপ্ত")
    detail.keep_draft()
    qtbot.waitUntil(desk.context.tasks.idle)
    assert desk.context.drafts.load("complaint:418211") == "লোক যাচ্ছে\n\nঅসমাপ্ত"


def test_discarding_asks_first(
    desk: WorkDesk, panel: OutboxPanel, qtbot: QtBot, answers: list[bool], tasks: TaskRunner
) -> None:
    _conflict(desk, 0)
    qtbot.waitUntil(lambda: panel.model.entries[0].item.state is CommandState.CONFLICT)
    panel.list.setCurrentIndex(panel.model.index(0))
    answers.append(False)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(tasks.idle)
    assert len(panel.model.entries) == 3
    answers.append(True)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(panel.model.entries) == 2)


@pytest.mark.parametrize("sent", [False, True])
@pytest.mark.parametrize("state", [CommandState.PENDING, CommandState.HELD, CommandState.SET_ASIDE])
def test_what_is_offered_works_and_nothing_is_thrown_away_that_may_have_arrived(
    desk: WorkDesk, state: CommandState, sent: bool
) -> None:
    service, outbox = desk.context.outbox, desk.desk.outbox
    doors = {
        Verb.TAKE_BACK: service.undo,
        Verb.HOLD: service.hold,
        Verb.RESUME: service.resume,
        Verb.RETRY: service.retry,
        Verb.DISCARD: service.discard,
    }

    def in_its_state(number: int) -> str:
        command_id = desk.context.complaints.message(number, "x").command_id
        if sent:
            outbox.mark_sending(command_id)
            outbox.retry_at(command_id, 0, "server_down")
        if state is CommandState.HELD:
            outbox.hold(command_id)
        elif state is CommandState.SET_ASIDE:
            outbox.set_aside(command_id, "server_down")
        return command_id

    for verb in verbs(next(item for item in [outbox.item(in_its_state(NUMBERS[0]))] if item)):
        if verb is not Verb.COPY:
            doors[verb](in_its_state(NUMBERS[1]))
    item = outbox.item(in_its_state(NUMBERS[2]))
    assert item is not None
    if Verb.DISCARD not in verbs(item):
        with pytest.raises(ActionNotAllowed):
            service.discard(item.command.command_id)


def test_the_text_can_be_copied(panel: OutboxPanel) -> None:
    panel.list.setCurrentIndex(panel.model.index(1))
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "বার্তা 418193"


def test_it_is_exported_as_json(panel: OutboxPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.export_button.click()
    qtbot.waitUntil(lambda: "৩টি" in panel.error.text)
    commands = json.loads((tmp_path / "outbox.json").read_text("utf8"))["commands"]
    assert len(commands) == 3


def test_an_empty_outbox_says_that_everything_arrived(
    panel: OutboxPanel, qtbot: QtBot, language: Language
) -> None:
    for _ in range(3):
        count = len(panel.model.entries)
        panel.act(Verb.TAKE_BACK, panel.model.entries[0].item)
        qtbot.waitUntil(lambda count=count: len(panel.model.entries) == count - 1)
    assert panel.empty.isVisible()
    assert panel.empty.fact == "আউটবক্স খালি"
    language.set("en")
    assert panel.empty.fact == "Outbox empty"
