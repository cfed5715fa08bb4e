"""Sessions of requests for the central API, whose open connections can be cut from another thread."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import weakref
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from wzpdcl_desktop import __version__


def make_session(tls: ssl.SSLContext | None = None, *, compressed: bool = True) -> requests.Session:
    """A session whose adapter can be cut; for one thread.

    Args:
        tls: Decides whom to trust; None for the certificates that requests brings. The program passes a
            ``truststore.SSLContext``, so that the PC's own store counts.
        compressed: Ask for compressed answers. Not from a server on this PC: there is no line to spare, and
            packing and unpacking take as long as reading the rows.
    """
    session = requests.Session()
    adapter = WireAdapter(tls)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    session.headers.update(
        {
            "User-Agent": f"wzpdcl-desktop/{__version__}",
            "X-Client-Version": __version__,
            "Accept-Encoding": "gzip" if compressed else "identity",
        }
    )
    return session


class Bearer(AuthBase):
    """The access token. As `auth`: requests would put a password of ``.netrc`` over a plain header."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class NoAuth(AuthBase):
    """Nothing, and nothing of ``.netrc`` either."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class Wires:
    """The open sockets of an adapter."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._cut = False

    def add(self, wire: Any) -> None:
        """Remember a socket; after a cut it is cut at once."""
        with self._lock:
            self._sockets.add(wire)
            cut = self._cut
        if cut:
            _shut(wire)

    def cut(self) -> None:
        """End every exchange under way, and each one that begins later. From any thread."""
        with self._lock:
            self._cut = True
            wires = list(self._sockets)
        for wire in wires:
            _shut(wire)


def _shut(wire: Any) -> None:
    with contextlib.suppress(OSError, ValueError):
        wire.shutdown(socket.SHUT_RDWR)


class WireAdapter(HTTPAdapter):
    """An adapter whose blocked reads end at :meth:`cut`; closing a session alone does not wake a reader."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._wires = Wires()
        super().__init__(pool_connections=2, pool_maxsize=2)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pool with connections that report their sockets."""
        if self._tls is not None:
            kwargs["ssl_context"] = self._tls
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pool_classes(self._wires)

    def cut(self) -> None:
        """See :meth:`Wires.cut`."""
        self._wires.cut()


def _pool_classes(wires: Wires) -> dict[str, type[HTTPConnectionPool]]:
    """urllib3's pools, with connections that tell ``wires`` of their sockets."""

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            wires.add(self.sock)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            wires.add(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
