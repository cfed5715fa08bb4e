"""What all dialogs share: one column, a title, a row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import Button


class DialogFrame(QDialog):
    """A window-modal dialog; Esc closes it.

    Attributes:
        column: Where the content goes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, width: int = 440) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(width)
        self._heading = QLabel()
        self._heading.setFont(theme.font("title"))
        self._heading.setWordWrap(True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(self._heading)
        outer.addLayout(self.column)
        outer.addStretch(1)
        outer.addLayout(self._buttons)

    def event(self, event: QEvent) -> bool:
        """Follow what the content asks for."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_room()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text that wraps needs more height in a narrower dialog."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """Never lower than the content, which Qt sees to only where no text wraps."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.minimumHeightForWidth(self.width()))

    def set_heading(self, text: str) -> None:
        """Title of window and content."""
        self._heading.setText(text)
        self.setWindowTitle(text)

    def add_button(self, button: Button) -> Button:
        """One more button at the foot, right of the others."""
        self._buttons.addWidget(button)
        return button

    def add_text(self, text: str, role: str = "plain", *, quiet: bool = False) -> QLabel:
        """A paragraph that can be selected and copied."""
        label = QLabel(text)
        label.setFont(self.theme.font(role))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("quiet", quiet)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(label)
        return label
