"""The Debian packages that building for Windows needs; after everything else of the project is set up."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence

from dev_tools.installer.workspace import BuildError, MachineError, run, say

BUILD = ("wine", "wine64", "wine32:i386", "xvfb", "xauth", "osslsigncode", "gcc-mingw-w64-x86-64-win32")
#: Wine's own, and a common family for its texts.
FONTS = ("fonts-wine", "fonts-liberation")
#: The last two make the font of setup's pages.
PICTURES = ("imagemagick", "xdotool", "fonts-lohit-beng-bengali", "python3-fonttools")

_INSTALL = ("apt-get", "install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300")


def prepare(*, pictures: bool) -> None:
    """Install what lacks.

    Raises:
        MachineError: This is no Debian, or the user may not install packages.
    """
    wanted = [*BUILD, *FONTS, *(PICTURES if pictures else ())]
    if shutil.which("npm") is None:
        wanted.append("npm")
    missing = [name for name in wanted if not _installed(name)]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise MachineError(f"Install these first, under your system's names: {' '.join(missing)}")
    if os.geteuid() != 0:
        raise MachineError(
            "System packages are missing. Run this, then try again:\n"
            "  sudo dpkg --add-architecture i386; sudo apt-get update\n"
            f"  sudo {' '.join([*_INSTALL, *missing])}"
        )
    say(f"installing {' '.join(missing)}")
    run(["dpkg", "--add-architecture", "i386"])
    # It may exit with 100 although the lists that matter are there: one index of the new architecture may
    # be out of step with its mirror. The installation below tells whether it was enough.
    _apt(["apt-get", "update"])
    if _apt([*_INSTALL, *missing]):
        return
    # 32-bit and 64-bit libraries must be of one version. Where the security archive has only the 64-bit
    # one, all come from the release itself.
    again = [*_INSTALL, "-t", _codename(), "--allow-downgrades", *missing, *_in_step()]
    if not _apt(again):
        raise MachineError(f"apt-get could not install {' '.join(missing)}")


def _apt(command: Sequence[str]) -> bool:
    try:
        run(command, environment={"DEBIAN_FRONTEND": "noninteractive"})
    except BuildError as error:
        say(str(error)[-1500:])
        return False
    return True


def _installed(package: str) -> bool:
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f=${Status}", package],
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout == "install ok installed" or (package == "npm" and shutil.which("npm") is not None)


def _codename() -> str:
    with open("/etc/os-release", encoding="utf-8") as file:  # noqa: PTH123
        for line in file:
            if line.startswith("VERSION_CODENAME="):
                return line.split("=", 1)[1].strip()
    raise MachineError("/etc/os-release names no release")


def _in_step() -> list[str]:
    """The library that is most often out of step, in the release's version for both architectures."""
    name = "libgstreamer-plugins-base1.0-0"
    for line in run(["apt-cache", "madison", name]).splitlines():
        if f" {_codename()}/main amd64" in line:
            number = line.split("|")[1].strip()
            return [f"{name}={number}", f"{name}:i386={number}"]
    return []
