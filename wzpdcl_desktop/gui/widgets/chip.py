"""A chip: icon and word on a tinted ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.tint import colors

_HEIGHT, _ICON, _PAD, _GAP, _RADIUS = 22, 15, 7, 5, 4


class Chip(QWidget):
    """A state in colour, icon and word.

    Args:
        icon: Phosphor name, empty for none.
        role: A role of `wzpdcl_desktop.gui.widgets.tint`.
    """

    def __init__(self, theme: Theme, icon: str = "", text: str = "", role: str = "quiet") -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._text, self._role = icon, text, role
        self.setFont(theme.font("second"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def set(self, icon: str, text: str, role: str) -> None:
        """Show another state."""
        self._icon, self._text, self._role = icon, text, role
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as icon and word."""
        icon = _ICON + _GAP if self._icon else 0
        return QSize(2 * _PAD + icon + self.fontMetrics().horizontalAdvance(self._text) + 1, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        text, ground = colors(self._theme.tokens, self._role)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        left = _PAD
        if self._icon:
            picture = icons.pixmap(self._icon, _ICON, text, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - _ICON) // 2, picture)
            left += _ICON + _GAP
        painter.setPen(text)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
