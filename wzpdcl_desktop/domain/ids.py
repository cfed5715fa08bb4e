"""Identifiers made on the PC."""

from __future__ import annotations

import os
import uuid


def uuid7(now_ms: int) -> str:
    """A UUID version 7 (RFC 9562): sorts by its time.

    Args:
        now_ms: Unix time in milliseconds.
    """
    raw = bytearray(now_ms.to_bytes(6, "big") + os.urandom(10))
    raw[6] = (raw[6] & 0x0F) | 0x70
    raw[8] = (raw[8] & 0x3F) | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))
