"""One exchange with the server: bytes there and bytes back, every failure an error of the domain."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import requests
import urllib3

from wzpdcl_desktop.api import failures, problems
from wzpdcl_desktop.api.calls import BODY_LIMIT, Call, TimeHook, checked_address, is_loopback
from wzpdcl_desktop.api.transport import Bearer, NoAuth
from wzpdcl_desktop.domain.errors import NetworkError, NotTheServer, ServerDown

log = logging.getLogger("wzpdcl.api")

CONNECT_SECONDS = 5.0
READ_SECONDS = 30.0
_CHUNK = 64 * 1024


class Wire:
    """Exchanges with one server, from any thread.

    Args:
        base_url: Address of the central API.
        http: Makes a session; called once per thread.
        on_time: Told the server's time with each answer that did not wait.
        monotonic: Seconds that only ever rise.
    """

    def __init__(
        self,
        base_url: str,
        http: Callable[[], requests.Session],
        on_time: TimeHook | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.base_url = checked_address(base_url)
        self._loopback = is_loopback(urlsplit(self.base_url).hostname or "")
        self._http = http
        self._on_time = on_time
        self._monotonic = monotonic
        self._local = threading.local()
        self._lock = threading.Lock()
        self._sessions: list[requests.Session] = []
        self._closed = False

    def exchange(self, call: Call, token: str | None = None) -> bytes:
        """Send a request and read the whole answer.

        Raises:
            NetworkError: The server was not reached, or it was not the server.
            ServerSaid: It answered with a problem.
        """
        response = self.open(call, token)
        try:
            return b"".join(self.chunks(response))
        finally:
            response.close()

    def open(self, call: Call, token: str | None = None) -> requests.Response:
        """Send a request and read the head of a good answer. The caller reads :meth:`chunks` and closes."""
        session = self._session()
        sent = self._monotonic()
        try:
            response = session.request(
                call.method,
                self.base_url + call.path,
                params=dict(call.params),
                data=call.body,
                headers=dict(call.headers),
                auth=NoAuth() if token is None else Bearer(token),
                timeout=(CONNECT_SECONDS, call.wait + 10 if call.wait else READ_SECONDS),
                allow_redirects=False,
                stream=True,
            )
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise self._failed(call, error) from None
        try:
            self._check(call, response, sent)
        except BaseException:
            response.close()
            raise
        return response

    def chunks(self, response: requests.Response, limit: int = BODY_LIMIT) -> Iterator[bytes]:
        """The answer's bytes, decompressed, up to a limit."""
        size = 0
        try:
            for chunk in response.iter_content(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise NotTheServer("answer too large")
                yield chunk
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise self._cut(error) from None

    def close(self) -> None:
        """End everything under way, from any thread; the client cannot be used any more."""
        with self._lock:
            self._closed = True
            sessions, self._sessions = self._sessions, []
        for session in sessions:
            for adapter in session.adapters.values():
                cut = getattr(adapter, "cut", None)
                if cut is not None:
                    cut()
            session.close()

    def _check(self, call: Call, response: requests.Response, sent: float) -> None:
        """Tell the time; raise for anything but a good answer of the server."""
        server_time = response.headers.get("X-Server-Time", "")
        if server_time.isascii() and server_time.isdecimal() and len(server_time) < 16:
            # Nobody knows when in a long poll the server looked at its clock.
            if self._on_time is not None and not call.wait:
                self._on_time(int(server_time), sent, self._monotonic())
        elif response.status_code < 500:
            raise NotTheServer(f"status {response.status_code}")
        if 200 <= response.status_code < 300:
            return
        if response.status_code < 400:
            raise NotTheServer(f"status {response.status_code}")
        headers = response.headers
        body = b"".join(self.chunks(response))
        error = problems.from_answer(
            response.status_code, headers.get("Content-Type", ""), body, headers.get("Retry-After")
        )
        log.info("%s %s: %s", call.method, _template(call.path), error.key)
        raise error

    def _session(self) -> requests.Session:
        found: requests.Session | None = getattr(self._local, "session", None)
        if found is None:
            found = self._http()
            if self._loopback:
                # A proxy of the environment has no way to this very machine.
                found.trust_env = False
            self._local.session = found
            with self._lock:
                self._sessions.append(found)
        if self._closed:
            raise ServerDown("closed")
        return found

    def _failed(self, call: Call, error: Exception) -> NetworkError:
        mapped = self._cut(error)
        log.info("%s %s: %s (%s)", call.method, _template(call.path), mapped.code, mapped.detail)
        return mapped

    def _cut(self, error: Exception) -> NetworkError:
        return ServerDown("closed") if self._closed else failures.from_exception(error)


def _template(path: str) -> str:
    """The path without ids."""
    return "/".join(path.split("/")[:3])
