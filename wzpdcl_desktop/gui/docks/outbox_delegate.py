"""Draws a row of the outbox: 61 pixels, with its one verb at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.outbox_model import EntryRole, OutboxEntry
from wzpdcl_desktop.gui.models.outbox_text import ICONS, STATE_LOOK, OutboxText, main_verb
from wzpdcl_desktop.gui.theme import Theme

ROW_HEIGHT = 61
_ORDER, _ICON, _TEXT, _RIGHT = 14, 38, 66, 16

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class OutboxDelegate(QStyledItemDelegate):
    """Paints entries, and notices clicks on their verb.

    Attributes:
        verb_clicked: The row (int) whose verb was clicked.
    """

    verb_clicked = Signal(int)

    def __init__(
        self, theme: Theme, language: Language, text: OutboxText, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._text = theme, language, text
        self._first, self._second = theme.font("control"), theme.font("second")
        self._verb = QFont(self._first)
        self._verb.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height is fixed."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an entry."""
        entry: OutboxEntry | None = index.data(EntryRole)
        if entry is None:
            return
        tokens, rect = self._theme.tokens, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, tokens.selected if selected else tokens.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        quiet = tokens.text2 if selected else tokens.text3
        number = self._language.digits(index.row() + 1)
        self._words(
            painter, QRect(rect.left() + _ORDER, rect.top(), 24, ROW_HEIGHT), number, self._second, quiet
        )
        self._picture(
            painter,
            rect.left() + _ICON,
            rect.center().y() - 8,
            ICONS[entry.item.command.type],
            tokens.text2,
            17,
        )
        end = self._right_side(painter, rect, entry)
        width = end - 12 - rect.left() - _TEXT
        upper = QRect(rect.left() + _TEXT, rect.top() + 9, width, 22)
        lower = QRect(rect.left() + _TEXT, rect.top() + 31, width, 20)
        self._words(painter, upper, self._text.title(entry.item), self._first, tokens.text)
        self._words(painter, lower, self._text.below(entry.item, entry.row), self._second, quiet)
        self._focus_ring(painter, option, index)
        painter.restore()

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the verb."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            entry: OutboxEntry | None = index.data(EntryRole)
            left = event.button() == Qt.MouseButton.LeftButton
            if left and entry and self.verb_rect(option.rect, entry).contains(event.position().toPoint()):
                self.verb_clicked.emit(index.row())
                return True
        return False

    def verb_rect(self, rect: QRect, entry: OutboxEntry) -> QRect:
        """Where the verb of an entry is drawn; empty if it has none."""
        verb = main_verb(entry.item)
        if verb is None:
            return QRect()
        width = QFontMetrics(self._verb).horizontalAdvance(self._text.verb(verb))
        return QRect(rect.right() + 1 - _RIGHT - width, rect.top() + 14, width + 1, ROW_HEIGHT - 28)

    def _right_side(self, painter: QPainter, rect: QRect, entry: OutboxEntry) -> int:
        """Verb and state. Returns where they begin."""
        end, verb = rect.right() + 1 - _RIGHT, main_verb(entry.item)
        if verb is not None:
            room = self.verb_rect(rect, entry)
            painter.setFont(self._verb)
            painter.setPen(self._theme.tokens.accent)
            painter.drawText(room, _MIDDLE, self._text.verb(verb))
            end = room.left() - 16
        icon, token = STATE_LOOK[entry.item.state]
        color, word = self._theme.tokens.pick(token), self._text.state(entry.item)
        width = QFontMetrics(self._first).horizontalAdvance(word)
        painter.setFont(self._first)
        painter.setPen(color)
        painter.drawText(QRect(end - width, rect.top(), width + 1, ROW_HEIGHT), _MIDDLE, word)
        self._picture(painter, end - width - 19, rect.center().y() - 7, icon, color, 15)
        return end - width - 19

    def _picture(self, painter: QPainter, left: int, top: int, icon: str, color: QColor, size: int) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(left, top, icons.pixmap(icon, size, color, ratio))

    def _words(self, painter: QPainter, room: QRect, text: str, font: QFont, color: QColor) -> None:
        painter.setFont(font)
        painter.setPen(color)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, shown)

    def _focus_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return
        if (
            view.currentIndex().row() == index.row()
            and option.state & QStyle.StateFlag.State_KeyboardFocusChange
        ):
            painter.setPen(QPen(self._theme.tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -3))
