"""The files of a package on this PC: what has come of it so far, and the whole one that waits."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.domain.errors import UpdateRefused
from wzpdcl_desktop.domain.updates import Update

ENVELOPE = "update.json"
_PIECE = 256 * 1024
#: Bytes that are there, of how many.
Progress = Callable[[int, int], None]


class Part(Protocol):
    """Bytes of a file from a place on (`api.client.FilePart`)."""

    @property
    def start(self) -> int:
        """Where they begin."""
        ...

    @property
    def chunks(self) -> Iterator[bytes]:
        """The bytes."""
        ...


class Source(Protocol):
    """Who has a package: the central API."""

    def update_manifest(self) -> bytes | None:
        """The signed manifest of the current version, None for none; raises `NetworkError`."""
        ...

    def update_package(self, sha256: str, offset: int = 0) -> Part:
        """The installer's bytes from an offset on; raises `NetworkError`."""
        ...


@dataclass(frozen=True, slots=True)
class Packages:
    """A folder with at most one whole package and one unfinished file."""

    folder: Path

    def fetch(
        self, source: Source, update: Update, progress: Progress, cancelled: Callable[[], bool]
    ) -> bool:
        """Fetch an installer, going on where an earlier try was cut. False if it was cancelled.

        Raises:
            NetworkError: The line; what has come stays for the next try.
            UpdateRefused: ``update_tampered``: it is not what was signed; it was deleted.
            DiskFull: No room.
        """
        part = self._part(update)
        with translated():
            self.folder.mkdir(parents=True, exist_ok=True)
            there = part.stat().st_size if part.exists() else 0
            if there > update.size:
                part.unlink()
                there = 0
            self._forget_others(update)
        if there < update.size:
            came = source.update_package(update.sha256, there)
            with translated(), part.open("r+b" if part.exists() else "wb") as file:
                file.truncate(came.start)
                file.seek(came.start)
                if not _pour(came.chunks, file, came.start, update.size, progress, cancelled):
                    return False
        self._check(part, update)
        return True

    def copy(
        self, installer: Path, update: Update, progress: Progress, cancelled: Callable[[], bool]
    ) -> bool:
        """Copy an installer from a stick. False if it was cancelled.

        Raises:
            UpdateRefused: ``update_tampered``, ``update_missing``.
            DiskFull: No room.
        """
        part = self._part(update)
        try:
            with translated(), installer.open("rb") as source:
                self.folder.mkdir(parents=True, exist_ok=True)
                with part.open("wb") as file:
                    pieces = iter(lambda: source.read(_PIECE), b"")
                    if not _pour(pieces, file, 0, update.size, progress, cancelled):
                        return False
        except FileNotFoundError:
            raise UpdateRefused("update_missing") from None
        self._check(part, update)
        return True

    def keep(self, update: Update, envelope: bytes) -> None:
        """Make the file that was fetched and checked the one that waits."""
        with translated():
            self._part(update).replace(self.folder / update.file)
            draft = self.folder / f"{ENVELOPE}.part"
            draft.write_bytes(envelope)
            draft.replace(self.folder / ENVELOPE)

    def envelope(self) -> bytes | None:
        """The signed manifest of the package that waits."""
        try:
            return (self.folder / ENVELOPE).read_bytes()
        except OSError:
            return None

    def whole(self, update: Update) -> Path:
        """The installer that waits, measured again.

        Raises:
            UpdateRefused: ``update_missing``, ``update_tampered``.
        """
        path = self.folder / update.file
        if not path.is_file():
            raise UpdateRefused("update_missing")
        self._check(path, update)
        return path

    def clear(self) -> None:
        """Forget everything."""
        for path in self.folder.glob("*"):
            with suppress(OSError):  # a scanner may hold it open; the next start clears again
                path.unlink()

    def _part(self, update: Update) -> Path:
        return self.folder / f"{update.sha256[:32]}.part"

    def _forget_others(self, update: Update) -> None:
        for path in self.folder.glob("*.part"):
            if path != self._part(update):
                path.unlink()

    def _check(self, path: Path, update: Update) -> None:
        digest = hashlib.sha256()
        with translated(), path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
        if path.stat().st_size != update.size or digest.hexdigest() != update.sha256:
            path.unlink()
            raise UpdateRefused("update_tampered")


def _pour(
    pieces: Iterator[bytes],
    file: BinaryIO,
    start: int,
    size: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> bool:
    """Write what comes, never more than was signed."""
    there = start
    for piece in pieces:
        if cancelled():
            return False
        file.write(piece)
        there += len(piece)
        progress(min(there, size), size)
        if there > size:
            break
    file.flush()
    os.fsync(file.fileno())
    return True
