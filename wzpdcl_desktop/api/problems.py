"""Answers of the server that are not the one asked for, as errors of the domain without any of their text."""

from __future__ import annotations

import msgspec

from wzpdcl_desktop.domain.errors import (
    CursorReset,
    DeskError,
    NotTheServer,
    Problem,
    ServerDown,
    ServerSaid,
    SessionEnded,
    SignInRefused,
    UpgradeNeeded,
)
from wzpdcl_desktop.domain.text import shown

MEDIA_TYPE = "application/problem+json"
_SIGN_IN = frozenset(
    {"wrong_password", "wrong_duty", "account_locked", "account_disabled", "too_many_attempts"}
)
#: Longest wait that an answer can ask for (s).
_LONGEST_WAIT = 3600.0


class ServerFailed(ServerDown):
    """The server, or what stands before it, answered with 5xx or 408: the way is there.

    Attributes:
        status: HTTP status.
        retry_after: Seconds to wait, where the answer says so.
    """

    def __init__(self, status: int, retry_after: float | None = None) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.retry_after = retry_after


class _Document(msgspec.Struct, frozen=True):
    code: str
    detail: str = ""
    detail_bn: str = ""
    retry_after: float | None = None


_DOCUMENT = msgspec.json.Decoder(_Document)


def from_answer(status: int, media_type: str, body: bytes, retry_after: str | None) -> DeskError:
    """The error for an answer that is not the one asked for.

    Args:
        status: HTTP status.
        media_type: ``Content-Type``, with or without parameters.
        body: The beginning of the answer is enough.
        retry_after: The header.
    """
    wait = _seconds(retry_after)
    document = _decode(media_type, body)
    if status >= 500 or status == 408:
        return ServerFailed(status, _bounded(document.retry_after) if document and wait is None else wait)
    if document is None:
        return NotTheServer(f"status {status}")
    said = Problem(
        status,
        document.code,
        shown(document.detail),
        shown(document.detail_bn),
        wait if wait is not None else _bounded(document.retry_after),
    )
    if said.code in _SIGN_IN:
        return SignInRefused(said)
    if said.code == "signed_out":
        return SessionEnded(said)
    if status == 410:
        return CursorReset(said)
    if status == 426:
        return UpgradeNeeded(said)
    return ServerSaid(said)


def signed_out() -> SessionEnded:
    """The session has ended, known without asking the server."""
    return SessionEnded(Problem(401, "signed_out"))


def _decode(media_type: str, body: bytes) -> _Document | None:
    if media_type.partition(";")[0].strip().lower() != MEDIA_TYPE:
        return None
    try:
        return _DOCUMENT.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _seconds(header: str | None) -> float | None:
    """Seconds of a ``Retry-After``; the form with a date is not one of ours."""
    try:
        return None if header is None else _bounded(float(header))
    except ValueError:
        return None


def _bounded(seconds: float | None) -> float | None:
    """A wait that makes sense; NaN and the like count as none."""
    return seconds if seconds is not None and 0 <= seconds <= _LONGEST_WAIT else None
