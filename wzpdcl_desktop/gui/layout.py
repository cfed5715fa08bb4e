"""Where the panels stand: saved per duty, versioned, and put back to the default when it does not fit.

Versions (write down why each came): 1 - navigation, detail, outbox.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

VERSION = 1


def pack(window: QMainWindow) -> dict[str, Any]:
    """The layout of a window, as it is kept in the settings."""
    return {
        "version": VERSION,
        "geometry": _text(window.saveGeometry()),
        "state": _text(window.saveState(VERSION)),
    }


def unpack(window: QMainWindow, layout: dict[str, Any] | None) -> bool:
    """Put a kept layout back. False, with the window as it was, if there is none or it does not fit."""
    if not isinstance(layout, dict) or layout.get("version") != VERSION:
        return False
    try:
        geometry, state = _bytes(layout["geometry"]), _bytes(layout["state"])
    except (KeyError, TypeError, ValueError, binascii.Error):
        return False
    before = window.saveState(VERSION)
    if not window.restoreState(state, VERSION):
        window.restoreState(before, VERSION)
        return False
    window.restoreGeometry(geometry)
    return True


def _text(data: QByteArray) -> str:
    return b64encode(data.data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray(b64decode(text, validate=True))
