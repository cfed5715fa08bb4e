"""What stands while a list loads: still bars, and real counts where they are known."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.gui.theme import Theme

_ROW = 50
#: Height of the words and the line below the rows (px).
_PROGRESS = 48
#: Bars as (left, width) in parts of the row's width.
_BARS = ((0.02, 0.10), (0.16, 0.30), (0.52, 0.20), (0.90, 0.08))


class Skeleton(QWidget):
    """Still bars, as many rows as there is room for, and below them a progress line when a total is known."""

    def __init__(self, theme: Theme, rows: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._text = ""
        self._part: float | None = None
        self.setFont(theme.font("control"))
        theme.changed.connect(self.update)

    def set_progress(self, text: str, part: float | None) -> None:
        """Say how far it is.

        Args:
            text: The count in words.
            part: 0.0-1.0, None while unknown.
        """
        self._text, self._part = text, part
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for its rows."""
        return QSize(400, self._rows * _ROW + _PROGRESS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width()
        rows = max(0, min(self._rows, (self.height() - _PROGRESS) // _ROW))
        for row in range(rows):
            top = row * _ROW
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.hover)
            for left, part in _BARS:
                painter.drawRoundedRect(QRectF(left * width, top + 20, part * width, 10), 2, 2)
            painter.fillRect(QRectF(0, top + _ROW - 1, width, 1), tokens.line)
        if not self._text:
            return
        top = rows * _ROW
        painter.setPen(tokens.text2)
        painter.drawText(QRectF(16, top, width - 32, 32), Qt.AlignmentFlag.AlignVCenter, self._text)
        if self._part is not None:
            painter.fillRect(QRectF(16, top + 34, width - 32, 4), tokens.line)
            painter.fillRect(QRectF(16, top + 34, (width - 32) * self._part, 4), tokens.accent)
