"""Draws a row of the outbox: 61 pixels, with its one verb at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.outbox_model import EntryRole, OutboxEntry
from wzpdcl_desktop.gui.models.outbox_text import ICONS, STATE_LOOK, OutboxText, main_verb
from wzpdcl_desktop.gui.theme import Theme

ROW_HEIGHT = 61
_ORDER, _ICON, _TEXT, _RIGHT = 14, 38, 66, 16
#: Narrower than this, the verb stands below the state instead of beside it.
_NARROW = 350
#: The two lines of a row.
_UPPER, _LOWER = QRect(0, 9, 0, 22), QRect(0, 31, 0, 20)

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
        self._right_side(painter, rect, entry)
        upper, lower = self._rooms(rect, entry)
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

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole text of a row of which something is cut."""
        entry: OutboxEntry | None = index.data(EntryRole)
        if event.type() != QEvent.Type.ToolTip or entry is None:
            return False
        lines = (self._text.title(entry.item), self._text.below(entry.item, entry.row))
        fonts, rooms = (self._first, self._second), self._rooms(option.rect, entry)
        if any(_short(*one) != one[1] for one in zip(fonts, lines, rooms, strict=True)):
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, lines)), view)
        else:
            QToolTip.hideText()
        return True

    def verb_rect(self, rect: QRect, entry: OutboxEntry) -> QRect:
        """Where the verb of an entry is drawn; empty if it has none."""
        verb = main_verb(entry.item)
        if verb is None:
            return QRect()
        width = QFontMetrics(self._verb).horizontalAdvance(self._text.verb(verb))
        top, height = (_LOWER.top(), 24) if rect.width() < _NARROW else (14, ROW_HEIGHT - 28)
        return QRect(rect.right() + 1 - _RIGHT - width, rect.top() + top, width + 1, height)

    def _state_rect(self, rect: QRect, entry: OutboxEntry) -> QRect:
        """Where the word of the state is drawn; its icon stands before it."""
        width = QFontMetrics(self._first).horizontalAdvance(self._text.state(entry.item))
        if rect.width() < _NARROW:
            end, slot = rect.right() + 1 - _RIGHT, _UPPER
        else:
            verb = self.verb_rect(rect, entry)
            end = rect.right() + 1 - _RIGHT if verb.isEmpty() else verb.left() - 16
            slot = QRect(0, 0, 0, ROW_HEIGHT)
        return QRect(end - width, rect.top() + slot.top(), width + 1, slot.height())

    def _rooms(self, rect: QRect, entry: OutboxEntry) -> tuple[QRect, QRect]:
        """Where the two lines of text may stand."""
        left, state = rect.left() + _TEXT, self._state_rect(rect, entry).left() - 19
        verb = self.verb_rect(rect, entry)
        below = verb.left() if rect.width() < _NARROW and not verb.isEmpty() else state
        return (
            QRect(left, rect.top() + _UPPER.top(), state - 12 - left, _UPPER.height()),
            QRect(left, rect.top() + _LOWER.top(), below - 12 - left, _LOWER.height()),
        )

    def _right_side(self, painter: QPainter, rect: QRect, entry: OutboxEntry) -> None:
        """State and verb."""
        verb = main_verb(entry.item)
        if verb is not None:
            painter.setFont(self._verb)
            painter.setPen(self._theme.tokens.accent)
            painter.drawText(self.verb_rect(rect, entry), _MIDDLE, self._text.verb(verb))
        icon, token = STATE_LOOK[entry.item.state]
        color, room = self._theme.tokens.pick(token), self._state_rect(rect, entry)
        painter.setFont(self._first)
        painter.setPen(color)
        painter.drawText(room, _MIDDLE, self._text.state(entry.item))
        self._picture(painter, room.left() - 19, room.center().y() - 7, icon, color, 15)

    def _picture(self, painter: QPainter, left: int, top: int, icon: str, color: QColor, size: int) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(left, top, icons.pixmap(icon, size, color, ratio))

    def _words(self, painter: QPainter, room: QRect, text: str, font: QFont, color: QColor) -> None:
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(room, _MIDDLE, _short(font, text, room))

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


def _short(font: QFont, text: str, room: QRect) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
