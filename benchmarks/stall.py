"""The longest that the window leaves a key waiting while 100,000 complaints come in for the first time.

A real server process, the real engine and the real window; beside it, in the same seconds, a window in which
nothing happens: what that one misses is the machine's, and nothing is taken off for it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measure import Figure, Metric, percentile
from benchmarks.talk import Child
from wzpdcl_desktop.journey.server_side import digest
from wzpdcl_desktop.practice import PracticeServer

_OFFICE, _ROWS = "khulna-1", 100_000
_P999_MS, _MAX_MS = 16.0, 100.0
_IDLE_SECONDS = 8
#: The inbox, as the program opens; and a list that grows with each page.
_LISTS = ("inbox", "inbox", "resolved")
_AGAINST = "a window in which nothing happens, in the same seconds"
_PARTS = {"p50": 50.0, "p99": 99.0, "p99_9": 99.9, "max": 100.0}


def stall() -> Metric:
    """Gaps between the ticks of a timer of 1 ms: p99.9 and the greatest, of all first loads together."""
    found: dict[str, list[float]] = {}
    runs = []
    with tempfile.TemporaryDirectory(prefix="wzpdcl-bench-") as folder:
        central = Path(folder) / "central"
        server = PracticeServer(central, arguments=("--quiet-customers", "--complaints", str(_ROWS)))
        url = server.start()
        try:
            for number, view in enumerate(_LISTS):
                sides = _one(
                    url, Path(folder) / f"desk{number}", view, digest(central / "central.db", _OFFICE)
                )
                for name, gaps in sides.items():
                    found.setdefault(name, []).extend(gaps)
                runs.append(percentile(sides[f"load_{view}"], 99.9))
        finally:
            server.stop()
    load = [gap for name, gaps in found.items() if name.startswith("load_") for gap in gaps]
    figures = {"load_max": Figure(max(load), "ms", _MAX_MS)}
    for name, gaps in found.items():
        figures |= {f"{name}_{part}": Figure(percentile(gaps, at), "ms") for part, at in _PARTS.items()}
    value = percentile(load, 99.9)
    beside = percentile(found["idle_beside"], 99.9)
    return Metric(
        value,
        "ms",
        value / beside,
        _AGAINST,
        _P999_MS,
        runs,
        at_most=True,
        of_value=True,
        figures=figures,
    )


def _one(url: str, place: Path, view: str, right: dict[str, object]) -> dict[str, list[float]]:
    """One first load into an empty cache, then the same window at rest."""
    with Child("benchmarks.stall_program", place, url) as program, Child("benchmarks.stall_idle") as idle:
        idle.begin(ask="gaps")
        loaded = program.ask(ask="load", view=view)
        idle.begin(ask="stop")
        beside = idle.end()
        if loaded["digest"] != right:
            raise RuntimeError(f"the desk holds {loaded['digest']}, the server {right}")
        after = program.ask(ask="rest", seconds=_IDLE_SECONDS)
    return {f"load_{view}": loaded["gaps"], "idle_beside": beside, "idle_after": after}
