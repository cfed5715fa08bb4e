"""Whether what is written and drawn can be told from its ground: measured on the picture itself."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from tests.inspection.ink import Ink, inks
from wzpdcl_desktop.gui.tokens import contrast

TEXT, MARK = 4.5, 3.0
_ICON = 40


def faults(window: QWidget) -> list[str]:
    """Each pair of colours of too little contrast, with what is drawn in it."""
    picture = window.grab().toImage()
    ratio = picture.devicePixelRatio()
    found: dict[tuple[str, str], str] = {}
    for ink in inks(window):
        seen = ink.rect & ink.room & ink.shown
        if not seen.contains(ink.rect.center()) or (not ink.text and ink.rect.width() > _ICON):
            continue
        if ink.color.alpha() < 255:
            continue
        # Beside a text, but within an icon, which leaves its corners free.
        edge = seen.adjusted(-2, -1, 2, 1) if ink.text else seen.adjusted(1, 1, -1, -1)
        ground = _ground(picture, edge, ratio)
        least = TEXT if ink.text else MARK
        value = contrast(ink.color, ground)
        if value < least and ground != ink.color:
            pair = (ink.color.name(), ground.name())
            found.setdefault(pair, f"{pair[0]} on {pair[1]} is {value:.2f}: {_what(ink)}")
    return list(found.values())


def _ground(picture: QImage, edge: QRectF, ratio: float) -> QColor:
    """The commonest colour along an edge."""
    points = [QPointF(edge.left() + edge.width() * n / 16, y) for n in range(17) for y in _ends(edge)]
    points += [QPointF(x, edge.center().y()) for x in (edge.left(), edge.right())]
    places = [(round(point.x() * ratio), round(point.y() * ratio)) for point in points]
    colors = Counter(picture.pixel(x, y) for x, y in places if picture.valid(x, y))
    return QColor(colors.most_common(1)[0][0])


def _ends(rect: QRectF) -> tuple[float, float]:
    return rect.top(), rect.bottom()


def _what(ink: Ink) -> str:
    return f"{ink.text or 'an icon'!r} of {type(ink.widget).__name__}"
