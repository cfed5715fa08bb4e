"""How the program starts itself again: for the practice server, and for parts that may crash."""

from __future__ import annotations

import subprocess
import sys

#: No console window opens on Windows for a process of ours.
HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def frozen() -> bool:
    """Whether this is the installed program, which has no Python beside it."""
    return bool(getattr(sys, "frozen", False))


def command(*arguments: str, module: str = "wzpdcl_desktop") -> list[str]:
    """The command line that starts the program with some arguments.

    Args:
        module: What runs in a checkout; the installed program knows by its arguments what is meant.
    """
    if frozen():
        return [sys.executable, *arguments]
    return [sys.executable, "-m", module, *arguments]
