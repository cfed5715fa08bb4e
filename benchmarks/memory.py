"""What the program holds in memory with its list open, beside a window with nothing in it."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from benchmarks.measure import Figure, Metric
from benchmarks.sample_rows import expected
from benchmarks.store import sample_store
from benchmarks.talk import Child, Memory

_ROWS, _RUNS = 100_000, 3
_LIMIT = 3.5
_AGAINST = "a process with a bare QMainWindow of the same Qt"


def memory() -> Metric:
    """Median of pairs: the program with 100,000 complaints in its queue ÷ a bare window."""
    pairs = []
    for _ in range(_RUNS):
        # One after the other: what two processes share would count half for each.
        bare, program = _bare(), _program()
        pairs.append((program, bare))
    # Resident, since what is a process's own of Qt's pages depends on who else on the machine uses Qt.
    ratios = [program.resident / bare.resident for program, bare in pairs]
    own = [program.own / bare.own for program, bare in pairs]
    return Metric(
        statistics.median(program.resident for program, _ in pairs),
        "MB",
        statistics.median(ratios),
        _AGAINST,
        _LIMIT,
        ratios,
        at_most=True,
        figures={
            "bare": Figure(statistics.median(bare.resident for _, bare in pairs), "MB"),
            "own": Figure(statistics.median(program.own for program, _ in pairs), "MB"),
            "own_ratio": Figure(statistics.median(own), ""),
        },
    )


def _bare() -> Memory:
    with Child("benchmarks.memory_bare") as bare:
        bare.ask(ask="painted")
        return bare.memory()


def _program() -> Memory:
    sample = sample_store(_ROWS)
    with tempfile.TemporaryDirectory(prefix="wzpdcl-bench-") as place:
        folder = sample.copy(Path(place) / "officer")
        with Child("benchmarks.queue_program", place, folder, sample.key.hex()) as program:
            # Once to a far end and back, so that more than the first page was looked at.
            found = [program.ask(ask="sort", column="TIME") for _ in range(2)][-1]
            found.pop("ms")
            if found != expected(_ROWS, "TIME"):
                raise RuntimeError(f"the queue has {found}")
            return program.memory()
