"""What is asked of the server, and where: known before any network library is loaded."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from wzpdcl_desktop.domain.errors import InsecureAddress, NotTheServer

#: Largest answer (bytes, decompressed); a page of 5,000 long complaints is a fifth of it.
BODY_LIMIT = 64 * 1024 * 1024

#: Called with the server's time (ms) and when the request went and the answer came (monotonic seconds).
TimeHook = Callable[[int, float, float], None]


@dataclass(frozen=True, slots=True)
class Call:
    """One request.

    Attributes:
        path: Below the base address, with its leading slash.
        wait: Seconds that the server may take before it answers (long poll).
    """

    method: str
    path: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: int = 0


def checked_address(address: str) -> str:
    """The base address without its last slash.

    Raises:
        InsecureAddress: Plain http to anything but this machine.
        NotTheServer: It is no web address at all.
    """
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise NotTheServer("not an address") from None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None or parts.query:
        raise NotTheServer("not an address")
    if parts.scheme == "http" and not is_loopback(host):
        raise InsecureAddress
    return address.strip().rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether the host is this very machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
