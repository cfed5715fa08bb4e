"""Signed packages of the desktop program: made with the company's key, checked, published in a folder.

A package comes as a folder of two files, the same for a server and for a USB stick:

    update.json    {"manifest": the manifest as text, "signature": base64, "key": which key}
    <file>         the installer, as the manifest names it

The signature (Ed25519) is over `CONTEXT` and the manifest's text as it stands. The private key is never on a
server: `sign` runs where the key lies, `publish` where the server is, and knows the public key alone.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

ENVELOPE = "update.json"
PRODUCT = "wzpdcl-desktop"
#: What is signed begins with this: no other signature of the key can be taken for one of a package.
CONTEXT = b"wzpdcl-desktop update 1\n"
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,100}\.exe")
_PIECE = 1024 * 1024


class NotAPackageError(Exception):
    """The text says why it cannot be signed or published."""


@dataclass(frozen=True, slots=True)
class Published:
    """What the server offers.

    Attributes:
        envelope: ``update.json`` as it is.
        least: Below this version a desktop may read, not send.
    """

    envelope: dict[str, str]
    version: str
    least: str
    path: Path
    size: int
    sha256: str


class Updates:
    """The folder of published packages; read again whenever it has changed.

    Args:
        folder: None where nothing is ever published.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._seen: tuple[int, int] | None = None
        self._published: Published | None = None

    def current(self) -> Published | None:
        """The package that is offered now, None for none."""
        if self._folder is None:
            return None
        try:
            status = (self._folder / ENVELOPE).stat()
        except OSError:
            return None
        seen = (status.st_mtime_ns, status.st_size)
        if seen != self._seen:
            self._published = _read(self._folder)
            self._seen = seen
        return self._published


def new_key(private: Path) -> str:
    """Make a key: the private half into a file that only its owner reads; the public half is returned.

    Raises:
        FileExistsError: A key is never written over.
    """
    key = SigningKey.generate()
    handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(bytes(key).hex() + "\n")
    return bytes(key.verify_key).hex()


@dataclass(frozen=True, slots=True)
class Release:
    """What a person says of a new version."""

    version: str
    least: str
    notes: str = ""
    notes_bn: str = ""


def sign(package: Path, release: Release, private: Path, target: Path, made_at: int) -> None:
    """Make the folder of a package: the installer beside its signed manifest.

    Raises:
        NotAPackageError: A version or a name that no desktop would take.
    """
    if not _VERSION.fullmatch(release.version) or not _VERSION.fullmatch(release.least):
        raise NotAPackageError("a version is two to four numbers: 1.2.0")
    if numbers(release.least) > numbers(release.version):
        raise NotAPackageError("the least version is above the package's own")
    if not _FILE.fullmatch(package.name):
        raise NotAPackageError("the installer's name is letters, digits, . _ - and ends with .exe")
    size, sha256 = _measure(package)
    manifest = json.dumps(
        {
            "format": 1,
            "product": PRODUCT,
            "version": release.version,
            "least": release.least,
            "file": package.name,
            "size": size,
            "sha256": sha256,
            "made_at": made_at,
            "notes": release.notes,
            "notes_bn": release.notes_bn,
        },
        ensure_ascii=False,
    )
    key = SigningKey(bytes.fromhex(private.read_text(encoding="ascii").strip()))
    signature = key.sign(CONTEXT + manifest.encode()).signature
    envelope = {
        "manifest": manifest,
        "signature": base64.b64encode(signature).decode(),
        "key": key_name(bytes(key.verify_key)),
    }
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package, target / package.name)
    (target / ENVELOPE).write_text(json.dumps(envelope, ensure_ascii=False), encoding="utf-8")


def publish(signed: Path, public: str, folder: Path) -> Published:
    """Check a signed package and offer it. Servers that are running take it up by themselves.

    Raises:
        NotAPackageError: It is not whole, or another key signed it.
    """
    found = _read(signed)
    if found is None:
        raise NotAPackageError("there is no package in this folder")
    try:
        VerifyKey(bytes.fromhex(public)).verify(
            CONTEXT + found.envelope["manifest"].encode(), base64.b64decode(found.envelope["signature"])
        )
    except (BadSignatureError, ValueError):
        raise NotAPackageError("it was not signed with this key") from None
    if _measure(found.path) != (found.size, found.sha256):
        raise NotAPackageError("the installer is not the one that was signed")
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{found.path.name}.part"
    shutil.copyfile(found.path, unfinished)
    unfinished.replace(folder / found.path.name)
    # Last and in one step: who reads it finds the installer in its place.
    draft = folder / f"{ENVELOPE}.part"
    shutil.copyfile(signed / ENVELOPE, draft)
    draft.replace(folder / ENVELOPE)
    for other in folder.glob("*.exe"):
        if other.name != found.path.name:
            other.unlink()
    published = _read(folder)
    assert published is not None
    return published


def numbers(version: str) -> tuple[int, ...]:
    """A version to compare: ``0.12.1.dev3`` → 0, 12, 1; zeros at the end say nothing."""
    leading = re.match(r"[0-9]+(\.[0-9]+)*", version)
    parts = [int(part) for part in leading.group().split(".")] if leading else []
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def key_name(public: bytes) -> str:
    """By what a public key is called."""
    return hashlib.sha256(public).hexdigest()[:16]


def _read(folder: Path) -> Published | None:
    """The package of a folder; None if there is none, or it is no package at all."""
    try:
        envelope: Any = json.loads((folder / ENVELOPE).read_text(encoding="utf-8"))
        envelope = {name: str(envelope[name]) for name in ("manifest", "signature", "key")}
        manifest: Any = json.loads(envelope["manifest"])
        path = folder / str(manifest["file"])
        if not _FILE.fullmatch(path.name) or path.parent != folder or not path.is_file():
            return None
        return Published(
            envelope,
            str(manifest["version"]),
            str(manifest["least"]),
            path,
            int(manifest["size"]),
            str(manifest["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _measure(path: Path) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()
