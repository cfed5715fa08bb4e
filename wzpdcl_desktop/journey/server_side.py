"""What the server really holds, read from its own database file. The shape is docs/digest.md."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from wzpdcl_desktop.cache.digest import COLUMNS, digest_of


def _open(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)


def digest(database: Path, office: str) -> dict[str, Any]:
    """Digest and counts of an office's complaints, as `ComplaintReader.digest` gives them for the desk."""
    with closing(_open(database)) as connection:
        rows = connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM complaint WHERE office = ? ORDER BY id",  # noqa: S608  (our own names)
            (office,),
        )
        return digest_of(rows)


def exactly_once(database: Path, commands: Sequence[str]) -> list[str]:
    """Commands that did not take effect exactly once, as told by receipts and timelines.

    Args:
        database: The server's file.
        commands: JSON of what was done: ``{"command_id", "complaint", "text", "kind"}`` each.

    Returns:
        One sentence for each fault; empty where all is well.
    """
    faults = []
    with closing(_open(database)) as connection:
        for text in commands:
            command = json.loads(text)
            receipts = connection.execute(
                "SELECT outcome FROM receipt WHERE command_id = ?", (command["command_id"],)
            ).fetchall()
            expected = [] if command["kind"] == "undone" else [("applied",)]
            if receipts != expected:
                faults.append(f"{command['kind']}: receipts {receipts}")
            (timeline,) = connection.execute(
                "SELECT timeline FROM complaint WHERE id = ?", (command["complaint"],)
            ).fetchone()
            times = sum(entry["text"] == command["text"] for entry in json.loads(timeline))
            if times != len(expected):
                faults.append(f"{command['kind']}: {times} times in the timeline")
    return faults
