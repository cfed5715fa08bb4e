"""Draws the lines of the palette: headings, and entries with their keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.palette.entries import Entry
from wzpdcl_desktop.gui.theme import Theme

#: Where a line's `Entry` is; a heading has none.
EntryRole = int(Qt.ItemDataRole.UserRole)
ENTRY_HEIGHT, HEADING_HEIGHT = 36, 28
_LEFT, _ICON, _TEXT_LEFT, _RIGHT, _GAP = 16, 18, 44, 14, 10
#: Part of the line that the title may take where there is something beside it.
_TITLE_PART = 0.62

Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """One line each: icon, title, what else there is to know, keys."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title, self._second, self._caption = (theme.font(r) for r in ("control", "second", "caption"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Entries are higher than headings."""
        return QSize(200, HEADING_HEIGHT if index.data(EntryRole) is None else ENTRY_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry: Entry | None = index.data(EntryRole)
        if entry is None:
            painter.setFont(self._caption)
            painter.setPen(self._theme.tokens.text3)
            room = option.rect.adjusted(_LEFT, 4, -_RIGHT, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        else:
            self._entry(painter, option, entry)
        painter.restore()

    def _entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        tokens, rect = self._theme.tokens, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, tokens.selected)
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), tokens.accent)
        quiet = tokens.text2 if selected else tokens.text3
        able = entry.run is not None
        if entry.icon:
            device = painter.device()
            ratio = device.devicePixelRatio() if device is not None else 1.0
            picture = icons.pixmap(entry.icon, _ICON, tokens.text2 if able else quiet, ratio)
            painter.drawPixmap(rect.left() + _LEFT, rect.top() + (rect.height() - _ICON) // 2, picture)
        right = self._keys(painter, rect, entry.keys) if entry.keys else rect.right() - _RIGHT
        left = rect.left() + _TEXT_LEFT
        room = right - left
        painter.setFont(self._title)
        painter.setPen(tokens.text if able else quiet)
        left += self._text(
            painter, left, rect, entry.title, int(room * _TITLE_PART) if entry.detail else room
        )
        if entry.detail:
            painter.setFont(self._second)
            painter.setPen(quiet)
            self._text(painter, left + _GAP, rect, entry.detail, right - left - _GAP)

    def _text(self, painter: QPainter, left: int, rect: QRect, text: str, room: int) -> int:
        """Draw a text, cut to its room. Returns its width."""
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        place = QRect(left, rect.top(), width + 2, rect.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        return width

    def _keys(self, painter: QPainter, rect: QRect, keys: str) -> int:
        """Draw the keys at the right. Returns where the room before them ends."""
        tokens = self._theme.tokens
        painter.setFont(self._caption)
        width = QFontMetrics(self._caption).horizontalAdvance(keys) + 12
        left = rect.right() - _RIGHT - width
        box = QRectF(left + 0.5, rect.top() + (rect.height() - 20) / 2 + 0.5, width, 19)
        painter.setBrush(tokens.surface)
        painter.setPen(QPen(tokens.btn, 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(tokens.text2)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), keys)
        return left - _GAP
