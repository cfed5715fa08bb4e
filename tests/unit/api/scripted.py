"""A server made of a script, at the level where requests hands over to the network."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import BaseAdapter
from urllib3.response import HTTPResponse

Answer = Callable[[requests.PreparedRequest], requests.Response]

TOKENS = {
    "access_token": "access-2",
    "access_expires_in": 900,
    "refresh_token": "refresh-2",
    "refresh_expires_in": 1000,
}


def answer(
    status: int = 200,
    body: bytes = b"{}",
    media_type: str = "application/json",
    server_time: str | None = "1795000000000",
    **headers: str,
) -> Answer:
    """An answer of the server."""

    def make(request: requests.PreparedRequest) -> requests.Response:
        response = requests.Response()
        response.status_code = status
        response.headers["Content-Type"] = media_type
        if server_time is not None:
            response.headers["X-Server-Time"] = server_time
        for name, value in headers.items():
            response.headers[name.replace("_", "-")] = value
        response.raw = HTTPResponse(io.BytesIO(body), status=status, preload_content=False)
        response.url = str(request.url)
        response.request = request
        return response

    return make


def said(document: dict[str, Any], **more: Any) -> Answer:
    """An answer with JSON."""
    return answer(body=json.dumps(document).encode(), **more)


def problem(status: int, code: str, **members: Any) -> Answer:
    """A problem document."""
    document = {"type": f"urn:wzpdcl:problem:{code}", "status": status, "code": code, **members}
    return answer(status, json.dumps(document).encode(), "application/problem+json")


def fails(error: Exception) -> Answer:
    """No answer."""

    def make(request: requests.PreparedRequest) -> requests.Response:
        raise error

    return make


class Script(BaseAdapter):
    """Answers by method and path; a path without a script is a mistake of the test."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, list[Answer] | Answer] = {}
        self.requests: list[requests.PreparedRequest] = []
        self.timeouts: list[Any] = []
        self._lock = threading.Lock()

    def on(self, what: str, *answers: Answer) -> None:
        """Answers to ``GET /v1/me`` and the like, one after another; the last one for ever."""
        self.answers[what] = list(answers)

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # type: ignore[override]
        what = f"{request.method} {request.path_url.partition('?')[0]}"
        with self._lock:
            self.requests.append(request)
            self.timeouts.append(options.get("timeout"))
            waiting = self.answers[what]
            make = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return make(request)

    def close(self) -> None:
        pass

    def session(self) -> requests.Session:
        session = requests.Session()
        session.mount("https://", self)
        session.mount("http://", self)
        return session

    def paths(self) -> list[str]:
        return [request.path_url.partition("?")[0] for request in self.requests]

    def bearers(self) -> list[str | None]:
        return [request.headers.get("Authorization") for request in self.requests]
