"""The list as an officer has it look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.list_look import OptionalColumn
from wzpdcl_desktop.gui.docks.queue_columns import ColumnMenu


@contextmanager
def _compact(studio: Studio) -> Iterator[None]:
    studio.trigger("queue.compact")
    yield
    studio.trigger("queue.compact")


@picture(Stage.OFFLINE, docs=BOTH)
def compact(studio: Studio) -> Iterator[QWidget]:
    """A complaint on one line, with the marks of what waits."""
    with _compact(studio):
        yield studio.window


@picture(Stage.OFFLINE)
def compact_resolved(studio: Studio) -> Iterator[QWidget]:
    """What was closed on other days, with ratings."""
    with _compact(studio):
        studio.life.select(studio.life.show(View.RESOLVED)[0])
        yield studio.window


@contextmanager
def _without(studio: Studio, *hidden: OptionalColumn) -> Iterator[ColumnMenu]:
    """The menu of the columns, with some taken away in it."""
    look = studio.life.window.look
    look.open_columns()
    for column in hidden:
        look.columns.entries[column].trigger()
        look.open_columns()
    yield look.columns
    look.columns.show_all.trigger()
    look.columns.close()


@picture(Stage.OFFLINE, docs=BOTH)
def columns(studio: Studio) -> Iterator[QWidget]:
    """A list without customer and marks."""
    with _without(studio, OptionalColumn.CUSTOMER, OptionalColumn.MARKS) as menu:
        menu.close()
        yield studio.window


@picture(Stage.OFFLINE)
def columns_menu(studio: Studio) -> Iterator[QWidget]:
    """Which columns there are."""
    with _without(studio, OptionalColumn.CUSTOMER) as menu:
        yield menu
