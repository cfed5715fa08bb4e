"""What can go wrong on the way to the server, as errors of the domain, without any text of an answer."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator

import msgspec
import requests
from urllib3.exceptions import NameResolutionError

from wzpdcl_desktop.domain.errors import (
    CursorReset,
    DeskError,
    NetworkError,
    NoNetwork,
    NotTheServer,
    Problem,
    ServerDown,
    ServerSaid,
    SessionEnded,
    SignInRefused,
    UpgradeNeeded,
)

MEDIA_TYPE = "application/problem+json"
_NO_WAY = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})
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


def from_exception(error: Exception) -> NetworkError:
    """The error of the domain for one of requests, urllib3 or the operating system."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return NotTheServer("certificate")
        if isinstance(cause, NameResolutionError):
            return NoNetwork("name not resolved")
        if (
            isinstance(cause, OSError)
            and not isinstance(cause, requests.RequestException)
            and cause.errno in _NO_WAY
        ):
            return NoNetwork("no route")
    return ServerDown(type(error).__name__)


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
        document.detail,
        document.detail_bn,
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


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and everything behind it; requests and urllib3 hide the cause in three places."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        hidden = (current.__cause__, current.__context__, getattr(current, "reason", None), *current.args)
        waiting += [one for one in hidden if isinstance(one, BaseException)]
