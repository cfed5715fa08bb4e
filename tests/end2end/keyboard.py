"""A keyboard, and nothing else: keys go to the window that has the focus, texts to the field that has it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from wzpdcl_desktop.journey.robot import until

_TABS = 40


class Keyboard:
    """Presses and types; it never names who is to get it."""

    def press(self, keys: str) -> None:
        """Press keys together (``Ctrl+F``, ``Return``), as on any layout."""
        stroke = QKeySequence(keys)[0]
        window = QGuiApplication.focusWindow()
        assert window is not None, f"no window to press {keys} in"
        QTest.keyClick(window, stroke.key(), stroke.keyboardModifiers())  # type: ignore[call-overload]

    def digit(self, sign: str) -> None:
        """Press a key that yields a digit, Bangla or not: a Bangla layout sends it as text alone."""
        window = QGuiApplication.focusWindow()
        assert window is not None, f"no window to press {sign} in"
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QCoreApplication.sendEvent(window, event)

    def type(self, text: str) -> None:
        """Type a text sign by sign, as an input method commits it."""
        for sign in text:
            field = QGuiApplication.focusObject()
            assert field is not None, "nothing has the focus"
            asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
            QCoreApplication.sendEvent(field, asked)
            assert asked.value(Qt.InputMethodQuery.ImEnabled), f"{self.name} takes no text"
            event = QInputMethodEvent()
            event.setCommitString(sign)
            QCoreApplication.sendEvent(field, event)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until the focus is there."""
        for _ in range(_TABS):
            if QApplication.focusWidget() is widget:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {widget.accessibleName()}, but to {self.name}")

    def wait_in(self, widget: QWidget) -> None:
        """Wait until the focus has come there by itself."""
        until(lambda: QApplication.focusWidget() is widget, f"the focus in {widget.accessibleName()}")

    @property
    def name(self) -> str:
        """What a screen reader calls the field that has the focus."""
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.accessibleName()


def bangla(number: object) -> str:
    """A number in Bangla digits."""
    return str(number).translate(str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯"))
