"""USB sticks with a package on them."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable
from pathlib import Path

from wzpdcl_desktop.services.updates.packages import ENVELOPE

_REMOVABLE = 2
#: On a stick the package lies at its root or in a folder of this name.
_FOLDER = "WZPDCL"


def packages_on(roots: Iterable[Path]) -> list[Path]:
    """The folders below some roots that hold a package."""
    found = []
    for root in roots:
        for folder in (root, root / _FOLDER):
            try:
                if (folder / ENVELOPE).is_file():
                    found.append(folder)
            except OSError:  # a reader without a card
                continue
    return found


def sticks() -> list[Path]:
    """The roots of the drives that can be taken out."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        letters = (f"{chr(code)}:\\" for code in range(ord("D"), ord("Z") + 1))
        return [Path(letter) for letter in letters if kernel.GetDriveTypeW(letter) == _REMOVABLE]
    return [root for place in ("/media", "/run/media") for root in Path(place).glob("*/*")]
