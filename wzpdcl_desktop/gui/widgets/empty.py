"""What stands where nothing is: a fact, its reason, and one way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import SECONDARY, Button


class EmptyState(QWidget):
    """Icon of 34 pixels, fact, reason, and at most one button, in the middle of the panel.

    Attributes:
        button: The way on; hidden while it has no text.
        extra: Layout between fact and reason, for chips of what was filtered.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name, self._role = "tray", "text3"
        self._callback: Callable[[], None] | None = None
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fact = QLabel()
        self._fact.setFont(theme.font("title"))
        self._reason = QLabel()
        self._reason.setFont(theme.font("control"))
        self._reason.setProperty("quiet", True)
        for label in (self._fact, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._reason.setMaximumWidth(360)
        self._reason.setMinimumWidth(240)
        self.extra = QVBoxLayout()
        self.button = Button(theme, "", SECONDARY)
        self.button.clicked.connect(self._press)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._fact)
        column.addLayout(self.extra)
        column.addWidget(self._reason, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        theme.changed.connect(self._draw)

    @property
    def fact(self) -> str:
        """What it says first."""
        return self._fact.text()

    @property
    def reason(self) -> str:
        """Why."""
        return self._reason.text()

    def set(
        self,
        icon: str,
        fact: str,
        reason: str = "",
        button: str = "",
        callback: Callable[[], None] | None = None,
        *,
        role: str = "text3",
        kind: str = SECONDARY,
    ) -> None:
        """Say what is empty and why.

        Args:
            icon: Phosphor name.
            role: Token of the icon's colour.
            kind: Kind of the button.
        """
        self._icon_name, self._role, self._callback = icon, role, callback
        self._fact.setText(fact)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.button.set_kind(kind)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{fact} {reason}".strip())
        self._draw()

    def _draw(self) -> None:
        color = self._theme.tokens.pick(self._role)
        self._icon.setPixmap(icons.pixmap(self._icon_name, 34, color, self.devicePixelRatioF()))

    def _press(self) -> None:
        if self._callback is not None:
            self._callback()
