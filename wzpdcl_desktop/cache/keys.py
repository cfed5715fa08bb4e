"""The keys of the stores: wrapped with the officer's password, kept in the keyring. Both are needed.

For each officer three secrets lie there:

- ``<mark>.key``: the store's key, boxed with Argon2id(password);
- ``<mark>.lease``: last online sign-in, last seen time and the lease, boxed with the store's key, so that
nobody edits it;
- ``<mark>.refresh``: the refresh token, boxed with the store's key.

The mark is a hash of server and officer.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from nacl import pwhash, utils
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.cache.known import KnownOfficers
from wzpdcl_desktop.cache.secrets import SecretStore
from wzpdcl_desktop.domain.errors import LeaseEnded, NotKnownHere, OfflinePasswordWrong
from wzpdcl_desktop.domain.people import Duty, KnownOfficer

_DAY_MS = 86_400_000
#: A PC's clock may be this far behind before it counts as set back: a wrong time zone is not fraud.
_CLOCK_SLACK_MS = _DAY_MS


@dataclass(frozen=True, slots=True)
class Effort:
    """What one guess of a password costs: Argon2id's passes and its memory in bytes."""

    passes: int
    memory: int


MODERATE = Effort(pwhash.argon2id.OPSLIMIT_MODERATE, pwhash.argon2id.MEMLIMIT_MODERATE)


class KeyVault:
    """Keys of the officers who signed in on this PC.

    Args:
        known_file: A small JSON with what is no secret: who they are, for the sign-in form.
        effort: Of new wraps; older ones carry their own.
    """

    def __init__(self, secrets: SecretStore, known_file: Path, effort: Effort = MODERATE) -> None:
        self._secrets = secrets
        self._known = KnownOfficers(known_file)
        self._effort = effort

    def known(self) -> list[KnownOfficer]:
        """Officers who signed in here, the last one first."""
        return self._known.all()

    def remember(
        self,
        server: str,
        officer: str,
        duty: Duty,
        name: str,
        name_bn: str,
        store_key: bytes,
        password: str,
        lease_days: int,
        now: int,
    ) -> None:
        """Keep a key after an online sign-in; the lease begins anew.

        Args:
            now: Server time (ms).

        Raises:
            KeyringMissing: This PC has no keyring; nothing was kept.
            DiskFull: The file of officers could not be written.
        """
        self._wrap(server, officer, store_key, password)
        self._write_lease(server, officer, store_key, _Lease(now, now, lease_days))
        with translated():
            self._known.put(KnownOfficer(server, officer, duty, name, name_bn, now))

    def unlock(self, server: str, officer: str, password: str, now: int) -> bytes:
        """The store's key, without the network.

        Args:
            now: The best time there is (ms).

        Raises:
            NotKnownHere: No key lies here.
            OfflinePasswordWrong: The password does not open it.
            LeaseEnded: The last online sign-in is too long ago, or this PC's clock was set back (detail
                ``clock_back``).
        """
        wrapped = self._secrets.get(_name(server, officer, "key"))
        if wrapped is None:
            raise NotKnownHere
        key = _unwrap(wrapped, password)
        lease = self._lease(server, officer, key)
        if lease is None:
            raise LeaseEnded
        if now < lease.last_seen - _CLOCK_SLACK_MS:
            raise LeaseEnded("clock_back")
        if now > lease.last_online + lease.days * _DAY_MS:
            raise LeaseEnded
        self._write_lease(
            server, officer, key, _Lease(lease.last_online, max(now, lease.last_seen), lease.days)
        )
        return key

    def rewrap(self, server: str, officer: str, store_key: bytes, password: str) -> None:
        """The officer's password changed: the same key under the new one. The lease goes on."""
        self._wrap(server, officer, store_key, password)

    def renew(self, server: str, officer: str, store_key: bytes, lease_days: int, now: int) -> None:
        """An online sign-in with an open store: the lease begins anew (server time, ms)."""
        self._write_lease(server, officer, store_key, _Lease(now, now, lease_days))

    def refresh_token(self, server: str, officer: str, store_key: bytes) -> str | None:
        """The refresh token, None if there is none or it does not open with this key."""
        boxed = self._secrets.get(_name(server, officer, "refresh"))
        try:
            return SecretBox(store_key).decrypt(boxed).decode() if boxed else None
        except CryptoError:
            return None

    def set_refresh_token(self, server: str, officer: str, store_key: bytes, token: str | None) -> None:
        """Keep the refresh token; None forgets it."""
        name = _name(server, officer, "refresh")
        if token is None:
            self._secrets.delete(name)
        else:
            self._secrets.set(name, bytes(SecretBox(store_key).encrypt(token.encode())))

    def forget(self, server: str, officer: str) -> None:
        """Forget an officer on this PC. The stores stay; an online sign-in brings the same key again."""
        for part in ("key", "lease", "refresh"):
            self._secrets.delete(_name(server, officer, part))
        with translated():
            self._known.remove(server, officer)

    def _wrap(self, server: str, officer: str, store_key: bytes, password: str) -> None:
        salt = utils.random(pwhash.argon2id.SALTBYTES)
        box = SecretBox(_stretch(password, salt, self._effort))
        header = json.dumps(
            {"salt": salt.hex(), "passes": self._effort.passes, "memory": self._effort.memory}
        )
        wrapped = header.encode() + b"\n" + bytes(box.encrypt(store_key))
        self._secrets.set(_name(server, officer, "key"), wrapped)

    def _lease(self, server: str, officer: str, key: bytes) -> _Lease | None:
        boxed = self._secrets.get(_name(server, officer, "lease"))
        try:
            return _Lease(*json.loads(SecretBox(key).decrypt(boxed))) if boxed else None
        except CryptoError:
            return None

    def _write_lease(self, server: str, officer: str, key: bytes, lease: _Lease) -> None:
        text = json.dumps([lease.last_online, lease.last_seen, lease.days])
        self._secrets.set(_name(server, officer, "lease"), bytes(SecretBox(key).encrypt(text.encode())))


@dataclass(frozen=True, slots=True)
class _Lease:
    last_online: int
    last_seen: int
    days: int


def _unwrap(wrapped: bytes, password: str) -> bytes:
    header, _, boxed = wrapped.partition(b"\n")
    settings = json.loads(header)
    effort = Effort(settings["passes"], settings["memory"])
    try:
        return SecretBox(_stretch(password, bytes.fromhex(settings["salt"]), effort)).decrypt(boxed)
    except CryptoError:
        raise OfflinePasswordWrong from None


def _stretch(password: str, salt: bytes, effort: Effort) -> bytes:
    return pwhash.argon2id.kdf(SecretBox.KEY_SIZE, password.encode(), salt, effort.passes, effort.memory)


def _name(server: str, officer: str, part: str) -> str:
    mark = hashlib.sha256(f"{server}\n{officer}".encode()).hexdigest()[:32]
    return f"{mark}.{part}"
