"""The queue as an officer uses it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import NUMBERS, WorkDesk, press, type_text, work_desk
from tests.unit.cache.samples import HOUR, NOW, complaint
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkState, LinkStatus, LoadProgress, Stage
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.digit_keys import DIGIT_ACTIONS
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.queue_model import RowRole
from wzpdcl_desktop.gui.models.row_text import Column
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """The complaints of the target pictures."""
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield made


@pytest.fixture
def panel(desk: WorkDesk, qtbot: QtBot) -> QueuePanel:
    """The inbox, as wide as at 1366 pixels."""
    panel = QueuePanel(desk.context)
    qtbot.addWidget(panel)
    panel.resize(786, 667)
    panel.show()
    panel.activateWindow()
    panel.show_view(View.INBOX)
    qtbot.waitUntil(lambda: panel.model.ids == list(NUMBERS))
    qtbot.waitUntil(lambda: "নতুন" in panel.bar.counts)
    return panel


def test_the_inbox_shows_what_is_due_first_with_its_counts(panel: QueuePanel) -> None:
    assert panel.bar.counts == "১০টি, ১০টি নতুন"
    cells = [panel.model.index(0, column).data() for column in Column]
    assert cells[:4] == ["০:৪২", "তার ঝুলে থাকা (বিপজ্জনক)", "সেলিনা পারভীন", "বাগমারা"]


def test_no_row_is_cut_that_the_picture_shows_whole(panel: QueuePanel) -> None:
    delegate = panel.table.itemDelegate()
    for place in range(10):
        row = panel.model.index(place, 0).data(RowRole)
        for column in (Column.TIME, Column.CUSTOMER, Column.FEEDER):
            assert not delegate.is_cut(row, column, panel.table.columnWidth(column)), (place, column)


def test_a_day_of_receipt_is_whole_in_the_longest_month(
    desk: WorkDesk, panel: QueuePanel, qtbot: QtBot
) -> None:
    february = int(datetime(2026, 2, 28, 6, tzinfo=UTC).timestamp() * 1000)
    desk.put(complaint(500001, created_at=february))
    qtbot.waitUntil(lambda: 500001 in panel.model.ids)
    place = panel.model.index(panel.model.ids.index(500001), Column.RECEIVED)
    row, delegate = place.data(RowRole), panel.table.itemDelegate()
    assert not delegate.is_cut(row, Column.RECEIVED, panel.table.columnWidth(Column.RECEIVED))


@pytest.mark.parametrize("code", ["bn", "en"])
def test_the_headers_fit_in_both_languages(panel: QueuePanel, language: Language, code: str) -> None:
    language.set(code)
    font = panel.table.horizontalHeader().font()
    for column in (Column.CUSTOMER, Column.FEEDER, Column.RECEIVED):
        text = panel.model.headerData(column, Qt.Orientation.Horizontal)
        assert QFontMetrics(font).horizontalAdvance(text) <= panel.table.columnWidth(column)


def test_switching_the_language_rewrites_an_open_list(panel: QueuePanel, language: Language) -> None:
    language.set("en")
    assert panel.bar.counts == "10, 10 new"
    assert panel.model.index(0, Column.COMPLAINT).data() == "Hanging wire (dangerous)"
    assert panel.model.headerData(Column.FEEDER, Qt.Orientation.Horizontal) == "Feeder"


@pytest.mark.parametrize("words", ["পোড়া গন্ধ", "৪১৮২১৫", "418215"])
def test_search_finds_in_bangla_and_in_both_digit_scripts(
    panel: QueuePanel, qtbot: QtBot, words: str
) -> None:
    type_text(panel.bar.search, words)
    qtbot.waitUntil(lambda: panel.model.ids == [418215])


def test_a_feeder_filter_narrows_and_says_so_where_nothing_is_left(panel: QueuePanel, qtbot: QtBot) -> None:
    next(a for a in panel.bar.feeders.menu().actions() if a.text() == "টুটপাড়া").trigger()
    qtbot.waitUntil(lambda: panel.model.ids == [418218])
    type_text(panel.bar.search, "ট্রান্সফরমার")
    qtbot.waitUntil(lambda: panel.empty.isVisible())
    assert panel.empty.fact == "এই ফিল্টারে কিছু নেই"
    assert "১০টি" in panel.empty.reason
    panel.empty.button.click()
    qtbot.waitUntil(lambda: panel.model.ids == list(NUMBERS))


def test_an_empty_list_says_why(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.show_view(View.REOPENED)
    qtbot.waitUntil(lambda: panel.empty.isVisible())
    assert panel.empty.fact == "কোনো অভিযোগ আবার খোলা হয়নি"


def test_a_list_that_never_came_is_not_called_empty(desk: WorkDesk, panel: QueuePanel, qtbot: QtBot) -> None:
    desk.context.notifier.on_progress(LoadProgress(Stage.OPEN, 10))
    desk.context.notifier.on_link(LinkState(LinkStatus.NO_NETWORK))
    panel.show_view(View.REOPENED)
    qtbot.waitUntil(lambda: panel.empty.isVisible())
    assert panel.empty.fact == "এই তালিকা এখনো এই পিসিতে নেই"


def test_closed_lists_show_when_and_the_rating(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.show_view(View.RESOLVED)
    qtbot.waitUntil(lambda: panel.model.ids[:1] == [418100])
    assert panel.model.headerData(Column.TIME, Qt.Orientation.Horizontal) == "বন্ধ হয়েছে"
    assert panel.model.index(0, Column.TIME).data() == "১৪:০৩"
    assert panel.model.index(0, Column.MARKS).data() == "মূল্যায়ন ৫-এ ৫"


def test_a_click_on_a_header_sorts_and_the_next_turns_round(panel: QueuePanel, qtbot: QtBot) -> None:
    header = panel.table.horizontalHeader()
    header.sectionClicked.emit(Column.RECEIVED)
    header.sectionClicked.emit(Column.RECEIVED)
    qtbot.waitUntil(lambda: panel.model.ids[0] == NUMBERS[-1])


def test_after_the_own_action_the_next_row_is_selected_and_has_the_focus(
    desk: WorkDesk, panel: QueuePanel, qtbot: QtBot
) -> None:
    panel.select(418193)
    desk.context.complaints.accept(418193, "আসছি")
    panel.acted_on(418193)

    desk.context.notifier.on_changes(ChangeSet.of("complaint", [418193]))
    qtbot.waitUntil(lambda: panel.current == 418207)
    assert panel.table.currentIndex().row() == 3
    assert panel.table.hasFocus()


def test_who_stayed_after_the_own_action_and_is_taken_away_later_does_not_make_it_jump(
    desk: WorkDesk, panel: QueuePanel, qtbot: QtBot
) -> None:
    panel.select(418193)
    panel.acted_on(418193)  # a message: the complaint stays
    desk.put(complaint(418193, 2))
    with qtbot.waitSignal(panel.model.loaded):
        pass
    desk.put(complaint(418193, 9, state="resolved"))
    qtbot.waitUntil(lambda: 418193 not in panel.model.ids)
    assert panel.current == 418193, "the next key must not act on another complaint"


def test_a_row_that_others_take_away_does_not_make_the_selection_jump(
    desk: WorkDesk, panel: QueuePanel, qtbot: QtBot
) -> None:
    panel.select(418193)
    told: list[object] = []
    panel.current_changed.connect(told.append)
    desk.put(complaint(418193, 9, state="resolved"), complaint(418179, 9, state="resolved"))
    qtbot.waitUntil(lambda: len(panel.model.ids) == 8)
    assert told == []
    assert panel.current == 418193  # the detail stays where the officer reads
    panel.table.step(1)
    assert panel.current == 418207  # and the arrow goes on from the gap


def test_in_a_list_without_the_selected_complaint_the_arrow_begins_at_its_top(
    panel: QueuePanel, qtbot: QtBot
) -> None:
    panel.select(NUMBERS[0])
    panel.show_feeder("dolkhola")
    qtbot.waitUntil(lambda: 0 < len(panel.model.ids) < len(NUMBERS) and NUMBERS[0] not in panel.model.ids)
    assert len(panel.model.ids) > 1
    panel.table.step(1)
    assert panel.current == panel.model.ids[0]


def test_new_rows_above_keep_the_selection_and_the_place(
    desk: WorkDesk, panel: QueuePanel, qtbot: QtBot
) -> None:
    panel.resize(786, 300)
    panel.select(418219)
    bar = panel.table.verticalScrollBar()
    bar.setValue(200)
    top = panel.table.indexAt(panel.table.viewport().rect().topLeft()).row()
    seen = panel.model.ids[top]
    desk.put(complaint(500001, due_at=NOW - HOUR))
    qtbot.waitUntil(lambda: panel.model.ids[0] == 500001)
    assert panel.current == 418219
    assert panel.model.ids[panel.table.indexAt(panel.table.viewport().rect().topLeft()).row()] == seen


@pytest.mark.parametrize("digits", ["1234", "১২৩৪"])
def test_digits_act_in_both_scripts(panel: QueuePanel, actions: Actions, digits: str) -> None:
    acted: list[str] = []
    for name in DIGIT_ACTIONS:
        actions.get(name).triggered.connect(lambda _checked=False, name=name: acted.append(name))
    panel.table.setFocus()
    for digit in digits:
        press(panel.table, digit)
    assert acted == list(DIGIT_ACTIONS)


def test_digits_never_act_while_somebody_types(panel: QueuePanel, actions: Actions) -> None:
    acted: list[str] = []
    actions.get("complaint.accept").triggered.connect(lambda: acted.append("accept"))
    panel.focus_search()
    press(panel.bar.search, "1")
    assert acted == []
    assert isinstance(panel.bar.search, QLineEdit)
    assert panel.bar.search.text() == "1"


def test_below_1280_pixels_the_feeder_goes(panel: QueuePanel) -> None:
    assert not panel.table.isColumnHidden(Column.FEEDER)
    panel.resize(690, 600)
    assert panel.table.isColumnHidden(Column.FEEDER)
