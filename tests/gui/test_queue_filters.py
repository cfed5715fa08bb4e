"""Filters of the queue by mouse and by keyboard: what is ticked, the chips, and how they go away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import ME, NUMBERS, WorkDesk, type_text, work_desk
from tests.unit.cache.samples import HOUR, NOW, complaint
from wzpdcl_desktop.domain.complaints import QueueQuery, TimeLeft, View
from wzpdcl_desktop.domain.periods import DAY_MS, Period, Span
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.queue_filters import applied, keys_of
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.docks.range_dialog import RangeDialog
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import Column
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme


@pytest.fixture
def desk(
    tmp_path: Path, tasks: TaskRunner, notifier: Notifier, actions: Actions, language: Language, theme: Theme
) -> Iterator[WorkDesk]:
    """The complaints of the target pictures; two more came yesterday and were given to somebody."""
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        made.desk.put(
            complaint(700001, created_at=NOW - DAY_MS, assigned_to="zakir", reopen_count=1, feeder="circuit"),
            complaint(700002, created_at=NOW - 20 * DAY_MS, assigned_to=ME.officer, due_at=NOW + 30 * HOUR),
        )
        yield made


@pytest.fixture
def panel(desk: WorkDesk, qtbot: QtBot) -> QueuePanel:
    panel = QueuePanel(desk.context)
    qtbot.addWidget(panel)
    panel.resize(786, 667)
    panel.show()
    panel.activateWindow()
    panel.show_view(View.INBOX)
    qtbot.waitUntil(lambda: len(panel.model.ids) == 12)
    qtbot.waitUntil(lambda: len(panel.bar.feeders.offered) == 6)
    return panel


def entry(menu: QMenu, *path: str) -> QAction:
    """The entry of a menu under these names."""
    action = next(one for one in menu.actions() if one.text() == path[0])
    below = action.menu()
    return entry(below, *path[1:]) if isinstance(below, QMenu) else action


def chips(panel: QueuePanel) -> list[str]:
    return [chip.text() for chip in panel.narrowing.chips] if panel.narrowing.isVisible() else []


@pytest.mark.parametrize(
    ("path", "chip", "found"),
    [
        (("সময় বাকি", "সময় পেরিয়েছে"), "সময়: সময় পেরিয়েছে", {418179, 418184}),
        (("সময় বাকি", "১ ঘণ্টার মধ্যে শেষ"), "সময়: ১ ঘণ্টার মধ্যে শেষ", {418190, 418193}),
        (("সময় বাকি", "শীঘ্রই শেষ"), "সময়: শীঘ্রই শেষ", {418190, 418193, 418207, 700002}),
        (("আসার সময়", "আজ"), "এসেছে: আজ", set(NUMBERS)),
        (("আসার সময়", "গত ৭ দিন"), "এসেছে: গত ৭ দিন", {*NUMBERS, 700001}),
        (("দায়িত্বে", "আমি"), f"দায়িত্বে: {ME.officer}", {700002}),
        (("দায়িত্বে", "কেউ না"), "দায়িত্বে: কেউ না", set(NUMBERS)),
        (("দায়িত্বে", "জাকির হোসেন"), "দায়িত্বে: জাকির হোসেন", {700001}),
        (("আবার খোলা",), "আবার খোলা", {700001}),
    ],
)
def test_each_filter_narrows_and_is_a_chip_that_takes_it_away_again(
    panel: QueuePanel, qtbot: QtBot, path: tuple[str, ...], chip: str, found: set[int]
) -> None:
    button = panel.bar.filters.more
    entry(button.menu(), *path).trigger()
    qtbot.waitUntil(lambda: set(panel.model.ids) == found)
    assert chips(panel) == [chip]
    assert button.accessibleName() == "ফিল্টার ১"
    assert panel.narrowing.chips[0].accessibleName() == f"সরান: {chip}"
    panel.narrowing.chips[0].click()
    qtbot.waitUntil(lambda: len(panel.model.ids) == 12)
    assert chips(panel) == []
    assert not entry(button.menu(), *path).isChecked()


def test_of_the_days_only_one_is_ticked(panel: QueuePanel, qtbot: QtBot) -> None:
    menu = panel.bar.filters.more.menu()
    entry(menu, "আসার সময়", "আজ").trigger()
    entry(menu, "আসার সময়", "এই মাস").trigger()
    assert not entry(menu, "আসার সময়", "আজ").isChecked()
    assert chips(panel) == ["এসেছে: এই মাস"]
    qtbot.waitUntil(lambda: set(panel.model.ids) == {*NUMBERS, 700001, 700002})


def test_days_are_chosen_in_a_dialog_that_knows_first_from_last(panel: QueuePanel, qtbot: QtBot) -> None:
    menu = panel.bar.filters.more.menu()
    entry(menu, "আসার সময়", "তারিখ বেছে নিন …").trigger()
    dialog = panel.window().findChild(RangeDialog)
    assert isinstance(dialog, RangeDialog)
    today = dialog.last.date()
    dialog.first.setDate(today)
    dialog.last.setDate(today.addDays(-1))
    dialog.button.click()
    assert dialog.isVisible()
    assert "শুরুর দিনটি শেষ দিনের পরে পড়েছে" in dialog.error.text
    dialog.first.setDate(today.addDays(-1))
    dialog.button.click()
    qtbot.waitUntil(lambda: panel.model.ids == [700001])
    assert entry(menu, "আসার সময়", "তারিখ বেছে নিন …").isChecked()
    assert len(chips(panel)) == 1


def test_chips_go_away_by_keyboard_and_the_focus_stays_at_hand(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.show_query(
        QueueQuery(
            View.INBOX,
            NOW,
            feeders=frozenset({"bagmara"}),
            clocks=frozenset({TimeLeft.SOON}),
            came=Period.TODAY,
        )
    )
    qtbot.waitUntil(lambda: panel.model.ids == [418193])
    assert chips(panel) == ["ফিডার: বাগমারা", "এসেছে: আজ", "সময়: শীঘ্রই শেষ"]
    panel.narrowing.chips[0].setFocus()
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: chips(panel) == ["ফিডার: বাগমারা", "সময়: শীঘ্রই শেষ"])
    assert panel.focusWidget() is panel.narrowing.chips[1]
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chips(panel) == ["সময়: শীঘ্রই শেষ"])
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(panel.model.ids) == 12)
    assert panel.focusWidget() is panel.table


def test_all_filters_and_the_search_go_with_one_key(
    panel: QueuePanel, qtbot: QtBot, actions: Actions
) -> None:
    panel.show_query(QueueQuery(View.INBOX, NOW, reopened=True, search="700001"))
    qtbot.waitUntil(lambda: panel.model.ids == [700001])
    assert panel.bar.search.text() == "700001"
    actions.get("queue.clear_filters").trigger()
    qtbot.waitUntil(lambda: len(panel.model.ids) == 12)
    assert (panel.bar.search.text(), chips(panel), panel.narrowed) == ("", [], False)


def test_the_menu_of_filters_is_worked_by_keyboard(panel: QueuePanel, qtbot: QtBot, actions: Actions) -> None:
    actions.get("queue.filters").trigger()
    menu = panel.bar.filters.more.menu()
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    clocks = menu.actions()[0].menu()
    assert isinstance(clocks, QMenu)
    qtbot.keyClick(clocks, Qt.Key.Key_Space)
    qtbot.keyClick(clocks, Qt.Key.Key_Down)
    qtbot.keyClick(clocks, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: set(panel.model.ids) == {418179, 418184, 418190, 418193})
    assert menu.isVisible()  # the space bar ticks and stays
    menu.close()


def test_what_is_being_typed_is_not_lost_when_the_list_is_read_anew(
    panel: QueuePanel, qtbot: QtBot, actions: Actions
) -> None:
    type_text(panel.bar.search, "৪১৮২১৫")
    actions.get("view.refresh").trigger()
    assert panel.bar.search.text() == "৪১৮২১৫"
    qtbot.waitUntil(lambda: panel.model.ids == [418215])


def test_ratings_are_offered_for_what_is_closed_and_stay_there(panel: QueuePanel, qtbot: QtBot) -> None:
    names = [one.text() for one in panel.bar.filters.more.menu().actions()]
    assert "গ্রাহকের মূল্যায়ন" not in names
    panel.show_view(View.RESOLVED)
    menu = panel.bar.filters.more.menu()
    entry(menu, "গ্রাহকের মূল্যায়ন", "মূল্যায়ন নেই").trigger()
    entry(menu, "গ্রাহকের মূল্যায়ন", "৫-এ ৫").trigger()
    qtbot.waitUntil(lambda: panel.model.ids == [418100, 418102])
    assert chips(panel) == ["মূল্যায়ন: মূল্যায়ন নেই, ৫-এ ৫"]
    assert "সময় বাকি" not in [one.text() for one in menu.actions()]
    panel.show_view(View.INBOX)
    qtbot.waitUntil(lambda: len(panel.model.ids) == 12)
    assert chips(panel) == []


def test_the_feeder_of_the_palette_is_a_chip(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.show_feeder("tutpara")
    qtbot.waitUntil(lambda: panel.model.ids == [418218])
    assert chips(panel) == ["ফিডার: টুটপাড়া"]
    assert panel.bar.feeders.chosen == {"tutpara"}


@pytest.mark.parametrize(
    "query",
    [
        QueueQuery(View.INBOX, NOW),
        QueueQuery(View.INBOX, NOW, clocks=frozenset(TimeLeft), assigned=frozenset({"", "a:b"})),
        QueueQuery(View.RESOLVED, NOW, ratings=frozenset({0, 4}), reopened=True, came=Period.WEEK),
        QueueQuery(View.ALL, NOW, created=Span(NOW - DAY_MS, NOW)),
    ],
)
def test_ticks_say_all_that_the_menu_can_ask(query: QueueQuery) -> None:
    assert applied(query, keys_of(query)) == query


@pytest.mark.parametrize("column", [column for column in Column if column is not Column.MARKS])
def test_every_sortable_column_says_how_it_sorts(panel: QueuePanel, qtbot: QtBot, column: Column) -> None:
    panel.table.horizontalHeader().sectionClicked.emit(column)
    model, role = panel.model, Qt.ItemDataRole.AccessibleTextRole
    names = [str(model.headerData(one, Qt.Orientation.Horizontal, role)) for one in Column]
    # The list was sorted by the time left already: there the click turned it round.
    order = "বড় থেকে ছোট" if column is Column.TIME else "ছোট থেকে বড়"
    assert [order in name for name in names] == [one is column for one in Column]
    assert order in panel.table.accessibleDescription()


def test_sorting_by_keyboard(panel: QueuePanel, qtbot: QtBot, actions: Actions) -> None:
    actions.get("queue.sort").trigger()
    menu = panel.bar.sorting
    qtbot.waitUntil(menu.isVisible)
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["সময় বাকি"]
    wanted = next(n for n, one in enumerate(menu.actions()) if one.text() == "গ্রাহক")
    for _ in range(wanted):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    def names() -> list[str]:
        return [panel.model.index(place, Column.CUSTOMER).data() or "" for place in range(12)]

    qtbot.waitUntil(lambda: all(names()) and names() == sorted(names()))
    menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: all(names()) and names() == sorted(names(), reverse=True))
