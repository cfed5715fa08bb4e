"""The box a message is written in: grows with its text, counts, sends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QWidget

from wzpdcl_desktop.domain.placeholders import first_blank
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.docks.sms import sms_size
from wzpdcl_desktop.gui.language import BANGLA, Language
from wzpdcl_desktop.gui.theme import Theme

#: Longest message of the contract, in characters.
LONGEST = 1000
_LINES = 5


class _Text(QPlainTextEdit):
    """Tells when its lines may have wrapped anew."""

    wrapped = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text, and tell: Qt does so only when the text itself was changed."""
        super().resizeEvent(event)
        self.wrapped.emit()


class MessageBox(QFrame):
    """Text, counter and the button that sends.

    Attributes:
        edit: The text field.
        filled_later: Names of blanks that the person need not fill.
        typed: The text was changed by the person.
        confirmed: Ctrl+Enter, or the button.
        escaped: Esc.
    """

    typed = Signal()
    confirmed = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._filling = False
        self.filled_later: frozenset[str] = frozenset()
        self.edit = _Text()
        self.send = QToolButton()
        self._counter = QLabel()
        self._build()
        self._fit()
        self._count()
        self._draw()
        theme.changed.connect(self._draw)

    @property
    def text(self) -> str:
        """What is written."""
        return self.edit.toPlainText()

    @property
    def too_long(self) -> bool:
        """Whether it is longer than a command may be."""
        return len(self.text) > LONGEST

    @property
    def counter(self) -> str:
        """The count as shown."""
        return self._counter.text()

    def fill(self, text: str) -> None:
        """Put a text in, not as typed by the person."""
        self._filling = True
        self.edit.setPlainText(text)
        self._filling = False
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def insert(self, text: str) -> None:
        """Add a canned text to what is there; the person can undo it. Its first blank waits to be filled."""
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        before = self.text
        cursor.insertText(text if not before or before[-1].isspace() else f" {text}")
        self.edit.setTextCursor(cursor)
        self.select_blank(len(before))

    def select_blank(self, begin: int = 0) -> bool:
        """Select the first blank from a place on, so that typing fills it. False if there is none."""
        blank = first_blank(self.text, begin, self.filled_later)
        if blank is None:
            return False
        # Qt counts in UTF-16.
        first, last = (len(self.text[:place].encode("utf-16-le")) // 2 for place in blank)
        cursor = self.edit.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        return True

    def set_words(self, placeholder: str, name: str, send: str) -> None:
        """What it is for, in the language of now."""
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name)
        self.send.setAccessibleName(send)
        self.send.setToolTip(f"{send} (Ctrl+Enter)")
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter, Esc, and the frame that follows the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.confirmed.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        tokens, focus = self._theme.tokens, self.edit.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.surface)
        painter.setPen(QPen(tokens.accent if focus else tokens.field, 2 if focus else 1))
        inset = 1.0 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(6)
        self.edit.setFont(self._theme.font("control"))
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setStyleSheet("QPlainTextEdit { border: 0; background: transparent; padding: 0; }")
        self.edit.setTabChangesFocus(True)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.document().setDocumentMargin(3)
        self.edit.textChanged.connect(self._changed)
        self.edit.wrapped.connect(self._fit)  # the counter beside it takes room too
        self.edit.installEventFilter(self)
        self._counter.setFont(self._theme.font("caption"))
        self.send.setFixedSize(28, 26)
        self.send.setIconSize(QSize(18, 18))
        self.send.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.send.setCursor(Qt.CursorShape.PointingHandCursor)
        self.send.clicked.connect(self.confirmed)
        bottom = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self.edit, 1)
        row.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.send, 0, bottom)

    def _changed(self) -> None:
        self._fit()
        self._count()
        if not self._filling:
            self.typed.emit()

    def _fit(self) -> None:
        """As high as its lines, up to five."""
        line = self.edit.fontMetrics().lineSpacing()
        lines = max(1, min(_LINES, int(self.edit.document().size().height())))
        self.edit.setFixedHeight(lines * line + 9)
        scroll = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == _LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.edit.setVerticalScrollBarPolicy(scroll)

    def _count(self) -> None:
        size = sms_size(self.text, bangla=self._language.code == BANGLA)
        digits = self._language.digits
        text = f"{digits(size.units)}/{digits(size.room)}"
        if size.messages > 1:
            text = self.tr("{0} · {1} SMS").format(text, digits(size.messages))
        if self.too_long:
            text = self.tr("{0} too many").format(digits(len(self.text) - LONGEST))
        self._counter.setText(text)
        self._counter.setProperty("error", self.too_long)
        self._counter.setProperty("quiet", not self.too_long)
        self._counter.style().polish(self._counter)
        self.send.setEnabled(bool(self.text.strip()) and not self.too_long)

    def _draw(self) -> None:
        self.send.setIcon(icons.icon("paper-plane-tilt", self._theme.tokens.accent))
        self.update()
