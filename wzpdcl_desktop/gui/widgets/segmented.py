"""A row of choices of which exactly one is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme

_RADIUS, _TICK, _PAD, _TICKED_PAD = 5, 14, 11, 9


class Segmented(QWidget):
    """Choices side by side; the arrow keys move, the mouse picks.

    Args:
        options: Pairs of value and text.
        tick: Draw a tick before the chosen one.
        height: In pixels.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]] = (),
        *,
        tick: bool = False,
        height: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tick = tick
        self._height = height
        self._options: list[tuple[str, str]] = list(options)
        self._value = self._options[0][0] if self._options else ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("control"))
        theme.changed.connect(self.update)

    @property
    def value(self) -> str:
        """The chosen value; empty when none of the options is."""
        return self._value

    @value.setter
    def value(self, value: str) -> None:
        """Choose without announcing it."""
        self._value = value
        self._announce_name()
        self.update()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Other options or other texts; the value stays."""
        self._options = list(options)
        self._announce_name()
        self.updateGeometry()
        self.update()

    def options(self) -> list[tuple[str, str]]:
        """Pairs of value and text."""
        return list(self._options)

    def rectangle(self, value: str) -> QRect:
        """Where an option lies in this widget; empty if there is none."""
        return dict(zip((name for name, _ in self._options), self._cells(), strict=True)).get(value, QRect())

    def sizeHint(self) -> QSize:
        """As wide as all texts."""
        return QSize(sum(self._widths()), self._height)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._options:
            super().keyPressEvent(event)
            return
        values = [value for value, _ in self._options]
        index = values.index(self._value) + step if self._value in values else 0
        self._choose(values[max(0, min(len(values) - 1, index))])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the mouse."""
        for (value, _), cell in zip(self._options, self._cells(), strict=True):
            if cell.contains(event.position().toPoint()):
                self._choose(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.fillPath(outline, tokens.surface)
        cells = self._cells()
        for (value, text), cell in zip(self._options, cells, strict=True):
            chosen = value == self._value
            if chosen:
                painter.save()
                painter.setClipPath(outline)
                painter.fillRect(cell, tokens.accenttint)
                painter.restore()
            painter.setFont(self._font_of(chosen))
            painter.setPen(tokens.accent if chosen else tokens.text2)
            room = QRect(cell)
            if chosen and self._tick:
                width = _TICK + 6 + painter.fontMetrics().horizontalAdvance(text)
                left = cell.left() + (cell.width() - width) // 2
                picture = icons.pixmap("check", _TICK, tokens.accent, self.devicePixelRatioF())
                painter.drawPixmap(left, (self.height() - _TICK) // 2, picture)
                room.setLeft(left + _TICK + 6)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            else:
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QPen(tokens.btn, 1))
        for cell in cells[1:]:
            painter.drawLine(cell.left(), 1, cell.left(), self.height() - 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _font_of(self, chosen: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Medium)
        return font

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(self._font_of(chosen=True))
        beside = _TICK + 6 + 2 * _TICKED_PAD if self._tick else 2 * _PAD
        return [metrics.horizontalAdvance(text) + beside + 1 for _, text in self._options]

    def _cells(self) -> list[QRect]:
        """Cells share out the spare room equally."""
        widths = self._widths()
        spare = max(0, self.width() - sum(widths))
        cells, left = [], 0
        for index, width in enumerate(widths):
            share = width + spare * (index + 1) // len(widths) - spare * index // len(widths)
            cells.append(QRect(left, 0, share, self.height()))
            left += share
        return cells

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.value = value
            self.chosen.emit(value)

    def _announce_name(self) -> None:
        self.setAccessibleDescription(dict(self._options).get(self._value, ""))
