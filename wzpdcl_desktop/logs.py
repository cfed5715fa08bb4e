"""The program's own log: rotating, small, and without personal data."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(threadName)s %(message)s"


class PlacesFormatter(logging.Formatter):
    """Writes of an exception where it happened, never its text: that may quote what a customer wrote."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Kind and places of an exception and of those that led to it."""
        return "\n".join(places(ei[1])) if ei[1] is not None else ""


def places(error: BaseException) -> list[str]:
    """Where in the program an exception happened, and its kind: a line for each; the first cause first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*places(before), "then"] if before is not None else []
    lines.append(type(error).__name__)
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(Path(frame.filename).parts[-2:])  # whole paths name the user's folders
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return lines


def log_to_file(folder: Path) -> None:
    """Log everything named ``wzpdcl`` to ``desktop.log`` in a folder: at most five files of one megabyte."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "desktop.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
    )
    handler.setFormatter(PlacesFormatter(_FORMAT))
    logger = logging.getLogger("wzpdcl")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
