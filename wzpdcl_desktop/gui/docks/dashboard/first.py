"""What to look at first: one complaint in two lines, as a button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.tip import tip

_HEIGHT, _TEXT = 44, 104


class FirstRow(QAbstractButton):
    """Clock at the left, complaint and place at the right.

    Args:
        clock: Time left, and the word below it.
        words: Category, and place with the officer.
        role: Colour token of the clock.
    """

    def __init__(
        self, theme: Theme, icon: str, role: str, clock: tuple[str, str], words: tuple[str, str]
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._role, self._clock, self._words = theme, icon, role, clock, words
        self.setAccessibleName(", ".join(filter(None, (*clock, *words))))
        self.setToolTip(tip("\n".join(filter(None, words))))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(300, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines."""
        tokens, font, ratio = self._theme.tokens, self._theme.font, self.devicePixelRatioF()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hover)
        painter.fillRect(QRect(0, 0, self.width(), 1), tokens.line)
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 2, -1, -1), 5, 5)
        color = tokens.pick(self._role)
        painter.drawPixmap(4, 6, icons.pixmap(self._icon, 16, color, ratio))
        caret = icons.pixmap("caret-right", 14, tokens.text2, ratio)
        painter.drawPixmap(self.width() - 18, (_HEIGHT - 14) // 2, caret)
        room = self.width() - _TEXT - 26
        for role, shade, text, box in (
            ("control", color, self._clock[0], QRect(26, 2, _TEXT - 30, 20)),
            ("second", color, self._clock[1], QRect(26, 21, _TEXT - 30, 20)),
            ("control", tokens.text, self._words[0], QRect(_TEXT, 2, room, 20)),
            ("second", tokens.text2, self._words[1], QRect(_TEXT, 21, room, 20)),
        ):
            painter.setFont(font(role))
            painter.setPen(shade)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
