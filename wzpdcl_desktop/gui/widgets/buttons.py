"""Push buttons: primary, secondary, danger, link; with an optional key badge."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.tokens import Tokens

PRIMARY, SECONDARY, DANGER, DANGER_FILLED, LINK = "primary", "secondary", "danger", "danger_filled", "link"
_RADIUS, _ICON, _GAP = 5, 16, 7


class Button(QPushButton):
    """A button drawn in the colours of its kind.

    Args:
        kind: ``primary`` (one per area), ``secondary``, ``danger`` (red text), ``danger_filled`` (confirming
            dialogs only) or ``link``.
        icon: Phosphor name, empty for none.
        badge: The key that does the same, shown in a small frame; empty for none.
        small: 28 instead of 32 pixels high.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = SECONDARY,
        icon: str = "",
        badge: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._kind, self._icon_name, self._badge = kind, icon, badge
        self._height = 28 if small else 32
        self._link_color = ""
        self._compact = False
        self.setFont(_bold(theme, kind))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self._kind = kind
        self.setFont(_bold(self._theme, kind))
        self.updateGeometry()
        self.update()

    def set_icon_name(self, icon: str) -> None:
        """Change the icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_color(self, token: str) -> None:
        """Write a link in another colour than the accent."""
        self._link_color = token
        self.update()

    def set_height(self, height: int) -> None:
        """Another height than the usual two."""
        self._height = height
        self.updateGeometry()

    def set_badge(self, badge: str) -> None:
        """Change the key shown."""
        self._badge = badge
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Only the icon, or without one only the text."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def width_for(self, *, compact: bool) -> int:
        """Width in which nothing is cut."""
        pad = 2 if self._kind == LINK else 8 if compact else 13
        return 2 * pad + self._content_width(compact=compact)

    def sizeHint(self) -> QSize:
        """As wide as its parts."""
        return QSize(self.width_for(compact=self._compact), self._height)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, text, badge and focus."""
        tokens = self._theme.tokens
        option = QStyleOptionButton()
        self.initStyleOption(option)
        state = option.state
        hover = bool(state & QStyle.StateFlag.State_MouseOver) and self.isEnabled()
        ground, border, text = self._colors(tokens, hover)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if ground is not None or border is not None:
            painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
            painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        self._draw_content(painter, text)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            self._draw_focus(painter, tokens, filled=ground is not None and border is None)

    def _draw_focus(self, painter: QPainter, tokens: Tokens, *, filled: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.onaccent if filled else tokens.accent, 2))
        inset = 3.0 if filled else 1.0
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS - 1, _RADIUS - 1
        )

    def _draw_content(self, painter: QPainter, color: QColor) -> None:
        left = (self.width() - self._content_width(compact=self._compact)) // 2
        if self._kind == LINK:
            left = 2
        if self._icon_name:
            picture = icons.pixmap(self._icon_name, _ICON, color, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - _ICON) // 2, picture)
            if self._compact:
                return
            left += _ICON + (_GAP if self.text() else 0)
        painter.setPen(color)
        painter.setFont(self.font())
        width = self._text_width()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic)
        painter.drawText(QRect(left, 0, width + 2, self.height()), flags, self.text())
        if self._badge and not self._compact:
            box = QRectF(
                left + width + _GAP + 0.5, (self.height() - 16) / 2 + 0.5, self._badge_width() - 1, 15
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 1))
            painter.drawRoundedRect(box, 3, 3)
            painter.setFont(self._theme.font("caption"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._badge)

    def _colors(self, tokens: Tokens, hover: bool) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, border, text."""
        if self._kind == LINK:
            return None, None, self._link(tokens, hover)
        if not self.isEnabled():
            return tokens.subtle, tokens.line, tokens.text3
        if self._kind == PRIMARY:
            return (tokens.accenthover if hover or self.isDown() else tokens.accent), None, tokens.onaccent
        if self._kind == DANGER_FILLED:
            return tokens.breached, None, tokens.ondanger
        ground = tokens.hover if hover or self.isDown() or self.isChecked() else tokens.surface
        return ground, tokens.btn, tokens.breached if self._kind == DANGER else tokens.text

    def _link(self, tokens: Tokens, hover: bool) -> QColor:
        if not self.isEnabled():
            return tokens.text3
        if self._link_color:
            return tokens.pick(self._link_color)
        return tokens.accenthover if hover else tokens.accent

    def _text_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))

    def _badge_width(self) -> int:
        return max(16, self.fontMetrics().horizontalAdvance(self._badge) + 8)

    def _content_width(self, *, compact: bool) -> int:
        if compact:
            return _ICON if self._icon_name else self._text_width()
        width = self._text_width()
        if self._icon_name:
            width += _ICON + (_GAP if self.text() else 0)
        if self._badge:
            width += _GAP + self._badge_width()
        return width


def _bold(theme: Theme, kind: str) -> QFont:
    font = theme.font("control")
    if kind in (PRIMARY, DANGER_FILLED, LINK):
        font.setWeight(QFont.Weight.DemiBold)
    return font
