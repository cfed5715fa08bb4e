"""Lines of text, cut and shaped once: Bangla takes long to shape, and a list paints the same words often."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTransform

#: More than a tall screen shows, in both of a row's states.
_KEPT = 2000


def is_shortened(text: str, font: QFont, width: int) -> bool:
    """Whether less than the text has room at `width` (logical pixels), to the pixel."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width) != text


class LineCache:
    """Shaped lines; those that were not painted for longest are forgotten first."""

    def __init__(self) -> None:
        self._lines: OrderedDict[tuple[str, QFont, int], QStaticText] = OrderedDict()

    def line(self, text: str, font: QFont, width: int) -> QStaticText:
        """The text in one line, cut with an ellipsis at `width` (logical pixels)."""
        key = (text, font, width)
        found = self._lines.get(key)
        if found is None:
            found = QStaticText(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width))
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(QTransform(), font)
            self._lines[key] = found
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return found
