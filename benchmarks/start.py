"""From the start of the process to the queue on the screen, beside the least that any such program must do.

Both sides are processes of their own and open the store with its key at hand: typing the password and
stretching it is the person's and Argon2id's time. The server is not there: a start must not wait for it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Metric
from benchmarks.store import sample_store

_LIMIT = 1.5
_AGAINST = (
    "a process that imports PySide6, SQLAlchemy and QtAwesome, opens the store, reads one row "
    "and shows an empty window"
)
_RUNS = 7


def start() -> Metric:
    """Median of pairs: the program with 100,000 complaints in its cache ÷ a bare window that read one row."""
    sample = sample_store(100_000)
    with tempfile.TemporaryDirectory() as place:
        folder, key = sample.copy(Path(place) / "officer"), sample.key
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
