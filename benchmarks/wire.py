"""What a poor line carries: a first load over 256 kbit/s and 300 ms, and the bytes of a page of changes."""

from __future__ import annotations

import gzip
import hashlib
import json
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests

from benchmarks.central import OFFICE, bearer, central, open_complaints
from benchmarks.desk import Desk
from benchmarks.measure import Figure, Metric
from benchmarks.talk import Child
from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery, View
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.journey.server_side import digest

_BITS, _ROUND_TRIP = 256_000, 0.3
_ROWS, _OPEN = 10_000, 200
_CHANGED = 50
_OPEN_SECONDS, _USED, _PAGE = 3.0, 0.95, 1.3
_AGAINST = "a plain download through the same line"


def wire() -> Metric:
    """The part of the line that a first load uses after its open complaints are there."""
    with tempfile.TemporaryDirectory(prefix="wzpdcl-bench-") as folder:
        server = Path(folder) / "central"
        with central(server, _ROWS, least_open=_OPEN) as url:
            where = urlsplit(url)
            with Child("benchmarks.line", where.hostname, where.port, _BITS, _ROUND_TRIP) as line:
                through = f"http://127.0.0.1:{line.ask(ask='port')}"
                limit = _plain_download(through, bearer(url))
                load = _first_load(line, through, Path(folder) / "desk", server / "central.db")
            page, objects = _page_of_changes(url)
    used = load["rate"] / limit
    return Metric(
        load["rate"] * 8 / 1000,
        "kbit/s",
        used,
        _AGAINST,
        _USED,
        [used],
        figures={
            "open_s": Figure(load["open_s"], "s", _OPEN_SECONDS),
            # What came until then, one after the other at the line's limit, and one round trip.
            "open_floor_s": Figure(load["open_bytes"] / limit + _ROUND_TRIP, "s"),
            "open_bytes": Figure(load["open_bytes"], "B"),
            "rest_s": Figure(load["rest_s"], "s"),
            "rest_bytes_a_row": Figure(load["rest_bytes"] / (_ROWS - _OPEN), "B"),
            "line": Figure(limit * 8 / 1000, "kbit/s"),
            "page_bytes": Figure(page, "B"),
            "page_to_gzip_of_its_objects": Figure(page / objects, "", _PAGE),
        },
    )


def _plain_download(through: str, authorised: dict[str, str]) -> float:
    """Bytes a second of one long answer, from its first byte to its last, without looking at them."""
    wanted: dict[str, Any] = {"scope": f"office:{OFFICE}", "stage": "history", "limit": 1_000}
    with requests.get(
        f"{through}/v1/snapshot",
        params=wanted,
        headers={**authorised, "Accept-Encoding": "gzip"},
        stream=True,
        timeout=60,
    ) as answer:
        answer.raise_for_status()
        answer.raw.read(1, decode_content=False)
        begun, size = time.monotonic(), 0
        while chunk := answer.raw.read(1_448, decode_content=False):
            size += len(chunk)
        return size / (time.monotonic() - begun)


def _first_load(line: Child, through: str, folder: Path, database: Path) -> dict[str, float]:
    """Into an empty cache; the rows are looked at as the window would.

    Raises:
        RuntimeError: The desk does not hold what the server does.
    """
    right = open_complaints(database)
    with Desk(folder, through) as desk:
        before = line.ask(ask="carried")["down"]
        begun = time.monotonic()
        desk.engine.start()
        desk.wait(desk.open_there)
        there = sorted(desk.reader.ids(QueueQuery(View.ALL, desk.clock.now(), states=OPEN_STATES)))
        open_at, at_open = time.monotonic(), line.ask(ask="carried")["down"]
        if there != right:
            raise RuntimeError(f"{len(there)} open complaints on the desk, {len(right)} on the server")
        desk.wait(desk.loaded)
        done_at, at_end = time.monotonic(), line.ask(ask="carried")["down"]
        if desk.reader.digest() != digest(database, OFFICE):
            raise RuntimeError("the desk does not hold what the server does")
    return {
        "open_s": open_at - begun,
        "open_bytes": at_open - before,
        "rest_s": done_at - open_at,
        "rest_bytes": at_end - at_open,
        "rate": (at_end - at_open) / (done_at - open_at),
    }


def _page_of_changes(url: str) -> tuple[int, int]:
    """Bytes of a page of 50 messages to 50 complaints, and of the same 50 complaints alone, both with gzip.

    Raises:
        RuntimeError: They were not on the page.
    """
    authorised = {**bearer(url), "Accept-Encoding": "gzip"}
    scope = f"office:{OFFICE}"
    stage: dict[str, Any] = {"scope": scope, "stage": "open", "limit": 200}
    answer = requests.get(f"{url}/v1/snapshot", params=stage, headers=authorised, timeout=60)
    rows, end = _lines(answer.content)
    wanted = [row["id"] for row in rows[:_CHANGED]]
    for number in wanted:
        _message(url, authorised, number)
    changes: dict[str, Any] = {"scope": scope, "cursor": end["as_of"], "limit": _CHANGED}
    with requests.get(
        f"{url}/v1/changes", params=changes, headers=authorised, stream=True, timeout=60
    ) as answer:
        page = answer.raw.read(decode_content=False)
    body = gzip.decompress(page)
    rows, end = _lines(body)
    if [row["id"] for row in rows] != wanted or len(rows) != end["count"] or end["more"]:
        raise RuntimeError("other complaints on the page than were changed")
    if hashlib.sha256(body[: body.rindex(b'{"end"')]).hexdigest() != end["sha256"]:
        raise RuntimeError("the page is not whole")
    alone = b"\n".join(
        json.dumps({"id": row["id"], **row["data"]}, ensure_ascii=False, separators=(",", ":")).encode()
        for row in rows
    )
    return len(page), len(gzip.compress(alone, 9))


def _message(url: str, authorised: dict[str, str], complaint: int) -> None:
    now = time.time_ns() // 1_000_000
    command = {
        "command_id": uuid7(now),
        "schema": 1,
        "type": "complaint.message",
        "aggregate": f"complaint:{complaint}",
        "args": {"text": "এক ঘণ্টার মধ্যে ঠিক হবে।"},
        "base_version": None,
        "after": None,
        "created_at": now,
    }
    answer = requests.post(f"{url}/v1/commands", json=command, headers=authorised, timeout=60)
    if answer.status_code != 200 or answer.json()["outcome"] != "applied":
        raise RuntimeError(f"message refused: {answer.status_code}")


def _lines(body: bytes) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    lines = [json.loads(line) for line in body.splitlines()]
    return lines[:-1], lines[-1]["end"]
