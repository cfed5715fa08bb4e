"""Draws the icon and the installer's pictures from the program's own mark, off screen.

A process of its own: ``python -m dev_tools.installer.artwork FOLDER`` writes ``app.ico``, ``small-*.bmp`` and
``large-*.bmp``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from dev_tools.installer.workspace import ROOT

_ICON = (16, 20, 24, 32, 40, 48, 64, 128, 256)
#: For 100, 125, 150, 175 and 200 %: Inno Setup takes the one that fits.
_SMALL = (58, 71, 87, 103, 116)
_LARGE = ((164, 314), (205, 392), (246, 459), (287, 549), (328, 628))
_ACCENT = "#0A6180"


def draw(folder: Path) -> None:
    """Draw everything into a folder."""
    mark = QSvgRenderer(str(ROOT / "resources" / "icons" / "app.svg"))
    frames = []
    for size in _ICON:
        path = folder / f"icon-{size}.png"
        _picture(mark, size, size, Qt.GlobalColor.transparent, QRectF(0, 0, size, size)).save(str(path))
        frames.append(Image.open(path))
    *smaller, largest = frames
    largest.save(folder / "app.ico", sizes=[(size, size) for size in _ICON], append_images=smaller)
    for size in _SMALL:
        image = _picture(mark, size, size, Qt.GlobalColor.white, QRectF(0, 0, size, size))
        _save_plain(image, folder / f"small-{size}.bmp")
    for width, height in _LARGE:
        side = width * 0.62
        place = QRectF((width - side) / 2, height * 0.16, side, side)
        _save_plain(_picture(mark, width, height, QColor(_ACCENT), place), folder / f"large-{width}.bmp")


def _picture(
    mark: QSvgRenderer, width: int, height: int, background: QColor | Qt.GlobalColor, place: QRectF
) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(background)
    painter = QPainter(image)
    mark.render(painter, place)
    painter.end()
    return image


def _save_plain(image: QImage, path: Path) -> None:
    image.convertToFormat(QImage.Format.Format_RGB32).save(str(path))


if __name__ == "__main__":
    _application = QGuiApplication(["artwork", "-platform", "offscreen"])
    draw(Path(sys.argv[1]))
