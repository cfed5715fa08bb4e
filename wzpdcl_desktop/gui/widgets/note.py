"""Icon and sentence: a quiet note in a panel, or an error below a field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme


class Note(QWidget):
    """Hidden while it has nothing to say.

    Args:
        error: In red and without a ground, as an error stands below its field.
    """

    def __init__(self, theme: Theme, *, error: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._error = theme, error
        self._name = "warning-circle" if error else "info"
        self._size = 16 if error else 18
        self._icon = QLabel()
        self._icon.setFixedSize(self._size, 20)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setProperty("error" if error else "quiet", True)
        self._label.setFont(theme.font("second"))
        row = QHBoxLayout(self)
        row.setContentsMargins(*((0, 0, 0, 0) if error else (12, 8, 12, 10)))
        row.setSpacing(6 if error else 8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        if not error:
            self.setObjectName("note")
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while hidden."""
        return self._label.text()

    def say(self, text: str, icon: str = "") -> None:
        """Show a text, with another icon than before if one is given; an empty text hides it."""
        self._name = icon or self._name
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._draw()

    def _draw(self) -> None:
        tokens = self._theme.tokens
        color = tokens.breached if self._error else tokens.text2
        self._icon.setPixmap(icons.pixmap(self._name, self._size, color, self.devicePixelRatioF()))
