"""The operations of the central API, with a session that renews itself."""

from __future__ import annotations

import contextlib
import importlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from wzpdcl_desktop.api import people, problems
from wzpdcl_desktop.api.calls import BODY_LIMIT, Call, TimeHook, checked_address
from wzpdcl_desktop.api.pages import decode_page
from wzpdcl_desktop.api.tokens import TokenStore
from wzpdcl_desktop.domain.commands import Command, Receipt
from wzpdcl_desktop.domain.errors import DeskError, ServerSaid, SessionEnded
from wzpdcl_desktop.domain.feed import Digest, Page, Scopes
from wzpdcl_desktop.domain.people import Duty, Me, ServerInfo, SignedIn, Tokens

if TYPE_CHECKING:
    import requests

    from wzpdcl_desktop.api.wire import Wire

T = TypeVar("T")
_JSON = {"Content-Type": "application/json"}
_NDJSON = {"Accept": "application/x-ndjson"}


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file on its way.

    Attributes:
        start: Place in the file of the first byte that comes: what was asked for, or 0 for the whole file.
        chunks: The bytes; reading them may raise NetworkError.
    """

    start: int
    chunks: Iterator[bytes]


class CentralApi:
    """The central API. Every method may be called from any thread and raises NetworkError or ServerSaid.

    Args:
        base_url: Address of the server.
        http: Makes a session of requests; called once per thread.
        tokens: Keeps the refresh token.
        on_time: Told the server's time (ms), and when the request went and the answer came (monotonic).
        monotonic: Seconds that only ever rise.
    """

    def __init__(
        self,
        base_url: str,
        http: Callable[[], requests.Session],
        tokens: TokenStore,
        *,
        on_time: TimeHook | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._base_url = checked_address(base_url)
        self._http, self._on_time, self._monotonic = http, on_time, monotonic
        self._tokens = tokens
        self._lock = threading.Lock()
        self._wire_lock = threading.Lock()
        self._wire_made: Wire | None = None
        self._closed = False
        self._access = ""

    @property
    def base_url(self) -> str:
        """The server's address, without a slash at its end."""
        return self._base_url

    @property
    def _wire(self) -> Wire:
        """The wire, made at the first exchange: loading requests takes a tenth of the program's start."""
        with self._wire_lock:
            if self._wire_made is None:
                wire = importlib.import_module("wzpdcl_desktop.api.wire")
                made: Wire = wire.Wire(self._base_url, self._http, self._on_time, self._monotonic)
                self._wire_made = made
                if self._closed:
                    made.close()
            return self._wire_made

    @property
    def has_session(self) -> bool:
        """Whether there is a token to begin with; the server may have ended it meanwhile."""
        return bool(self._access) or self._tokens.load() is not None

    def close(self) -> None:
        """End what is under way, a long poll too; from any thread, for good."""
        with self._wire_lock:
            self._closed = True
            if self._wire_made is not None:
                self._wire_made.close()

    # ---------------------------------------------------------------- session

    def server_info(self) -> ServerInfo:
        """What the server says of itself; needs no session, and serves as a probe of the line."""
        return people.server_info(self._wire.exchange(Call("GET", "/v1/server")))

    def sign_in(self, duty: Duty, user_id: str, password: str, device_id: str, device_name: str) -> SignedIn:
        """Begin a session.

        Raises:
            SignInRefused: ``problem.code`` says why.
        """
        body = {
            "duty": duty.value,
            "user_id": user_id,
            "password": password,
            "device_id": device_id,
            "device_name": device_name,
        }
        answer = people.signed_in(self._wire.exchange(_post("/v1/auth/sign-in", body)))
        self.use(answer.tokens)
        return answer

    def use(self, tokens: Tokens) -> None:
        """Go on with tokens that somebody else got."""
        with self._lock:
            self._keep(tokens)

    def refresh(self) -> None:
        """Renew the session now.

        Raises:
            SessionEnded: There is none, or the server has ended it.
        """
        self._renew(self._access)

    def sign_out(self) -> None:
        """End the session here, and on the server if it can be reached."""
        with contextlib.suppress(DeskError):
            self._authorised(Call("POST", "/v1/auth/sign-out"))
        with self._lock:
            self._forget()

    # ---------------------------------------------------------------- reading

    def me(self) -> Me:
        """The officer, and what they may do."""
        return people.me_from_json(self._authorised(Call("GET", "/v1/me")))

    def scopes(self, known: str | None = None, wait: int = 0) -> Scopes:
        """The officer's scopes and how far the feed of each is.

        Args:
            known: The last ``token``: with ``wait`` the answer comes when anything differs from it.
            wait: Seconds, at most 25.
        """
        params: dict[str, str | int] = {}
        if known is not None:
            params = {"known": known, "wait": wait}
        return people.scopes(self._authorised(Call("GET", "/v1/scopes", params, wait=wait)))

    def row_count(self, scope: str) -> int:
        """How many rows a scope has now."""
        call = Call("GET", "/v1/digest", {"scope": scope, "buckets": "false"})
        return people.digest(self._authorised(call)).count

    def digest(self, scope: str) -> Digest:
        """How many rows a scope has now, and what they are, in 256 buckets."""
        return people.digest(self._authorised(Call("GET", "/v1/digest", {"scope": scope})))

    def bucket(self, scope: str, bucket: int) -> Page:
        """All rows of one bucket of a scope.

        Raises:
            TornPage: The page was not whole.
        """
        call = Call("GET", f"/v1/digest/{bucket}", {"scope": scope}, headers=_NDJSON)
        return decode_page(self._authorised(call))

    def snapshot(self, scope: str, stage: str, after: str | None, limit: int) -> Page:
        """A page of a stage of the snapshot; ``after`` is the ``next`` of the page before.

        Raises:
            TornPage: The page was not whole.
        """
        params: dict[str, str | int] = {"scope": scope, "stage": stage, "limit": limit}
        if after is not None:
            params["after"] = after
        return decode_page(self._authorised(Call("GET", "/v1/snapshot", params, headers=_NDJSON)))

    def changes(self, scope: str, cursor: str, limit: int, wait: int = 0) -> Page:
        """A page of the change feed after a cursor.

        Raises:
            TornPage: The page was not whole.
            CursorReset: Take a fresh snapshot.
        """
        params: dict[str, str | int] = {"scope": scope, "cursor": cursor, "limit": limit}
        if wait:
            params["wait"] = wait
        return decode_page(self._authorised(Call("GET", "/v1/changes", params, headers=_NDJSON, wait=wait)))

    def attachment(self, sha256: str, offset: int = 0) -> FilePart:
        """A file's bytes from an offset on.

        Args:
            sha256: Its hash (hex), which is its name.
        """
        call = _part(f"/v1/attachments/{sha256}", sha256, offset)
        return self._file(self._repeated(lambda access: self._wire.open(call, access)), offset)

    def update_manifest(self) -> bytes | None:
        """The signed manifest of the current version, None if none is published; needs no session."""
        try:
            return self._wire.exchange(Call("GET", "/v1/update"))
        except ServerSaid as error:
            if error.problem.status == 404:
                return None
            raise

    def update_package(self, sha256: str, offset: int = 0) -> FilePart:
        """The installer's bytes from an offset on; needs no session."""
        return self._file(self._wire.open(_part(f"/v1/update/package/{sha256}", sha256, offset)), offset)

    def _file(self, response: requests.Response, offset: int) -> FilePart:
        start = offset if response.status_code == 206 else 0

        def chunks() -> Iterator[bytes]:
            try:
                yield from self._wire.chunks(response, BODY_LIMIT * 16)
            finally:
                response.close()

        return FilePart(start, chunks())

    # ---------------------------------------------------------------- writing

    def send(self, command: Command) -> Receipt:
        """Send a command; the same one again gets the same receipt."""
        call = Call("POST", "/v1/commands", body=people.command_to_json(command), headers=_JSON)
        return people.receipt(self._authorised(call), command.command_id)

    # ---------------------------------------------------------------- tokens

    def _authorised(self, call: Call) -> bytes:
        return self._repeated(lambda access: self._wire.exchange(call, access))

    def _repeated(self, exchange: Callable[[str], T]) -> T:
        """Run an exchange; renew the session once if the access token is too old."""
        access = self._access or self._renew("")
        try:
            return exchange(access)
        except SessionEnded:
            self._ended(access)
            raise
        except ServerSaid as error:
            if error.problem.code != "token_expired":
                raise
        access = self._renew(access)
        try:
            return exchange(access)
        except SessionEnded:
            self._ended(access)
            raise
        except ServerSaid as error:
            if error.problem.code != "token_expired":
                raise
            # A fresh token that is too old already: only a new sign-in can help.
            raise problems.signed_out() from None

    def _renew(self, used: str) -> str:
        """A newer access token than the one used. Threads that come meanwhile share the one exchange."""
        with self._lock:
            if self._access and self._access != used:
                return self._access
            refresh_token = self._tokens.load()
            if refresh_token is None:
                raise problems.signed_out()
            try:
                answer = self._wire.exchange(_post("/v1/auth/refresh", {"refresh_token": refresh_token}))
            except SessionEnded:
                self._forget()
                raise
            self._keep(people.tokens(answer))
            return self._access

    def _ended(self, used: str) -> None:
        """The session of a token has ended; another one that began meanwhile stays."""
        with self._lock:
            if self._access == used:
                self._forget()

    def _keep(self, tokens: Tokens) -> None:
        # Kept before it is used: the server takes the old one again only until then.
        self._tokens.save(tokens.refresh)
        self._access = tokens.access

    def _forget(self) -> None:
        self._access = ""
        self._tokens.save(None)


def _part(path: str, sha256: str, offset: int) -> Call:
    headers = {"Accept-Encoding": "identity"}
    if offset:
        headers |= {"Range": f"bytes={offset}-", "If-Range": f'"{sha256}"'}
    return Call("GET", path, headers=headers)


def _post(path: str, body: dict[str, str]) -> Call:
    return Call("POST", path, body=msgspec.json.encode(body), headers=_JSON)
