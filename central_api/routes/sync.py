"""Scopes, snapshot, change feed, digest: what keeps a desk equal to the server."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Path, Query, Request, Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from central_api import examples
from central_api.central import Access, Central, CentralDep
from central_api.digest import read_bucket, read_count, read_digest
from central_api.feed import Heads, Page, read_changes, read_heads
from central_api.http import ndjson_response
from central_api.openapi import SIGNED_IN, answer, lines, problems
from central_api.scope import Caller
from central_api.shapes import SCOPE, DigestOut, ScopesOut
from central_api.snapshot import Request as SnapshotRequest
from central_api.snapshot import read_snapshot

router = APIRouter(prefix="/v1", tags=["synchronisation"])

ScopeQuery = Annotated[
    str,
    Query(
        pattern=SCOPE,
        max_length=100,
        description="`company`, `office:ID` or `feeder:ID`",
        examples=["company"],
    ),
]
LimitQuery = Annotated[int, Query(ge=50, le=5000, description="Rows of the page at most")]
WaitQuery = Annotated[int, Query(ge=0, le=25, description="Seconds to wait if there is nothing new")]
T = TypeVar("T")
OpaqueQuery = Query(pattern=r"^[A-Za-z0-9_-]*$", max_length=1000)


async def _poll(central: Central, read: Callable[[], T], has_news: Callable[[T], bool], wait: int) -> T:
    """Read until there is news or the time is over. Waiting holds no thread and no connection."""
    until = time.monotonic() + wait
    while True:
        ticket = central.wakeup.ticket
        result = await run_in_threadpool(read)
        left = until - time.monotonic()
        if has_news(result) or left <= 0 or central.wakeup.closed:
            return result
        await central.wakeup.wait(ticket, left)


def _as_caller(central: Central, access: str, read: Callable[[Session, Caller], T]) -> Callable[[], T]:
    """The rights are looked at again at each reading, in the very snapshot of the rows."""

    def reading() -> T:
        with central.database.read() as session:
            return read(session, central.caller(session, access))

    return reading


@router.get(
    "/scopes",
    operation_id="getScopes",
    summary="The caller's scopes and their heads; the long poll",
    response_model=ScopesOut,
    responses={**answer(examples.SCOPES, "The scopes"), **problems(*SIGNED_IN)},
)
async def scopes(
    central: CentralDep,
    access: Access,
    known: Annotated[str | None, Query(max_length=100, description="The last `token`")] = None,
    wait: WaitQuery = 0,
) -> dict[str, Any]:
    """With `known` and `wait` it answers when anything differs from the token, or when the time is over."""

    def differs(heads: Heads) -> bool:
        return known is None or heads.token != known

    heads = await _poll(central, _as_caller(central, access, read_heads), differs, wait)
    return {
        "token": heads.token,
        "scope_epoch": heads.scope_epoch,
        "now": central.settings.clock.now_ms(),
        "scopes": [{"scope": scope, "head": head} for scope, head in heads.scopes],
    }


@router.get(
    "/snapshot",
    operation_id="getSnapshot",
    summary="A page of a stage of the snapshot",
    response_class=Response,
    responses={
        **lines(examples.SNAPSHOT, "Row lines and an end line"),
        **problems(*SIGNED_IN, "scope_denied"),
    },
)
def snapshot(
    request: Request,
    central: CentralDep,
    access: Access,
    scope: ScopeQuery,
    stage: Annotated[
        Literal["reference", "own_open", "open", "recent", "history"],
        Query(description="`reference` for `company`, the others for the rest"),
    ],
    after: Annotated[str | None, OpaqueQuery] = None,
    limit: LimitQuery = 2000,
) -> Response:
    """The end line also has `as_of`; keep that of the first page of the first stage for the changes."""
    wanted = SnapshotRequest(scope, stage, after, limit)
    settings = central.settings
    with central.database.read() as session:
        caller = central.caller(session, access)
        body = read_snapshot(session, caller, wanted, settings.clock.now_ms(), settings.recent_days)
    return ndjson_response(request, body)


@router.get(
    "/changes",
    operation_id="getChanges",
    summary="A page of the change feed",
    response_class=Response,
    responses={
        **lines(examples.CHANGES, "Row lines and an end line"),
        **problems(*SIGNED_IN, "scope_denied", "cursor_reset"),
    },
)
async def changes(
    request: Request,
    central: CentralDep,
    access: Access,
    scope: ScopeQuery,
    cursor: Annotated[str, OpaqueQuery],
    limit: LimitQuery = 2000,
    wait: WaitQuery = 0,
) -> Response:
    """410 `cursor_reset` asks for a fresh snapshot; waiting commands are not affected by it."""

    def read(session: Session, caller: Caller) -> Page:
        return read_changes(session, caller, scope, cursor, limit)

    page = await _poll(central, _as_caller(central, access, read), lambda page: page.count > 0, wait)
    if not page.count:
        return ndjson_response(request, page.body)
    return await run_in_threadpool(ndjson_response, request, page.body)


@router.get(
    "/digest",
    operation_id="getDigest",
    summary="Count and hash of 256 buckets of a scope",
    response_model=DigestOut,
    responses={**answer(examples.DIGEST, "The digest"), **problems(*SIGNED_IN, "scope_denied")},
)
def digest(
    central: CentralDep,
    access: Access,
    scope: ScopeQuery,
    buckets: Annotated[bool, Query(description="Without them the number alone is found, at once")] = True,
) -> dict[str, Any]:
    """Bucket: first byte of the SHA-256 of the id. Hash: SHA-256 over the sorted lines `id:version`."""
    read = read_digest if buckets else read_count
    with central.database.read() as session:
        return read(session, central.caller(session, access), scope)


@router.get(
    "/digest/{bucket}",
    operation_id="getBucket",
    summary="The rows of one bucket of a scope",
    response_class=Response,
    responses={
        **lines(examples.BUCKET, "Row lines and an end line"),
        **problems(*SIGNED_IN, "scope_denied"),
    },
)
def bucket(
    request: Request,
    central: CentralDep,
    access: Access,
    bucket: Annotated[int, Path(ge=0, le=255, description="As in the digest", examples=[17])],
    scope: ScopeQuery,
) -> Response:
    """What a desk fetches again where its own digest differs. It holds at `head`, a number of the log."""
    with central.database.read() as session:
        body = read_bucket(session, central.caller(session, access), scope, bucket)
    return ndjson_response(request, body)
