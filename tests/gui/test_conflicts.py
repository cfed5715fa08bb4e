"""A conflict as an officer meets it: by keyboard alone, with nothing chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import ME, WorkDesk, work_desk
from tests.unit.cache.samples import NOW, OFFICE, complaint, entry, page
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import CommandState, CommandType, OutboxItem, Outcome, Receipt
from wzpdcl_desktop.domain.conflicts import Choice
from wzpdcl_desktop.domain.feed import Removal
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.dialogs.conflict import ConflictDialog
from wzpdcl_desktop.gui.docks.conflict_desk import ConflictDesk
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.outbox_panel import OutboxPanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.scrim import Scrim
from wzpdcl_desktop.services.conflicts import ConflictService

NUMBER = 418207
TEXT = "লোক রওনা হয়েছে।"


@dataclass
class Clash:
    """The desk of an officer whose action the server did not take."""

    desk: WorkDesk
    qtbot: QtBot
    window: QWidget
    conflicts: ConflictDesk
    outbox: OutboxPanel
    answers: list[bool] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @property
    def items(self) -> list[OutboxItem]:
        return self.desk.context.outbox.items()

    @property
    def states(self) -> list[tuple[CommandType, CommandState]]:
        return [(item.command.type, item.state) for item in self.items]

    @property
    def dialog(self) -> ConflictDialog:
        self.qtbot.waitUntil(lambda: self.conflicts.dialog is not None)
        assert self.conflicts.dialog is not None
        return self.conflicts.dialog

    def answer(self, outcome: Outcome, code: str, **more: Any) -> None:
        """The server answers the last action."""
        command_id = self.items[-1].command.command_id
        self.desk.desk.outbox.mark_sending(command_id)
        self.desk.desk.outbox.record(command_id, Receipt(command_id, outcome, code=code, **more), at=NOW)
        self.desk.context.notifier.on_changes(ChangeSet.of("outbox", [command_id]))
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(self.desk.context.tasks.idle)

    def server_has(self, **changes: Any) -> None:
        """Somebody changed the complaint, and the row has come."""
        self.desk.put(complaint(NUMBER, 9, **changes))
        self.settle()

    def open(self) -> ConflictDialog:
        """Enter on the row of the outbox."""
        self.outbox.list.setFocus()
        self.outbox.list.setCurrentIndex(self.outbox.model.index(0))
        QTest.keyClick(self.outbox.list, Qt.Key.Key_Return)
        return self.dialog

    def closed(self) -> None:
        self.qtbot.waitUntil(lambda: self.conflicts.dialog is None)
        self.settle()


@pytest.fixture
def clash(
    tmp_path: Path,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
    qtbot: QtBot,
) -> Iterator[Clash]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as desk:
        service = ConflictService(
            ComplaintReader(desk.desk.cache), desk.desk.outbox, lambda: ME, desk.context.clock
        )
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1200, 720)
        outbox = OutboxPanel(desk.context, parent=window)
        outbox.resize(432, 320)
        made = Clash(desk, qtbot, window, None, outbox)  # type: ignore[arg-type]

        def confirm(title: str, _text: str, _verb: str) -> bool:
            made.asked.append(title)
            return made.answers.pop()

        made.conflicts = ConflictDesk(desk.context, service, window, confirm, window)
        outbox.decision_wanted.connect(made.conflicts.open)
        window.show()
        desk.context.complaints.accept(NUMBER, TEXT)
        yield made


def _cancelled_there(clash: Clash) -> None:
    current = {"version": 9, "state": "cancelled"}
    clash.answer(Outcome.CONFLICT, "transition_not_allowed", current=current)
    news = [entry(NUMBER), entry(2, "customer_message", "কখন আসবে?"), entry(3, "cancelled", "আগেই এসেছে")]
    news[2] |= {"by": "zakir", "by_name": "জাকির হোসেন", "reason": "duplicate"}
    clash.server_has(state="cancelled", feeder="dolkhola", timeline=news)


def _moved_there(clash: Clash) -> None:
    clash.answer(Outcome.CONFLICT, "state_changed", current={"version": 9, "state": "inbox"})
    clash.server_has(feeder="bagmara", timeline=[entry(NUMBER), entry(3, "reassigned", "ভুল ফিডার")])


def test_it_says_what_was_what_i_did_and_what_is_there(clash: Clash) -> None:
    _cancelled_there(clash)
    dialog = clash.open()
    mine, theirs = (dialog.cards[choice].accessibleName() for choice in (Choice.MINE, Choice.THEIRS))
    assert mine.startswith("চলমান")
    assert TEXT in mine
    assert theirs.startswith("বাতিল হয়েছে\nবাতিল করেছেন জাকির হোসেন\nকারণ: একই অভিযোগ")
    assert "আগেই এসেছে" in theirs
    assert dialog.beside.text == "নিজে থেকেই মিলেছে: গ্রাহকের বার্তা"
    assert dialog.choice is None
    assert not dialog.button.isEnabled()


def test_a_choice_that_is_forbidden_is_disabled_and_says_why(clash: Clash) -> None:
    _cancelled_there(clash)
    card = clash.open().cards[Choice.MINE]
    assert not card.isEnabled()
    assert "করা যাবে না: সার্ভারে অভিযোগটির অবস্থা “বাতিল হয়েছে”" in card.accessibleName()


def test_enter_without_a_choice_and_esc_change_nothing(clash: Clash) -> None:
    _moved_there(clash)
    before = clash.items
    dialog = clash.open()
    assert clash.window.findChild(Scrim) is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert clash.conflicts.dialog is dialog
    dialog.cards[Choice.MINE].setFocus()
    QTest.keyClick(dialog.cards[Choice.MINE], Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    clash.closed()
    assert clash.items == before
    clash.qtbot.waitUntil(lambda: clash.window.findChild(Scrim) is None)


def test_mine_is_chosen_and_sent_with_the_keyboard(clash: Clash) -> None:
    _moved_there(clash)
    (old,) = clash.items
    dialog = clash.open()
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Space)
    assert dialog.choice is Choice.MINE
    with clash.qtbot.waitSignal(clash.conflicts.done):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    clash.closed()
    (new,) = clash.items
    assert (new.state, new.supersedes) == (CommandState.PENDING, old.command.command_id)
    assert (new.command.base_version, new.command.args) == (9, {"text": TEXT})
    clash.qtbot.waitUntil(
        lambda: [e.item.state for e in clash.outbox.model.entries] == [CommandState.PENDING]
    )


def test_theirs_asks_once_more_before_mine_is_thrown_away(clash: Clash) -> None:
    _cancelled_there(clash)
    dialog = clash.open()
    dialog.cards[Choice.THEIRS].setFocus()
    QTest.keyClick(dialog.cards[Choice.THEIRS], Qt.Key.Key_Space)
    clash.answers[:] = [True, False]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    clash.settle()
    assert clash.states == [(CommandType.ACCEPT, CommandState.CONFLICT)]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    clash.closed()
    assert clash.items == []
    assert clash.asked == ["বাদ দেবেন: গ্রহণ · ৪১৮২০৭?"] * 2


def test_the_text_goes_as_a_message(clash: Clash) -> None:
    _cancelled_there(clash)
    dialog = clash.open()
    dialog.cards[Choice.MESSAGE].setFocus()
    QTest.keyClick(dialog.cards[Choice.MESSAGE], Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    clash.closed()
    assert clash.states == [(CommandType.MESSAGE, CommandState.PENDING)]
    assert clash.items[0].command.args == {"text": TEXT}


def test_a_complaint_that_moved_away_keeps_the_text_to_copy(clash: Clash) -> None:
    clash.answer(Outcome.REFUSED, "not_found")
    clash.desk.desk.writer.apply_changes_page(OFFICE, page(removals=[Removal("complaint", NUMBER, 9)]))
    dialog = clash.open()
    assert "আপনার এলাকায় আর নেই" in dialog.lead.text()
    assert TEXT in dialog.text.text()
    assert not any(card.isVisible() for card in dialog.cards.values())
    QTest.keyClick(dialog.copy_button, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == TEXT
    clash.answers[:] = [True]
    dialog.button.setFocus()
    QTest.keyClick(dialog.button, Qt.Key.Key_Space)
    clash.closed()
    assert clash.items == []


def test_what_changes_meanwhile_takes_the_choice_back(clash: Clash) -> None:
    _moved_there(clash)
    dialog = clash.open()
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Space)
    assert dialog.choice is Choice.MINE
    clash.desk.put(complaint(NUMBER, 12, state="cancelled"))
    clash.qtbot.waitUntil(lambda: not dialog.cards[Choice.MINE].isEnabled())
    assert dialog.choice is None
    assert not dialog.button.isEnabled()


def test_the_complaint_itself_leads_to_the_decision(clash: Clash) -> None:
    detail = DetailPanel(clash.desk.context, parent=clash.window)
    detail.show()
    detail.decision_wanted.connect(clash.conflicts.open_of)
    decide = clash.desk.context.actions.get("complaint.decide")
    detail.show_complaint(NUMBER)
    clash.settle()
    assert detail.view.clash.isHidden()
    assert not decide.isEnabled()
    _moved_there(clash)
    clash.qtbot.waitUntil(decide.isEnabled)
    assert detail.view.clash.text == "দুই জায়গায় বদলেছে।"
    decide.trigger()
    assert clash.dialog.clash.item.command.complaint_id == NUMBER


@pytest.mark.parametrize("code", ["not_allowed", "command_too_old", "invalid_args", "predecessor_failed"])
def test_what_was_refused_says_so_in_words(clash: Clash, code: str) -> None:
    clash.answer(Outcome.REFUSED, code)
    dialog = clash.open()
    assert "৪১৮২০৭" in dialog.windowTitle()
    assert code not in dialog.windowTitle() + dialog.lead.text()
    assert dialog.lead.text().endswith("কোনটি থাকবে তা না বাছা পর্যন্ত কিছুই পাঠানো হবে না।")
    assert dialog.cards[Choice.MINE].isEnabled() is (code != "invalid_args")
