"""Sign-in: passwords, the limits on guessing, and the key of the store on the PC."""

from __future__ import annotations

import base64
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from central_api.db import Database
from central_api.models import Account, AddressAttempts, StoreKey
from central_api.problems import ProblemError
from central_api.seq import upsert
from central_api.settings import Settings
from central_api.workflow import Duty

_HASHER = PasswordHasher()
#: Of no password at all: an unknown user id costs as much time as a known one.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$Fyk/vJn7jvw5a9gqGHS8rUZEDz+jIXnUkZEjn3N9mkM"


def hash_password(password: str) -> str:
    """The argon2id hash to keep for a password."""
    return _HASHER.hash(password)


def check_password(database: Database, settings: Settings, user_id: str, password: str, address: str) -> None:
    """Return if the password is right, and count it as an attempt if not.

    The attempt is counted before the password is looked at, so that guesses sent at once count too.

    Raises:
        ProblemError: ``too_many_attempts``, ``account_locked`` or ``wrong_password``.
    """
    now = settings.clock.now_ms()
    with database.write() as session:
        _count_address(session, settings, address, now)
        account = session.scalars(
            select(Account).where(Account.officer == user_id).with_for_update()
        ).one_or_none()
        known = _NOBODY if account is None else account.password_hash
        if account is not None:
            _count_account(account, settings, now)
    try:
        _HASHER.verify(known, password)
    except (VerificationError, InvalidHashError):
        raise ProblemError("wrong_password") from None
    if account is None:
        raise ProblemError("wrong_password")
    with database.write() as session:
        _forgive(session, user_id, address)


def check_duty(account: Account, duty: Duty) -> None:
    """Return if the account may be used in a duty.

    Raises:
        ProblemError: ``account_disabled`` or ``wrong_duty``.
    """
    if account.disabled:
        raise ProblemError("account_disabled")
    if duty.value not in account.duties:
        raise ProblemError("wrong_duty")


def store_key(session: Session, officer: str, device: str, now_ms: int) -> str:
    """The key of an officer's encrypted store on a device: made once, then the same. 32 bytes, base64."""
    fresh = base64.b64encode(secrets.token_bytes(32)).decode()
    statement = upsert(session, StoreKey).values(officer=officer, device=device, key=fresh, created_at=now_ms)
    session.execute(statement.on_conflict_do_nothing(index_elements=["officer", "device"]))
    return session.scalars(
        select(StoreKey.key).where(StoreKey.officer == officer, StoreKey.device == device)
    ).one()


def _count_account(account: Account, settings: Settings, now: int) -> None:
    if account.locked_until > now:
        raise ProblemError("account_locked", retry_after=_seconds(account.locked_until - now))
    if account.locked_until:
        account.failures = 0
        account.locked_until = 0
    account.failures += 1
    if account.failures >= settings.account_attempts:
        account.locked_until = now + settings.lock_seconds * 1000


def _count_address(session: Session, settings: Settings, address: str, now: int) -> None:
    statement = upsert(session, AddressAttempts).values(
        address=address, failures=0, first_at=now, locked_until=0
    )
    session.execute(statement.on_conflict_do_nothing(index_elements=["address"]))
    row = session.scalars(
        select(AddressAttempts).where(AddressAttempts.address == address).with_for_update()
    ).one()
    if row.locked_until > now:
        raise ProblemError("too_many_attempts", retry_after=_seconds(row.locked_until - now))
    if row.locked_until or row.first_at <= now - settings.lock_seconds * 1000:
        row.failures, row.first_at, row.locked_until = 0, now, 0
    row.failures += 1
    if row.failures >= settings.address_attempts:
        row.locked_until = now + settings.lock_seconds * 1000


def _forgive(session: Session, user_id: str, address: str) -> None:
    # Locks in the order in which counting takes them: else sign-ins at once could wait for each other.
    counted = AddressAttempts.address == address
    session.execute(
        update(AddressAttempts)
        .where(counted, AddressAttempts.failures > 0)
        .values(failures=AddressAttempts.failures - 1)
    )
    session.execute(update(AddressAttempts).where(counted).values(locked_until=0))
    session.execute(update(Account).where(Account.officer == user_id).values(failures=0, locked_until=0))


def _seconds(milliseconds: int) -> int:
    return -(-milliseconds // 1000)
