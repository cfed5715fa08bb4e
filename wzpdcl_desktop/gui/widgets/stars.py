"""A customer's rating as stars."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme

_OF, _SIZE, _STEP = 5, 14, 16
#: Room that the stars take (px).
STARS_WIDTH = _OF * _STEP


def draw_stars(painter: QPainter, theme: Theme, left: int, top: int, rating: int, ratio: float) -> None:
    """Draw five stars, so many of them filled."""
    tokens = theme.tokens
    for place in range(_OF):
        filled = place < rating
        picture = icons.pixmap(
            "fill:star" if filled else "star", _SIZE, tokens.soon if filled else tokens.text3, ratio
        )
        painter.drawPixmap(left + place * _STEP, top, picture)


class Stars(QWidget):
    """Five stars. The words beside them say the number to a screen reader."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._rating = theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def rating(self) -> int:
        """How many are filled."""
        return self._rating

    def set_rating(self, rating: int) -> None:
        """Fill so many."""
        self._rating = rating
        self.update()

    def sizeHint(self) -> QSize:
        """Five in a row."""
        return QSize(STARS_WIDTH, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        draw_stars(
            QPainter(self),
            self._theme,
            0,
            (self.height() - _SIZE) // 2,
            self._rating,
            self.devicePixelRatioF(),
        )
