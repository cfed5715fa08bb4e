"""Several complaints at once, as an officer does it, on real encrypted stores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import ME, NUMBERS, RULES, WorkDesk, press, type_text, work_desk
from tests.unit.cache.samples import complaint
from wzpdcl_desktop.domain.commands import CommandType, Queued
from wzpdcl_desktop.domain.complaints import Mark, View
from wzpdcl_desktop.domain.people import Action, ActionRule, Duty
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.dialogs.bulk import BulkDialog, bulk_draft_key
from wzpdcl_desktop.gui.docks.bulk_desk import BulkDesk
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

REASSIGN = ActionRule(
    Action.REASSIGN, frozenset({"inbox", "in_progress"}), None, frozenset({"target", "text"})
)
HEAD = replace(ME, rules=(*RULES, REASSIGN))


class Work:
    """Queue and detail, joined as in the window."""

    def __init__(self, desk: WorkDesk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.panel, self.detail = QueuePanel(desk.context), DetailPanel(desk.context)
        self.bulk = BulkDesk(desk.context, self.panel)
        self.dialogs: list[BulkDialog] = []
        self.done: list[list[Queued]] = []
        self.panel.current_changed.connect(self.detail.show_complaint)
        self.panel.chosen_changed.connect(self.detail.show_chosen)
        self.panel.bulk_wanted.connect(self._begin)
        self.detail.reassign_wanted.connect(lambda number: self._begin(Action.REASSIGN, [number]))
        self.bulk.done.connect(self.done.append)
        for widget in (self.panel, self.detail):
            qtbot.addWidget(widget)
        self.panel.resize(786, 667)
        self.panel.show()
        self.panel.activateWindow()
        self.panel.show_view(View.INBOX)
        qtbot.waitUntil(lambda: self.panel.model.ids == list(NUMBERS))
        self.panel.table.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def dialog(self) -> BulkDialog:
        """The one that was opened last."""
        return self.dialogs[-1]

    @property
    def queued(self) -> list[tuple[int, CommandType]]:
        """What lies in the outbox."""
        return [(i.command.complaint_id, i.command.type) for i in self.desk.context.outbox.items()]

    def choose(self, count: int) -> None:
        """The first few rows, by the keyboard."""
        for _ in range(count - 1):
            self.qtbot.keyClick(self.panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert self.panel.table.chosen == list(NUMBERS[:count])

    def write(self, text: str) -> None:
        """Into the open dialog, and confirm by the keyboard."""
        type_text(self.dialog.box.edit, text)
        self.qtbot.keyClick(self.dialog.box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def _begin(self, action: Action, ids: list[int]) -> None:
        dialog = self.bulk.begin(action, ids, self.panel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialogs.append(dialog)
        self.qtbot.waitUntil(lambda: dialog.feeder.count() > 0)


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """The office head's."""
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, me=HEAD) as made:
        yield made


@pytest.fixture
def work(desk: WorkDesk, qtbot: QtBot) -> Work:
    """The inbox, with the first row selected."""
    return Work(desk, qtbot)


@pytest.mark.parametrize("digit", ["1", "১"])
def test_accepting_five_by_keyboard_alone(work: Work, qtbot: QtBot, digit: str) -> None:
    work.choose(5)
    assert work.panel.bar.selection.isVisible()
    assert work.panel.bar.selection.label.text() == "৫টি বাছাই"
    assert not work.panel.bar.search.isVisible()
    press(work.panel.table, digit)
    assert "৫টি" in work.dialog.windowTitle()
    work.write("লোক যাচ্ছে")
    qtbot.waitUntil(lambda: len(work.done) == 1)
    assert work.queued == [(number, CommandType.ACCEPT) for number in NUMBERS[:5]]
    assert {item.command.args["text"] for item in work.desk.context.outbox.items()} == {"লোক যাচ্ছে"}
    qtbot.waitUntil(lambda: work.panel.model.ids == list(NUMBERS[5:]))
    qtbot.waitUntil(work.desk.context.tasks.idle)
    assert work.desk.context.drafts.load(bulk_draft_key(Action.ACCEPT)) == ""


def test_undo_takes_all_back_and_keeps_the_text(work: Work, qtbot: QtBot) -> None:
    work.choose(3)
    press(work.panel.table, "১")
    work.write("আসছি")
    qtbot.waitUntil(lambda: len(work.panel.model.ids) == 7)
    with qtbot.waitSignal(work.bulk.undone) as undone:
        work.bulk.undo(work.done[0])
    assert undone.args[0].left == ()
    assert work.queued == []
    qtbot.waitUntil(lambda: work.panel.model.ids == list(NUMBERS))
    assert work.desk.context.drafts.load(bulk_draft_key(Action.ACCEPT)) == "আসছি"


def test_undo_names_what_had_been_sent(work: Work, qtbot: QtBot) -> None:
    work.choose(3)
    press(work.panel.table, "2")
    work.write("আসছি")
    qtbot.waitUntil(lambda: len(work.done) == 1)
    assert work.desk.desk.outbox.mark_sending(work.done[0][1].command_id)
    with qtbot.waitSignal(work.bulk.undone) as undone:
        work.bulk.undo(work.done[0])
    assert undone.args[0].left == (NUMBERS[1],)
    assert [number for number, _ in work.queued] == [NUMBERS[1]]


def test_what_failed_is_named_and_only_that_is_tried_again(work: Work, qtbot: QtBot) -> None:
    work.choose(4)
    press(work.panel.table, "1")
    # While the officer writes, somebody else accepts one of them.
    taken = complaint(NUMBERS[2], 9, state="in_progress")
    work.desk.desk.put(taken)
    work.write("আসছি")
    qtbot.waitUntil(lambda: work.dialog.results.isVisible())
    assert work.dialog.results.count() == 1
    assert work.dialog.results.item(0).text().startswith("৪১৮১৯০ · ")
    assert work.dialog.error.text() == "৩টি হয়েছে, ১টি হয়নি"
    work.desk.desk.put(complaint(NUMBERS[2], 10, state="inbox"))
    work.dialog.confirm.click()
    qtbot.waitUntil(lambda: len(work.done) == 1)
    assert sorted(number for number, _ in work.queued) == sorted(NUMBERS[:4])
    assert len(work.queued) == 4


def test_stopping_leaves_the_rest_undone(work: Work, qtbot: QtBot, desk: WorkDesk) -> None:
    desk.put(*(complaint(600000 + n, feeder="dolkhola") for n in range(40)))
    qtbot.waitUntil(lambda: len(work.panel.model.ids) == 50)
    qtbot.keyClick(work.panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(work.panel.table.chosen) == 50
    press(work.panel.table, "২")
    work.write("আসছি")
    work.dialog.reject()  # while the first rows are on their way to the disk
    qtbot.waitUntil(lambda: work.dialog.results.isVisible())
    assert 0 < len(work.queued) < 50
    assert work.dialog.results.count() == 50 - len(work.queued)
    work.dialog.reject()
    assert len(work.done) == 1


def test_cancelling_needs_a_reason(work: Work, qtbot: QtBot) -> None:
    work.choose(2)
    press(work.panel.table, "৪")
    work.write("এটি অন্য নম্বরে")
    assert work.dialog.error.isVisible()
    assert work.queued == []
    work.dialog.reason.setCurrentIndex(work.dialog.reason.findData("duplicate"))
    work.dialog.start()
    qtbot.waitUntil(lambda: len(work.done) == 1)
    assert {i.command.args["reason"] for i in work.desk.context.outbox.items()} == {"duplicate"}


def test_the_detail_shows_none_of_several_and_esc_goes_back_to_one(work: Work, qtbot: QtBot) -> None:
    work.choose(2)
    assert work.detail.complaint_id is None
    qtbot.keyClick(work.panel.table, Qt.Key.Key_Escape)
    assert work.panel.table.chosen == []
    assert work.detail.complaint_id == NUMBERS[1]
    assert work.panel.bar.search.isVisible()


def test_rows_that_come_and_go_keep_the_selection(work: Work, qtbot: QtBot, desk: WorkDesk) -> None:
    work.choose(3)
    desk.put(complaint(500001, due_at=1), complaint(NUMBERS[1], 9, state="resolved"))
    qtbot.waitUntil(lambda: work.panel.model.ids[0] == 500001)
    assert work.panel.table.chosen == [NUMBERS[0], NUMBERS[2]]
    assert work.panel.bar.selection.label.text() == "২টি বাছাই"


def test_ctrl_click_adds_and_takes_away(work: Work, qtbot: QtBot) -> None:
    table = work.panel.table
    for row in (3, 5, 3):
        place = table.visualRect(work.panel.model.index(row, 1)).center()
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
        )
    assert table.chosen == [NUMBERS[0], NUMBERS[5]]


def test_the_office_head_reassigns_and_sees_it_waiting(work: Work, qtbot: QtBot) -> None:
    action = work.desk.context.actions.get("complaint.reassign")
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    qtbot.waitUntil(lambda: bool(work.dialogs))  # a key before the complaint is read waits for it
    work.write("ভুল ফিডার")
    assert work.dialog.error.isVisible()  # neither feeder nor officer yet
    work.dialog.feeder.setCurrentIndex(work.dialog.feeder.findData("dolkhola"))
    work.dialog.start()
    qtbot.waitUntil(lambda: len(work.done) == 1)
    row = work.desk.context.complaints.rows([NUMBERS[0]])[0]
    assert (row.feeder, row.mark) == ("dolkhola", Mark.WAITING)
    assert work.desk.context.outbox.items()[0].command.args == {
        "text": "ভুল ফিডার",
        "feeder": "dolkhola",
        "officer": None,
    }


def test_nobody_else_can_reassign(
    tmp_path: Path,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
    qtbot: QtBot,
) -> None:
    supervisor = replace(ME, duty=Duty.FEEDER_SUPERVISOR, rules=RULES)
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, me=supervisor) as desk:
        work = Work(desk, qtbot)
        work.choose(2)
        assert Action.REASSIGN not in work.panel.bar.selection.buttons
        assert not actions.get("complaint.reassign").isEnabled()
        assert actions.get("complaint.accept").isEnabled()
