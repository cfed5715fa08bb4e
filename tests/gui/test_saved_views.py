"""The officer's own lists in navigation, palette and dialogs, over real stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.work_desk import NUMBERS, WorkDesk, type_text, work_desk
from tests.unit.cache.samples import NOW, complaint
from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.domain.complaints import QueueQuery, TimeLeft, View
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.dialogs.view_name import ViewNameDialog
from wzpdcl_desktop.gui.dialogs.views import ViewsDialog
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.views_desk import ViewsDesk
from wzpdcl_desktop.services.views import ViewService

LATE = QueueQuery(View.INBOX, NOW, clocks=frozenset({TimeLeft.OVERDUE}))


class Office:
    """A window with the queue, and the own lists joined to it."""

    def __init__(self, desk: WorkDesk, qtbot: QtBot) -> None:
        self.desk, self.bot = desk, qtbot
        context = desk.context
        self.queue = QueuePanel(context)
        self.queue.show_view(View.INBOX)
        self.window = MainWindow(context, self.queue, QWidget(), QWidget())
        self.window.view_selected.connect(self.queue.show_view)
        service = ViewService(Preferences(desk.desk.outbox_store), context.complaints, context.clock)
        self.views = ViewsDesk(context, service, self.queue, self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.queue.model.ids == list(NUMBERS))

    def save(self, name: str, query: QueueQuery) -> None:
        """As an officer does it: narrow, Ctrl+S, type, Enter."""
        self.queue.show_query(query)
        self.desk.context.actions.get("queue.save_view").trigger()
        dialog = self.dialog(ViewNameDialog)
        type_text(dialog.edit, name)
        self.bot.keyClick(dialog.edit, Qt.Key.Key_Return)
        self.bot.waitUntil(lambda: not self.window.findChildren(ViewNameDialog))

    def dialog(self, kind: type) -> object:
        """The dialog that is open."""
        (found,) = self.window.findChildren(kind)
        return found

    @property
    def names(self) -> list[str]:
        """The own lists in the navigation, from top to bottom."""
        items = self.window.navigation.saved
        assert list(items) == sorted(items, key=lambda name: items[name].y()) or not items
        return list(items)


@pytest.fixture
def office(
    tmp_path: Path,
    qtbot: QtBot,
    tasks: TaskRunner,
    notifier: Notifier,
    actions: Actions,
    language: Language,
    theme: Theme,
) -> Iterator[Office]:
    with work_desk(tmp_path, tasks, notifier, actions, language, theme) as made:
        yield Office(made, qtbot)


def test_a_list_is_saved_shown_counted_and_counted_anew(office: Office) -> None:
    office.save("দেরি হওয়া", LATE)
    assert office.names == ["দেরি হওয়া"]
    item = office.window.navigation.saved["দেরি হওয়া"]
    office.bot.waitUntil(lambda: item.count == 2)
    assert item.isChecked()
    assert office.queue.bar.title == "দেরি হওয়া"

    office.window.show_view(View.IN_PROGRESS)
    assert not office.window.navigation.saved["দেরি হওয়া"].isChecked()
    office.bot.waitUntil(lambda: len(office.queue.model.ids) == 3)
    office.window.show_view(View.INBOX)
    office.bot.waitUntil(lambda: office.queue.model.ids == list(NUMBERS))  # its filters do not stick

    office.window.navigation.saved["দেরি হওয়া"].click()
    office.bot.waitUntil(lambda: office.queue.model.ids == [418179, 418184])
    office.desk.put(complaint(800001, due_at=NOW - 5))
    office.bot.waitUntil(lambda: office.window.navigation.saved["দেরি হওয়া"].count == 3)


def test_narrowed_further_it_is_not_that_list_any_more(office: Office) -> None:
    office.save("Late", LATE)
    office.queue.show_feeder("bagmara")
    assert office.queue.bar.title == "ইনবক্স"
    assert office.window.navigation.items[View.INBOX].isChecked()
    office.queue.narrowing.removed.emit("feeders")
    assert office.queue.bar.title == "Late"
    assert office.window.navigation.saved["Late"].isChecked()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "তালিকার একটি নাম লিখুন।"), ("late", "এই নামে আপনার একটি তালিকা আছে। অন্য নাম দিন।")],
)
def test_a_bad_name_is_refused_with_the_remedy(office: Office, typed: str, said: str) -> None:
    office.save("Late", LATE)
    dialog = office.views.ask_name()
    type_text(dialog.edit, typed)
    dialog.button.click()
    assert dialog.isVisible()
    assert dialog.error.text == said
    assert dialog.focusWidget() is dialog.edit
    type_text(dialog.edit, "x")
    assert dialog.error.text == ""
    dialog.reject()
    assert office.names == ["Late"]


def test_lists_are_renamed_moved_and_deleted_by_keyboard(office: Office, actions: Actions) -> None:
    for name in ("এক", "Two", "তিন"):
        office.save(name, LATE)
    actions.get("queue.views").trigger()
    dialog = office.dialog(ViewsDialog)
    assert isinstance(dialog, ViewsDialog)
    keys = office.bot.keyClick
    keys(dialog.list, Qt.Key.Key_Down)
    keys(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert office.names == ["Two", "এক", "তিন"]
    keys(dialog, Qt.Key.Key_F2)
    (rename,) = dialog.findChildren(ViewNameDialog)
    assert rename.edit.text() == "Two"
    type_text(rename.edit, "দুই")
    keys(rename.edit, Qt.Key.Key_Return)
    assert office.names == ["দুই", "এক", "তিন"]
    keys(dialog.list, Qt.Key.Key_Down)
    keys(dialog, Qt.Key.Key_Delete)
    assert office.names == ["দুই", "তিন"]
    dialog.accept()
    # and so it is kept
    office.bot.waitUntil(office.desk.context.tasks.idle)
    context = office.desk.context
    preferences = Preferences(office.desk.desk.outbox_store)
    kept = ViewService(preferences, context.complaints, context.clock)
    assert [view.name for view in kept.views()] == ["দুই", "তিন"]


def test_the_palette_finds_them_by_name(office: Office) -> None:
    office.save("দেরি হওয়া", LATE)
    office.bot.waitUntil(lambda: bool(office.views.saved.counts))
    (entry,) = office.views.entries()
    assert (entry.title, entry.detail) == ("দেরি হওয়া", "২")
    office.window.show_view(View.INBOX)
    assert entry.run is not None
    entry.run()
    office.bot.waitUntil(lambda: office.queue.model.ids == [418179, 418184])
