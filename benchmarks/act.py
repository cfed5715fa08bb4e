"""From the key that sends a message or accepts a complaint, offline, to the changed row on the screen.

The command is committed to the encrypted outbox with ``synchronous=FULL`` before the row changes.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measure import Figure, Metric, percentile
from benchmarks.store import sample_store
from benchmarks.talk import Child

_ROWS, _ACTS = 100_000, 30
_LIMIT_MS = 50.0
_AGAINST = "one commit with synchronous=FULL of a row of the same size on the same disk, same run"


def act() -> Metric:
    """Messages and acceptances by turns: p95 of the time from the key to the painted row."""
    sample = sample_store(_ROWS)
    spent: dict[str, list[float]] = {"message": [], "accept": [], "commit": []}
    with tempfile.TemporaryDirectory(prefix="wzpdcl-bench-") as place:
        folder = sample.copy(Path(place) / "officer")
        with Child("benchmarks.act_program", place, folder, sample.key.hex()) as program:
            for number in range(1, _ACTS + 1):
                for kind, found in spent.items():
                    answer = program.ask(ask=kind)
                    if kind != "commit" and answer["outbox"] != 2 * number - (kind == "message"):
                        raise RuntimeError(f"{answer['outbox']} commands in the outbox after {number} rounds")
                    found.append(answer["ms"])
    both = spent["message"] + spent["accept"]
    figures = {
        f"{kind}_p{part}": Figure(percentile(found, part), "ms")
        for kind, found in spent.items()
        for part in (50, 95)
    }
    return Metric(
        percentile(both, 95),
        "ms",
        percentile(both, 95) / percentile(spent["commit"], 95),
        _AGAINST,
        _LIMIT_MS,
        both,
        at_most=True,
        of_value=True,
        figures={**figures, "max": Figure(max(both), "ms")},
    )
