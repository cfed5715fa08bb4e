"""Where the panels stand: saved per officer and duty, versioned; what does not fit falls back to the default.

Versions (write down why each came): 1 - navigation, detail, outbox. 2 - for each officer; the detail's own
width and whether it is shown, because in a narrow window it is a tab and not in its dock. 3 - the same of the
outbox.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from wzpdcl_desktop.domain.people import Me

VERSION = 3
_WIDTHS = range(200, 4000)


@dataclass(frozen=True, slots=True)
class Docked:
    """For when panels have their docks: whether detail and outbox are shown, and the detail's width (px)."""

    detail: bool
    width: int
    outbox: bool


def place_of(me: Me) -> str:
    """The name under which an officer's layout is kept: a duty has its own."""
    return f"{me.officer}/{me.duty.value}"


def pack(window: QMainWindow, docked: Docked) -> dict[str, Any]:
    """The layout of a window, as it is kept in the settings."""
    return {
        "version": VERSION,
        "geometry": _text(window.saveGeometry()),
        "state": _text(window.saveState(VERSION)),
        "detail": {"shown": docked.detail, "width": docked.width},
        "outbox": {"shown": docked.outbox},
    }


def unpack(window: QMainWindow, layout: dict[str, Any] | None) -> Docked | None:
    """Put a kept layout back. None, with the window as it was, if there is none or it does not fit."""
    if not isinstance(layout, dict) or layout.get("version") != VERSION:
        return None
    try:
        geometry, state = _bytes(layout["geometry"]), _bytes(layout["state"])
        shown, width = layout["detail"]["shown"], layout["detail"]["width"]
        outbox = layout["outbox"]["shown"]
    except (KeyError, TypeError, ValueError, binascii.Error):
        return None
    if not isinstance(shown, bool) or not isinstance(outbox, bool):
        return None
    if not isinstance(width, int) or width not in _WIDTHS:
        return None
    before = window.saveState(VERSION)
    if not window.restoreState(state, VERSION):
        window.restoreState(before, VERSION)
        return None
    window.restoreGeometry(geometry)
    return Docked(shown, width, outbox)


def _text(data: QByteArray) -> str:
    return b64encode(data.data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray(b64decode(text, validate=True))
