"""The bell of the top row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme


class Bell(QToolButton):
    """Has a red dot while there are notices that were not read; its name says how many."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._unread = 0
        self.setIconSize(QSize(18, 18))
        self.setFixedSize(32, 32)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def unread(self) -> int:
        """How many notices were not read."""
        return self._unread

    def show_unread(self, unread: int, words: str) -> None:
        """Show whether there are any."""
        self._unread = unread
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot over the icon."""
        super().paintEvent(event)
        if self._unread:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.tokens.surface, 1.5))
            painter.setBrush(self._theme.tokens.stripebreached)
            painter.drawEllipse(18, 5, 9, 9)

    def _draw(self) -> None:
        self.setIcon(icons.icon("bell", self._theme.tokens.text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
