"""The shell around all operations: limits, headers, log lines, and problems in place of tracebacks."""

from __future__ import annotations

import gzip
import logging
import time
import traceback
import uuid
from collections.abc import Callable
from typing import Any

import msgspec
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central_api.problems import MEDIA_TYPE, ProblemError, document
from central_api.settings import Settings

logger = logging.getLogger("central.http")
#: Below this gzip costs more than it saves.
_WORTH_GZIP = 600
#: Small pages are those of thin lines, where every byte counts (level 8 takes off a tenth for three times the
#: work); large ones are those of fast lines, which would wait for the processor.
_THIN_LINE = 4 * 1024 * 1024


def problem_response(path: str, error: ProblemError) -> Response:
    """A problem as an answer."""
    body = document(error.code, path, retry_after=error.retry_after, errors=error.errors)
    headers = dict(error.headers or {})
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    if error.status_code == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(msgspec.json.encode(body), error.status_code, headers, MEDIA_TYPE)


def ndjson_response(request: Request, body: bytes) -> Response:
    """A page of lines, compressed if the client asks for it."""
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", "") and len(body) > _WORTH_GZIP:
        body = gzip.compress(body, 8 if len(body) <= _THIN_LINE else 5, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(body, headers=headers, media_type="application/x-ndjson")


def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problem_response(request.url.path, error)


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return problem_response(request.url.path, ProblemError("method_not_allowed", headers=error.headers))
    if error.status_code == 404:
        return problem_response(request.url.path, ProblemError("not_found"))
    return problem_response(
        request.url.path, ProblemError("invalid", errors=[{"where": "request", "message": "not understood"}])
    )


def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # Only place and rule: what was sent may be somebody's password.
    errors = [
        {"where": ".".join(map(str, item["loc"])), "message": str(item["type"])} for item in error.errors()
    ]
    return problem_response(request.url.path, ProblemError("invalid", errors=errors[:20]))


def _on_database(request: Request, error: Exception) -> Response:
    logger.warning("database not available: %s", type(error).__name__)
    return problem_response(request.url.path, ProblemError("unavailable", retry_after=2))


HANDLERS: dict[int | type[Exception], Callable[[Request, Exception], Any]] = {
    ProblemError: _on_problem,
    HTTPException: _on_http,
    RequestValidationError: _on_invalid,
    OperationalError: _on_database,
}


class Shell:
    """The outermost layer: body limit, headers of every answer, one log line, no traceback to the outside."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        request_id = uuid.uuid4().hex[:16]
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Server-Time"] = str(self._settings.clock.now_ms())
                headers["X-Request-Id"] = request_id
                headers["X-Content-Type-Options"] = "nosniff"
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            await self._limited(scope, receive, send_with_headers)
        except Exception as error:
            # The message of an exception may hold personal data; its type and its place do not.
            place = "".join(traceback.format_tb(error.__traceback__)[-3:])
            logger.error("%s in request %s\n%s", type(error).__name__, request_id, place)
            if not status:
                await problem_response(scope["path"], ProblemError("internal"))(
                    scope, receive, send_with_headers
                )
        finally:
            template = getattr(scope.get("route"), "path", "-")
            elapsed = (time.perf_counter() - started) * 1000
            logger.info("%s %s %d %.0f ms %s", scope["method"], template, status, elapsed, request_id)

    async def _limited(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = self._settings.body_limit_bytes
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdigit() or int(declared) > limit:
            await problem_response(scope["path"], ProblemError("too_large"))(scope, receive, send)
            return
        received = 0

        async def receive_limited() -> Message:
            nonlocal received
            message = await receive()
            if message["type"] == "http.request":
                received += len(message.get("body", b""))
                if received > limit:
                    raise ProblemError("too_large")
            return message

        await self._app(scope, receive_limited, send)
