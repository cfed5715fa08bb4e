"""The digits 1-4 act on the complaint: in either script, and never while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from wzpdcl_desktop.domain.text import ascii_digits
from wzpdcl_desktop.gui.actions import Actions

#: In the order of the digits.
DIGIT_ACTIONS = ("complaint.accept", "complaint.message", "complaint.resolve", "complaint.cancel")
_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


class DigitKeys(QObject):
    """An event filter for panels: it sees the keys that nobody inside them wanted.

    Shortcuts would not do: a Bangla layout sends ``১`` where another sends ``1``, and a shortcut would take
    the digit away from the message box.
    """

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions

    def watch(self, *widgets: QWidget) -> None:
        """Listen to the keys of these widgets."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on a digit; let everything else pass."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        digit = ascii_digits(event.text())
        if len(digit) != 1 or digit not in "1234" or isinstance(QApplication.focusWidget(), _TEXT_FIELDS):
            return False
        self._actions.get(DIGIT_ACTIONS[int(digit) - 1]).trigger()
        return True
