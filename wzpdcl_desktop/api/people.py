"""Officers, sessions, scopes and receipts: JSON of the contract to the domain and back."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import msgspec

from wzpdcl_desktop.domain.commands import Command, Outcome, Receipt
from wzpdcl_desktop.domain.errors import NotTheServer
from wzpdcl_desktop.domain.feed import Digest, ScopeHead, Scopes
from wzpdcl_desktop.domain.people import Action, ActionRule, Duty, Me, ServerInfo, SignedIn, Tokens
from wzpdcl_desktop.domain.text import shown, shown_line, shown_values

_KEY_BYTES = 32
T = TypeVar("T")


class _Server(msgspec.Struct, frozen=True):
    name: str
    name_bn: str
    api: int
    schema: int
    epoch: str
    practice: bool
    now: int
    min_client: str
    current_client: str


class _Tokens(msgspec.Struct, frozen=True):
    access_token: str
    access_expires_in: int
    refresh_token: str
    refresh_expires_in: int


class _Officer(msgspec.Struct, frozen=True):
    id: str
    name: str
    name_bn: str
    designation: str | None = None


class _SignedIn(msgspec.Struct, frozen=True):
    access_token: str
    access_expires_in: int
    refresh_token: str
    refresh_expires_in: int
    officer: _Officer
    duty: Duty
    store_key: str
    lease_days: int
    now: int
    office: Any = None


class _Rule(msgspec.Struct, frozen=True):
    action: str
    from_: list[str] = msgspec.field(name="from")
    to: str | None
    needs: list[str] = []


class _Me(msgspec.Struct, frozen=True):
    officer: _Officer
    duty: Duty
    feeders: list[str]
    actions: list[_Rule]
    office: Any = None
    circle: Any = None


class _Head(msgspec.Struct, frozen=True):
    scope: str
    head: int


class _Scopes(msgspec.Struct, frozen=True):
    token: str
    scope_epoch: str
    scopes: list[_Head]


class _Receipt(msgspec.Struct, frozen=True):
    command_id: str
    outcome: Outcome
    version: int | None = None
    code: str | None = None
    detail: str | None = None
    detail_bn: str | None = None
    current: dict[str, Any] | None = None


class _Bucket(msgspec.Struct, frozen=True):
    bucket: Annotated[int, msgspec.Meta(ge=0, le=255)]
    count: int
    hash: str


class _Digest(msgspec.Struct, frozen=True):
    head: int
    count: int
    buckets: Annotated[list[_Bucket], msgspec.Meta(max_length=256)]


def _reader(shape: type[T]) -> Callable[[bytes | str], T]:
    decoder = msgspec.json.Decoder(shape)

    def read(body: bytes | str) -> T:
        try:
            return decoder.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            # Whatever it was, it did not come from a server of this contract. Its text is not repeated.
            raise NotTheServer("unexpected shape") from None

    return read


_read_server = _reader(_Server)
_read_tokens = _reader(_Tokens)
_read_signed_in = _reader(_SignedIn)
_read_me = _reader(_Me)
_read_scopes = _reader(_Scopes)
_read_receipt = _reader(_Receipt)
_read_digest = _reader(_Digest)


def server_info(body: bytes) -> ServerInfo:
    """``GET /v1/server``. Raises NotTheServer for any other shape, as do all readers here."""
    return ServerInfo(**shown_values(msgspec.structs.asdict(_read_server(body))))


def tokens(body: bytes) -> Tokens:
    """The pair of tokens of a refresh."""
    read = _read_tokens(body)
    return Tokens(read.access_token, read.access_expires_in, read.refresh_token, read.refresh_expires_in)


def signed_in(body: bytes) -> SignedIn:
    """The answer to a sign-in."""
    read = _read_signed_in(body)
    try:
        key = base64.b64decode(read.store_key, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _KEY_BYTES:
        raise NotTheServer("store key")
    return SignedIn(
        tokens=Tokens(read.access_token, read.access_expires_in, read.refresh_token, read.refresh_expires_in),
        officer=read.officer.id,
        name=shown_line(read.officer.name),
        name_bn=shown_line(read.officer.name_bn),
        duty=read.duty,
        office=_id_of(read.office),
        store_key=key,
        lease_days=read.lease_days,
        now=read.now,
    )


def me_from_json(body: bytes | str) -> Me:
    """``GET /v1/me``, or what :func:`me_to_json` wrote."""
    read = _read_me(body)
    known = {action.value for action in Action}
    rules = tuple(
        ActionRule(Action(rule.action), frozenset(rule.from_), rule.to, frozenset(rule.needs))
        for rule in read.actions
        if rule.action in known  # an action of a later version cannot be offered by this one
    )
    return Me(
        officer=read.officer.id,
        name=shown_line(read.officer.name),
        name_bn=shown_line(read.officer.name_bn),
        designation=shown_line(read.officer.designation or ""),
        duty=read.duty,
        office=_id_of(read.office),
        circle=_id_of(read.circle),
        feeders=tuple(read.feeders),
        rules=rules,
    )


def me_to_json(me: Me) -> str:
    """The officer in the shape of ``GET /v1/me``, to be kept for the times without a network."""
    document = {
        "officer": {"id": me.officer, "name": me.name, "name_bn": me.name_bn, "designation": me.designation},
        "duty": me.duty.value,
        "office": {"id": me.office} if me.office else None,
        "circle": me.circle,
        "feeders": list(me.feeders),
        "actions": [
            {
                "action": rule.action.value,
                "from": sorted(rule.sources),
                "to": rule.target,
                "needs": sorted(rule.needs),
            }
            for rule in me.rules
        ],
    }
    return msgspec.json.encode(document).decode()


def scopes(body: bytes) -> Scopes:
    """``GET /v1/scopes``."""
    read = _read_scopes(body)
    return Scopes(read.token, read.scope_epoch, tuple(ScopeHead(one.scope, one.head) for one in read.scopes))


def receipt(body: bytes, command_id: str) -> Receipt:
    """The receipt of a command; one for another command is none."""
    read = _read_receipt(body)
    if read.command_id != command_id or (read.outcome is Outcome.APPLIED and read.version is None):
        raise NotTheServer("receipt")
    return Receipt(
        read.command_id,
        read.outcome,
        read.version,
        read.code,
        shown(read.detail or ""),
        shown(read.detail_bn or ""),
        shown_values(read.current),
    )


def digest(body: bytes) -> Digest:
    """``GET /v1/digest``."""
    read = _read_digest(body)
    return Digest(read.head, read.count, {one.bucket: (one.count, one.hash) for one in read.buckets})


def command_to_json(command: Command) -> bytes:
    """The body of ``POST /v1/commands``: the same bytes for the same command, ever."""
    return msgspec.json.encode(
        {
            "command_id": command.command_id,
            "schema": command.schema,
            "type": command.type.value,
            "aggregate": command.aggregate,
            "args": command.args,
            "base_version": command.base_version,
            "after": command.after,
            "created_at": command.created_at,
        }
    )


def _id_of(value: Any) -> str | None:
    """The id of a place that comes as an object, as its id, or not at all."""
    found = value.get("id") if isinstance(value, dict) else value
    return found if isinstance(found, str) else None
