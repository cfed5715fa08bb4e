"""The line between a desk and the server: the real client's requests, handed over in this process."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter, HTTPAdapter
from urllib3 import HTTPResponse

from tests.faults.chances import Chances
from tests.faults.clock import World
from tests.faults.server import Answer, Server

_PORTAL = b"<html><body>Sign in to the hotel's network</body></html>"


class Killed(BaseException):
    """The process is no more."""


@dataclass
class Late:
    """A request that the network still holds: it arrives when nobody waits for its answer any more."""

    deliver: Callable[[], object]


class Line:
    """All requests of one desk.

    Attributes:
        dead: The desk was killed: nothing of its life goes out any more.
        kill_in: Requests until the desk is killed with one half done; None for never.
        down: There is no network at all.
        eats_commands: Only questions get through, as on some lines and behind some proxies.
        late: Requests on their way that were given up.
    """

    def __init__(self, server: Server, chances: Chances, world: World) -> None:
        self.server = server
        self.chances = chances
        self.world = world
        self.dead = False
        self.down = False
        self.eats_commands = False
        self.kill_in: int | None = None
        self.late: list[Late] = []
        self.asked = 0

    def carry(self, request: requests.PreparedRequest) -> requests.Response:
        """Bring a request over, or not."""
        self._alive()
        self.asked += 1
        self.world.seconds += 0.05
        parts = urlsplit(request.url or "")
        query = parts.query.replace("wait=25", "wait=0")
        method, body = request.method or "GET", request.body or b""
        body = body.encode() if isinstance(body, str) else bytes(body)
        headers = [(str(name), str(value)) for name, value in request.headers.items()]

        def ask() -> Answer:
            return self.server.ask(method, parts.path, query, headers, body)

        if self.down or (self.eats_commands and parts.path == "/v1/commands"):
            raise requests.ConnectionError("no network")
        if self.kill_in is not None:
            self.kill_in -= 1
            if self.kill_in <= 0:
                self.kill_in = None
                if self.chances.random.random() < 0.7:
                    ask()
                self.dead = True
                raise Killed
        kind = self.chances.of_wire(parts.path)
        answer = self._befallen(kind, ask)
        return _response(request, answer, None if kind != "cut" else self.chances.random.random())

    def _befallen(self, kind: str | None, ask: Callable[[], Answer]) -> Answer:
        """The answer that comes in the end."""
        if kind == "request_lost":
            raise requests.ConnectionError("reset")
        if kind == "reply_lost":
            ask()
            raise requests.ConnectionError("reset by peer")
        if kind == "slow_drip":
            ask()
            self.world.seconds += 30.0
            raise requests.ReadTimeout("timed out")
        if kind == "late":
            self.late.append(Late(ask))
            self.world.seconds += 30.0
            raise requests.ReadTimeout("timed out")
        if kind == "duplicate":
            ask()
            return ask()
        if kind == "captive_portal":
            return _own(200, "text/html", _PORTAL)
        if kind == "forbidden_by_proxy":
            return _own(403, "text/html", b"<html>denied</html>")
        if kind == "server_dies":
            self.server.die_at_commit(self.chances.random.choice((1, 1, 2)))
            answer = ask()
            self.server.die_at_commit(None)
            if self.server.died:
                raise requests.ConnectionError("reset by peer")
            return answer
        if kind == "bad_gateway":
            if self.chances.random.random() < 0.5:
                ask()
            return _own(502, "text/html", b"<html>bad gateway</html>")
        if kind in _PROBLEMS:
            return self._problem(kind)
        return ask()

    def _problem(self, kind: str) -> Answer:
        status, code, wait = _PROBLEMS[kind]
        body = f'{{"type":"about:blank","title":"x","status":{status},"code":"{code}","detail":"x"}}'
        headers = [
            ("content-type", "application/problem+json"),
            ("x-server-time", str(self.world.now_ms())),
            ("content-length", str(len(body))),
        ]
        if wait is not None:
            headers.append(("retry-after", str(wait)))
        return Answer(status, headers, body.encode())

    def _alive(self) -> None:
        if self.dead:
            raise Killed


_PROBLEMS = {
    "too_many_requests": (429, "too_many_requests", 5),
    "server_error": (500, "internal", None),
    "unavailable": (503, "unavailable", 2),
}


class LineAdapter(BaseAdapter):
    """What requests mounts in place of sockets."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        """One exchange."""
        return self._line.carry(request)

    def close(self) -> None:
        """Nothing is open."""


def session_on(line: Line) -> requests.Session:
    """A session of the real client's kind, on a line of ours."""
    session = requests.Session()
    session.trust_env = False
    session.mount("http://", LineAdapter(line))
    session.headers.update({"X-Client-Version": "1.0.0", "Accept-Encoding": "gzip"})
    return session


def _own(status: int, media_type: str, body: bytes) -> Answer:
    return Answer(status, [("content-type", media_type), ("content-length", str(len(body)))], body)


def _response(request: requests.PreparedRequest, answer: Answer, cut: float | None) -> requests.Response:
    """A response as from a socket; ``cut`` (0.0-1.0) ends the body early, as a broken line does."""
    body = answer.body if cut is None else answer.body[: int(cut * len(answer.body))]
    return response_of(request, answer.status, answer.headers, body)


def response_of(
    request: requests.PreparedRequest, status: int, headers: list[tuple[str, str]], body: bytes
) -> requests.Response:
    """What requests makes of bytes from a socket; the header says how many there should be."""
    raw = HTTPResponse(
        body=io.BytesIO(body),
        headers=dict(headers),
        status=status,
        preload_content=False,
        request_method=request.method,
        enforce_content_length=True,
    )
    return HTTPAdapter().build_response(request, raw)
