"""Files of complaints."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Path, Response
from fastapi.responses import StreamingResponse

from central_api.blobs import find_blob, read_part, wanted_part
from central_api.central import Access, CentralDep
from central_api.openapi import SIGNED_IN, problems

router = APIRouter(prefix="/v1", tags=["files"])
_BYTES = {"*/*": {"schema": {"type": "string", "format": "binary"}, "example": "(the bytes of the file)"}}


@router.get(
    "/attachments/{sha256}",
    operation_id="getAttachment",
    summary="The bytes of a file, or a part of them",
    response_class=Response,
    responses={
        200: {"description": "The whole file; `ETag` is its SHA-256 in quotes", "content": _BYTES},
        206: {"description": "The part that was asked for, with `Content-Range`", "content": _BYTES},
        **problems(*SIGNED_IN, "not_found", "range_not_satisfiable"),
    },
)
def attachment(
    central: CentralDep,
    access: Access,
    sha256: Annotated[str, Path(pattern="^[0-9a-f]{64}$", examples=["ab" * 32])],
    range_: Annotated[str | None, Header(alias="Range", description="One range: `bytes=0-1023`")] = None,
    if_range: Annotated[str | None, Header(alias="If-Range", description='`"<sha256>"`')] = None,
) -> Response:
    """Only for files of complaints in the caller's area. To go on after a cut: `Range` with `If-Range`."""
    with central.database.read() as session:
        caller = central.caller(session, access)
        found = find_blob(session, caller, sha256, central.settings.blobs_folder)
    etag = f'"{sha256}"'
    headers = {"ETag": etag, "Accept-Ranges": "bytes"}
    part = wanted_part(range_, if_range, etag, found.size)
    first, last = part or (0, found.size - 1)
    headers["Content-Length"] = str(last - first + 1)
    if part is not None:
        headers["Content-Range"] = f"bytes {first}-{last}/{found.size}"
    status = 200 if part is None else 206
    return StreamingResponse(read_part(found.path, first, last), status, headers, media_type=found.media_type)
