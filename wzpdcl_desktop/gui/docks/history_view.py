"""The other complaints of a customer: how many, and on demand which."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from wzpdcl_desktop.domain.complaints import History, QueueRow
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import STATE_ICONS, RowText, state_word
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.stars import STARS_WIDTH, draw_stars
from wzpdcl_desktop.gui.widgets.tint import ROLES
from wzpdcl_desktop.gui.widgets.tip import tip

#: So many are shown before the officer asks for more.
_FIRST = 5
_LEFT, _RIGHT, _HEIGHT = 44, 16, 44
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class HistoryRow(Button):
    """One of them: category and state, number and day, stars."""

    def __init__(self, theme: Theme, language: Language, text: RowText, row: QueueRow) -> None:
        super().__init__(theme)
        self._row = row
        self._category = text.category(row.category)
        day = language.date(row.created_at, text.now())
        self._second = f"{language.digits(row.id)} · {day}"
        spoken = [self._category, state_word(row.state), self._second]
        if row.rating is not None:
            spoken.append(self.tr("rated {0} of 5").format(language.digits(row.rating)))
        self.setAccessibleName(", ".join(spoken))
        self.setToolTip(tip(self._category))
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def complaint_id(self) -> int:
        """Which complaint it is."""
        return self._row.id

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(260, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The category is shortened where it must be."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines."""
        tokens, row = self._theme.tokens, self._row
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(self.rect(), tokens.hover)
        second, role = self._theme.font("second"), ROLES[row.state.value][0]
        metrics, right = QFontMetrics(second), self.width() - _RIGHT
        word = state_word(row.state)
        taken = metrics.horizontalAdvance(word)
        painter.setFont(second)
        painter.setPen(tokens.pick(role))
        painter.drawText(QRect(right - taken, 2, taken + 1, 21), _MIDDLE, word)
        picture = icons.pixmap(STATE_ICONS[row.state], 14, tokens.pick(role), self.devicePixelRatioF())
        painter.drawPixmap(right - taken - 19, 6, picture)
        control = self._theme.font("control")
        painter.setFont(control)
        painter.setPen(tokens.text)
        room = right - taken - 27 - _LEFT
        shown = QFontMetrics(control).elidedText(self._category, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(_LEFT, 2, room, 21), _MIDDLE, shown)
        painter.setFont(second)
        painter.setPen(tokens.text2)
        painter.drawText(QRect(_LEFT, 22, right - _LEFT, 20), _MIDDLE, self._second)
        if row.rating is not None:
            draw_stars(
                painter, self._theme, right - STARS_WIDTH + 2, 25, row.rating, self.devicePixelRatioF()
            )
        focused = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        if option.state & focused == focused:
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class HistoryView(QWidget):
    """A line that opens into rows. It stays open from one complaint to the next, until it is closed.

    Attributes:
        wanted: A complaint (int) of the list is to be shown.
    """

    wanted = Signal(int)

    def __init__(self, theme: Theme, language: Language, text: RowText) -> None:
        super().__init__()
        self._theme, self._language, self._text = theme, language, text
        self._history, self._complete = History(), True
        self._of, self._open, self._all = 0, False, False
        self._filled: object = None
        self.header, self.more = Button(theme, "", LINK), Button(theme, "", LINK, small=True)
        self.note = QLabel()
        self._rows = QVBoxLayout()
        self._build()

    def show_history(self, complaint_id: int, history: History, *, complete: bool) -> None:
        """Show those of the customer of a complaint.

        Args:
            complete: Whether all that the server has for this officer is on this PC.
        """
        if complaint_id != self._of:
            self._of, self._all = complaint_id, False
        self._history, self._complete = history, complete
        self.refresh()

    def rows(self) -> list[HistoryRow]:
        """Those that are shown."""
        items = [self._rows.itemAt(place) for place in range(self._rows.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, HistoryRow)]

    def refresh(self) -> None:
        """Write everything again."""
        total = self._history.total
        self.header.setText(self.tr("%Ln other complaint(s) of this customer", "", total))
        self.header.set_icon_name("caret-down" if self._open else "caret-right")
        self.header.setVisible(bool(total))
        self._fill(self._history.rows if self._all else self._history.rows[:_FIRST])
        follow_layout(self)
        kept = len(self._history.rows)
        self.more.setText(self.tr("Show {0}").format(self._language.number(kept)))
        self.more.setVisible(self._open and not self._all and kept > _FIRST)
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _note(self) -> str:
        """What else there is to know about the list."""
        if not self._complete:
            return self.tr("Older complaints are not on this PC yet. They come by themselves.")
        if not self._history.total:
            return self.tr("No other complaint of this customer")
        if self._open and self._all and self._history.total > len(self._history.rows):
            return self.tr("These are the newest. Search for the mobile number to see all.")
        return ""

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        self.header.set_height(26)
        self.note.setFont(self._theme.font("second"))
        self.note.setProperty("quiet", True)
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        indented = QVBoxLayout()
        indented.setContentsMargins(_LEFT - 2, 0, _RIGHT, 0)
        indented.addWidget(self.header)
        below = QVBoxLayout()
        below.setContentsMargins(_LEFT - 2, 0, _RIGHT, 0)
        below.addWidget(self.more)
        below.addWidget(self.note)
        column.addLayout(indented)
        column.addLayout(self._rows)
        column.addLayout(below)
        self.note.setContentsMargins(2, 0, 0, 0)
        self.header.clicked.connect(self._toggle)
        self.more.clicked.connect(self._show_all)

    def _toggle(self) -> None:
        self._open = not self._open
        self.refresh()

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        self.rows()[_FIRST].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, rows: tuple[QueueRow, ...]) -> None:
        names = [self._text.category(row.category) for row in rows]
        wanted = (rows, names, self._language.code) if self._open else None
        if wanted == self._filled:
            return  # a row that has the keyboard keeps it
        self._filled = wanted
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows if self._open else ():
            shown = HistoryRow(self._theme, self._language, self._text, row)
            shown.clicked.connect(lambda _checked=False, number=row.id: self.wanted.emit(number))
            self._rows.addWidget(shown)
            shown.show()
