"""What requests, urllib3 and the operating system raise, as errors of the domain."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator

import requests
from urllib3.exceptions import NameResolutionError

from wzpdcl_desktop.domain.errors import NetworkError, NoNetwork, NotTheServer, ServerDown

_NO_WAY = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})


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
