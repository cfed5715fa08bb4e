"""The desktop program itself: the current version, and its installer.

Without a sign-in: a PC whose version is too old for one must still be mended. Nothing here is secret, and a
desktop believes the company's signature, not the server.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Response
from fastapi.responses import StreamingResponse

from central_api import examples
from central_api.blobs import read_part, wanted_part
from central_api.central import CentralDep
from central_api.openapi import answer, problems
from central_api.problems import ProblemError
from central_api.shapes import UpdateOut

router = APIRouter(prefix="/v1", tags=["updates"])
_BYTES = {"*/*": {"schema": {"type": "string", "format": "binary"}, "example": "(the installer's bytes)"}}


@router.get(
    "/update",
    operation_id="getUpdate",
    summary="The signed manifest of the current version",
    response_model=UpdateOut,
    responses={
        **answer(examples.UPDATE, "The manifest as text, and the signature over it"),
        **problems("not_found", "internal", "unavailable"),
    },
)
def update(central: CentralDep) -> dict[str, Any]:
    """404 while nothing is published. A desktop checks the signature before it believes a word."""
    published = central.updates.current()
    if published is None:
        raise ProblemError("not_found")
    return dict(published.envelope)


@router.get(
    "/update/package/{sha256}",
    operation_id="getUpdatePackage",
    summary="The bytes of the published installer, or a part of them",
    response_class=Response,
    responses={
        200: {"description": "The whole file; `ETag` is its SHA-256 in quotes", "content": _BYTES},
        206: {"description": "The part that was asked for, with `Content-Range`", "content": _BYTES},
        **problems("not_found", "range_not_satisfiable", "invalid", "internal", "unavailable"),
    },
)
def package(
    central: CentralDep,
    sha256: Annotated[str, Path(pattern="^[0-9a-f]{64}$", examples=["ab" * 32])],
    range_: Annotated[str | None, Header(alias="Range", description="One range: `bytes=0-1023`")] = None,
    if_range: Annotated[str | None, Header(alias="If-Range", description='`"<sha256>"`')] = None,
) -> Response:
    """404 once another version is published: what was fetched of the old one is of no use then."""
    published = central.updates.current()
    if published is None or published.sha256 != sha256:
        raise ProblemError("not_found")
    etag = f'"{sha256}"'
    headers = {"ETag": etag, "Accept-Ranges": "bytes"}
    part = wanted_part(range_, if_range, etag, published.size)
    first, last = part or (0, published.size - 1)
    headers["Content-Length"] = str(last - first + 1)
    if part is not None:
        headers["Content-Range"] = f"bytes {first}-{last}/{published.size}"
    status = 200 if part is None else 206
    return StreamingResponse(
        read_part(published.path, first, last), status, headers, media_type="application/octet-stream"
    )
