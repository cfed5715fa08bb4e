"""The header of the queue: names of the columns, and a caret at the one that sorts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.models.queue_model import SORTS
from wzpdcl_desktop.gui.models.row_text import Column
from wzpdcl_desktop.gui.theme import Theme

HEADER_HEIGHT = 28


class QueueHeader(QHeaderView):
    """Painted by hand: no arrows as text, no boxes, one line below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.setFixedHeight(HEADER_HEIGHT)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """The height is fixed."""
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what sorts."""
        super().mouseMoveEvent(event)
        column = self.logicalIndexAt(event.position().toPoint())
        sorts = 0 <= column < len(Column) and Column(column) in SORTS
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if sorts else Qt.CursorShape.ArrowCursor)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw one name."""
        tokens = self._theme.tokens
        painter.save()
        painter.fillRect(rect, tokens.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line)
        text = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) if self.model() else ""
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        font = self._theme.font("control")
        font.setWeight(QFont.Weight.DemiBold if sorted_by else QFont.Weight.Normal)
        left = rect.left() + (14 if logicalIndex == Column.TIME else 0)
        room = QRect(left, rect.top(), rect.right() - left, rect.height() - 1)
        metrics = QFontMetrics(font)
        caret = 16 if sorted_by else 0
        shown = metrics.elidedText(text or "", Qt.TextElideMode.ElideRight, room.width() - caret)
        painter.setFont(font)
        painter.setPen(tokens.text if sorted_by else tokens.text2)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if sorted_by:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            at = QPoint(left + metrics.horizontalAdvance(shown) + 4, rect.top() + 8)
            picture = icons.pixmap(
                "caret-up" if up else "caret-down", 12, tokens.text2, self.devicePixelRatioF()
            )
            painter.drawPixmap(at, picture)
        painter.restore()
