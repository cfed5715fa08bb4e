"""Keeps the interpreter alive under PySide6 6.12 on Python 3.11."""

from __future__ import annotations

import ctypes
import sys

#: More calls than a program makes in years.
_SPARE = 1 << 40


def keep_none_alive() -> None:
    """Give ``None`` more references than can ever be taken from it. To be called once, at the very start.

    Methods of PySide6 6.12.0 that return nothing return ``None`` without counting the reference: after some
    7,000 of them CPython 3.11 stops with "none_dealloc: deallocating None". From 3.12 on ``None`` is immortal
    (PEP 683), and nothing is to be done.
    """
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += _SPARE
