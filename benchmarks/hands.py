"""Keys and clicks, the same for the program and its peer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QLineEdit


def type_in(edit: QLineEdit, key: str) -> None:
    """Type one key, Bangla as an input method commits it; an empty one takes everything away."""
    if not key:
        edit.clear()
    elif key.isascii():
        QTest.keyClicks(edit, key)
    else:
        event = QInputMethodEvent()
        event.setCommitString(key)
        QCoreApplication.sendEvent(edit, event)


def click_header(header: QHeaderView, section: int) -> None:
    """Click on the header of a column."""
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
