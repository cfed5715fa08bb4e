"""Draws a row of the queue: two lines of 50 pixels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from wzpdcl_desktop.domain.complaints import Mark, QueueRow, State
from wzpdcl_desktop.domain.urgency import Urgency
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.docks.line_cache import LineCache, is_shortened
from wzpdcl_desktop.gui.models.queue_model import RowRole
from wzpdcl_desktop.gui.models.row_text import (
    CLOCK_ICONS,
    MARK_ICONS,
    MARK_ROLES,
    STATE_ICONS,
    Column,
    RowText,
)
from wzpdcl_desktop.gui.theme import Theme

#: Where the words of a cell begin beside an icon.
TEXT_LEFT = 36
#: Room between a text and the next column.
GAP = 8
#: Between a complaint's number and its words.
NUMBER_GAP = 7
#: Room beside the marks.
RIGHT = 12
#: The icon of a mark, with the gap before its word.
MARK_WIDTH = 17
_STRIPE, _ICON_LEFT, _ICON, _SMALL_ICON = 4, 14, 16, 13
_UPPER, _LOWER = QRect(0, 3, 0, 22), QRect(0, 25, 0, 20)
_STRIPES = {Urgency.SOON: "stripesoon", Urgency.BREACHED: "stripebreached"}
_CLOSED_ROLES = {State.RESOLVED: "resolved", State.CANCELLED: "cancelled"}

Index = QModelIndex | QPersistentModelIndex


class QueueDelegate(QStyledItemDelegate):
    """Paints the cells of the queue; asks nobody for anything but the model's row and its words.

    Attributes:
        HEIGHT: Of a row.
    """

    HEIGHT = 50

    def __init__(self, theme: Theme, text: RowText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text = theme, text
        self._lines = LineCache()
        self._fonts = {role: theme.font(role) for role in ("body", "body_unread", "second", "caption")}
        self._count = _weight(self._fonts["body"], QFont.Weight.DemiBold)
        self._number = _weight(self._fonts["second"], QFont.Weight.Medium)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height is fixed."""
        return QSize(80, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens = self._theme.tokens
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, tokens.selected if selected else tokens.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        row = index.data(RowRole)
        column = Column(index.column())
        if row is None:
            self._skeleton(painter, rect, column)
        elif column is Column.TIME:
            self._time(painter, rect, row, tokens.text2 if selected else tokens.text3)
        elif column is Column.MARKS:
            self._marks(painter, rect, row, tokens.text2 if selected else tokens.text3)
        else:
            self._words(painter, rect, row, column, tokens.text2 if selected else tokens.text3)
        self._focus_ring(painter, option, index)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole text of a cell whose text is cut; for the marks, their words."""
        if event.type() != QEvent.Type.ToolTip:
            return False
        row = index.data(RowRole)
        if row is None:
            return False
        column = Column(index.column())
        lines = self._text.lines(row, column)
        if column is Column.MARKS or self.is_cut(row, column, option.rect.width()):
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, lines)), view)
        else:
            QToolTip.hideText()
        return True

    def is_cut(self, row: QueueRow, column: Column, width: int) -> bool:
        """Whether a cell of this width shows less than the whole text."""
        room = width - (TEXT_LEFT if column is Column.TIME else 0) - GAP
        upper, lower = self._text.lines(row, column)
        room_below = room
        if column is Column.COMPLAINT:
            number = QFontMetrics(self._number).horizontalAdvance(self._text.language.digits(row.id))
            lower, room_below = self._text.excerpt(row), room - number - NUMBER_GAP
        return is_shortened(upper, self._upper_font(row, column), room) or is_shortened(
            lower, self._fonts["second"], room_below
        )

    def _upper_font(self, row: QueueRow, column: Column) -> QFont:
        if column is Column.TIME:
            return self._count
        if column is Column.COMPLAINT and row.unread:
            return self._fonts["body_unread"]
        return self._fonts["body"]

    def _time(self, painter: QPainter, rect: QRect, row: QueueRow, quiet: QColor) -> None:
        kind, color = self._clock(painter, rect, row, rect.top() + 7)
        upper, lower = self._text.lines(row, Column.TIME)
        left, width = rect.left() + TEXT_LEFT, rect.width() - TEXT_LEFT - 4
        self._line(painter, left, rect.top(), width, upper, self._count, color, _UPPER)
        soft = color if kind in _STRIPES else quiet
        self._line(painter, left, rect.top(), width, lower, self._fonts["second"], soft, _LOWER)

    def _clock(self, painter: QPainter, rect: QRect, row: QueueRow, top: int) -> tuple[Urgency, QColor]:
        """Draw the stripe and the icon of where the clock stands; says that and its colour."""
        tokens = self._theme.tokens
        kind = self._text.urgency(row)
        if kind is Urgency.CLOSED:
            color, icon = tokens.pick(_CLOSED_ROLES[row.state]), STATE_ICONS[row.state]
        else:
            color, icon = tokens.pick(kind.value), CLOCK_ICONS[kind]
        if kind in _STRIPES:
            # One pixel of line stays between two stripes.
            painter.fillRect(rect.left(), rect.top(), _STRIPE, rect.height() - 1, tokens.pick(_STRIPES[kind]))
        self._icon(painter, rect.left() + _ICON_LEFT, top, icon, color)
        return kind, color

    def _words(self, painter: QPainter, rect: QRect, row: QueueRow, column: Column, quiet: QColor) -> None:
        tokens = self._theme.tokens
        upper, lower = self._text.lines(row, column)
        left, top, width = rect.left(), rect.top(), rect.width() - GAP
        self._line(painter, left, top, width, upper, self._upper_font(row, column), tokens.text, _UPPER)
        if column is Column.COMPLAINT:
            number = self._text.language.digits(row.id)
            self._line(painter, left, top, width, number, self._number, tokens.text2, _LOWER)
            taken = QFontMetrics(self._number).horizontalAdvance(number) + NUMBER_GAP
            left, width, lower = left + taken, width - taken, self._text.excerpt(row)
        self._line(painter, left, top, width, lower, self._fonts["second"], quiet, _LOWER)

    def _marks(self, painter: QPainter, rect: QRect, row: QueueRow, quiet: QColor) -> None:
        right = rect.right() + 1 - RIGHT
        for icon, word in self._small_marks(row):
            right = self._mark(painter, right, rect.top() + _UPPER.top(), icon, word, quiet) - GAP
        if row.mark is not Mark.NONE:
            color = self._theme.tokens.pick(MARK_ROLES[row.mark])
            upper, lower = MARK_ICONS[row.mark], self._text.lines(row, Column.MARKS)[1]
            self._mark(painter, rect.right() + 1 - RIGHT, rect.top() + _LOWER.top(), upper, lower, color)

    def _small_marks(self, row: QueueRow) -> list[tuple[str, str]]:
        """Icons and words of what a complaint has besides, from right to left."""
        digits = self._text.language.digits
        parts: list[tuple[str, str]] = []
        if row.files:
            parts.append(("paperclip", digits(row.files)))
        if row.calls > 1:
            parts.append(("phone", self._text.calls(row)))
        if row.rating is not None and self._text.urgency(row) is Urgency.CLOSED:
            parts.append(("fill:star", digits(row.rating)))
        return parts

    def _mark(self, painter: QPainter, right: int, top: int, icon: str, word: str, color: QColor) -> int:
        """Draw icon and word, ending at ``right``. Returns where they begin."""
        font = self._fonts["second"]
        width = QFontMetrics(font).horizontalAdvance(word)
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(QRect(right - width, top, width + 1, 20), Qt.AlignmentFlag.AlignVCenter, word)
        left = right - width - MARK_WIDTH
        picture = icons.pixmap(icon, _SMALL_ICON, color, _ratio(painter))
        painter.drawPixmap(left, top + 4, picture)
        return left

    def _line(
        self,
        painter: QPainter,
        left: int,
        top: int,
        width: int,
        text: str,
        font: QFont,
        color: QColor,
        slot: QRect,
    ) -> None:
        if not text or width <= 0:
            return
        painter.setFont(font)
        painter.setPen(color)
        line = self._lines.line(text, font, width)
        above = round((slot.height() - line.size().height()) / 2)
        painter.drawStaticText(left, top + slot.top() + above, line)

    def _icon(self, painter: QPainter, left: int, top: int, name: str, color: QColor) -> None:
        painter.drawPixmap(left, top, icons.pixmap(name, _ICON, color, _ratio(painter)))

    def _skeleton(self, painter: QPainter, rect: QRect, column: Column) -> None:
        """Still bars while the page is on its way."""
        if column is Column.MARKS:
            return
        left = rect.left() + (TEXT_LEFT if column is Column.TIME else 0)
        width = max(0, rect.right() - left - 24)
        painter.fillRect(left, rect.top() + 10, width, 8, self._theme.tokens.hover)
        painter.fillRect(left, rect.top() + 30, width * 2 // 3, 8, self._theme.tokens.hover)

    def _focus_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Two pixels of accent around the whole row, only while the keyboard moves the focus."""
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.property("keyboardFocus"):
            return
        if view.currentIndex().row() != index.row() or not view.hasFocus():
            return
        row = QRect(1, option.rect.top() + 1, view.viewport().width() - 2, option.rect.height() - 3)
        painter.setClipRect(option.rect)
        painter.setPen(QPen(self._theme.tokens.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(row)


def _weight(font: QFont, weight: QFont.Weight) -> QFont:
    heavier = QFont(font)
    heavier.setWeight(weight)
    return heavier


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0
