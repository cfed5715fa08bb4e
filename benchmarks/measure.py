"""What a benchmark gives back, and how two contenders are timed side by side."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Metric:
    """One figure.

    Attributes:
        value: Of the real code, in `unit`.
        ratio: Real code to yardstick.
        against: What the yardstick is.
        limit: The least ratio that is good enough; the greatest one with `at_most`.
        runs: The ratio of each run.
        at_most: Less is better.
    """

    value: float
    unit: str
    ratio: float
    against: str
    limit: float
    runs: list[float]
    at_most: bool = False

    @property
    def ok(self) -> bool:
        """Whether the ratio is good enough."""
        return self.ratio <= self.limit if self.at_most else self.ratio >= self.limit

    def plain(self) -> dict[str, object]:
        """As it goes into the JSON."""
        return {
            "value": round(self.value, 3),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "against": self.against,
            "limit": self.limit,
            "ok": self.ok,
            "runs": [round(run, 3) for run in self.runs],
        }


Step = Callable[[], object]


def side_by_side(steps: Iterable[tuple[Step, Step]]) -> tuple[float, float]:
    """Run pairs of steps in turn and add up the seconds of either side.

    Going to and fro within a run lets both sides share whatever else the machine does; they begin by turns.
    """
    # The sample lies in memory beside the code under test: it must not weigh on its garbage collector.
    gc.collect()
    gc.freeze()
    spent = [0.0, 0.0]
    for number, pair in enumerate(steps):
        for side in (0, 1) if number % 2 == 0 else (1, 0):
            begun = time.perf_counter()
            pair[side]()
            spent[side] += time.perf_counter() - begun
    gc.unfreeze()
    return spent[0], spent[1]


def rate_metric(rows: int, runs: list[tuple[float, float]], against: str, limit: float) -> Metric:
    """Rows a second from pairs of (real, yardstick) seconds: medians of the pairs."""
    ratios = [yardstick / real for real, yardstick in runs]
    value = statistics.median(rows / real for real, _ in runs)
    return Metric(value, "rows/s", statistics.median(ratios), against, limit, ratios)
