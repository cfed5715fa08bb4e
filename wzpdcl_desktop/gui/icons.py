"""Icons by name (Phosphor, from QtAwesome's files), one cached copy per colour.

Only the font and its table of names are read: QtAwesome's own code loads twelve fonts and a layer over Qt, a
third of what the program weighs (docs/adr/0012).
"""

from __future__ import annotations

import json
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)

from wzpdcl_desktop import assets

#: A glyph of this share of the height leaves room for what the font bears at its sides.
_GLYPH_SHARE = 0.875


def icon(name: str, color: QColor | str | None = None) -> QIcon:
    """An icon.

    Args:
        name: Phosphor's name without prefix, as ``tray``; ``fill:`` before it takes the filled style.
        color: Its colour; None for the palette's text.

    Raises:
        KeyError: There is no such icon.
    """
    if color is None:
        color = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _icon(name, QColor(color).name(QColor.NameFormat.HexArgb))


def pixmap(name: str, size: int, color: QColor | str | None = None, dpr: float = 1.0) -> QPixmap:
    """A square picture of an icon, ``size`` logical pixels wide, for delegates and painters."""
    if color is None:
        color = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _pixmap(name, size, QColor(color).name(QColor.NameFormat.HexArgb), dpr)


def forget() -> None:
    """Drop what is cached: before the application object ends, pictures must be gone."""
    _icon.cache_clear()
    _pixmap.cache_clear()
    _font_family.cache_clear()


class _Glyph(QIconEngine):
    """Draws one character of the icon font, crisp at any size."""

    def __init__(self, character: str, color: QColor) -> None:
        super().__init__()
        self._character = character
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it into the middle of a rectangle; one that is disabled has the palette's colour for that."""
        font = QFont(_font_family())
        font.setPixelSize(max(round(_GLYPH_SHARE * rect.height()), 1))
        color = self._color
        if mode is QIcon.Mode.Disabled:
            color = QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        painter.save()
        painter.setPen(color)
        painter.setFont(font)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same as a picture."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made


@lru_cache(maxsize=1)
def _font_family() -> str:
    number = QFontDatabase.addApplicationFont(str(assets.icon_font()))
    return QFontDatabase.applicationFontFamilies(number)[0]


@lru_cache(maxsize=1)
def _characters() -> dict[str, str]:
    codes: dict[str, str] = json.loads(assets.icon_names().read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@lru_cache(maxsize=512)
def _icon(name: str, argb: str) -> QIcon:
    full = f"{name.removeprefix('fill:')}-fill" if name.startswith("fill:") else name
    return QIcon(_Glyph(_characters()[full], QColor(argb)))


@lru_cache(maxsize=1024)
def _pixmap(name: str, size: int, argb: str, dpr: float) -> QPixmap:
    return _icon(name, argb).pixmap(QSize(size, size), dpr)
