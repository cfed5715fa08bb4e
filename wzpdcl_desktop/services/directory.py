"""The company's reference data, held whole."""

from __future__ import annotations

from wzpdcl_desktop.cache.reference import ReferenceReader
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.reference import Directory


class DirectoryService:
    """Reads the directory once, and again after it changed."""

    def __init__(self, reader: ReferenceReader) -> None:
        self._reader = reader
        self._directory: Directory | None = None

    def directory(self) -> Directory:
        """All reference data; empty before the first load."""
        directory = self._directory
        if directory is None:
            directory = self._directory = self._reader.directory()
        return directory

    def changed(self, changes: ChangeSet) -> None:
        """Told of every change; the next `directory` reads anew if it is of the reference data."""
        if changes.touches("reference"):
            self._directory = None
