"""Where in the code the program was when the system ended it, written by Python's own handler."""

from __future__ import annotations

import faulthandler
import logging
from pathlib import Path
from typing import TextIO

log = logging.getLogger("wzpdcl.app")

_FILE = "crash.log"
_MOST_BYTES = 200_000


def watch_for_crashes(folder: Path) -> TextIO:
    """Have the places written to ``crash.log`` if the system ends the program (a fault in a library).

    The file stays small: a full one is kept once as ``crash.log.1``.

    Returns:
        The open file; keep it until the end.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _FILE
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.replace(folder / f"{_FILE}.1")
    file = path.open("a", encoding="utf-8")
    faulthandler.enable(file)
    return file


def stop_watching(file: TextIO) -> None:
    """The program ends by itself; an empty file goes."""
    faulthandler.disable()
    file.close()
    path = Path(file.name)
    if path.exists() and path.stat().st_size == 0:
        path.unlink()
