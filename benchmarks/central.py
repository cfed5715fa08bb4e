"""The server of a benchmark: the practice server, with an office as busy as an office can be."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import requests

from wzpdcl_desktop.practice import OFFICER, PASSWORD, PracticeServer

OFFICE = "khulna-1"
_BEFORE_THE_END = frozenset({"created", "accepted", "message", "customer_message", "reassigned"})


@contextmanager
def central(folder: Path, complaints: int, *, least_open: int = 0) -> Iterator[str]:
    """A server process on fresh sample data, nearly all of it in one office; its address.

    Args:
        folder: Of its own, not there yet. The database is ``central.db``.
        least_open: If fewer complaints of the office are open, the last closed ones are put back to what they
            were before they were closed.
    """
    server = PracticeServer(folder, arguments=("--quiet-customers", "--complaints", str(complaints)))
    try:
        url = server.start()
        if least_open:
            server.stop()
            _open_again(folder / "central.db", least_open)
            url = server.start()
        yield url
    finally:
        server.stop()


def bearer(url: str, officer: str = OFFICER) -> dict[str, str]:
    """The header of an officer who has just signed in."""
    body = {"duty": "office_head", "user_id": officer, "password": PASSWORD}
    body |= {"device_id": "probe", "device_name": "Probe"}
    answer = requests.post(f"{url}/v1/auth/sign-in", json=body, timeout=60)
    answer.raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def open_complaints(database: Path) -> list[int]:
    """The numbers of the office's open complaints, as they lie in the server's database."""
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute(
            "SELECT id FROM complaint WHERE office = ? AND closed_at IS NULL ORDER BY id", (OFFICE,)
        )
        return [number for (number,) in found]


def _open_again(database: Path, least_open: int) -> None:
    missing = least_open - len(open_complaints(database))
    with closing(sqlite3.connect(database)) as connection, connection:
        found = connection.execute(
            "SELECT timeline, id FROM complaint WHERE office = ? AND closed_at IS NOT NULL "
            "ORDER BY closed_at DESC LIMIT ?",
            (OFFICE, max(missing, 0)),
        ).fetchall()
        connection.executemany(
            "UPDATE complaint SET state = 'in_progress', closed_at = NULL, cancel_reason = NULL, "
            "rating = NULL, rating_text = NULL, timeline = ? WHERE id = ?",
            [(_before_the_end(timeline), number) for timeline, number in found],
        )


def _before_the_end(timeline: str) -> str:
    entries = [entry for entry in json.loads(timeline) if entry["kind"] in _BEFORE_THE_END]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
