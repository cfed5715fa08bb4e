"""A real central API server in a process of its own, with small known data, for tests of every kind.

``start_central(tmp_path)`` gives a handle; see :class:`CentralHandle`. Its data stands in ``central_data``:
two circles, three offices, five feeders, officers of all duties, 42 complaints in all states. Every password:
:data:`PASSWORD`.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Engine

from central_api.clock import Clock, SystemClock
from central_api.db import Database
from central_api.migrate import migrate
from tests.support.central_data import (
    DUTY_OF,
    FEEDERS,
    FILE,
    FILE_SHA256,
    OFFICERS,
    OFFICES,
    PASSWORD,
    complaint_given,
    fill,
    set_state,
)

ROOT = Path(__file__).resolve().parents[2]
__all__ = [
    "DUTY_OF",
    "FEEDERS",
    "FILE",
    "FILE_SHA256",
    "OFFICERS",
    "OFFICES",
    "PASSWORD",
    "ROOT",
    "CentralHandle",
    "central_server",
    "command_body",
    "complaint_given",
    "fill",
    "prepare_database",
    "set_state",
    "sign_in_body",
    "start_central",
    "uuid7",
]


def uuid7(at_ms: int | None = None) -> str:
    """A UUID of version 7 for an instant (now if None)."""
    at = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    noise = secrets.token_hex(10)
    head = f"{at:012x}"
    return f"{head[:8]}-{head[8:]}-7{noise[:3]}-{secrets.choice('89ab')}{noise[3:6]}-{noise[6:18]}"


@dataclass
class CentralHandle:
    """A running server.

    Attributes:
        url: Where it answers.
        database_url: Its database.
        database_path: The file of it, None on PostgreSQL.
        blobs: Folder of its files.
    """

    url: str
    database_url: str
    database_path: Path | None
    blobs: Path
    arguments: list[str]
    process: subprocess.Popen[str]
    port: int
    _databases: list[Database] = field(default_factory=list)
    _clients: list[httpx.Client] = field(default_factory=list)

    def stop(self) -> None:
        """End it politely."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """Start it again on the same address and data."""
        if self.process.poll() is None:
            self.stop()
        self.process, self.url = _spawn(self.arguments, self.port)

    def database(self) -> Database:
        """Direct access to its database, closed with the handle."""
        database = Database(self.database_url)
        self._databases.append(database)
        return database

    def engine(self) -> Engine:
        """An engine on its database, for looking at rows; closed with the handle."""
        return self.database().engine

    def close(self) -> None:
        """Stop the server and close what was opened."""
        if self.process.poll() is None:
            self.stop()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        for client in self._clients:
            client.close()
        for database in self._databases:
            database.dispose()

    def client(self, officer: str | None = None, **options: Any) -> httpx.Client:
        """An HTTP client, signed in as an officer if one is given (first duty); closed with the handle."""
        headers = {}
        if officer is not None:
            answer = httpx.post(
                f"{self.url}/v1/auth/sign-in", json=sign_in_body(officer), timeout=40, trust_env=False
            )
            assert answer.status_code == 200, answer.text
            headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        client = httpx.Client(base_url=self.url, timeout=40, trust_env=False, headers=headers, **options)
        self._clients.append(client)
        return client

    def _end(self, how: signal.Signals) -> None:
        self.process.send_signal(how)
        self.process.wait(15)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def sign_in_body(officer: str, **changes: Any) -> dict[str, Any]:
    """The body of a sign-in that works, with changes."""
    return {
        "duty": DUTY_OF.get(officer, "office_head"),
        "user_id": officer,
        "password": PASSWORD,
        "device_id": "test-pc",
        "device_name": "Test PC",
        **changes,
    }


def command_body(type_: str, complaint: int, base: int | None = None, **more: Any) -> dict[str, Any]:
    """A command with arguments that are right for its type; ``args`` and all else can be given."""
    args = {
        "complaint.accept": {"text": "লোক পাঠান।"},
        "complaint.message": {"text": "এক ঘণ্টার মধ্যে ঠিক হবে।"},
        "complaint.resolve": {"text": ""},
        "complaint.cancel": {"reason": "duplicate", "text": "একই অভিযোগ আগেই এসেছে।"},
        "complaint.reassign": {"feeder": "khulna-1-bagmara", "text": "বাগমারা ফিডারের।"},
    }[type_]
    return {
        "command_id": uuid7(),
        "schema": 1,
        "type": type_,
        "aggregate": f"complaint:{complaint}",
        "args": args,
        "base_version": base,
        "after": None,
        "created_at": time.time_ns() // 1_000_000,
        **more,
    }


def _spawn(arguments: list[str], port: int) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "central_api", "serve", *arguments, "--port", str(port), "--exit-with-parent"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the server ended with {process.wait()}")
    return process, json.loads(line)["url"]


def prepare_database(url: str, blobs: Path, clock: Clock | None = None) -> None:
    """Migrate an empty database and fill it with the small known data."""
    database = Database(url)
    migrate(database.engine)
    fill(database, blobs, clock or SystemClock())
    database.dispose()


def start_central(
    folder: Path,
    *,
    database_url: str | None = None,
    now: str | None = None,
    clock: Clock | None = None,
    updates: Path | None = None,
) -> CentralHandle:
    """Start a server on fresh small data in a folder.

    Args:
        folder: For the database and the files.
        database_url: An empty database to use in place of a SQLite file in the folder.
        now: Stop the server's clock at this instant (ISO 8601).
        clock: The clock by which the data is made.
        updates: Folder of published packages of the desktop.
    """
    path = None if database_url else folder / "central.db"
    url = database_url or f"sqlite:///{path}"
    blobs = folder / "blobs"
    blobs.mkdir(parents=True)
    prepare_database(url, blobs, clock)
    arguments = ["--database", url, "--blobs", str(blobs), *(["--now", now] if now else [])]
    arguments += ["--updates", str(updates)] if updates else []
    process, address = _spawn(arguments, 0)
    return CentralHandle(address, url, path, blobs, arguments, process, int(address.rpartition(":")[2]))


@contextmanager
def central_server(folder: Path, **options: Any) -> Iterator[CentralHandle]:
    """:func:`start_central` for a ``with`` block."""
    handle = start_central(folder, **options)
    try:
        yield handle
    finally:
        handle.close()
