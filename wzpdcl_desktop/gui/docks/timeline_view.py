"""What happened to a complaint, newest first; what is not sent yet says so."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.complaints import Mark, TimelineEntry
from wzpdcl_desktop.domain.people import Me
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import MARK_ICONS, MARK_ROLES
from wzpdcl_desktop.gui.theme import Theme

_ICONS = {
    "created": "tray",
    "accepted": "check",
    "message": "chat-text",
    "resolved": "check-circle",
    "cancelled": "x-circle",
    "reassigned": "swap",
    "reopened": "arrow-counter-clockwise",
    "feedback": "star",
    "customer_message": "user-circle",
}
_LEFT, _TEXT, _TOP, _BETWEEN = 16, 44, 12, 8
_TITLE, _LINE = 22, 19
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TimelineView(QWidget):
    """Painted entries; as high as they need. Its accessible text is all of them."""

    def __init__(self, theme: Theme, language: Language, clock: Clock, me: Me) -> None:
        super().__init__()
        self._theme, self._language, self._clock, self._me = theme, language, clock, me
        self._entries: tuple[TimelineEntry, ...] = ()
        self._online = False
        self._title_font, self._text_font = theme.font("control"), theme.font("second")
        self._time_font = theme.font("caption")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_entries(self, entries: tuple[TimelineEntry, ...], online: bool) -> None:
        """Show other entries.

        Args:
            online: Whether what waits is about to go out.
        """
        self._entries, self._online = entries, online
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription("\n".join(self.lines()))
        self.updateGeometry()
        self.update()

    def lines(self) -> list[str]:
        """Every entry in words, newest first."""
        return [
            ". ".join(filter(None, (self.title(entry), entry.text, self.mark(entry))))
            for entry in self._entries
        ]

    def title(self, entry: TimelineEntry) -> str:
        """What happened."""
        own = entry.by == self._me.officer
        name = entry.by_name or self.tr("the office")
        if entry.kind == "message":
            return self.tr("Your message") if own else self.tr("Message from {0}").format(name)
        words = {
            "created": self.tr("Complaint received"),
            "accepted": self.tr("You accepted") if own else self.tr("Accepted by {0}").format(name),
            "resolved": self.tr("You resolved") if own else self.tr("Resolved by {0}").format(name),
            "cancelled": self.tr("You cancelled") if own else self.tr("Cancelled by {0}").format(name),
            "reassigned": self.tr("Reassigned by {0}").format(name),
            "reopened": self.tr("Reopened"),
            "feedback": self.tr("Customer's feedback"),
            "customer_message": self.tr("Customer's message"),
        }
        return words.get(entry.kind, entry.kind)

    def mark(self, entry: TimelineEntry) -> str:
        """What is not settled about it, empty for nothing."""
        return {
            Mark.NONE: "",
            Mark.WAITING: self.tr("Sent in a moment")
            if self._online
            else self.tr("Sent when the line is back"),
            Mark.SENDING: self.tr("Being sent"),
            Mark.HELD: self.tr("You hold it back"),
            Mark.FAILED: self.tr("Not sent. See the outbox"),
            Mark.CONFLICT: self.tr("Conflict. Decide in the outbox"),
        }[entry.mark]

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all entries."""
        return 2 * _TOP + sum(self._height(entry, width) + _BETWEEN for entry in self._entries)

    def sizeHint(self) -> QSize:
        """As high as the entries at this width."""
        width = self.width() if self.width() > 100 else 376
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries."""
        painter = QPainter(self)
        top = _TOP
        for place, entry in enumerate(self._entries):
            height = self._height(entry, self.width())
            self._draw(painter, entry, top, height, last=place == len(self._entries) - 1)
            top += height + _BETWEEN

    def _draw(self, painter: QPainter, entry: TimelineEntry, top: int, height: int, *, last: bool) -> None:
        tokens, ratio = self._theme.tokens, self.devicePixelRatioF()
        picture = icons.pixmap(_ICONS.get(entry.kind, "info"), 15, tokens.text2, ratio)
        painter.drawPixmap(_LEFT, top + 4, picture)
        if not last:
            painter.fillRect(_LEFT + 7, top + 24, 1, height - 18, tokens.line)
        right = self.width() - _LEFT
        when = self._when(entry)
        taken = QFontMetrics(self._time_font).horizontalAdvance(when)
        painter.setFont(self._time_font)
        painter.setPen(tokens.text3)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(right - taken, top, taken + 1, _TITLE), middle, when)
        painter.setFont(self._title_font)
        painter.setPen(tokens.text)
        room = right - taken - 8 - _TEXT
        title = QFontMetrics(self._title_font).elidedText(
            self.title(entry), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(QRect(_TEXT, top, room, _TITLE), middle, title)
        top += _TITLE
        painter.setFont(self._text_font)
        if entry.text:
            painter.setPen(tokens.text2)
            high = self._text_height(entry.text, self.width())
            painter.drawText(QRect(_TEXT, top, self._width(self.width()), high), int(_WRAP), entry.text)
            top += high
        if entry.mark is not Mark.NONE:
            color = tokens.pick(MARK_ROLES[entry.mark])
            painter.drawPixmap(_TEXT, top + 4, icons.pixmap(MARK_ICONS[entry.mark], 13, color, ratio))
            font = QFont(self._text_font)
            font.setWeight(QFont.Weight.Medium)
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(
                QRect(_TEXT + 17, top, self._width(self.width()), _LINE), middle, self.mark(entry)
            )

    def _when(self, entry: TimelineEntry) -> str:
        now = self._clock.now()
        same_day = self._language.date(entry.at, now) == self._language.date(now, now)
        return self._language.time(entry.at) if same_day else self._language.day_time(entry.at, now)

    def _width(self, width: int) -> int:
        return max(80, width - _TEXT - _LEFT)

    def _text_height(self, text: str, width: int) -> int:
        room = QRect(0, 0, self._width(width), 10_000)
        return QFontMetrics(self._text_font).boundingRect(room, int(_WRAP), text).height()

    def _height(self, entry: TimelineEntry, width: int) -> int:
        text = self._text_height(entry.text, width) if entry.text else 0
        return _TITLE + text + (_LINE if entry.mark is not Mark.NONE else 0)
