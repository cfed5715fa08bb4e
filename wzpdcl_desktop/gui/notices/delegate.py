"""Draws the lines of the list of notices."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wzpdcl_desktop.domain.notices import Notice
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.notices.words import LOOKS
from wzpdcl_desktop.gui.theme import Theme

#: The `Notice` behind a line; what it says below; when it was.
NoticeRole = int(Qt.ItemDataRole.UserRole)
WhereRole, WhenRole = NoticeRole + 1, NoticeRole + 2
ROW = 54
_LEFT, _ICON, _TEXT_LEFT, _RIGHT, _GAP, _DOT = 16, 18, 46, 16, 8, 8

Index = QModelIndex | QPersistentModelIndex


class NoticeDelegate(QStyledItemDelegate):
    """Icon; what happened and when; where. What is not read is bold and has a dot."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._second, self._caption = theme.font("second"), theme.font("caption")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All are equally high."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        notice: Notice = index.data(NoticeRole)
        tokens, rect = self._theme.tokens, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, tokens.selected)
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), tokens.accent)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        icon, role = LOOKS[notice.kind]
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        picture = icons.pixmap(icon, _ICON, tokens.pick(role), ratio)
        painter.drawPixmap(rect.left() + _LEFT, rect.top() + 8, picture)
        left, right = rect.left() + _TEXT_LEFT, rect.right() - _RIGHT
        quiet = tokens.text2 if selected else tokens.text3
        painter.setFont(self._caption)
        painter.setPen(quiet)
        when = str(index.data(WhenRole))
        width = QFontMetrics(self._caption).horizontalAdvance(when) + 2
        single = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRect(right - width, rect.top() + 5, width, 22), single, when)
        font = QFont(self._theme.font("body"))
        if not notice.read:
            font.setWeight(QFont.Weight.Bold)
        painter.setPen(tokens.text)
        above = QRect(left, rect.top() + 4, right - width - _GAP - left, 24)
        self._line(painter, above, str(index.data()), font)
        room = right - left - (0 if notice.read else _DOT + _GAP)
        painter.setPen(tokens.text2)
        where = str(index.data(WhereRole))
        self._line(painter, QRect(left, rect.top() + 28, room, 21), where, self._second)
        if not notice.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(right - _DOT, rect.top() + 34, _DOT, _DOT)
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
