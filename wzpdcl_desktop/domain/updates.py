"""Versions of the program, and what a signed package says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Update:
    """A package, as its signed manifest describes it.

    Attributes:
        least: Below this version the server takes nothing any more.
        file: Name of the installer beside the manifest.
        sha256: Of the installer (hex).
    """

    version: str
    least: str
    file: str
    size: int
    sha256: str
    notes: str = ""
    notes_bn: str = ""


def numbers(version: str) -> tuple[int, ...]:
    """A version to compare: ``0.12.1.dev3`` → 0, 12, 1; zeros at the end say nothing."""
    leading = re.match(r"[0-9]+(\.[0-9]+)*", version)
    parts = [int(part) for part in leading.group().split(".")] if leading else []
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def newer(version: str, than: str) -> bool:
    """Whether a version comes after another one."""
    return numbers(version) > numbers(than)
