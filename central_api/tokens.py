"""Opaque tokens: given, rotated, ended. Only their SHA-256 is kept."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from central_api.models import Account, Token, TokenFamily
from central_api.problems import ProblemError
from central_api.scope import Caller, load_caller
from central_api.settings import Settings
from central_api.workflow import Duty


@dataclass(frozen=True, slots=True)
class Pair:
    """A new pair of tokens, in clear for this one answer."""

    access: str
    refresh: str


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def open_family(session: Session, officer: str, duty: Duty, device: str, settings: Settings) -> Pair:
    """Begin a sign-in on a device."""
    now = settings.clock.now_ms()
    family = TokenFamily(
        id=str(uuid.uuid4()), officer=officer, duty=duty.value, device=device, created_at=now
    )
    session.add(family)
    session.flush()
    return _issue(session, family.id, None, now, settings)


def authenticate(session: Session, access: str, now_ms: int) -> Caller:
    """The caller behind an access token, with the rights of this very snapshot.

    Raises:
        ProblemError: ``signed_out``, ``token_expired``, ``account_disabled``, or ``wrong_duty``.
    """
    found = session.execute(
        select(Token, TokenFamily, Account)
        .join(TokenFamily, Token.family == TokenFamily.id)
        .join(Account, TokenFamily.officer == Account.officer)
        .where(Token.sha256 == _hash(access), Token.kind == "access")
    ).one_or_none()
    if found is None:
        # Expired long ago and cleared away, or never ours: only the refresh can tell.
        raise ProblemError("token_expired")
    token, family, account = found
    if family.ended_at is not None:
        raise ProblemError("signed_out")
    _check_rights(account, family)
    if token.expires_at <= now_ms:
        raise ProblemError("token_expired")
    return load_caller(session, account, Duty(family.duty), family.id)


def rotate(session: Session, refresh: str, settings: Settings) -> Pair | None:
    """Exchange a refresh token for a new pair; None if the sign-in has ended, or ends by this very use.

    A token that was used before ends the whole family: somebody has a copy. Except when its answer got lost:
    then it comes again within a minute, and its successor was never used; that one is void from then on.
    The caller commits in any case.

    Raises:
        ProblemError: ``account_disabled`` or ``wrong_duty``, also where the token itself is too old: a PC
            that was off for long must learn that its data is no longer for this officer.
    """
    now = settings.clock.now_ms()
    token = session.get(Token, _hash(refresh))
    if token is None or token.kind == "access":
        return None
    family = session.scalars(
        select(TokenFamily).where(TokenFamily.id == token.family).with_for_update()
    ).one()
    session.refresh(token)
    _check_rights(session.get_one(Account, family.officer), family)
    if family.ended_at is not None or token.expires_at <= now:
        return None
    if token.kind == "void":
        end_family(session, family.id, now, "replay")
        return None
    if token.used_at is not None:
        in_time = now - token.used_at <= settings.refresh_grace_seconds * 1000
        if not in_time or _successor_used(session, token.sha256):
            end_family(session, family.id, now, "replay")
            return None
        session.execute(delete(Token).where(Token.parent == token.sha256, Token.kind == "access"))
        session.execute(update(Token).where(Token.parent == token.sha256).values(kind="void"))
    else:
        token.used_at = now
    return _issue(session, family.id, token.sha256, now, settings)


def end_family(session: Session, family: str, now_ms: int, reason: str) -> None:
    """End a sign-in with all its tokens."""
    session.execute(
        update(TokenFamily)
        .where(TokenFamily.id == family, TokenFamily.ended_at.is_(None))
        .values(ended_at=now_ms, end_reason=reason)
    )


def _check_rights(account: Account, family: TokenFamily) -> None:
    """Refuse whoever may not work in this duty any more, with a code on which the desk drops its data."""
    if account.disabled:
        raise ProblemError("account_disabled")
    if family.duty not in account.duties:
        raise ProblemError("wrong_duty")


def _successor_used(session: Session, parent: str) -> bool:
    used = select(Token.sha256).where(
        Token.parent == parent, Token.kind == "refresh", Token.used_at.is_not(None)
    )
    return session.scalar(used.limit(1)) is not None


def _issue(session: Session, family: str, parent: str | None, now: int, settings: Settings) -> Pair:
    pair = Pair(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    for kind, token, seconds in (
        ("access", pair.access, settings.access_seconds),
        ("refresh", pair.refresh, settings.refresh_seconds),
    ):
        session.add(
            Token(
                sha256=_hash(token), family=family, kind=kind, parent=parent, expires_at=now + seconds * 1000
            )
        )
    return pair
