"""Files by their content: the right to read one, and its bytes or a part of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from central_api.models import Blob, BlobUse, Complaint
from central_api.problems import ProblemError
from central_api.scope import Caller, visible

_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A file that the caller may read."""

    sha256: str
    path: Path
    size: int
    media_type: str


def find_blob(session: Session, caller: Caller, sha256: str, folder: Path) -> Found:
    """The file, if a complaint that the caller sees shows it.

    Raises:
        ProblemError: ``not_found``, for a file that is not there and for one outside the caller's area alike.
    """
    shown = (
        select(BlobUse.sha256)
        .join(Complaint, Complaint.id == BlobUse.complaint)
        .where(BlobUse.sha256 == sha256, visible(caller))
    )
    blob = session.scalars(select(Blob).where(Blob.sha256 == sha256, shown.exists())).one_or_none()
    if blob is None or not (folder / blob.path).is_file():
        raise ProblemError("not_found")
    return Found(sha256, folder / blob.path, blob.size, blob.media_type)


def wanted_part(header: str | None, if_range: str | None, etag: str, size: int) -> tuple[int, int] | None:
    """First and last byte of the one range that is asked for; None for the whole file.

    Several ranges, other units, and a range of other content (``If-Range``) get the whole file.

    Raises:
        ProblemError: ``range_not_satisfiable``.
    """
    if header is None or (if_range is not None and if_range != etag):
        return None
    match = re.fullmatch(r"bytes=([0-9]{0,18})-([0-9]{0,18})", header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first_text, last_text = match.groups()
    if first_text == "":
        first, last = max(0, size - int(last_text)), size - 1
    else:
        first, last = int(first_text), min(size - 1, int(last_text or size - 1))
        if last_text and int(last_text) < int(first_text):
            return None
    if first >= size or first > last:
        raise ProblemError("range_not_satisfiable", headers={"Content-Range": f"bytes */{size}"})
    return first, last


def read_part(path: Path, first: int, last: int) -> Iterator[bytes]:
    """The bytes from the first to the last one, in pieces."""
    with path.open("rb") as file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
