"""The server of a benchmark: the practice server, with an office as busy as an office can be."""

from __future__ import annotations

import json
import sqlite3
import time
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


def touch(database: Path, count: int) -> dict[int, int]:
    """Change so many closed complaints in one transaction, and tell the feed as the server does.

    Returns:
        The new version of each.
    """
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("BEGIN IMMEDIATE")
        found: dict[int, int] = dict(
            connection.execute(
                "UPDATE complaint SET version = version + 1, rating = 5 WHERE id IN "
                "(SELECT id FROM complaint WHERE office = ? AND closed_at IS NOT NULL ORDER BY id LIMIT ?) "
                "RETURNING id, version",
                (OFFICE, count),
            ).fetchall()
        )
        (last,) = connection.execute(
            "UPDATE office_seq SET n = n + ? WHERE office = ? RETURNING n", (count, OFFICE)
        ).fetchone()
        connection.executemany(
            "INSERT OR REPLACE INTO change_log (office, entity, id, seq, version, at) "
            "VALUES (?, 'complaint', ?, ?, ?, ?)",
            [
                (OFFICE, str(number), last - count + 1 + place, version, time.time_ns() // 1_000_000)
                for place, (number, version) in enumerate(found.items())
            ],
        )
    if len(found) != count:
        raise RuntimeError(f"{len(found)} complaints changed in place of {count}")
    return found


def records(database: Path) -> list[tuple[int, str]]:
    """Number and content (JSON) of each of the office's complaints, for a peer that keeps the same."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        return [
            (row["id"], json.dumps(dict(row), ensure_ascii=False, separators=(",", ":")))
            for row in connection.execute("SELECT * FROM complaint WHERE office = ?", (OFFICE,))
        ]
