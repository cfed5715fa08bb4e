"""The queue's model: ids and rows, and how it follows what changes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import MINUTE, WorkDesk, work_desk
from tests.unit.cache.samples import NOW, OFFICE, complaint, page
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import QueueQuery, SortKey, View
from wzpdcl_desktop.domain.feed import Removal
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder
from wzpdcl_desktop.gui.models.list_diff import diff
from wzpdcl_desktop.gui.models.queue_model import PAGE, QueueModel, RowRole
from wzpdcl_desktop.gui.models.row_text import RowText
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme

COUNT = 2000


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """Two thousand complaints, due one after the other."""
    rows = [complaint(number, due_at=NOW + number * MINUTE) for number in range(1, COUNT + 1)]
    with work_desk(tmp_path, tasks, notifier, actions, language, theme, rows=rows) as made:
        yield made


@pytest.fixture
def model(desk: WorkDesk, qtbot: QtBot) -> QueueModel:
    """The inbox, loaded."""
    context = desk.context
    directory = DirectoryHolder(context.directory, context.tasks, context.notifier)
    text = RowText(context.language, context.clock, directory)
    model = QueueModel(context.complaints, context.tasks, context.notifier, context.clock, text)
    directory.setParent(model)
    with qtbot.waitSignal(model.loaded):
        model.set_query(QueueQuery(View.INBOX, NOW))
    return model


def test_steps_of_a_difference_lead_from_one_list_to_the_other() -> None:
    chance = random.Random(7)
    for _ in range(300):
        old = chance.sample(range(30), chance.randrange(30))
        new = chance.sample(range(30), chance.randrange(30))
        steps, made = diff(old, new), list(old)
        for first, count in steps.removals:
            del made[first : first + count]
        if steps.order is not None:
            assert sorted(made) == sorted(steps.order)
            made = list(steps.order)
        for first, count in steps.insertions:
            made[first:first] = new[first : first + count]
        assert made == new


def test_the_model_is_a_sound_qt_model(model: QueueModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_rows_out_of_sight_come_when_they_are_looked_at(model: QueueModel, qtbot: QtBot) -> None:
    far = model.index(COUNT - 1, 0)
    assert far.data(RowRole) is None
    qtbot.waitUntil(lambda: far.data(RowRole) is not None)
    assert far.data(RowRole).id == COUNT
    assert model.index(PAGE + 5, 0).data(RowRole) is None  # only what was looked at


def test_a_changed_row_is_read_again_and_its_neighbours_are_not(
    desk: WorkDesk, model: QueueModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.dataChanged) as told:
        desk.put(complaint(3, 9, due_at=NOW + 3 * MINUTE, customer="নতুন নাম"))
    assert (told.args[0].row(), told.args[1].row()) == (2, 2)
    assert model.index(2, 0).data(RowRole).customer == "নতুন নাম"


def test_rows_that_leave_come_and_move_keep_what_points_at_the_others(
    desk: WorkDesk, model: QueueModel, qtbot: QtBot
) -> None:
    stays = QPersistentModelIndex(model.index(49, 1))
    leaves = QPersistentModelIndex(model.index(10, 1))
    with qtbot.waitSignal(model.updated):
        desk.put(
            complaint(11, 9, state="resolved"),
            complaint(5000, due_at=NOW + 1),
            complaint(1, 9, due_at=NOW + 30 * MINUTE + 1),
        )
    assert not leaves.isValid()
    assert model.id_at(stays.row()) == 50
    assert model.ids[:3] == [5000, 2, 3]
    assert model.ids.index(1) == model.ids.index(30) + 1


def test_a_removal_by_the_server_takes_the_row_away(desk: WorkDesk, model: QueueModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.updated):
        desk.desk.writer.apply_changes_page(OFFICE, page(removals=[Removal("complaint", 7, 9)]))
        desk.context.notifier.on_changes(ChangeSet.of("complaint", [7]))
    assert model.place(7) == -1
    assert len(model.ids) == COUNT - 1


def test_a_change_during_loading_is_not_lost(desk: WorkDesk, model: QueueModel, qtbot: QtBot) -> None:
    desk.put(complaint(2, 9, due_at=NOW + 2 * MINUTE, customer="অন্য নাম"))
    model.set_query(QueueQuery(View.INBOX, NOW, sort=SortKey.DUE, descending=True))
    qtbot.waitUntil(lambda: bool(model.ids) and model.ids[0] == COUNT)
    qtbot.waitUntil(lambda: getattr(model.index(COUNT - 2, 0).data(RowRole), "customer", "") == "অন্য নাম")
