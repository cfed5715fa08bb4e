"""From the start of the process to the queue on the screen, beside the least that any such program must do.

Both sides are processes of their own and open the store with its key at hand: typing the password and
stretching it is the person's and Argon2id's time. The server is not there: a start must not wait for it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import feed_sample
from benchmarks.apply import snapshot_pages
from benchmarks.measure import Metric
from wzpdcl_desktop.api.pages import decode_page
from wzpdcl_desktop.cache.store import open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.link import Stage

_SCOPE = "office:khulna-1"
_LIMIT = 1.5
_AGAINST = (
    "a process that imports PySide6, SQLAlchemy and QtAwesome, opens the store, reads one row "
    "and shows an empty window"
)
_RUNS = 7
_ME = {
    "officer": {"id": "xen.khulna1", "name": "Sample", "name_bn": "নমুনা", "designation": "Executive Engineer"},
    "duty": "office_head",
    "office": {"id": "khulna-1"},
    "circle": "khulna",
    "feeders": [],
    "actions": [{"action": "accept", "from": ["inbox"], "to": "in_progress", "needs": ["text"]}],
}


def start() -> Metric:
    """Median of pairs: the program with 100,000 complaints in its cache ÷ a bare window that read one row."""
    key = os.urandom(32)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "officer"
        _fill(folder, key)
        runs = []
        for number in range(_RUNS + 1):
            sides = ("program", "bare") if number % 2 else ("bare", "program")
            spent = {side: _one(side, Path(place), folder, key) for side in sides}
            if number:  # the first pair only warms the disk's cache
                runs.append((spent["program"], spent["bare"]))
    ratios = [program / bare for program, bare in runs]
    return Metric(
        statistics.median(program for program, _ in runs),
        "s",
        statistics.median(ratios),
        _AGAINST,
        _LIMIT,
        ratios,
        at_most=True,
    )


def _fill(folder: Path, key: bytes) -> None:
    """A store with 100,000 complaints, as a first load leaves it."""
    open_outbox(folder, key).close()
    store = open_cache(folder, key)
    writer = CacheWriter(store)
    writer.save_me(json.dumps(_ME))
    writer.begin_snapshot(_SCOPE, Stage.OPEN)
    at = Stage.OPEN
    for stage, body, _ in snapshot_pages():
        if stage is not at:
            writer.finish_stage(_SCOPE, at, stage)
            at = stage
        writer.apply_snapshot_page(_SCOPE, stage, decode_page(body))
    writer.finish_snapshot(_SCOPE)
    writer.set_last_sync(feed_sample.NOW)
    store.close()


def _one(side: str, place: Path, folder: Path, key: bytes) -> float:
    """Seconds from the start of a process to its line ``painted``."""
    command = [sys.executable, "-m", f"benchmarks.start_{side}", str(place), str(folder), key.hex()]
    begun = time.perf_counter()
    # An installed program has its bytecode; a developer's environment may forbid to keep it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = time.perf_counter() - begun
        process.wait(timeout=60)
    if line.strip() != "painted":
        raise RuntimeError(f"{side} did not paint: exit code {process.returncode}")
    return spent
