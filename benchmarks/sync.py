"""A whole office, a delta and one change: from the server's database to encrypted stores, over HTTP.

The peer is Anki's own sync server and client with the same records as notes.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.central import OFFICE, central, records, touch
from benchmarks.desk import Desk
from benchmarks.measure import Figure, Metric, percentile
from benchmarks.peers import Peer, PeerMissingError, anki
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery, View
from wzpdcl_desktop.journey.server_side import digest

_ROWS, _DELTA, _CHANGES = 100_000, 1_000, 31
#: With 100,000 notes made in one go Anki asks for a full download of its file in place of a row sync.
_PEER_ROWS = 25_000
_RATE, _DELTA_TIMES, _LIVE_MS = 1.0, 2.0, 50.0
_AGAINST = "Anki's sync server and client, row sync of the same records as notes, not encrypted"


def sync() -> Metric:
    """Rows a second of two first loads; the delta and the single changes are figures.

    Not compressed, as in practice mode, whose server is on the same PC as well; `compressed` is the rate with
    gzip.
    """
    with tempfile.TemporaryDirectory(prefix="wzpdcl-bench-") as folder:
        place = Path(folder)
        database = place / "central" / "central.db"
        with central(place / "central", _ROWS) as url:
            kept = records(database)
            first, key = _first_load(place / "desk1", url, database)
            versions = touch(database, _DELTA)
            delta = _delta(place / "desk1", url, key, versions)
            second, other = _first_load(place / "desk2", url, database)
            packed, _ = _first_load(place / "desk3", url, database, compressed=True)
            live = _live((place / "desk1", url, key), (place / "desk2", url, other))
        peer = _peer(place / "anki", kept[:_PEER_ROWS])
    beside = {}
    if peer:
        beside = {
            "anki": Figure(peer.rate, "rows/s"),
            "anki_delta_s": Figure(peer.delta_seconds, "s"),
            "delta_to_ankis": Figure(delta / peer.delta_seconds, "", _DELTA_TIMES),
        }
    rates = [len(kept) / first, len(kept) / second]
    rate = sum(rates) / 2
    return Metric(
        rate,
        "rows/s",
        rate / peer.rate if peer else 0.0,
        _AGAINST,
        _RATE,
        [one / peer.rate if peer else 0.0 for one in rates],
        figures={
            "delta_s": Figure(delta, "s"),
            "compressed": Figure(len(kept) / packed, "rows/s"),
            **beside,
            "change_seen_p50": Figure(percentile(live, 50), "ms", _LIVE_MS),
            "change_seen_p95": Figure(percentile(live, 95), "ms"),
        },
    )


def _peer(folder: Path, kept: list[tuple[int, str]]) -> Peer | None:
    """Anki's figures. Where it cannot be installed that is said, and the limits beside it count as missed."""
    try:
        return anki(folder, kept, _DELTA)
    except PeerMissingError as error:
        print(f"sync: {error}; nothing to compare with", file=sys.stderr)
        return None


def _first_load(folder: Path, url: str, database: Path, *, compressed: bool = False) -> tuple[float, bytes]:
    """Seconds from an empty cache until everything is there and found by search, and the key of the stores.

    Raises:
        RuntimeError: The desk does not hold what the server does.
    """
    with Desk(folder, url, compressed=compressed) as desk:
        begun = time.monotonic()
        desk.engine.start()
        desk.wait(desk.loaded)
        found = desk.reader.count(QueueQuery(View.ALL, desk.clock.now(), search="খুলনা"))
        spent = time.monotonic() - begun
        if not found or desk.reader.digest() != digest(database, OFFICE):
            raise RuntimeError("the desk does not hold what the server does")
        return spent, desk.key


def _delta(folder: Path, url: str, key: bytes, versions: Mapping[int, int]) -> float:
    """Seconds from the start of the engine, with no connection yet, until all changes are in the cache.

    Raises:
        RuntimeError: They were told, but are not there.
    """
    with Desk(folder, url, key, compressed=False) as desk:
        missing, there = set(versions), threading.Event()

        def changed(changes: ChangeSet) -> None:
            missing.difference_update(map(int, changes.of_entity("complaint")))
            if not missing:
                there.set()

        desk.changed = changed
        begun = time.monotonic()
        desk.engine.start()
        desk.wait(there)
        spent = time.monotonic() - begun
        held = desk.reader.states(versions)
        if any(held[number][0] < version for number, version in versions.items()):
            raise RuntimeError("a change was told that is not there")
        return spent


def _live(one: tuple[Path, str, bytes], other: tuple[Path, str, bytes]) -> list[float]:
    """Milliseconds from a message put into one desk's outbox to the changed row in the other's cache."""
    found = []
    with Desk(*one, compressed=False) as sender, Desk(*other, compressed=False) as reader:
        seen: dict[int, threading.Event] = {}

        def changed(changes: ChangeSet) -> None:
            for number in changes.of_entity("complaint"):
                if number in seen:
                    seen[int(number)].set()

        for desk in (sender, reader):
            desk.engine.start()
            desk.wait(desk.loaded)
        wanted = sender.reader.ids(QueueQuery(View.ALL, sender.clock.now(), states=OPEN_STATES))[:_CHANGES]
        seen = {number: threading.Event() for number in wanted}
        reader.changed = changed
        for number, event in seen.items():
            before = reader.reader.states([number])[number][0]
            begun = time.monotonic()
            sender.message(number)
            reader.wait(event)
            found.append((time.monotonic() - begun) * 1000)
            if reader.reader.states([number])[number][0] <= before:
                raise RuntimeError("a change was told that is not there")
    return found
