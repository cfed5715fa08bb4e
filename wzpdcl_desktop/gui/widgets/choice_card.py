"""A radio button as large as what it stands for: a title, lines of text, and why it cannot be chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme

_PAD, _TEXT, _RIGHT, _ICON, _CIRCLE = 11, 37, 12, 16, 16
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ChoiceCard(QRadioButton):
    """One of several choices, none of which is made beforehand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._token, self._title, self._reason = "", "text", "", ""
        self._lines: tuple[str, ...] = ()
        self._title_font, self._font = theme.font("control"), theme.font("second")
        self._title_font.setWeight(QFont.Weight.DemiBold)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set(self, icon: str, token: str, title: str, lines: tuple[str, ...], reason: str = "") -> None:
        """Say what it stands for.

        Args:
            token: Colour of icon and title.
            reason: Why it cannot be chosen; empty if it can.
        """
        self._icon, self._token, self._title, self._reason = icon, token, title, reason
        self._lines = tuple(line for line in lines if line)
        self.setEnabled(not reason)
        self.setCursor(Qt.CursorShape.ArrowCursor if reason else Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("\n".join((title, *self._lines, *([reason] if reason else []))))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for everything."""
        return self._lay_out(width)[-1][0].bottom() + 1 + _PAD

    def sizeHint(self) -> QSize:
        """As high as needed at this width."""
        width = self.width() if self.width() > 120 else 280
        return QSize(280, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the height follows from the width."""
        return QSize(160, 2 * _PAD + _CIRCLE)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, circle, words."""
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, possible = self.isChecked(), self.isEnabled()
        ground = tokens.accenttint if chosen else (tokens.surface if possible else tokens.subtle)
        if possible and not chosen and self.underMouse():
            ground = tokens.hover
        width = 2.0 if chosen or self.hasFocus() else 1.0
        painter.setPen(QPen(tokens.accent if width > 1 else tokens.btn, width))
        painter.setBrush(ground)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)
        if chosen and self.hasFocus():  # the thick frame says that it is chosen
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 3, 3)
        self._draw_circle(painter, chosen, possible)
        for room, text, font, tint in self._lay_out(self.width()):
            color = tokens.pick(tint) if possible or tint == "soon" else tokens.text3
            if font is self._title_font and self._icon:
                self._draw_icon(painter, color)
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(room, int(_WRAP), text)

    def _draw_circle(self, painter: QPainter, chosen: bool, possible: bool) -> None:
        tokens = self._theme.tokens
        circle = QRectF(_PAD + 0.5, _PAD + 3.5, _CIRCLE, _CIRCLE)
        painter.setPen(QPen(tokens.accent if chosen else (tokens.field if possible else tokens.btn), 1.4))
        painter.setBrush(tokens.accent if chosen else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(circle)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.onaccent)
            painter.drawEllipse(circle.center(), 3.2, 3.2)

    def _draw_icon(self, painter: QPainter, color: QColor) -> None:
        picture = icons.pixmap(self._icon, _ICON, color, self.devicePixelRatioF())
        painter.drawPixmap(_TEXT, _PAD + 3, picture)

    def _lay_out(self, width: int) -> list[tuple[QRect, str, QFont, str]]:
        """Where each text goes, in which font and colour."""
        parts = [(self._title, self._title_font, self._token)]
        parts += [(line, self._font, "text2") for line in self._lines]
        if self._reason:
            parts.append((self._reason, self._font, "soon"))
        top, found = _PAD, []
        for text, font, token in parts:
            left = _TEXT + (_ICON + 7 if font is self._title_font and self._icon else 0)
            room = QRect(left, top, max(60, width - left - _RIGHT), 10_000)
            height = QFontMetrics(font).boundingRect(room, int(_WRAP), text).height()
            found.append((QRect(left, top, room.width(), height), text, font, token))
            top += height + 1
        return found
