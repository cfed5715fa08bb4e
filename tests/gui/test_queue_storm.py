"""A thousand complaints come, go and move under an officer who reads: the list holds still."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import MINUTE, WorkDesk, work_desk
from tests.unit.cache.samples import HOUR, NOW, complaint
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.feed import ComplaintTuple
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

ROWS, ROUNDS, CHANGES = 400, 20, 50
FIRST = 600_000
READ = FIRST + 200


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """An inbox of 400 complaints, one due every minute."""
    rows = [complaint(FIRST + n, due_at=NOW + 10 * HOUR + n * MINUTE) for n in range(ROWS)]
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, rows=rows) as made:
        yield made


@pytest.fixture
def panel(desk: WorkDesk, qtbot: QtBot) -> QueuePanel:
    """In the middle of the list, the complaint that is read in the middle of the screen."""
    panel = QueuePanel(desk.context)
    qtbot.addWidget(panel)
    panel.resize(786, 667)
    panel.show()
    panel.show_view(View.INBOX)
    qtbot.waitUntil(lambda: len(panel.model.ids) == ROWS)
    table = panel.table
    table.select(READ)
    table.verticalScrollBar().setValue(table.verticalScrollBar().value() + 270)
    return panel


def top_of(panel: QueuePanel, number: int) -> int:
    """Where a complaint stands on the screen."""
    return panel.table.rowViewportPosition(panel.model.place(number))


def test_a_thousand_changes_move_nothing_under_the_eye(
    desk: WorkDesk, panel: QueuePanel, qtbot: QtBot
) -> None:
    dice, table = random.Random(7), panel.table
    due = {FIRST + n: NOW + 10 * HOUR + n * MINUTE for n in range(ROWS)}
    stood, newest = top_of(panel, READ), FIRST + ROWS
    assert 0 < stood < table.viewport().height()
    heard: list[object] = []
    table.current_changed.connect(heard.append)
    for version in range(9, 9 + ROUNDS):
        changed: list[ComplaintTuple] = []
        others = dice.sample([number for number in due if number != READ], 2 * CHANGES // 3)
        for place, number in enumerate(others):
            if place % 2:
                del due[number]
                changed.append(complaint(number, version, state="resolved", closed_at=NOW, due_at=NOW))
            else:
                due[number] = NOW + 10 * HOUR + dice.randrange(ROWS) * MINUTE + 1
                changed.append(complaint(number, version, due_at=due[number]))
        while len(changed) < CHANGES:
            due[newest] = NOW + 10 * HOUR + dice.randrange(ROWS) * MINUTE + 2
            changed.append(complaint(newest, due_at=due[newest]))
            newest += 1
        desk.put(*changed)
        qtbot.waitUntil(lambda: set(panel.model.ids) == set(due))
        assert table.current == READ
        assert {index.row() for index in table.selectionModel().selectedRows()} == {panel.model.place(READ)}
        assert top_of(panel, READ) == stood
    assert heard == []


def test_where_the_row_that_was_read_goes_its_neighbour_stands_as_it_stood(
    desk: WorkDesk, panel: QueuePanel, qtbot: QtBot
) -> None:
    table = panel.table
    topmost = panel.model.id_at(table.rowAt(0))
    assert topmost is not None
    assert topmost < READ
    stood = top_of(panel, topmost)
    gone = complaint(READ, 9, state="resolved", closed_at=NOW, due_at=NOW)
    new = [complaint(700_000 + n, due_at=NOW + 9 * HOUR) for n in range(30)]
    desk.put(gone, *new)
    qtbot.waitUntil(lambda: len(panel.model.ids) == ROWS + 29)
    assert top_of(panel, topmost) == stood
    assert not table.selectionModel().hasSelection()
    table.step(1)
    assert table.current == READ + 1
