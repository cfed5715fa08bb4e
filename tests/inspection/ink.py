"""What a widget writes and draws, and exactly where: it paints on a device that only takes notes.

So that a text is measured in whatever way it got onto the screen: by a label, a style sheet, a delegate or a
`paintEvent` of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPixmap,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.gui.notices.panel import NoticePanel
from wzpdcl_desktop.gui.palette.palette import Palette
from wzpdcl_desktop.gui.widgets.toast import Toast

_Dirty = QPaintEngine.DirtyFlag
#: What may lie over something else.
OVERLAYS: tuple[type[QWidget], ...] = (Toast, Palette, NoticePanel)
_Metric = QPaintDevice.PaintDeviceMetric
_RESOLUTION = (_Metric.PdmDpiX, _Metric.PdmDpiY, _Metric.PdmDepth, _Metric.PdmNumColors)
_CLIP = _Dirty.DirtyClipRegion | _Dirty.DirtyClipPath | _Dirty.DirtyClipEnabled


@dataclass(frozen=True)
class Ink:
    """One run of text, or one icon.

    Attributes:
        widget: Who painted it.
        text: Empty for an icon.
        rect: What it covers, in the window's coordinates.
        room: Where its painter could reach, in the same coordinates.
        shown: What the widget shows of itself: a part, if it scrolls or something lies over it.
        color: Of the text; of an icon, its strongest one.
    """

    widget: QWidget
    text: str
    rect: QRectF
    room: QRectF
    shown: QRectF
    color: QColor


def inks(window: QWidget) -> Iterator[Ink]:
    """All that a window and its visible children paint, from back to front, but for what is covered."""
    overlays = [one for one in window.findChildren(QWidget) if isinstance(one, OVERLAYS) and one.isVisible()]
    for widget in (window, *window.findChildren(QWidget)):
        if widget.window() is window and widget.isVisible() and not widget.visibleRegion().isEmpty():
            for ink in _of(widget, QPointF(widget.mapTo(window, QPoint()))):
                if not covered(widget, ink.rect, overlays, window):
                    yield ink


def covered(widget: QWidget, place: QRectF, overlays: Iterable[QWidget], window: QWidget) -> bool:
    """Whether something that may lies over a place of a widget."""
    for overlay in overlays:
        over = QRectF(QRect(overlay.mapTo(window, QPoint()), overlay.size()))
        if widget is not overlay and not overlay.isAncestorOf(widget) and over.intersects(place):
            return True
    return False


def _of(widget: QWidget, offset: QPointF) -> Iterator[Ink]:
    notes = _Notes(widget)
    widget.render(notes, QPoint(), QRegion(), QWidget.RenderFlag(0))
    whole = QRectF(widget.rect())
    shown = QRectF(widget.visibleRegion().boundingRect()).translated(offset)
    for text, rect, clip, color in notes.engine.taken:
        room = whole if clip is None else whole.intersected(clip)
        yield Ink(widget, text, rect.translated(offset), room.translated(offset), shown, color)


class _Engine(QPaintEngine):
    """Takes notes of texts and pixmaps; whatever else is painted is let go."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.taken: list[tuple[str, QRectF, QRectF | None, QColor]] = []
        self._transform = QTransform()
        self._clip: QRectF | None = None
        self._pen = QColor()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        dirty = state.state()
        if dirty & _Dirty.DirtyTransform:
            self._transform = state.transform()
        if dirty & _Dirty.DirtyPen:
            self._pen = state.pen().color()
        if dirty & _CLIP:
            region, path = state.clipRegion().boundingRect(), state.clipPath().boundingRect()
            bounds = QRectF(region) if not region.isEmpty() else path
            self._clip = self._transform.mapRect(bounds) if state.isClipEnabled() and bounds else None

    def drawTextItem(self, at: QPointF, item: Any) -> None:
        if not item.text().strip("\u200b\u200c\u200d \n\t"):
            return
        # As wide as the text moves the pen, as high as its strokes.
        strokes = _strokes(item.font(), item.text())
        rect = QRectF(at.x(), at.y() + strokes.top(), item.width(), strokes.height())
        self.taken.append((item.text(), self._transform.mapRect(rect), self._clip, QColor(self._pen)))

    def drawPixmap(self, rect: QRectF, pixmap: QPixmap, _source: QRectF) -> None:
        self.taken.append(("", self._transform.mapRect(rect), self._clip, _strongest(pixmap)))

    def drawTiledPixmap(self, *_arguments: object) -> None: ...

    def drawImage(self, *_arguments: object) -> None: ...

    def drawPath(self, *_arguments: object) -> None: ...

    def drawPolygon(self, *_arguments: object) -> None: ...

    def drawRects(self, *_arguments: object) -> None: ...

    def drawLines(self, *_arguments: object) -> None: ...

    def drawEllipse(self, *_arguments: object) -> None: ...

    def drawPoints(self, *_arguments: object) -> None: ...


class _Notes(QPaintDevice):
    """The device, as large as a widget and with its measures."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._widget = widget

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        # One pixel of the notes is one pixel of the layout, at every scale.
        own = {_Metric.PdmWidth: self._widget.width(), _Metric.PdmHeight: self._widget.height()}
        if which in own:
            return own[which]
        return self._widget.metric(which) if which in _RESOLUTION else super().metric(which)


@lru_cache(maxsize=4096)
def _bounds(font_key: str, text: str) -> QRectF:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font).tightBoundingRect(text)


def _strokes(font: QFont, text: str) -> QRectF:
    return _bounds(font.toString(), text)


def _strongest(pixmap: QPixmap) -> QColor:
    """The least transparent colour along a cross of an icon."""
    image = pixmap.toImage()
    width, height = image.width(), image.height()
    colors = (image.pixelColor(x, y) for y in range(0, height, 2) for x in range(0, width, 2))
    return max(colors, key=QColor.alpha, default=QColor())
