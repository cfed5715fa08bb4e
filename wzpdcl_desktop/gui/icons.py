"""Icons by name (Phosphor, through QtAwesome), one cached copy per colour."""

from __future__ import annotations

import importlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette, QPixmap


@lru_cache(maxsize=1)
def _library() -> Any:
    """QtAwesome with the one font in use, imported with the first icon: it takes a while.

    Asked for an icon without more it would load all its fonts and, on Windows, copy them into the user's font
    folder and registry, where they stay for ever.
    """
    folder = Path(importlib.import_module("qtawesome").get_fonts_info()[0])
    (font,) = folder.glob("phosphor-*.ttf")
    (names,) = folder.glob("phosphor-charmap-*.json")
    module = importlib.import_module("qtawesome.iconic_font")
    return module.IconicFont(("ph", font.name, names.name, str(folder)))


def icon(name: str, color: QColor | str | None = None) -> QIcon:
    """An icon.

    Args:
        name: Phosphor's name without prefix, as ``tray``; ``fill:`` before it takes the filled style.
        color: Its colour; None for the palette's text.
    """
    if color is None:
        color = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _icon(name, QColor(color).name(QColor.NameFormat.HexArgb))


@lru_cache(maxsize=512)
def _icon(name: str, argb: str) -> QIcon:
    full = f"ph.{name.removeprefix('fill:')}-fill" if name.startswith("fill:") else f"ph.{name}"
    made: QIcon = _library().icon(full, color=QColor(argb))
    return made


def pixmap(name: str, size: int, color: QColor | str | None = None, dpr: float = 1.0) -> QPixmap:
    """A square picture of an icon, ``size`` logical pixels wide, for delegates and painters."""
    if color is None:
        color = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _pixmap(name, size, QColor(color).name(QColor.NameFormat.HexArgb), dpr)


@lru_cache(maxsize=1024)
def _pixmap(name: str, size: int, argb: str, dpr: float) -> QPixmap:
    return _icon(name, argb).pixmap(QSize(size, size), dpr)


def forget() -> None:
    """Drop what is cached: before the application object ends, pictures must be gone."""
    _icon.cache_clear()
    _pixmap.cache_clear()
    _library.cache_clear()
