"""The complaint itself."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, LIGHT, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.journey.robot import click, until

_TAB = 1100


@picture(Stage.ONLINE, docs=BOTH)
def history(studio: Studio) -> Iterator[QWidget]:
    """A customer's other complaints, one of them opened."""
    header = studio.detail.facts.history.header
    for number in studio.life.show(View.RESOLVED)[:60]:
        studio.life.select(number)
        if header.isVisibleTo(studio.detail):
            break
    studio.window.show_detail()  # a tab where the letters are large
    header.click()
    first = studio.detail.facts.history.rows()[0].complaint_id
    click(studio.detail.facts.history.rows()[0])  # by the mouse: the focus goes there too
    until(lambda: studio.detail.complaint_id == first and studio.settled(), "the other complaint")
    until(
        lambda: studio.detail.view.back.geometry().right() > 0 and studio.detail.view.back.height() > 20,
        "the way back",
    )
    yield studio.window
    studio.detail.go_back()
    header.click()
    studio.detail.left.emit()


@picture(Stage.ONLINE, docs=LIGHT, width=_TAB)
def narrow_list(studio: Studio) -> Iterator[QWidget]:
    """In a narrow window list and complaint are tabs."""
    studio.detail.left.emit()
    yield studio.window


@picture(Stage.ONLINE, docs=BOTH, width=_TAB)
def narrow_complaint(studio: Studio) -> Iterator[QWidget]:
    """The other tab."""
    studio.window.resize(_TAB, studio.window.height())
    studio.detail.open()
    yield studio.window
    studio.detail.left.emit()


@picture(Stage.ONLINE, docs=LIGHT)
def blank_to_fill(studio: Studio) -> Iterator[QWidget]:
    """A ready text whose blank waits to be filled, and the refusal to send it so."""
    composer = studio.detail.composer
    studio.detail.open()
    composer.box.edit.clear()
    ready = next(one for one in studio.life.desk.directory.directory().canned if "{time}" in one.text)
    bangla = studio.application.language.code == "bn"
    composer.box.insert(ready.text_bn if bangla else ready.text)
    composer.complain("placeholder")
    composer.box.edit.moveCursor(QTextCursor.MoveOperation.End)  # what is selected is drawn twice
    until(lambda: composer.box.edit.verticalScrollBar().maximum() == 0, "the box to hold the whole text")
    yield studio.window
    composer.box.edit.clear()
    studio.detail.left.emit()


@picture(Stage.ONLINE, docs=LIGHT)
def detail_narrow(studio: Studio) -> Iterator[QWidget]:
    """The detail at its least width."""
    dock, right = studio.window.detail_dock, Qt.Orientation.Horizontal
    before = dock.width()
    studio.window.resizeDocks([dock], [300], right)
    yield studio.window
    studio.window.resizeDocks([dock], [before], right)
