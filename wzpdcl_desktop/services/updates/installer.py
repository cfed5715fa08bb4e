"""Starting the installer of a package that was believed and measured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Protocol

from wzpdcl_desktop.domain.errors import UpdateRefused

#: Setup asks nothing, closes what still runs, and logs beside itself. It does not start the program: that was
#: ended by its officer, who starts it when it is wanted.
_SWITCHES = ("/SILENT", "/SP-", "/NORESTART", "/CLOSEAPPLICATIONS")
_DETACHED = 0x00000008 | 0x00000200  # DETACHED_PROCESS, CREATE_NEW_PROCESS_GROUP


class Installer(Protocol):
    """Starts an installer and does not wait for it."""

    @property
    def available(self) -> bool:
        """Whether this system can install the program."""
        ...

    def start(self, package: Path) -> None:
        """Start it; this program is about to end.

        Raises:
            UpdateRefused: ``update_no_installer``.
        """
        ...


class SetupInstaller:
    """Runs ``setup.exe`` on Windows. It ends on its own, after this program has."""

    @property
    def available(self) -> bool:
        """On Windows alone."""
        return sys.platform == "win32"

    def start(self, package: Path) -> None:
        """Start it detached."""
        if not self.available:
            raise UpdateRefused("update_no_installer")
        command = [str(package), *_SWITCHES, f"/LOG={package.with_suffix('.log')}"]
        try:
            subprocess.Popen(command, creationflags=_DETACHED, close_fds=True)
        except OSError:
            raise UpdateRefused("update_no_installer") from None
