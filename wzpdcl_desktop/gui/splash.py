"""S01: what is shown while the encrypted store opens, with the step that is really under way."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.gui.theme import Theme

_WIDTH, _HEIGHT = 480, 260
_GROUND, _LINE, _DONE = QColor("#084E68"), QColor("#2E6C84"), QColor("#FFFFFF")
_SOFT = QColor("#D5E6EC")

#: Steps in the order they come.
STEPS: dict[str, object] = {
    "keys": QT_TRANSLATE_NOOP("Splash", "Reading the key"),
    "cache": QT_TRANSLATE_NOOP("Splash", "Opening the cache"),
    "outbox": QT_TRANSLATE_NOOP("Splash", "Opening the outbox"),
    "window": QT_TRANSLATE_NOOP("Splash", "Laying out the desk"),
    "practice": QT_TRANSLATE_NOOP("Splash", "Making sample data"),
}


class Splash(QWidget):
    """Logo, name, step and bar. It waits for nothing: who opens the store names each step and closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.SplashScreen)
        self._theme = theme
        self._step, self._part = "", 0.0
        self.setFixedSize(_WIDTH, _HEIGHT)

    @property
    def text(self) -> str:
        """The step in words."""
        return QCoreApplication.translate("Splash", str(STEPS[self._step])) + " …" if self._step else ""

    def show_step(self, step: str, part: float) -> None:
        """Show a step.

        Args:
            step: A key of `STEPS`.
            part: What is done of all steps, 0.0-1.0.
        """
        self._step, self._part = step, max(0.0, min(1.0, part))
        self.setAccessibleName(self.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), _GROUND)
        logo = QRectF(40, 56, 52, 52)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DONE)
        painter.drawRoundedRect(logo, 10, 10)
        QSvgRenderer(":/icons/mark.svg").render(painter, logo)
        font = self._theme.font("page")
        font.setPointSizeF(18)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(_DONE)
        name = QCoreApplication.translate("Splash", "WZPDCL Desktop")
        painter.drawText(QRectF(110, 56, 350, 52), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._theme.font("plain"))
        painter.setPen(_SOFT)
        painter.drawText(QRectF(40, 168, 400, 28), Qt.AlignmentFlag.AlignVCenter, self.text)
        painter.fillRect(QRectF(40, 204, 400, 4), _LINE)
        painter.fillRect(QRectF(40, 204, 400 * self._part, 4), _DONE)
