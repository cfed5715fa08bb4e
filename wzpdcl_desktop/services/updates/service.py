"""New versions: looked for, fetched or taken from a stick, kept until the program ends, installed then."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wzpdcl_desktop.domain.errors import ServerSaid, UpdateRefused
from wzpdcl_desktop.domain.updates import Update, newer
from wzpdcl_desktop.services.updates.drives import packages_on
from wzpdcl_desktop.services.updates.installer import Installer
from wzpdcl_desktop.services.updates.packages import ENVELOPE, Packages, Progress, Source
from wzpdcl_desktop.services.updates.trust import Trust

log = logging.getLogger("wzpdcl.updates")


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer version that the server has.

    Attributes:
        urgent: This version is below the least: until then nothing is sent.
        envelope: Its signed manifest as it came.
    """

    update: Update
    urgent: bool
    envelope: bytes


class UpdateService:
    """Called from worker threads, but for `install`, which runs when the screen is gone.

    Args:
        folder: For packages; the program's own.
        version: Of this program.
        roots: Where sticks are looked for.
    """

    def __init__(
        self,
        folder: Path,
        trust: Trust,
        version: str,
        installer: Installer,
        roots: Callable[[], list[Path]],
    ) -> None:
        self._packages = Packages(folder)
        self._trust = trust
        self._version = version
        self._installer = installer
        self._roots = roots

    @property
    def can_install(self) -> bool:
        """Whether this system can install a package at all."""
        return self._installer.available

    def look(self, source: Source) -> Offer | None:
        """Ask the server. None if it has nothing newer.

        Raises:
            NetworkError: It was not reached.
            UpdateRefused: What it offers is not to be believed.
        """
        envelope = source.update_manifest()
        if envelope is None:
            return None
        update = self._trust.read(envelope)
        if not newer(update.version, self._version):
            return None
        return Offer(update, newer(update.least, self._version), envelope)

    def fetch(
        self, source: Source, offer: Offer, progress: Progress, cancelled: Callable[[], bool]
    ) -> Update | None:
        """Fetch what was offered and check it; None if it was cancelled. See `Packages.fetch`."""
        try:
            if not self._packages.fetch(source, offer.update, progress, cancelled):
                return None
        except ServerSaid as error:
            if error.problem.status == 404:
                raise UpdateRefused("update_gone") from None
            raise
        self._packages.keep(offer.update, offer.envelope)
        log.info("package %s fetched", offer.update.version)
        return offer.update

    def on_sticks(self) -> list[Path]:
        """Folders with a package on the sticks that are plugged in."""
        return packages_on(self._roots())

    def take(self, folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> Update | None:
        """Take a package from a folder; the same checks as for one from the server.

        Raises:
            UpdateRefused: ``update_missing``, or what is wrong with it.
        """
        try:
            envelope = (folder / ENVELOPE).read_bytes()
        except OSError:
            raise UpdateRefused("update_missing") from None
        update = self._trust.read_newer(envelope)
        if not self._packages.copy(folder / update.file, update, progress, cancelled):
            return None
        self._packages.keep(update, envelope)
        log.info("package %s taken from a folder", update.version)
        return update

    def ready(self) -> Update | None:
        """The package that waits. What is installed by now, or not to be believed, is cleared away."""
        envelope = self._packages.envelope()
        if envelope is None:
            return None
        try:
            update = self._trust.read_newer(envelope)
            self._packages.whole(update)
        except UpdateRefused as error:
            log.info("package cleared away: %s", error.key)
            self._packages.clear()
            return None
        return update

    def install(self) -> None:
        """Check the package that waits once more and start its installer.

        Raises:
            UpdateRefused: It is not to be believed, or cannot be started here.
        """
        envelope = self._packages.envelope()
        if envelope is None:
            raise UpdateRefused("update_missing")
        update = self._trust.read_newer(envelope)
        path = self._packages.whole(update)
        log.info("installing %s", update.version)
        self._installer.start(path)
