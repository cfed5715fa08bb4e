"""A quiet panel with an icon and a sentence or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme


class Note(QWidget):
    """Hidden while it has nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = "info"
        self.setObjectName("note")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._icon.setFixedSize(18, 20)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setProperty("quiet", True)
        self._label.setFont(theme.font("second"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 10)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        theme.changed.connect(self._draw)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while hidden."""
        return self._label.text()

    def say(self, icon: str, text: str) -> None:
        """Show it; an empty text hides it."""
        self._name = icon
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._draw()

    def _draw(self) -> None:
        color = self._theme.tokens.text2
        self._icon.setPixmap(icons.pixmap(self._name, 18, color, self.devicePixelRatioF()))
