"""Room kept on the disk for the outbox: a file that is given up when the disk is full."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

log = logging.getLogger("wzpdcl.cache")

SIZE = 64 * 1024 * 1024


class Ballast:
    """The file ``ballast`` in the outbox's folder.

    Args:
        size: Bytes; 0 keeps none.
    """

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        self._path = folder / "ballast"
        self._size = size

    def fill(self) -> None:
        """Make the file if it is not there whole. A disk without room for it is no error.

        There is none to keep.
        """
        if self._size == 0 or (self._path.exists() and self._path.stat().st_size == self._size):
            return
        try:
            with self._path.open("wb") as file:
                if sys.platform == "win32":
                    file.truncate(self._size)  # NTFS gives the clusters at once
                else:
                    os.posix_fallocate(file.fileno(), 0, self._size)
        except OSError:
            log.warning("no room for the ballast")
            self._path.unlink(missing_ok=True)

    def free(self) -> bool:
        """Give the room up. False if there was none to give."""
        try:
            self._path.unlink()
        except FileNotFoundError:
            return False
        log.warning("disk full: the ballast was given up")
        return True
