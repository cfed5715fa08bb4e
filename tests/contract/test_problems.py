"""Problems: both languages, the right shape everywhere, nothing personal in the log."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from central_api.problems import KINDS, document
from tests.support.central import PASSWORD, command_body, sign_in_body
from tests.support.local import Local, local_central

BANGLA = re.compile("[\u0980-\u09ff]")


@pytest.mark.parametrize("code", KINDS)
def test_every_code_speaks_both_languages(code: str) -> None:
    made = document(code, "/v1/x")
    for name in ("title", "detail"):
        assert made[name].isascii()
        assert BANGLA.search(made[f"{name}_bn"])


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/", 404, "not_found"),
        ("GET", "/v1/nothing", 404, "not_found"),
        ("DELETE", "/v1/commands", 405, "method_not_allowed"),
        ("POST", "/v1/me", 405, "method_not_allowed"),
        ("GET", "/v1/complaints/abc", 422, "invalid"),
        ("GET", "/v1/complaints/999999", 404, "not_found"),
        ("GET", "/v1/snapshot", 422, "invalid"),
    ],
)
def test_shape(local: Local, method: str, path: str, status: int, code: str) -> None:
    answer = local.client.request(method, path, headers=local.bearer("xen.khulna1"))
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"urn:wzpdcl:problem:{code}"
    assert body["instance"] == path
    assert status != 405 or answer.headers["allow"]


def test_headers_of_every_answer(local: Local) -> None:
    for path in ("/v1/server", "/v1/nothing", "/v1/me", "/openapi.json"):
        answer = local.client.get(path)
        assert answer.headers["x-server-time"] == str(local.clock.now_ms())
        assert answer.headers["cache-control"] == "no-store"


def test_a_body_over_a_mebibyte(local: Local) -> None:
    big = b"x" * (1024 * 1024 + 1)

    def pieces() -> Iterator[bytes]:
        yield from (big[:600_000], big[600_000:])

    for content in (big, pieces()):
        answer = local.client.post("/v1/commands", content=content, headers=local.bearer("xen.khulna1"))
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_what_is_no_json(local: Local) -> None:
    for content in (b"", b"{", b"\xff\xfe", b"[1]"):
        answer = local.client.post("/v1/commands", content=content, headers=local.bearer("xen.khulna1"))
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_nothing_personal_in_log_or_problem(local: Local, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = {PASSWORD, "xen.khulna1", "+8801712345678", "গোপন কথা"}
    local.client.post("/v1/auth/sign-in", json=sign_in_body("xen.khulna1", device_id=5))
    local.sign_in("xen.khulna1")
    body = command_body("complaint.message", 1, args={"text": "গোপন কথা +8801712345678"})
    local.command("xen.khulna1", body)
    answer = local.command("xen.khulna1", {**body, "args": "গোপন কথা"})
    assert answer.status_code == 422
    log = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("central"))
    assert "POST /v1/commands 422" in log
    for secret in secrets:
        assert secret not in log
        assert secret not in answer.text


def test_a_bug_shows_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with local_central(tmp_path / "c") as local:
        header = local.bearer("xen.khulna1")
        secret = "গোপন " + "কথা"

        def breaks(*_: object) -> None:
            raise RuntimeError(secret)

        monkeypatch.setattr("central_api.routes.desk.officer_of", breaks)
        answer = local.client.get("/v1/me", headers=header)
        assert (answer.status_code, answer.json()["code"]) == (500, "internal")
        assert secret not in answer.text + caplog.text
        assert "RuntimeError" in caplog.text

        def busy(*_: object) -> None:
            raise OperationalError("SELECT", {}, Exception("database is locked"))

        monkeypatch.setattr("central_api.routes.desk.officer_of", busy)
        answer = local.client.get("/v1/me", headers=header)
        assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (
            503,
            "unavailable",
            "2",
        )
