"""One number of the dashboard's head: caption, number, a word below. The whole is a button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme

_HEIGHT, _LEFT, _ICON = 82, 10, 16


class FigureButton(QAbstractButton):
    """Shows a number and opens the rows behind it.

    Args:
        icon: Phosphor name, empty for none.
        role: Colour token of icon and number while there is anything to count, empty for plain text.
    """

    def __init__(self, theme: Theme, icon: str = "", role: str = "") -> None:
        super().__init__()
        self._theme, self._icon, self._role = theme, icon, role
        self._number, self._below, self._urgent = "", "", False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def number(self) -> str:
        """The number as shown."""
        return self._number

    def set(self, caption: str, number: str, below: str, *, urgent: bool) -> None:
        """Show a number; ``urgent`` gives it its colour."""
        self._number, self._below, self._urgent = number, below, urgent
        self.setText(caption)
        self.setAccessibleName(f"{caption}: {number}")
        self.setAccessibleDescription(below)
        self.setToolTip(f"{caption}: {number}\n{below}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the widest caption."""
        return QSize(150, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Captions are elided below this."""
        return QSize(110, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the three lines."""
        tokens, font = self._theme.tokens, self._theme.font
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 0, 0, 0), tokens.hover)
        painter.fillRect(QRect(0, 2, 1, self.height() - 4), tokens.line)
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(3, 1, -2, -1), 5, 5)
        color = tokens.pick(self._role) if self._role and self._urgent else None
        left, room = _LEFT, self.width() - _LEFT - 4
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._icon:
            picture = icons.pixmap(self._icon, _ICON, color or tokens.text2, self.devicePixelRatioF())
            painter.drawPixmap(left, 5, picture)
            left, room = left + _ICON + 6, room - _ICON - 6
        for role, shade, text, box in (
            ("control", tokens.text2, self.text(), QRect(left, 2, room, 22)),
            ("number", color or tokens.text, self._number, QRect(_LEFT, 22, self.width() - _LEFT - 4, 38)),
            ("second", tokens.text2, self._below, QRect(_LEFT, 59, self.width() - _LEFT - 4, 20)),
        ):
            painter.setFont(font(role))
            painter.setPen(shade)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(middle), shown)
