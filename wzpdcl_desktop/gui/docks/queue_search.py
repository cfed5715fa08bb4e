"""The search box of the queue."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme

_WIDTH, _LEAST = 196, 110


class SearchBox(QLineEdit):
    """Instant search: it asks at each key, without a pause.

    While an answer is under way only the last question waits: a fast hand asks less often by itself.

    Attributes:
        icon: The glass before the text.
        searched: The words to search for have changed.
        left: Enter or arrow down: on to the list.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font("control"))
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_WIDTH)
        self.setFixedHeight(28)
        self.setStyleSheet("QLineEdit { min-height: 22px; padding: 0 6px; }")
        self.icon = QAction(self)
        self.addAction(self.icon, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)  # once for what comes in one round of events
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._pause.start())
        theme.changed.connect(self._draw)
        self._draw()

    def show_words(self, words: str) -> None:
        """Show what is searched for without a new search."""
        if words != self.text().strip():
            self.setText(words)
        self._pause.stop()

    def sizeHint(self) -> QSize:
        """As drawn; narrower only where room is scarce."""
        return QSize(_WIDTH, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties it, or leaves when it is empty."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self.icon.setIcon(icons.icon("magnifying-glass", self._theme.tokens.text2))
