"""The program's icon in the tray of the desktop, and notifications through it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.theme import Theme

_SIZES = (16, 20, 24, 32, 48)
_SHOWN_MS = 10_000


class Tray(QObject):
    """Where the desktop has no tray, nothing is shown and nothing breaks.

    Attributes:
        opened: The icon was clicked, or its first entry chosen: the window is wanted.
        clicked: The last notification was clicked.
        icon, menu: As Qt knows them.
    """

    opened = Signal()
    clicked = Signal()

    def __init__(self, theme: Theme, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.menu = QMenu(window)
        self.icon = QSystemTrayIcon(self)
        self._open = self.menu.addAction("", self.opened.emit)
        self._entries = {}
        for action_id in ("view.inbox", "view.outbox", "file.sign_out", "file.quit"):
            if action_id == "file.sign_out":
                self.menu.addSeparator()
            action = actions.get(action_id)
            entry = self.menu.addAction("", action.trigger)
            if action_id.startswith("view."):
                entry.triggered.connect(self.opened)
            self._entries[action] = entry
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self.clicked)
        self.show_state(0, "")
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()

    @property
    def shown(self) -> bool:
        """Whether there is an icon in a tray."""
        return self.icon.isVisible()

    def show_state(self, unread: int, words: str) -> None:
        """Show whether there are unread notices.

        Args:
            words: Name of the program and numbers, for the tooltip.
        """
        self.icon.setIcon(self._drawn(dot=unread > 0))
        self.icon.setToolTip(words)
        self._open.setText(self.tr("Open"))
        for action, entry in self._entries.items():
            entry.setText(action.text())

    def notify(self, title: str, text: str, *, sound: bool) -> None:
        """Have the desktop show a notification."""
        if self.shown:
            self.icon.showMessage(title, text, QIcon(":/icons/app.svg"), _SHOWN_MS)
        if sound:
            QApplication.beep()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.opened.emit()

    def _drawn(self, *, dot: bool) -> QIcon:
        plain = QIcon(":/icons/app.svg")
        if not dot:
            return plain
        made = QIcon()
        for size in _SIZES:
            picture: QPixmap = plain.pixmap(size, size)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.stripebreached)
            part = size * 0.45
            painter.drawEllipse(QRectF(size - part, 0, part, part))
            painter.end()
            made.addPixmap(picture)
        return made
