"""Writes a Motion-JPEG AVI: a RIFF file whose frames are JPEG pictures, which needs no codec library.

Layout: ``RIFF AVI [ LIST hdrl [ avih, LIST strl [ strh, strf ] ], LIST movi [ 00dc ... ], idx1 ]``; each
chunk is a four-letter name, a little-endian length and the content, padded to an even length.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

_HAS_INDEX = 0x10
_KEYFRAME = 0x10


def write_avi(frames: Sequence[bytes], width: int, height: int, frames_per_second: int) -> bytes:
    """The bytes of a film of JPEG frames, all of the same size in pixels."""
    largest = max(len(frame) for frame in frames)
    main_header = struct.pack(
        "<14I", 1_000_000 // frames_per_second, largest * frames_per_second, 0, _HAS_INDEX,
        len(frames), 0, 1, largest, width, height, 0, 0, 0, 0,
    )  # fmt: skip
    stream_header = b"vidsMJPG" + struct.pack(
        "<IHHIIIIIIiIHHHH",
        0,
        0,
        0,
        0,
        1,
        frames_per_second,
        0,
        len(frames),
        largest,
        -1,
        0,
        0,
        0,
        width,
        height,
    )
    picture_format = struct.pack(
        "<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0
    )
    stream = _list(b"strl", _chunk(b"strh", stream_header) + _chunk(b"strf", picture_format))
    header = _list(b"hdrl", _chunk(b"avih", main_header) + stream)
    index, pictures, offset = [], [], 4
    for frame in frames:
        index.append(b"00dc" + struct.pack("<III", _KEYFRAME, offset, len(frame)))
        chunk = _chunk(b"00dc", frame)
        pictures.append(chunk)
        offset += len(chunk)
    body = header + _list(b"movi", b"".join(pictures)) + _chunk(b"idx1", b"".join(index))
    return _chunk(b"RIFF", b"AVI " + body)


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _list(name: bytes, content: bytes) -> bytes:
    return _chunk(b"LIST", name + content)
