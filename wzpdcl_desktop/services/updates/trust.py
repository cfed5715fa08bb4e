"""Whose signature counts. Neither the server that offers a package nor a stick is believed."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from wzpdcl_desktop.domain.errors import UpdateRefused
from wzpdcl_desktop.domain.updates import Update, newer

#: What is signed begins with this (docs/api.md).
_CONTEXT = b"wzpdcl-desktop update 1\n"
_VERSION = r"^[0-9]{1,6}(\.[0-9]{1,6}){1,3}$"
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,100}\.exe")
_KEY_BYTES = 32


class _Envelope(msgspec.Struct, frozen=True):
    manifest: str
    signature: str
    key: str


class _Manifest(msgspec.Struct, frozen=True):
    format: int
    product: str
    version: str
    least: str
    file: str
    size: int
    sha256: str
    notes: str = ""
    notes_bn: str = ""


class Trust:
    """Public keys, and the version that a package has to be above.

    Args:
        keys: Reads the company's public keys, 32 bytes each, when they are first needed.
        version: Of this program.
    """

    def __init__(self, keys: Callable[[], Sequence[bytes]], version: str) -> None:
        self._keys = keys
        self._version = version

    def read(self, envelope: bytes) -> Update:
        """What a signed manifest says, whether or not it is newer than this program.

        Raises:
            UpdateRefused: ``update_no_keys``, ``update_unreadable``, ``update_signer``.
        """
        keys = [VerifyKey(key) for key in self._keys()]
        if not keys:
            raise UpdateRefused("update_no_keys")
        try:
            outer = msgspec.json.decode(envelope, type=_Envelope)
            signature = base64.b64decode(outer.signature, validate=True)
        except (msgspec.MsgspecError, ValueError):  # not UTF-8, not JSON, not Base64, not even ASCII
            raise UpdateRefused("update_unreadable") from None
        if not any(_signed(key, outer.manifest, signature) for key in keys):
            raise UpdateRefused("update_signer")
        return _understood(outer.manifest)

    def read_newer(self, envelope: bytes) -> Update:
        """What a signed manifest says, if it is of a newer version.

        Raises:
            UpdateRefused: As `read`; ``update_old`` for this version and older ones.
        """
        update = self.read(envelope)
        if not newer(update.version, self._version):
            raise UpdateRefused("update_old")
        return update


def keys_in(file: Path) -> list[bytes]:
    """The public keys of a file: 64 hex digits a line, what follows ``#`` is for people.

    Raises:
        ValueError: A line is no key.
    """
    lines = (line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    keys = [bytes.fromhex(line) for line in lines if line]
    if any(len(key) != _KEY_BYTES for key in keys):
        raise ValueError("a key has 64 hex digits")
    return keys


def _signed(key: VerifyKey, manifest: str, signature: bytes) -> bool:
    try:
        key.verify(_CONTEXT + manifest.encode(), signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def _understood(manifest: str) -> Update:
    try:
        said = msgspec.json.decode(manifest, type=_Manifest)
    except msgspec.MsgspecError:
        raise UpdateRefused("update_unreadable") from None
    fits = (
        said.format == 1
        and said.product == "wzpdcl-desktop"
        and re.match(_VERSION, said.version)
        and re.match(_VERSION, said.least)
        and _FILE.fullmatch(said.file)
        and said.size > 0
        and re.fullmatch(r"[0-9a-f]{64}", said.sha256)
    )
    if not fits:
        raise UpdateRefused("update_unreadable")
    return Update(said.version, said.least, said.file, said.size, said.sha256, said.notes, said.notes_bn)
