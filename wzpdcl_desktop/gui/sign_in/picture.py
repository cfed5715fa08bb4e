"""The left half of the sign-in window: poles and wires into the distance."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from wzpdcl_desktop.gui.theme import Theme

#: The picture is the same in both themes.
SKY, HILL, NEAR = QColor("#084E68"), QColor("#07475F"), QColor("#05384C")
WHITE, SOFT = QColor("#FFFFFF"), QColor("#D5E6EC")
_POLE, _WIRE = QColor("#BFE0EC"), QColor("#7DB4C7")
_WIDTH = 560
#: Where the sentence ends, with some air, and how far the wires rise above the foot (px).
_SENTENCE_END, _HIGHEST = 224, 440
#: x of the pole, top, foot, half width of the cross arm, line width, opacity; y counts up from the foot.
_POLES = (
    (40, 430, 98, 36, 3.5, 1.0),
    (300, 374, 138, 24.5, 2.4, 0.85),
    (450, 332, 161, 18, 1.8, 0.65),
    (545, 302, 175, 14, 1.3, 0.45),
)


class SignInPicture(QWidget):
    """Name, sentence and company over a drawn line of poles."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._name = self._first = self._second = self._company = ""
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def texts(self) -> list[tuple[str, QFont]]:
        """What is written and in which font, for measuring."""
        return [
            (self._name, self._font(16, QFont.Weight.DemiBold)),
            (self._first, self._font(21, QFont.Weight.DemiBold)),
            (self._second, self._font(21, QFont.Weight.DemiBold)),
            (self._company, self._font(10, QFont.Weight.Normal)),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), SKY)
        self._draw_hills(painter)
        self._draw_wires(painter)
        for pole in _POLES:
            self._draw_pole(painter, *pole)
        painter.setOpacity(1)
        self._draw_words(painter)

    def _y(self, from_foot: float) -> float:
        """On a low screen all is flatter, so that no pole stands in the sentence."""
        room = (self.height() - _SENTENCE_END) / _HIGHEST
        return self.height() - from_foot * max(0.0, min(1.0, room))

    def _draw_hills(self, painter: QPainter) -> None:
        width = self.width()
        far = QPainterPath(QPointF(0, self._y(90)))
        far.cubicTo(width * 0.4, self._y(125), width * 0.72, self._y(130), width, self._y(178))
        near = QPainterPath(QPointF(0, self._y(48)))
        near.cubicTo(width * 0.25, self._y(78), width * 0.6, self._y(98), width, self._y(98))
        for path, color in ((far, HILL), (near, NEAR)):
            path.lineTo(width, self.height())
            path.lineTo(0, self.height())
            path.closeSubpath()
            painter.fillPath(path, color)

    def _draw_wires(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ends = [(-160, 470, 88.0, 1.0), *((x, top - 4, arm, shade) for x, top, _, arm, _, shade in _POLES)]
        for (x, top, arm, _), (next_x, next_top, next_arm, shade) in pairwise(ends):
            painter.setPen(QPen(_WIRE, 1.1))
            painter.setOpacity(min(1.0, shade + 0.1))
            for side in (-1, 0, 1):
                start = QPointF(x + side * arm, self._y(top))
                end = QPointF(next_x + side * next_arm, self._y(next_top))
                sag = (next_x - x) * 0.18
                middle = QPointF((start.x() + end.x()) / 2, max(start.y(), end.y()) + sag)
                path = QPainterPath(start)
                path.quadTo(middle, end)
                painter.drawPath(path)

    def _draw_pole(
        self, painter: QPainter, x: float, top: float, foot: float, arm: float, line: float, shade: float
    ) -> None:
        painter.setOpacity(shade)
        painter.setPen(QPen(_POLE, line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        cross = top - arm * 0.44
        painter.drawLine(QPointF(x, self._y(top)), QPointF(x, self._y(foot)))
        painter.drawLine(QPointF(x - arm, self._y(cross)), QPointF(x + arm, self._y(cross)))
        for side in (-1, 1):
            end = x + side * arm
            painter.drawLine(QPointF(end, self._y(cross)), QPointF(end, self._y(cross + arm * 0.3)))
        lower = cross - arm * 0.84
        painter.drawLine(QPointF(x - arm * 0.72, self._y(lower)), QPointF(x + arm * 0.72, self._y(lower)))

    def _draw_words(self, painter: QPainter) -> None:
        logo = QRectF(48, 56, 36, 36)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(WHITE)
        painter.drawRoundedRect(logo, 7, 7)
        QSvgRenderer(":/icons/mark.svg").render(painter, logo)
        name, first, second, company = self.texts()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        room = self.width() - 48 - 24
        for (text, font), box, color in (
            (name, QRect(96, 56, room - 48, 36), WHITE),
            (first, QRect(48, 124, room, 42), WHITE),
            (second, QRect(48, 166, room, 42), WHITE),
            (company, QRect(48, self.height() - 52, room, 30), SOFT),
        ):
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(box, flags, text)

    def _font(self, points: float, weight: QFont.Weight) -> QFont:
        font = self._theme.font("title")
        font.setPointSizeF(points)
        font.setWeight(weight)
        return font

    def _retranslate(self) -> None:
        self._name = self.tr("WZPDCL Desktop")
        self._first = self.tr("Line or no line,")
        self._second = self.tr("the work goes on.")
        self._company = self.tr("West Zone Power Distribution Company Limited")
        self.setAccessibleName(f"{self._name}. {self._company}")
        self.update()
