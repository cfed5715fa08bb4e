"""Small painted charts: a feeder's bar, and pairs of bars by hour or day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wzpdcl_desktop.domain.complaints import QueueQuery
from wzpdcl_desktop.domain.dashboard import Count, FeederWork
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.tip import tip

_BAR, _LEFT, _TOP, _FOOT = 14, 30, 22, 24


class FeederBar(QWidget):
    """Overdue, soon and in time, one after the other; the numbers stand beside it."""

    def __init__(self, theme: Theme, work: FeederWork, most: int) -> None:
        super().__init__()
        self._theme, self._work, self._most = theme, work, max(1, most)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(29)
        self.setMinimumWidth(60)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts with a gap of two pixels between them."""
        tokens, work = self._theme.tokens, self._work
        painter = QPainter(self)
        rest = work.open.value - work.overdue.value - work.soon.value
        left, top = 0.0, (self.height() - _BAR) / 2
        for value, color in (
            (work.overdue.value, tokens.stripebreached),
            (work.soon.value, tokens.stripesoon),
            (rest, tokens.field),
        ):
            width = self.width() * value / self._most
            if value > 0:
                painter.fillRect(QRectF(left, top, max(2.0, width - 2), _BAR), color)
            left += width


@dataclass(frozen=True, slots=True)
class Pair:
    """What came and what was resolved in a slot: its short and long name, and both numbers."""

    label: str
    came: Count
    resolved: Count
    came_name: str
    resolved_name: str


class _Bar(QAbstractButton):
    """One bar, its number above it where there is room."""

    def __init__(self, theme: Theme, language: Language, count: Count, shade: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._language, self._shade = theme, language, shade
        self.count = count
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        bar = self.rect().adjusted(0, _TOP, 0, 0)
        painter.fillRect(bar, tokens.pick(self._shade))
        painter.setFont(self._theme.font("caption"))
        text = self._language.number(self.count.value)
        if painter.fontMetrics().horizontalAdvance(text) <= self.width():
            painter.setPen(tokens.text)
            room = QRect(0, 0, self.width(), _TOP)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), text)
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent if self._shade != "accent" else tokens.text, 2))
            painter.drawRect(self.rect().adjusted(1, _TOP, -1, -1))


class PairChart(QWidget):
    """Pairs of bars over a common foot.

    Attributes:
        wanted: The `QueueQuery` behind a bar that was pressed.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._pairs: list[Pair] = []
        self._bars: list[tuple[_Bar | None, _Bar | None]] = []
        self.setMinimumHeight(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set(self, pairs: Sequence[Pair]) -> None:
        """Show other numbers; the focus stays at its bar."""
        focused = next((bar.objectName() for bar in self.bars() if bar.hasFocus()), "")
        for bar in self.bars():
            bar.hide()
            bar.deleteLater()
        self._pairs = list(pairs)
        self._bars = [
            (
                self._bar(pair.came, "field", pair.came_name, f"came.{place}"),
                self._bar(pair.resolved, "accent", pair.resolved_name, f"resolved.{place}"),
            )
            for place, pair in enumerate(pairs)
        ]
        self._arrange()
        for bar in self.bars():
            if bar.objectName() == focused:
                bar.setFocus()
        self.update()

    def bars(self) -> list[_Bar]:
        """All bars, in the order of the eye."""
        return [bar for both in self._bars for bar in both if bar is not None]

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(390, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the bars where they belong."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines and their names."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption"))
        metrics, foot, high = painter.fontMetrics(), self.height() - _FOOT, self._high()
        for value in sorted({0, high // 2, high}):
            y = foot - round((foot - _TOP) * value / high)
            painter.fillRect(QRect(_LEFT, y, self.width() - _LEFT, 1), tokens.line)
            painter.setPen(tokens.text2)
            room = QRect(0, y - 9, _LEFT - 8, 18)
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(room, flags, self._language.number(value))
        if not self._pairs:
            return
        step = (self.width() - _LEFT) / len(self._pairs)
        widest = max(metrics.horizontalAdvance(pair.label) for pair in self._pairs) + 8
        every = max(1, -(-widest // max(1, int(step))))
        for place in range(0, len(self._pairs), every):
            center = _LEFT + step * (place + 0.5)
            room = QRect(round(center - widest / 2), foot + 3, widest, _FOOT - 3)
            if room.right() <= self.width():
                painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self._pairs[place].label)

    def _bar(self, count: Count, token: str, name: str, key: str) -> _Bar | None:
        if not count.value:
            return None
        bar = _Bar(self._theme, self._language, count, token, self)
        bar.setObjectName(key)
        bar.setAccessibleName(name)
        bar.setToolTip(tip(name))
        bar.clicked.connect(lambda _checked=False: self._press(count.query))
        bar.show()
        return bar

    def _press(self, query: QueueQuery) -> None:
        self.wanted.emit(query)

    def _high(self) -> int:
        most = max((max(pair.came.value, pair.resolved.value) for pair in self._pairs), default=0)
        return max(2, most + most % 2)

    def _arrange(self) -> None:
        if not self._pairs:
            return
        foot, high = self.height() - _FOOT, self._high()
        step = (self.width() - _LEFT) / len(self._pairs)
        width = max(3, min(20, int(step * 0.42)))
        for place, both in enumerate(self._bars):
            left = round(_LEFT + step * (place + 0.5)) - width
            for offset, bar in enumerate(both):
                if bar is not None:
                    tall = max(2, round((foot - _TOP) * bar.count.value / high))
                    bar.setGeometry(left + offset * (width + 1), foot - tall - _TOP, width, tall + _TOP)
