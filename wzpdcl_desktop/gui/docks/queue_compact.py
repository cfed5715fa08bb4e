"""Draws a row of the queue in one line of 32 pixels. What has no room there is in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from wzpdcl_desktop.domain.complaints import Mark, QueueRow
from wzpdcl_desktop.gui.docks.queue_delegate import (
    GAP,
    MARK_WIDTH,
    NUMBER_GAP,
    RIGHT,
    TEXT_LEFT,
    QueueDelegate,
)
from wzpdcl_desktop.gui.models.row_text import MARK_ICONS, MARK_ROLES, Column

_LINE = QRect(0, 4, 0, 23)
#: Smaller letters stand on the same line.
_SMALL_LINE = _LINE.translated(0, 1)
_ICON_TOP, _MARK_TOP = 7, 5
#: Less of the customer's words than this says nothing.
_LEAST_EXCERPT = 30


class CompactDelegate(QueueDelegate):
    """Of each cell the one thing that matters most: the number before the category, then the words."""

    HEIGHT = 32

    def is_cut(self, row: QueueRow, column: Column, width: int) -> bool:
        """Whether a cell of this width leaves out anything: a second line is always left out."""
        room = width - (TEXT_LEFT if column is Column.TIME else 0) - GAP
        shown = self._text.line(row, column)
        taken = QFontMetrics(self._upper_font(row, column)).horizontalAdvance(shown)
        if column is Column.COMPLAINT:
            taken += self._number_width(row)
            if excerpt := self._text.excerpt(row):
                taken += GAP + QFontMetrics(self._fonts["second"]).horizontalAdvance(excerpt)
            return taken >= room
        return taken >= room or any(part and part != shown for part in self._text.lines(row, column))

    def _time(self, painter: QPainter, rect: QRect, row: QueueRow, quiet: QColor) -> None:
        _kind, color = self._clock(painter, rect, row, rect.top() + _ICON_TOP)
        text, width = self._text.line(row, Column.TIME), rect.width() - TEXT_LEFT - 4
        self._line(painter, rect.left() + TEXT_LEFT, rect.top(), width, text, self._count, color, _LINE)

    def _words(self, painter: QPainter, rect: QRect, row: QueueRow, column: Column, quiet: QColor) -> None:
        tokens, font = self._theme.tokens, self._upper_font(row, column)
        left, top, width = rect.left(), rect.top(), rect.width() - GAP
        text = self._text.line(row, column)
        if column is not Column.COMPLAINT:
            self._line(painter, left, top, width, text, font, tokens.text, _LINE)
            return
        number = self._text.language.digits(row.id)
        self._line(painter, left, top, width, number, self._number, tokens.text2, _SMALL_LINE)
        taken = self._number_width(row)
        self._line(painter, left + taken, top, width - taken, text, font, tokens.text, _LINE)
        taken += QFontMetrics(font).horizontalAdvance(text) + GAP
        if width - taken >= _LEAST_EXCERPT:
            excerpt, second = self._text.excerpt(row), self._fonts["second"]
            self._line(painter, left + taken, top, width - taken, excerpt, second, quiet, _SMALL_LINE)

    def _marks(self, painter: QPainter, rect: QRect, row: QueueRow, quiet: QColor) -> None:
        metrics = QFontMetrics(self._fonts["second"])
        parts = self._small_marks(row)
        room = rect.width() - RIGHT
        right, top = rect.right() + 1 - RIGHT, rect.top() + _MARK_TOP
        if row.mark is not Mark.NONE:
            word = self._text.lines(row, Column.MARKS)[1]
            needed = sum(MARK_WIDTH + metrics.horizontalAdvance(part) + GAP for _icon, part in parts)
            if needed + MARK_WIDTH + metrics.horizontalAdvance(word) > room:
                word = ""  # beside others its icon says it
            color = self._theme.tokens.pick(MARK_ROLES[row.mark])
            right = self._mark(painter, right, top, MARK_ICONS[row.mark], word, color) - GAP
        for icon, word in parts:
            if right - MARK_WIDTH - metrics.horizontalAdvance(word) < rect.left():
                return
            right = self._mark(painter, right, top, icon, word, quiet) - GAP

    def _skeleton(self, painter: QPainter, rect: QRect, column: Column) -> None:
        if column is Column.MARKS:
            return
        left = rect.left() + (TEXT_LEFT if column is Column.TIME else 0)
        painter.fillRect(left, rect.top() + 12, max(0, rect.right() - left - 24), 8, self._theme.tokens.hover)

    def _number_width(self, row: QueueRow) -> int:
        """What the number takes, with the gap behind it."""
        number = self._text.language.digits(row.id)
        return QFontMetrics(self._number).horizontalAdvance(number) + NUMBER_GAP
