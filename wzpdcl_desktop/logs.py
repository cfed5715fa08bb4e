"""The program's own log: rotating, small, and without personal data."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(threadName)s %(message)s"


def log_to_file(folder: Path) -> None:
    """Log everything named ``wzpdcl`` to ``desktop.log`` in a folder: at most five files of one megabyte."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "desktop.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger = logging.getLogger("wzpdcl")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
