"""The client: sessions renew themselves, and every failure has its own name."""

from __future__ import annotations

import base64
import errno
import io
import json
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
import urllib3

from tests.unit.api.scripted import TOKENS, Answer, Script, answer, fails, problem, said
from tests.unit.api.test_pages import page, put
from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.people import me_from_json, me_to_json
from wzpdcl_desktop.api.problems import ServerFailed
from wzpdcl_desktop.api.tokens import MemoryTokens
from wzpdcl_desktop.domain.commands import Command, CommandType, Outcome
from wzpdcl_desktop.domain.errors import (
    CursorReset,
    DeskError,
    InsecureAddress,
    NoNetwork,
    NotTheServer,
    ServerDown,
    ServerSaid,
    SessionEnded,
    SignInRefused,
    TornPage,
    UpgradeNeeded,
)
from wzpdcl_desktop.domain.people import Action, Duty, Tokens

URL = "https://central.example.com"
SCOPES = {"token": "t", "scope_epoch": "e", "now": 1, "scopes": [{"scope": "company", "head": 4}]}
ME = {
    "officer": {"id": "xen.khulna1", "name": "Sample", "name_bn": "নমুনা", "designation": "XEN"},
    "duty": "office_head",
    "office": {"id": "khulna-1", "name": "Khulna 1"},
    "circle": "khulna",
    "feeders": ["f1"],
    "actions": [
        {
            "action": "accept",
            "from": ["inbox"],
            "to": "in_progress",
            "needs": ["text"],
            "blocked_reason": None,
        },
        {"action": "teleport", "from": ["inbox"], "to": None, "needs": [], "blocked_reason": None},
    ],
    "now": 1,
}
SIGNED_IN = {
    **TOKENS,
    "officer": {
        "id": "xen.khulna1",
        "name": "S",
        "name_bn": "ন",
        "designation": "",
        "mobile": "",
        "email": "",
    },
    "duty": "office_head",
    "office": {"id": "khulna-1"},
    "store_key": base64.b64encode(bytes(range(32))).decode(),
    "lease_days": 30,
    "now": 1795000000000,
}
COMMAND = Command(
    "01a20432-e1e4-76e3-80d7-9a054b0fb522",
    "xen.khulna1",
    CommandType.MESSAGE,
    "complaint:7",
    {"text": "গোপন কথা"},
    None,
    None,
    1795000000000,
)


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def api(script: Script) -> CentralApi:
    made = CentralApi(URL, script.session, MemoryTokens("refresh-1"))
    made.use(Tokens("access-1", 900, "refresh-1", 1000))
    return made


# ------------------------------------------------------------------ errors


def connection_error(reason: Exception) -> Exception:
    """As requests wraps what urllib3 says."""
    return requests.ConnectionError(urllib3.exceptions.MaxRetryError(None, "/", reason))  # type: ignore[arg-type]


def new_connection_error(number: int) -> Exception:
    error = urllib3.exceptions.NewConnectionError(None, "failed")  # type: ignore[arg-type]
    error.__cause__ = OSError(number, "failed")
    return connection_error(error)


NAME = urllib3.exceptions.NameResolutionError("central.example.com", None, socket.gaierror())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (fails(connection_error(NAME)), NoNetwork),
        (fails(new_connection_error(errno.ENETUNREACH)), NoNetwork),
        (fails(new_connection_error(errno.EHOSTUNREACH)), NoNetwork),
        (fails(new_connection_error(errno.ECONNREFUSED)), ServerDown),
        (fails(requests.ConnectTimeout()), ServerDown),
        (fails(requests.ReadTimeout()), ServerDown),
        (fails(requests.exceptions.ChunkedEncodingError()), ServerDown),
        (fails(ConnectionResetError()), ServerDown),
        (fails(requests.exceptions.SSLError(ssl.SSLCertVerificationError(1, "self-signed"))), NotTheServer),
        (answer(200, b"<html>sign in to the hotel</html>", "text/html", server_time=None), NotTheServer),
        (
            answer(302, b"", "text/html", server_time=None, Location="https://portal.example.com/"),
            NotTheServer,
        ),
        (answer(404, b"<html>", "text/html", server_time=None), NotTheServer),
        (answer(404, b"<html>", "text/html"), NotTheServer),
        (answer(200, b"<html>", "text/html"), NotTheServer),
        (answer(200, b'{"token":5}'), NotTheServer),
        (answer(200, b"\xff"), NotTheServer),
        (answer(502, b"<html>bad gateway</html>", "text/html", server_time=None), ServerFailed),
        (answer(408, b"", "text/plain"), ServerFailed),
        (problem(500, "internal"), ServerFailed),
        (problem(410, "cursor_reset"), CursorReset),
        (problem(426, "upgrade_needed"), UpgradeNeeded),
        (problem(401, "signed_out"), SessionEnded),
        (problem(403, "scope_denied"), ServerSaid),
        (problem(403, "account_disabled"), SignInRefused),
    ],
)
def test_every_failure_has_its_name(
    script: Script, api: CentralApi, made: Answer, kind: type[DeskError]
) -> None:
    script.on("GET /v1/scopes", made)
    with pytest.raises(kind) as caught:
        api.scopes()
    assert type(caught.value) is kind


def test_an_answer_cut_in_the_middle_is_the_servers_fault(script: Script, api: CentralApi) -> None:
    class Cut(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise ConnectionResetError

    def cut(request: requests.PreparedRequest) -> requests.Response:
        response = answer(200)(request)
        response.raw = urllib3.HTTPResponse(Cut(), preload_content=False)
        return response

    script.on("GET /v1/scopes", cut)
    with pytest.raises(ServerDown):
        api.scopes()


def test_retry_after_of_header_and_document(script: Script, api: CentralApi) -> None:
    script.on(
        "GET /v1/scopes",
        answer(503, b"", "text/html", server_time=None, Retry_After="7"),
        problem(503, "unavailable", retry_after=3),
        answer(503, b"", "text/html", Retry_After="nan"),
    )
    waits = []
    for _ in range(3):
        with pytest.raises(ServerFailed) as caught:
            api.scopes()
        waits.append(caught.value.retry_after)
    assert waits == [7.0, 3.0, None]


def test_a_torn_page_is_told_apart_from_a_line_that_is_down(script: Script, api: CentralApi) -> None:
    script.on("GET /v1/changes", answer(200, page(put())[:-30], "application/x-ndjson"))
    with pytest.raises(TornPage):
        api.changes("office:khulna-1", "c", 500)


def test_an_answer_without_end_is_not_read_to_the_end(
    script: Script, api: CentralApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wzpdcl_desktop.api.wire.Wire.chunks.__defaults__", (1000,))
    script.on("GET /v1/scopes", answer(200, b" " * 2000))
    with pytest.raises(NotTheServer):
        api.scopes()


@pytest.mark.parametrize(
    "address", ["http://central.example.com", "http://10.0.0.5:8000", "http://localhost.example.com"]
)
def test_plain_http_to_another_machine_is_refused(script: Script, address: str) -> None:
    with pytest.raises(InsecureAddress):
        CentralApi(address, script.session, MemoryTokens())


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://[::1]:8000", "http://localhost"])
def test_plain_http_to_this_machine_is_taken(script: Script, address: str) -> None:
    assert CentralApi(address + "/", script.session, MemoryTokens()).base_url == address


@pytest.mark.parametrize("address", ["", "central", "ftp://x", "https://", "https://a:b@c", "https://x:port"])
def test_what_is_no_address_is_refused(script: Script, address: str) -> None:
    with pytest.raises(NotTheServer):
        CentralApi(address, script.session, MemoryTokens())


def test_nothing_personal_in_errors_and_logs(
    script: Script, api: CentralApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    script.on("POST /v1/commands", fails(requests.ConnectionError("গোপন কথা")))
    script.on("POST /v1/auth/sign-in", problem(401, "wrong_password", detail="secret-password xen.khulna1"))
    with pytest.raises(ServerDown) as down:
        api.send(COMMAND)
    with pytest.raises(SignInRefused) as refused:
        api.sign_in(Duty.OFFICE_HEAD, "xen.khulna1", "secret-password", "d", "PC")
    for text in (str(down.value), repr(down.value), str(refused.value), caplog.text):
        assert "গোপন" not in text
        assert "secret" not in text
        assert "xen." not in text


# ------------------------------------------------------------------ session


def test_an_expired_token_is_renewed_once_and_the_request_repeated(script: Script, api: CentralApi) -> None:
    script.on("GET /v1/scopes", problem(401, "token_expired"), said(SCOPES))
    script.on("POST /v1/auth/refresh", said(TOKENS))
    assert api.scopes().token == "t"
    assert script.paths() == ["/v1/scopes", "/v1/auth/refresh", "/v1/scopes"]
    assert script.bearers() == ["Bearer access-1", None, "Bearer access-2"]


def test_many_threads_share_one_renewal(script: Script, api: CentralApi) -> None:
    together = threading.Barrier(8)
    refreshed = problem(401, "token_expired")

    def by_token(request: requests.PreparedRequest) -> requests.Response:
        if request.headers["Authorization"] == "Bearer access-1":
            together.wait(10)
            return refreshed(request)
        return said(SCOPES)(request)

    script.on("GET /v1/scopes", by_token)
    script.on("POST /v1/auth/refresh", said(TOKENS))
    with ThreadPoolExecutor(8) as pool:
        assert [found.token for found in pool.map(lambda _: api.scopes(), range(8))] == ["t"] * 8
    assert script.paths().count("/v1/auth/refresh") == 1


def test_the_new_refresh_token_is_kept_before_the_new_access_token_is_used(script: Script) -> None:
    tokens = MemoryTokens("refresh-1")
    seen: list[str | None] = []

    def look(request: requests.PreparedRequest) -> requests.Response:
        seen.append(tokens.load())
        return said(SCOPES)(request)

    script.on("POST /v1/auth/refresh", said(TOKENS))
    script.on("GET /v1/scopes", look)
    CentralApi(URL, script.session, tokens).scopes()
    assert seen == ["refresh-2"]


def test_a_lost_answer_to_the_renewal_keeps_the_old_token(script: Script) -> None:
    tokens = MemoryTokens("refresh-1")
    api = CentralApi(URL, script.session, tokens)
    script.on("POST /v1/auth/refresh", fails(requests.ReadTimeout()), said(TOKENS))
    script.on("GET /v1/scopes", said(SCOPES))
    with pytest.raises(ServerDown):
        api.scopes()
    assert tokens.load() == "refresh-1"
    assert api.scopes().token == "t"


def test_an_ended_session_is_forgotten(script: Script, api: CentralApi) -> None:
    script.on("GET /v1/scopes", problem(401, "token_expired"))
    script.on("POST /v1/auth/refresh", problem(401, "signed_out"))
    with pytest.raises(SessionEnded):
        api.scopes()
    assert not api.has_session
    asked = len(script.requests)
    with pytest.raises(SessionEnded):
        api.scopes()
    assert len(script.requests) == asked, "without tokens nothing is asked"


def test_a_server_that_never_accepts_a_fresh_token_does_not_loop(script: Script, api: CentralApi) -> None:
    script.on("GET /v1/scopes", problem(401, "token_expired"))
    script.on("POST /v1/auth/refresh", said(TOKENS))
    with pytest.raises(SessionEnded):
        api.scopes()
    assert len(script.requests) == 3


def test_sign_in(script: Script) -> None:
    tokens = MemoryTokens()
    api = CentralApi(URL, script.session, tokens)
    script.on("POST /v1/auth/sign-in", said(SIGNED_IN))
    found = api.sign_in(Duty.OFFICE_HEAD, "xen.khulna1", "pw", "device", "PC")
    assert (found.officer, found.office, found.store_key) == ("xen.khulna1", "khulna-1", bytes(range(32)))
    assert json.loads(script.requests[0].body or b"") == {
        "duty": "office_head",
        "user_id": "xen.khulna1",
        "password": "pw",
        "device_id": "device",
        "device_name": "PC",
    }
    assert tokens.load() == "refresh-2"
    assert "access-2" not in repr(found)


@pytest.mark.parametrize("key", ["", "AAAA", "not base64!", base64.b64encode(bytes(33)).decode()])
def test_a_key_that_is_none_is_refused(script: Script, key: str) -> None:
    script.on("POST /v1/auth/sign-in", said({**SIGNED_IN, "store_key": key}))
    with pytest.raises(NotTheServer):
        CentralApi(URL, script.session, MemoryTokens()).sign_in(Duty.OFFICE_HEAD, "x", "p", "d", "n")


def test_a_bearer_is_not_replaced_by_netrc(
    script: Script, api: CentralApi, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine central.example.com login a password b\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    script.on("GET /v1/scopes", said(SCOPES))
    api.scopes()
    assert script.bearers() == ["Bearer access-1"]


# ------------------------------------------------------------------ operations


def test_the_long_poll_waits_longer_than_the_server(script: Script, api: CentralApi) -> None:
    script.on("GET /v1/scopes", said(SCOPES))
    api.scopes()
    api.scopes("t", 25)
    assert [timeout[1] for timeout in script.timeouts] == [30.0, 35]
    assert script.requests[1].path_url == "/v1/scopes?known=t&wait=25"


def test_the_time_is_told_but_not_that_of_a_long_poll(script: Script) -> None:
    told: list[int] = []
    api = CentralApi(URL, script.session, MemoryTokens("r"), on_time=lambda at, *_: told.append(at))
    script.on("POST /v1/auth/refresh", said(TOKENS, server_time="5"))
    script.on("GET /v1/scopes", said(SCOPES, server_time="6"), said(SCOPES, server_time="7"))
    api.scopes()
    api.scopes("t", 25)
    assert told == [5, 6]


def test_me_survives_the_cache(script: Script, api: CentralApi) -> None:
    script.on("GET /v1/me", said(ME))
    me = api.me()
    assert (me.officer, me.office, me.circle, me.duty) == (
        "xen.khulna1",
        "khulna-1",
        "khulna",
        Duty.OFFICE_HEAD,
    )
    assert me.may(Action.ACCEPT, "inbox")
    assert not me.may(Action.ACCEPT, "resolved")
    assert len(me.rules) == 1, "an action of a later version is passed over"
    assert me_from_json(me_to_json(me)) == me


def test_a_command_is_sent_with_the_same_bytes_each_time(script: Script, api: CentralApi) -> None:
    receipt = {"command_id": COMMAND.command_id, "outcome": "applied", "version": 9, "code": None}
    script.on("POST /v1/commands", said(receipt))
    found = api.send(COMMAND)
    api.send(COMMAND)
    assert (found.outcome, found.version) == (Outcome.APPLIED, 9)
    assert script.requests[0].body == script.requests[1].body
    assert json.loads(script.requests[0].body or b"")["args"] == {"text": "গোপন কথা"}


@pytest.mark.parametrize(
    "receipt",
    [
        {"command_id": "01a20432-0000-76e3-80d7-9a054b0fb522", "outcome": "applied", "version": 9},
        {"command_id": COMMAND.command_id, "outcome": "perhaps", "version": 9},
        {"command_id": COMMAND.command_id, "outcome": "applied", "version": None},
    ],
)
def test_a_receipt_of_something_else_is_none(
    script: Script, api: CentralApi, receipt: dict[str, Any]
) -> None:
    script.on("POST /v1/commands", said(receipt))
    with pytest.raises(NotTheServer):
        api.send(COMMAND)


def test_a_file_goes_on_where_it_stopped_or_begins_anew(script: Script, api: CentralApi) -> None:
    script.on("GET /v1/attachments/ab12", answer(206, b"tail"), answer(200, b"whole"))
    part = api.attachment("ab12", 10)
    assert (part.start, b"".join(part.chunks)) == (10, b"tail")
    assert script.requests[0].headers["Range"] == "bytes=10-"
    assert script.requests[0].headers["If-Range"] == '"ab12"'
    part = api.attachment("ab12", 10)
    assert (part.start, b"".join(part.chunks)) == (0, b"whole")


def test_a_closed_client_asks_nothing_more(script: Script, api: CentralApi) -> None:
    api.close()
    with pytest.raises(ServerDown):
        api.scopes()
    assert script.requests == []
