"""The encrypted store: made, written, killed in mid-work, opened again."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from sqlalchemy import text

from wzpdcl_desktop import program
from wzpdcl_desktop.cache.store import key_fits, open_outbox
from wzpdcl_desktop.self_check.report import Check, WrongError, check

WRITER = "store-writer"
_TABLE = "CREATE TABLE self_check (said TEXT)"
_SAID = "ওজোপাডিকো"
_SECONDS = 60
_HEX_KEY = 64


def store(data: Path) -> Check:
    """A process of its own writes and is killed; what it said it wrote must be there, and not readable."""
    translate = QCoreApplication.translate

    def work() -> str:
        data.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="self-check-", dir=data))
        try:
            key = secrets.token_bytes(32)
            _write_and_die(folder, key)
            _look(folder, key)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return translate("SelfCheck", "Encrypted; whole after its process was killed")

    remedy = translate("SelfCheck", "Exempt the program's data folder in the antivirus, then check again.")
    return check("store", work, remedy)


def _write_and_die(folder: Path, key: bytes) -> None:
    """Start the writer, and kill it as soon as it says that it wrote."""
    process = subprocess.Popen(
        program.command("--self-check-part", WRITER, "--data-folder", str(folder)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        creationflags=program.HIDDEN,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(key.hex() + "\n")  # not an argument: those can be read by others
        process.stdin.flush()
        if process.stdout.readline().strip() != "written":
            raise WrongError(QCoreApplication.translate("SelfCheck", "Cannot be written"))
    finally:
        process.kill()
        process.communicate(timeout=_SECONDS)


def _look(folder: Path, key: bytes) -> None:
    translate = QCoreApplication.translate
    raw = b"".join(path.read_bytes() for path in folder.glob("outbox.db*"))
    if _SAID.encode() in raw or b"SQLite format" in raw:
        raise WrongError(translate("SelfCheck", "It is not encrypted"))
    if key_fits(folder, secrets.token_bytes(32)):
        raise WrongError(translate("SelfCheck", "Another key opens it"))
    opened = open_outbox(folder, key, ballast_bytes=0)
    try:
        with opened.read() as connection:
            if connection.execute(text("SELECT said FROM self_check")).scalar_one_or_none() != _SAID:
                raise WrongError(translate("SelfCheck", "What was written is lost"))
    finally:
        opened.close()


def write_until_killed(folder: Path, key_hex: str) -> None:
    """The writer's side: write, say so, and wait for the end."""
    opened = open_outbox(folder, bytes.fromhex(key_hex.strip()[:_HEX_KEY]), ballast_bytes=0)
    opened.transaction(lambda connection: connection.execute(text(_TABLE)))
    opened.transaction(
        lambda connection: connection.execute(text("INSERT INTO self_check VALUES (:said)"), {"said": _SAID})
    )
    print("written", flush=True)  # noqa: T201 - what the other side waits for
    time.sleep(_SECONDS)
