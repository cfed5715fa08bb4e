"""Where secrets lie: the keyring of the PC, or, declared so by practice mode and tests, files."""

from __future__ import annotations

import base64
import hashlib
import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from wzpdcl_desktop.domain.errors import KeyringMissing

_SERVICE = "wzpdcl-desktop"


class SecretStore(Protocol):
    """Bytes under a name. Names hold no personal data."""

    def get(self, name: str) -> bytes | None:
        """The secret, None if there is none."""
        ...

    def set(self, name: str, value: bytes) -> None:
        """Keep a secret."""
        ...

    def delete(self, name: str) -> None:
        """Forget a secret; nothing happens if there is none."""
        ...


class KeyringSecrets:
    """The keyring of the operating system.

    Every method raises `KeyringMissing` where there is none that encrypts.
    """

    def get(self, name: str) -> bytes | None:
        """The secret, None if there is none."""
        with _keyring() as keyring:
            text = keyring.get_password(_service(name), name)
        return base64.b64decode(text) if text else None

    def set(self, name: str, value: bytes) -> None:
        """Keep a secret."""
        with _keyring() as keyring:
            keyring.set_password(_service(name), name, base64.b64encode(value).decode())

    def delete(self, name: str) -> None:
        """Forget a secret."""
        with _keyring() as keyring:
            try:
                keyring.delete_password(_service(name), name)
            except keyring.errors.PasswordDeleteError:
                return


class FileSecrets:
    """Files that only this user can read. For practice mode and tests, which say so; never a fallback."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """The secret, None if there is none."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def set(self, name: str, value: bytes) -> None:
        """Keep a secret, whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self._path(name)
        unfinished = path.with_suffix(".part")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(value)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    def delete(self, name: str) -> None:
        """Forget a secret."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode()).hexdigest()[:40]}.secret"


def _service(name: str) -> str:
    # One for each secret: Windows' Credential Locker moves an older entry of the same service aside while it
    # writes, and two writers at once could lose one.
    return f"{_SERVICE}/{name}"


@contextmanager
def _keyring() -> Iterator[Any]:
    """The keyring library, loaded when a secret is first asked for: it looks through all installed packages.

    It would take a plain text file of `keyrings.alt` for a keyring. This program does not.
    """
    importlib.import_module("keyring.errors")
    keyring = importlib.import_module("keyring")
    backend = type(keyring.get_keyring())
    if backend.__module__.startswith(("keyrings.alt", "keyring.backends.null", "keyring.backends.fail")):
        raise KeyringMissing(backend.__module__)
    try:
        yield keyring
    except keyring.errors.KeyringError as exc:
        raise KeyringMissing(type(exc).__name__) from None
