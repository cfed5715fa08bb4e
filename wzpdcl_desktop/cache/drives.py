"""Whether a folder lies on a network drive, where SQLite cannot keep its promises."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from wzpdcl_desktop.domain.errors import NetworkDrive

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "ncpfs", "9p", "afs"})
_DRIVE_REMOTE = 4


def refuse_network_drive(folder: Path, mounts: str | None = None) -> None:
    """Raise for a folder on a network drive.

    Args:
        folder: An absolute folder; it need not be there yet.
        mounts: The text of ``/proc/self/mountinfo``; read from there if None.

    Raises:
        NetworkDrive: The folder is on one.
    """
    if sys.platform == "win32":
        remote = _remote_on_windows(folder)
    else:
        if mounts is None:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace") if _MOUNTS.exists() else ""
        remote = file_system_of(folder, mounts) in _REMOTE_TYPES
    if remote:
        raise NetworkDrive


def file_system_of(folder: Path, mounts: str) -> str:
    """The file system type of the mount that holds a folder, empty if unknown."""
    real = os.path.realpath(folder)
    best, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        point = fields[4].replace("\\040", " ")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        # A later mount over the same point hides the earlier one.
        if inside and len(point) >= len(best):
            best, kind = point, after.split()[0]
    return kind


def _remote_on_windows(folder: Path) -> bool:
    drive = folder.resolve().drive
    if drive.startswith("\\\\"):
        return True
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    return bool(kernel.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE)
