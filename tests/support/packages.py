"""Signed packages of the program for tests, made by the server's own tool with a key of their own."""

from __future__ import annotations

from pathlib import Path

from central_api.updates import ENVELOPE, Published, Release, new_key, publish, sign

SETUP = bytes(range(256)) * 4000


class Publisher:
    """A key, and a server's folder that it publishes into."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.private = folder / "private.key"
        self.public = new_key(self.private)
        self.updates = folder / "updates"
        self.keys_file = folder / "keys.txt"
        self.keys_file.write_text(f"{self.public}  # of this test\n", encoding="utf-8")

    @property
    def key(self) -> bytes:
        """The public half."""
        return bytes.fromhex(self.public)

    def signed(self, version: str, least: str = "0.1.0", content: bytes = SETUP) -> Path:
        """A folder with the signed package, as on a USB stick."""
        setup = self.folder / f"WZPDCL-Desktop-{version}-setup.exe"
        setup.write_bytes(content)
        target = self.folder / f"signed-{version}"
        sign(setup, Release(version, least, "News", "খবর"), self.private, target, 1)
        return target

    def publish(self, version: str, least: str = "0.1.0", content: bytes = SETUP) -> Published:
        """Offer a package."""
        return publish(self.signed(version, least, content), self.public, self.updates)

    def envelope(self, version: str, least: str = "0.1.0", content: bytes = SETUP) -> bytes:
        """Its signed manifest."""
        return (self.signed(version, least, content) / ENVELOPE).read_bytes()
