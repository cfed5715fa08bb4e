"""The journey of the README holds, and its report has the shape that scripts rely on."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.support.central import ROOT
from wzpdcl_desktop.journey.part import INSTRUCTION, MESSAGE, REGRET, SOLUTION, TAKEN_BACK

STEPS = [
    "start the central API with sample data",
    "sign in as office head of Khulna-1",
    "synchronise",
    "go offline",
    "accept, offline",
    "message the customer, offline",
    "resolve it, offline",
    "cancel another, offline",
    "write to a third and take it back",
    "start again, still offline",
    "go online",
    "everything is sent",
    "everything is on the server exactly once",
    "both sides are equal",
]


def test_the_journey_holds_and_reports_in_one_json_object(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "wzpdcl_desktop.journey", "--complaints", "600", "--json", "-", "--keep"]
    pictures = tmp_path / "pictures"
    command += ["--pictures", str(pictures)]
    # Its folder is kept here, so that the server's database can be looked at.
    here = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path))
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **here},
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)  # fails if anything else stands there
    assert set(report) == {"ok", "steps", "desktop", "server", "pictures"}
    assert report["ok"] is True
    assert [step["name"] for step in report["steps"]] == STEPS
    for step in report["steps"]:
        assert set(step) == {"name", "ok", "seconds"}
        assert step["ok"] is True
        assert step["seconds"] >= 0
    assert report["desktop"] == report["server"]
    assert report["pictures"]
    for picture in report["pictures"]:
        assert Path(picture).parent == pictures
        assert Path(picture).read_bytes().startswith(b"\x89PNG")
    (database,) = tmp_path.glob("wzpdcl-journey-*/central/central.db")
    check_against_the_server(database, report["desktop"])


def check_against_the_server(database: Path, told: dict[str, object]) -> None:
    """What the desk holds and did, looked up in the server's database without any of the program's code."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute(
            "SELECT id, state, version, timeline, rating, rating_text FROM complaint "
            "WHERE office = 'khulna-1' ORDER BY id"
        ).fetchall()
        receipts = dict(connection.execute("SELECT command_id, outcome FROM receipt"))
    lines, own, texts = [], [], set()
    for number, state, version, timeline, rating, rating_text in rows:
        entries = [entry for entry in json.loads(timeline) if entry["text"]]
        texts |= {entry["text"] for entry in entries}
        own += [(number, state, entry["kind"], entry["text"]) for entry in entries if entry["id"] in receipts]
        messages = ";".join(sorted(f"{entry['id']}:{entry['text']}" for entry in entries))
        lines.append(f"{number}|{state}|{version}|{messages}|{rating or ''}|{rating_text or ''}\n")
    assert len(lines) == told["complaints"]
    assert len(lines) > 100
    assert hashlib.sha256("".join(lines).encode()).hexdigest() == told["digest"]
    assert list(receipts.values()) == ["applied"] * 4
    first = next(number for number, _, _, text in own if text == INSTRUCTION)
    # In the order of the timeline.
    assert [one for one in own if one[0] == first] == [
        (first, "resolved", "accepted", INSTRUCTION),
        (first, "resolved", "message", MESSAGE),
        (first, "resolved", "resolved", SOLUTION),
    ]
    assert [one[1:] for one in own if one[0] != first] == [("cancelled", "cancelled", REGRET)]
    assert TAKEN_BACK not in texts
