"""What tells the installer, and the system, that the program is running. Windows only; elsewhere nothing."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

#: The installer waits for this name (its `AppMutex`), in this session and, installed for all users, in any.
MUTEX = "WZPDCL-Desktop"
_ANY_PROCESS = -1


def hold_mutex() -> list[Any]:
    """Make the named mutexes; they end with this process. Keep what is returned until then."""
    if sys.platform != "win32":
        return []
    kernel = ctypes.windll.kernel32
    kernel.CreateMutexW.restype = ctypes.c_void_p
    return [kernel.CreateMutexW(None, False, name) for name in (MUTEX, f"Global\\{MUTEX}")]


def let_others_come_forward() -> None:
    """Pass on the right to come to the front, which Windows gives the process that was just started."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
