"""Every text of every picture has its room, in both languages: cut, covered and squeezed ones are found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.inspection import room
from tests.inspection.rounds import in_own_process
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel

LONG = "ট্রান্সফরমার ফিউজ (ডিওএফ) পোড়া, সাতরাস্তা মোড়"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scale", ["1"])
def test_every_text_of_every_picture_has_its_room(scale: str) -> None:
    assert in_own_process("room", scale) == ""


class Painted(QWidget):
    """Writes two texts by hand, so near to each other that they touch."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QRect(0, 0, 200, 20), 0, "the one text")
        painter.drawText(QRect(30, 4, 200, 20), 0, "the other text")


class Host(QWidget):
    """200 pixels wide, with one child."""

    def __init__(self, child: QWidget, width: int = 200) -> None:
        super().__init__()
        self.resize(200, 60)
        child.setParent(self)
        child.setGeometry(0, 0, width, 24)


def found_in(window: QWidget, qtbot: QtBot) -> str:
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return "\n".join(room.faults(window))


def test_a_window_with_room_has_no_fault(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    wrapped = QLabel(LONG)
    wrapped.setWordWrap(True)
    for widget in (wrapped, QPushButton("ফিরে যান"), QLineEdit(LONG * 3)):
        column.addWidget(widget)

    assert found_in(window, qtbot) == ""


def test_a_label_that_is_too_narrow_is_found(theme: Theme, qtbot: QtBot) -> None:
    assert "cut by" in found_in(Host(QLabel(LONG)), qtbot)


def test_a_label_that_is_too_low_is_found(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel(LONG)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)

    assert "cut by" in found_in(Host(label), qtbot)


def test_a_placeholder_that_is_too_long_is_found(theme: Theme, qtbot: QtBot) -> None:
    edit = QLineEdit()
    edit.setPlaceholderText(LONG)

    assert "shortened without a tooltip" in found_in(Host(edit), qtbot)


def test_who_shortens_and_says_the_whole_in_its_tooltip_may(theme: Theme, qtbot: QtBot) -> None:
    assert found_in(Host(ElidedLabel(LONG)), qtbot) == ""


def test_texts_painted_over_each_other_are_found(theme: Theme, qtbot: QtBot) -> None:
    assert "lie over each other" in found_in(Host(Painted()), qtbot)


def test_what_is_outside_its_parent_is_found(theme: Theme, qtbot: QtBot) -> None:
    assert "is outside" in found_in(Host(QWidget(), width=240), qtbot)


def test_siblings_that_overlap_are_found(theme: Theme, qtbot: QtBot) -> None:
    window = Host(QWidget())
    QWidget(window).setGeometry(100, 10, 50, 40)

    assert "overlap" in found_in(window, qtbot)
