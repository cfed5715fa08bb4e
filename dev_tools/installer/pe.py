"""Looks into Windows programs and libraries."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from pathlib import Path

from dev_tools.installer.workspace import run

_OBJDUMP = "x86_64-w64-mingw32-objdump"
_X86_64 = 0x8664
#: Libraries of Windows itself, and Wine's stand-ins for them that the tests use.
_OF_WINDOWS = re.compile(r"(icuuc|mscms|windows\.ui|bcryptprimitives|ucrtbase|api-ms-.*)\.dll", re.IGNORECASE)


def is_pe(path: Path) -> bool:
    """Whether a name is that of a program or a library."""
    return path.suffix.lower() in (".dll", ".pyd", ".exe")


def imports(files: Iterable[Path]) -> dict[Path, set[str]]:
    """The libraries that each file asks for, in small letters."""
    found: dict[Path, set[str]] = {}
    at: set[str] = set()
    names = {str(path): path for path in files}
    for line in run([_OBJDUMP, "-p", *names]).splitlines():
        header = re.fullmatch(r"(.+):\s+file format \S+", line)
        if header:
            at = found.setdefault(names[header[1]], set())
        elif name := re.search(r"DLL Name: (\S+)", line):
            at.add(name[1].lower())
    return found


def faults(folder: Path) -> list[str]:
    """Files that must not be handed out: of Wine, of Windows itself, or for another kind of processor."""
    found = []
    for path in sorted(filter(is_pe, folder.rglob("*"))):
        with path.open("rb") as file:
            head = file.read(4096)
        name = path.relative_to(folder).as_posix()
        if head[:2] != b"MZ":
            found.append(f"{name} is no program")
            continue
        if head[0x40:0x60].startswith((b"Wine builtin DLL", b"Wine placeholder DLL")):
            found.append(f"{name} is Wine's")
        if _OF_WINDOWS.fullmatch(path.name):
            found.append(f"{name} belongs to Windows")
        (start,) = struct.unpack_from("<I", head, 0x3C)
        (machine,) = struct.unpack_from("<H", head, start + 4)
        if machine != _X86_64:
            found.append(f"{name} is for another processor ({machine:#x})")
    return found
