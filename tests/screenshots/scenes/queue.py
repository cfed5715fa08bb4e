"""The list, with the complaint beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, LIGHT, Picture, Stage, Visit, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.complaints import QueueQuery, TimeLeft, View
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.domain.periods import Period
from wzpdcl_desktop.gui.docks.saved_views import SavedViews
from wzpdcl_desktop.journey.robot import until, write


@picture(Stage.ONLINE, docs=BOTH)
def inbox(studio: Studio) -> Iterator[QWidget]:
    """What an officer sees first."""
    yield studio.window


def _list(view: View) -> Picture:
    def visit(studio: Studio) -> Iterator[QWidget]:
        studio.life.select(studio.life.show(view)[0])
        yield studio.window

    return Picture(view.value.replace("_", "-"), Stage.ONLINE, visit, LIGHT)


in_progress = _list(View.IN_PROGRESS)
resolved = _list(View.RESOLVED)
cancelled = _list(View.CANCELLED)
overdue = _list(View.OVERDUE)


def _form(action: Action) -> Visit:
    def visit(studio: Studio) -> Iterator[QWidget]:
        studio.detail.begin(action)
        yield studio.window
        studio.detail.composer.go_back()

    return visit


detail_accept = Picture("detail-accept", Stage.ONLINE, _form(Action.ACCEPT), LIGHT)
detail_cancel = Picture("detail-cancel", Stage.ONLINE, _form(Action.CANCEL), LIGHT)


@picture(Stage.ONLINE, docs=LIGHT)
def search(studio: Studio) -> Iterator[QWidget]:
    """Hits of a search."""
    write(studio.queue.bar.search, "দোলখোলা")
    until(lambda: studio.queue.bar.narrowed and studio.settled(), "the search")
    yield studio.window
    studio.queue.bar.clear()


@picture(Stage.ONLINE, docs=LIGHT)
def nothing_found(studio: Studio) -> Iterator[QWidget]:
    """A search without hits."""
    write(studio.queue.bar.search, "xyz")
    until(lambda: not studio.queue.model.ids and studio.settled(), "no hits")
    yield studio.window
    studio.queue.bar.clear()


@picture(Stage.ONLINE, docs=LIGHT)
def bulk(studio: Studio) -> Iterator[QWidget]:
    """Several complaints selected."""
    studio.queue.choose(studio.queue.model.ids[9:14])
    yield studio.window
    studio.queue.table.choose_one()


@picture(Stage.ONLINE, docs=BOTH)
def filters(studio: Studio) -> Iterator[QWidget]:
    """A chip for each filter."""
    urgent = frozenset({TimeLeft.OVERDUE, TimeLeft.SOON})
    studio.queue.show_query(QueueQuery(View.INBOX, 0, clocks=urgent, came=Period.WEEK))
    until(studio.settled, "the filters")
    studio.life.select(studio.queue.model.ids[0])
    yield studio.window
    studio.queue.bar.clear()


@picture(Stage.ONLINE, docs=LIGHT)
def filter_menu(studio: Studio) -> Iterator[QWidget]:
    """What else a list can be narrowed by."""
    menu = studio.queue.bar.filters.more.menu()
    studio.queue.bar.filters.more.open_menu()
    yield menu
    menu.close()


_OWN = {"bn": ("বাগমারার দেরি হওয়া", "আজকের নতুন"), "en": ("Bagmara, overdue", "New today")}


@contextmanager
def _own_lists(studio: Studio) -> Iterator[SavedViews]:
    """Two lists of the officer's own; none before and after."""
    saved = studio.life.window.views.saved
    late, new = _OWN[studio.application.language.code]
    urgent = frozenset({TimeLeft.OVERDUE, TimeLeft.SOON})
    saved.add(late, QueueQuery(View.INBOX, 0, feeders=frozenset({"khulna-1-bagmara"}), clocks=urgent))
    saved.add(new, QueueQuery(View.ALL, 0, came=Period.TODAY))
    until(lambda: studio.settled() and {late, new} <= set(saved.counts), "the lists")
    yield saved
    for view in saved.views:
        saved.remove(view)


@picture(Stage.ONLINE, docs=BOTH)
def own_lists(studio: Studio) -> Iterator[QWidget]:
    """Lists of the officer's own in the navigation; one is shown."""
    with _own_lists(studio) as saved:
        studio.life.window.views.show_view(saved.views[1].name)
        until(studio.settled, "the list")
        studio.life.select(studio.queue.model.ids[0])
        yield studio.window


@picture(Stage.ONLINE)
def own_lists_managed(studio: Studio) -> Iterator[QWidget]:
    """They are renamed, put in order and deleted here."""
    with _own_lists(studio):
        dialog = studio.life.window.views.manage()
        yield dialog
        studio.close(dialog)


@picture(Stage.ONLINE)
def own_list_name(studio: Studio) -> Iterator[QWidget]:
    """A name that is taken."""
    with _own_lists(studio) as saved:
        dialog = studio.life.window.views.ask_name()
        dialog.edit.setText(saved.views[0].name)
        dialog.button.click()
        yield dialog
        studio.close(dialog)
