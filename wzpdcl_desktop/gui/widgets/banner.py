"""A strip across a panel that says one thing and offers one verb."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.tint import colors

ICONS = {
    "breached": "warning-octagon",
    "soon": "warning",
    "conflict": "git-merge",
    "waiting": "hourglass-medium",
    "accent": "info",
    "quiet": "info",
}


class Banner(QWidget):
    """A tinted strip, 38 pixels or as high as its text needs.

    Args:
        role: A role of `wzpdcl_desktop.gui.widgets.tint`.
        verb: Text of the button, empty for none.
        callback: What the button does.
        icon: Phosphor name; None takes the role's own.
    """

    def __init__(
        self,
        theme: Theme,
        role: str = "quiet",
        text: str = "",
        verb: str = "",
        callback: Callable[[], None] | None = None,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._icon = icon
        self._callback = callback
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setFont(theme.font("control"))
        self._button = Button(theme, "", LINK, small=True)
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 7, 14, 7)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(38)
        self.set(role, text, verb, callback)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    @property
    def button(self) -> Button:
        """Its verb."""
        return self._button

    def set(self, role: str, text: str, verb: str = "", callback: Callable[[], None] | None = None) -> None:
        """Say something else."""
        self._role, self._callback = role, callback
        self._label.setText(text)
        self._button.setText(verb)
        self._button.setVisible(bool(verb))
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and icon."""
        color, ground = colors(self._theme.tokens, self._role)
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        name = self._icon if self._icon is not None else ICONS.get(self._role, "info")
        painter.drawPixmap(
            13, (self.height() - 18) // 2, icons.pixmap(name, 18, color, self.devicePixelRatioF())
        )

    def _press(self) -> None:
        if self._callback is not None:
            self._callback()
