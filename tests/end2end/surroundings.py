"""What is around an office PC in these tests: the server's data, the files, another program, the words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from tests.end2end.desk import OFFICE, Pc
from tests.support.central import ROOT, CentralHandle
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.journey import server_side
from wzpdcl_desktop.journey.robot import until

_PAGE, _SEAL = 4096, 80


def assert_equal_and_exactly_once(pc: Pc, central: CentralHandle, commands: list[str]) -> None:
    """Each action took effect on the server once, and both sides hold the same complaints."""
    assert central.database_path is not None
    assert not server_side.exactly_once(central.database_path, commands)
    database = central.database_path
    until(
        lambda: pc.desk.reader.digest() == server_side.digest(database, OFFICE),
        "the same complaints on both sides",
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """Name and content of all files under a folder, but the room kept free for the outbox."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "ballast")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def damage(path: Path, offset: int) -> None:
    """Overwrite some bytes, as a dying disk does."""
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(bytes(range(256)) * 8)


@contextmanager
def opened_store(path: Path, key: bytes) -> Iterator[Any]:
    """A store of a closed program, as the ICT department opens it with its key."""
    with closing(connect(path, key)) as connection:
        yield connection


def open_bytes(path: Path, key: bytes) -> bytes:
    """All that lies in a store and its log for who has the key: pages that are free, and the rest of others.

    As SQLCipher 4 writes them: AES-256-CBC, the vector and the seal at the end of each page.
    """
    found = [_page(page, key, 16 if number == 0 else 0) for number, page in _pages(path.read_bytes(), 0, 0)]
    log = path.with_name(path.name + "-wal")
    if log.exists():
        frames = _pages(log.read_bytes(), 32, 24)
        found += [
            _page(page, key, 16 if page.startswith(path.read_bytes()[:16]) else 0) for _, page in frames
        ]
    return b"".join(found)


def _pages(data: bytes, head: int, frame: int) -> Iterator[tuple[int, bytes]]:
    """Number and content of the pages of a store, or of its log."""
    for number, begin in enumerate(range(head, len(data) - frame - _PAGE + 1, frame + _PAGE)):
        yield number, data[begin + frame : begin + frame + _PAGE]


def _page(page: bytes, key: bytes, salt: int) -> bytes:
    vector = page[-_SEAL : -_SEAL + 16]
    cipher = Cipher(AES(key), CBC(vector)).decryptor()
    return cipher.update(page[salt:-_SEAL]) + cipher.finalize()


def in_bangla(code: str) -> str:
    """What the program says to an error: what happened and what to do."""
    words = explain(code)
    assert words.line == f"{words.title}। {words.remedy}", code
    assert _is_bangla(words.title), code
    assert _is_bangla(words.remedy), code
    return words.line


def _is_bangla(text: str) -> bool:
    return any("\u0980" <= sign <= "\u09ff" for sign in text)


class OtherProgram:
    """The program in a process of its own, which the test can kill. It tells what it does by JSON lines."""

    def __init__(self, part: str, folder: Path, server: str, undo_seconds: int = 0) -> None:
        command = [sys.executable, "-m", "tests.end2end.other_program", part]
        command += ["--folder", str(folder), "--server", server, "--undo", str(undo_seconds)]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def hear(self) -> dict[str, Any]:
        """Wait for the next thing it tells."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"it ended with {self._process.wait()}"
        told: dict[str, Any] = json.loads(line)
        return told

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._process.kill()
        self._end()

    def close(self) -> int:
        """Ask it to close; its exit code."""
        return self._end()

    def _end(self) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        code = self._process.wait(30)
        self._process.stdout.close()
        return code
