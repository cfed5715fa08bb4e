"""The dashboard's panel: what its numbers open, by mouse and by key, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import WorkDesk, work_desk
from tests.unit.cache.samples import NOW, complaint
from wzpdcl_desktop.cache.statistics import StatisticsReader
from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery, View
from wzpdcl_desktop.domain.dashboard import Figure
from wzpdcl_desktop.domain.periods import Period
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.dashboard.panel import DashboardPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.services.dashboard import DashboardService


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


@pytest.fixture
def panel(qtbot: QtBot, desk: WorkDesk, tasks: TaskRunner) -> DashboardPanel:
    context = desk.context
    service = DashboardService(StatisticsReader(desk.desk.cache), context.complaints, context.clock)
    made = DashboardPanel(context, service)
    qtbot.addWidget(made)
    made.resize(1162, 696)
    made.show()
    qtbot.waitUntil(lambda: made.board is not None and tasks.idle())
    return made


def _numbers(panel: DashboardPanel) -> list[QAbstractButton]:
    """Every button that opens rows."""
    buttons = panel.findChildren(QAbstractButton)
    return [
        one
        for one in buttons
        if one.isVisibleTo(panel) and one.objectName().split(".")[0] not in ("", "first")
    ]


@pytest.mark.parametrize("lang", ["bn", "en"])
def test_every_number_opens_as_many_rows_as_it_says(
    qtbot: QtBot, desk: WorkDesk, panel: DashboardPanel, tasks: TaskRunner, language: Language, lang: str
) -> None:
    language.set(lang)
    queue = QueuePanel(desk.context)
    qtbot.addWidget(queue)
    asked: list[QueueQuery] = []
    panel.rows_wanted.connect(asked.append)
    assert panel.board is not None
    values = {id(count.query): count.value for count in panel.board.counts()}
    buttons = _numbers(panel)
    assert len(buttons) > len(Figure) + 6
    for button in buttons:
        asked.clear()
        button.click()
        (query,) = asked
        with qtbot.waitSignal(queue.model.loaded):
            queue.show_query(query)
        value = values[id(query)]
        assert len(queue.model.ids) == value, button.objectName()
        words = button.accessibleName() + button.toolTip()
        if button.objectName() != "figure.rated":
            assert language.number(value) in words, button.objectName()


def test_a_number_is_pressed_by_key(qtbot: QtBot, panel: DashboardPanel) -> None:
    overdue = panel.figures[Figure.OVERDUE]
    assert overdue.number == "২"
    with qtbot.waitSignal(panel.rows_wanted) as asked:
        qtbot.keyClick(overdue, Qt.Key.Key_Space)
    assert asked.args is not None
    assert asked.args[0].view is View.OVERDUE


def test_another_period_counts_other_days(qtbot: QtBot, panel: DashboardPanel) -> None:
    today = panel.figures[Figure.RESOLVED].number
    with qtbot.waitSignal(panel.shown):
        qtbot.keyClick(panel.period, Qt.Key.Key_Right)
    assert panel.board is not None
    assert panel.board.period is Period.WEEK
    assert panel.figures[Figure.RESOLVED].number != today


def test_the_numbers_follow_the_work_and_keep_the_focus(
    qtbot: QtBot, desk: WorkDesk, panel: DashboardPanel
) -> None:
    panel.activateWindow()
    button = panel.findChild(QAbstractButton, "open.dolkhola")
    assert button is not None
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    before = int(panel.figures[Figure.NEW].number)
    with qtbot.waitSignal(panel.shown):
        desk.put(complaint(500_001, feeder="dolkhola", created_at=NOW - 1000))
    assert int(panel.figures[Figure.NEW].number) == before + 1
    after = panel.findChild(QAbstractButton, "open.dolkhola")
    assert after is not None
    assert after.hasFocus()


def test_the_queue_says_what_narrows_it_and_lets_it_go(
    qtbot: QtBot, desk: WorkDesk, panel: DashboardPanel
) -> None:
    assert panel.board is not None
    queue = QueuePanel(desk.context)
    qtbot.addWidget(queue)
    queue.show()
    with qtbot.waitSignal(queue.model.loaded):
        queue.show_query(panel.board.every_open.query)
    assert queue.model.query is not None
    assert queue.model.query.states == OPEN_STATES
    narrow = len(queue.model.ids)
    chip = queue.narrowing.findChild(QAbstractButton, "chip.states")
    assert chip is not None
    assert chip.text() == "খোলা"
    with qtbot.waitSignal(queue.model.loaded):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(queue.model.ids) > narrow
    assert not queue.narrowing.isVisible()
    with qtbot.waitSignal(queue.model.loaded):
        queue.show_query(panel.board.figures[Figure.RESOLVED].query)
    with qtbot.waitSignal(queue.model.loaded):
        queue.show_view(View.RESOLVED)
    assert len(queue.model.ids) == 4, "the navigation's list is whole"


def test_ctrl_0_shows_it_and_a_list_brings_the_queue_back(
    qtbot: QtBot, desk: WorkDesk, panel: DashboardPanel, tasks: TaskRunner
) -> None:
    queue = QPlainTextEdit()
    window = MainWindow(desk.context, queue, QWidget(), QWidget(), panel)
    qtbot.addWidget(window)
    window.show()
    desk.context.actions.get("view.dashboard").trigger()
    assert panel.isVisible()
    assert not window.detail_dock.isVisible()
    assert window.navigation.today.isChecked()
    desk.context.actions.get("view.overdue").trigger()
    assert queue.isVisible()
    assert window.detail_dock.isVisible()
    assert window.navigation.items[View.OVERDUE].isChecked()
    qtbot.waitUntil(tasks.idle)


def test_before_any_complaint_it_says_so(
    qtbot: QtBot,
    tmp_path: Path,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
) -> None:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, rows=[]) as desk:
        context = desk.context
        service = DashboardService(StatisticsReader(desk.desk.cache), context.complaints, context.clock)
        panel = DashboardPanel(context, service)
        qtbot.addWidget(panel)
        with qtbot.waitSignal(panel.shown):
            panel.show()
        assert not panel.figures[Figure.NEW].isVisible()
        qtbot.waitUntil(tasks.idle)
