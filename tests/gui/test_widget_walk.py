"""A walk over every widget of every picture: its name, its colours, and the way of Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.inspection import colors, focus, names
from tests.inspection.rounds import in_own_process
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.tokens import DARK, LIGHT
from wzpdcl_desktop.gui.widgets.buttons import Button


@pytest.mark.timeout(300)
def test_every_widget_has_a_name_can_be_seen_and_is_reached_by_tab_in_the_order_of_the_eye() -> None:
    assert in_own_process("walk") == ""


def shown(qtbot: QtBot, *children: QWidget) -> QWidget:
    """A window with children side by side."""
    window = QWidget()
    row = QHBoxLayout(window)
    for child in children:
        row.addWidget(child)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_a_widget_without_a_name_is_found(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, QLineEdit())

    assert names.faults(window, "bn", ()) == ["QLineEdit in QWidget is called ''"]


def test_an_object_name_is_no_name(theme: Theme, qtbot: QtBot) -> None:
    edit = QLineEdit()
    edit.setObjectName("searchEdit")
    edit.setAccessibleName("searchEdit")

    assert names.faults(shown(qtbot, edit), "en", ()) == ["QLineEdit#searchEdit is called 'searchEdit'"]


def test_a_name_in_the_other_language_is_found(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, QPushButton("Back"), QLabel("গ্রহণ করুন"))

    assert names.faults(window, "bn", ()) == ["QPushButton in QWidget is called 'Back'"]
    assert names.faults(window, "en", ()) == ["QLabel in QWidget is called 'গ্রহণ করুন'"]


def test_a_name_from_the_data_may_be_in_any_language(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, QLabel("Dolkhola · ৪১৮২০৭"))

    assert names.faults(window, "bn", {"Dolkhola"}) == []
    assert names.faults(window, "bn", {"Bagmara"}) != []


def test_rows_that_say_nothing_are_found(theme: Theme, qtbot: QtBot) -> None:
    rows = QListWidget()
    rows.setAccessibleName("ইনবক্স")
    rows.addItem("")

    assert names.faults(shown(qtbot, rows), "bn", ()) == ["a row of QListWidget in QWidget is called ''"]


class Faint(QWidget):
    """Writes in the colour of lines."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), LIGHT.surface)
        painter.setPen(QColor(LIGHT.line))
        painter.drawText(QRect(10, 10, 100, 20), 0, "faint")


def test_a_text_of_too_little_contrast_is_found(theme: Theme, qtbot: QtBot) -> None:
    faint = Faint()
    faint.setFixedSize(120, 40)

    (fault,) = colors.faults(shown(qtbot, faint))
    assert fault.startswith(f"{LIGHT.line.name()} on {LIGHT.surface.name()}")


def test_a_text_that_can_be_read_is_not(theme: Theme, qtbot: QtBot) -> None:
    for mode, tokens in (("light", LIGHT), ("dark", DARK)):
        theme.mode = mode
        window = shown(qtbot, QLabel("পড়া যায়"), Button(theme, "ফিরে যান"))
        assert colors.faults(window) == [], tokens


class Blind(QPushButton):
    """Looks the same with the focus and without it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), LIGHT.accent)


def test_a_focus_that_cannot_be_seen_is_found(theme: Theme, qtbot: QtBot) -> None:
    window = shown(qtbot, Button(theme, "এক"), Blind("দুই"), Button(theme, "তিন"))

    assert focus.faults(window, lambda: None) == ["the focus cannot be seen at Blind in QWidget"]


def test_what_tab_does_not_come_to_is_found(theme: Theme, qtbot: QtBot) -> None:
    class Trap(QLineEdit):
        def focusNextPrevChild(self, forward: bool) -> bool:
            return True

    window = shown(qtbot, Trap(), Button(theme, "এক"))

    assert focus.faults(window, lambda: None) == ["Tab does not come to Button in QWidget"]


def test_a_way_of_tab_against_the_eye_is_found_and_follows_the_layout_when_told(
    theme: Theme, qtbot: QtBot
) -> None:
    first, late, last = Button(theme, "এক"), Button(theme, "দুই"), Button(theme, "তিন")
    window = shown(qtbot, first, last)
    layout = window.layout()
    assert isinstance(layout, QHBoxLayout)
    layout.insertWidget(1, late)
    qtbot.waitUntil(late.isVisible)

    assert focus.faults(window, lambda: None) == ["Tab goes back from Button in QWidget to Button in QWidget"]
    follow_layout(window)
    assert focus.faults(window, lambda: None) == []
    assert late.focusPolicy() & Qt.FocusPolicy.TabFocus
