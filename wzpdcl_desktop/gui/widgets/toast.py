"""A short message at the foot of the queue, with one verb, that leaves by itself."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QLabel, QPushButton, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.tokens import TOAST, TOAST_QUIET, TOAST_TEXT, TOAST_VERB
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel

_MARGIN, _HEIGHT = 10, 40
_FADE_MS = 120


class Toast(QWidget):
    """One at a time, at the bottom left of its parent. It never takes the focus.

    Attributes:
        fades: Whether it fades in.
        ended: It left: taken, replaced or timed out.
    """

    ended = Signal()

    def __init__(self, parent: QWidget, theme: Theme, language: Language) -> None:
        super().__init__(parent)
        self._host = parent
        self._theme, self._language = theme, language
        self._callback: Callable[[], None] | None = None
        self._ends_at = 0.0
        self._key = ""
        self._icon = QLabel()
        self._text = ElidedLabel()
        self._verb = QPushButton()
        self._rest = QLabel()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self.fades = False
        self._veil = QGraphicsOpacityEffect(self)
        self._veil.setEnabled(False)
        self.setGraphicsEffect(self._veil)
        self._fade = QPropertyAnimation(self._veil, b"opacity", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.finished.connect(lambda: self._veil.setEnabled(False))
        self._build()
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def verb(self) -> QPushButton:
        """Its button."""
        return self._verb

    def show_message(
        self,
        text: str,
        verb: str = "",
        callback: Callable[[], None] | None = None,
        seconds: int = 15,
        *,
        icon: str = "check-circle",
        key: str = "",
    ) -> None:
        """Show a message in place of the one before.

        Args:
            verb: Text of the button, empty for none.
            callback: What the button does; the toast leaves before.
            key: The key that does the same, as shown.
        """
        self._callback, self._key = callback, key
        self._ends_at = monotonic() + seconds
        self._text.setText(text)
        self._verb.setText(verb)
        self._verb.setVisible(bool(verb))
        self._icon.setPixmap(icons.pixmap(icon, 18, TOAST_VERB, self.devicePixelRatioF()))
        self.setAccessibleName(text)
        self._write_rest()
        self._place()
        self.show()
        self.raise_()
        if self.fades:
            self._veil.setEnabled(True)
            self._fade.start()
        self._timer.start()

    def act(self) -> bool:
        """Do what the verb says, if a verb is shown. Returns whether there was one."""
        callback = self._callback
        if self.isHidden() or callback is None:
            return False
        self.end()
        callback()
        return True

    def end(self) -> None:
        """Leave."""
        self._timer.stop()
        self._callback = None
        self.hide()
        self.ended.emit()

    def sizeHint(self) -> QSize:
        """As wide as its parts."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """As wide as its words are, also when the style or the seconds need more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom left of the parent."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(TOAST)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        self._text.setFont(self._theme.font("control"))
        self._rest.setFont(self._theme.font("caption"))
        _paint(self._text, TOAST_TEXT)
        _paint(self._rest, TOAST_QUIET)
        self._verb.setObjectName("toastVerb")
        self._verb.setCursor(Qt.CursorShape.PointingHandCursor)
        self._verb.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._verb.clicked.connect(self.act)
        for part in (self._icon, self._text, self._verb, self._rest):
            row.addWidget(part)
        row.insertSpacing(2, 12)

    def _place(self) -> None:
        self.resize(min(self.sizeHint().width(), self._host.width() - 2 * 24), _HEIGHT)
        self.move(QPoint(24, self._host.height() - _HEIGHT - _MARGIN))

    def _tick(self) -> None:
        if monotonic() >= self._ends_at:
            self.end()
        else:
            self._write_rest()

    def _write_rest(self) -> None:
        if self._callback is None:
            self._rest.clear()
            return
        left = self._language.digits(max(1, round(self._ends_at - monotonic())))
        seconds = self.tr("{0} s").format(left)
        self._rest.setText(f"{self._key} · {seconds}" if self._key else seconds)


def _paint(label: QLabel, color: QColor) -> None:
    label.setStyleSheet(f"color: {color.name()}; background: transparent;")
