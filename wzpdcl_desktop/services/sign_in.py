"""Signing in: at once where the officer is known on this PC, otherwise through the server."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from wzpdcl_desktop.cache.device import keep_beside_stores
from wzpdcl_desktop.cache.keys import KeyVault
from wzpdcl_desktop.cache.store import key_fits
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.errors import (
    InsecureAddress,
    LeaseEnded,
    NetworkError,
    NotKnownHere,
    NotTheServer,
    OfflinePasswordWrong,
    WrongKey,
)
from wzpdcl_desktop.domain.people import Duty, KnownOfficer, ServerInfo, SignedIn, Tokens


class AuthApi(Protocol):
    """What signing in needs of a central API."""

    def server_info(self) -> ServerInfo:
        """Who answers there; raises `NetworkError`."""
        ...

    def sign_in(self, duty: Duty, user_id: str, password: str, device_id: str, device_name: str) -> SignedIn:
        """Sign in; raises `SignInRefused`, `NetworkError`."""
        ...


@dataclass(frozen=True, slots=True)
class Device:
    """This PC as the server's list of devices shows it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A desk that may be opened.

    Attributes:
        server: The address, as `normalised`.
        kept_as: Under which server name this PC keeps the officer's things: the address, but for practice.
        folder: Of the officer's stores.
        key: 32 bytes that open them.
        tokens: None where the sign-in was done on this PC alone: the engine gets them later.
        online: Whether the server was asked.
        password: As it was typed, where the server was not asked: the engine may need it once.
    """

    server: str
    kept_as: str
    folder: Path
    key: bytes = field(repr=False)
    tokens: Tokens | None
    officer: str
    duty: Duty
    name: str
    name_bn: str
    online: bool
    password: str = field(default="", repr=False)


class SignInService:
    """The sign-in form's collaborator. Called from a worker thread: Argon2id alone takes most of a second.

    Args:
        connect: Makes the API of a server address.
        officer_folder: The folder of an officer's stores, from server and `session_name`.
        kept_as: A name for the server in place of its address, which a practice server changes at each start.
    """

    def __init__(
        self,
        connect: Callable[[str], AuthApi],
        vault: KeyVault,
        officer_folder: Callable[[str, str], Path],
        clock: Clock,
        device: Device,
        kept_as: str | None = None,
    ) -> None:
        self._connect = connect
        self._vault = vault
        self._officer_folder = officer_folder
        self._clock = clock
        self._device = device
        self._kept_as = kept_as

    def check_server(self, url: str) -> ServerInfo:
        """Ask an address who it is.

        Raises:
            InsecureAddress: Plain http to another machine.
            NotTheServer: The address makes no sense, or something else answers there.
            NetworkError: It was not reached.
        """
        return self._connect(normalised(url)).server_info()

    def known(self) -> list[KnownOfficer]:
        """Officers who signed in on this PC, the last one first."""
        return self._vault.known()

    def sign_in(self, server: str, duty: Duty, user_id: str, password: str) -> Opened:
        """Open a desk: with the key on this PC if the password fits it, otherwise by the server.

        Raises:
            SignInRefused: The server's refusal.
            NetworkError: The server was not reached, and this PC knows no such officer with this duty.
            OfflinePasswordWrong, LeaseEnded: The server was not reached, and this is why the PC alone does
                not do.
            KeyringMissing: This PC has no usable keyring.
            WrongKey: The server's key is not the one the stores here were made with; nothing was changed.
        """
        server, user_id = normalised(server), user_id.strip()
        kept_as = self._kept_as or server
        local_error: OfflinePasswordWrong | LeaseEnded | None = None
        here = next((one for one in self._vault.known() if _is(one, kept_as, duty, user_id)), None)
        if here is not None:
            try:
                key = self._vault.unlock(kept_as, user_id, password, self._clock.now())
            except NotKnownHere:
                pass  # the keyring was lost: the server gives the same key again
            except (OfflinePasswordWrong, LeaseEnded) as exc:
                local_error = exc
            else:
                folder = self._folder(kept_as, user_id, duty)
                return Opened(
                    server,
                    kept_as,
                    folder,
                    key,
                    None,
                    user_id,
                    duty,
                    here.name,
                    here.name_bn,
                    online=False,
                    password=password,
                )
        try:
            return self._online(server, duty, user_id, password)
        except NetworkError:
            if local_error is not None:
                raise local_error from None
            raise

    def _folder(self, kept_as: str, officer: str, duty: Duty) -> Path:
        return self._officer_folder(kept_as, session_name(officer, duty))

    def _online(self, server: str, duty: Duty, user_id: str, password: str) -> Opened:
        signed = self._connect(server).sign_in(duty, user_id, password, self._device.id, self._device.name)
        kept_as = self._kept_as or server
        folder = self._folder(kept_as, signed.officer, signed.duty)
        if not key_fits(folder, signed.store_key):
            # Another key than the stores were made with: keeping it would lose the one that opens them.
            raise WrongKey
        keep_beside_stores(folder, self._device.id)
        self._vault.remember(
            kept_as,
            signed.officer,
            signed.duty,
            signed.name,
            signed.name_bn,
            signed.store_key,
            password,
            signed.lease_days,
            signed.now,
        )
        session = session_name(signed.officer, signed.duty)
        self._vault.set_refresh_token(kept_as, session, signed.store_key, signed.tokens.refresh)
        return Opened(
            server,
            kept_as,
            folder,
            signed.store_key,
            signed.tokens,
            signed.officer,
            signed.duty,
            signed.name,
            signed.name_bn,
            online=True,
        )


def session_name(officer: str, duty: Duty) -> str:
    """Whose session it is. An officer with two duties has two sessions and two desks, never mixed up."""
    return f"{officer}#{duty.value}"


def normalised(url: str) -> str:
    """A server address as it is kept: scheme, host, port, and a path where one was given; https if unsaid.

    Raises:
        InsecureAddress: Plain http to another machine than this.
        NotTheServer: It is no address.
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NotTheServer("address") from None
    if parts.scheme not in ("http", "https") or not host or " " in host or parts.username is not None:
        raise NotTheServer("address")
    if parts.scheme == "http" and not _is_this_machine(host):
        raise InsecureAddress
    shown = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, f"{shown}:{port}" if port else shown, parts.path.rstrip("/"), "", ""))


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is(one: KnownOfficer, server: str, duty: Duty, officer: str) -> bool:
    return (one.server, one.duty, one.officer) == (server, duty, officer)
