"""What a benchmark gives back, and how two contenders are timed side by side."""

from __future__ import annotations

import gc
import hashlib
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A figure beside the first one of a benchmark.

    Attributes:
        limit: The greatest value that is good enough; None for one that is only told.
    """

    value: float
    unit: str
    limit: float | None = None

    @property
    def ok(self) -> bool:
        """Whether it is good enough."""
        return self.limit is None or self.value <= self.limit

    def plain(self) -> dict[str, object]:
        """As it goes into the JSON."""
        found: dict[str, object] = {"value": round(self.value, 3), "unit": self.unit}
        return found if self.limit is None else {**found, "limit": self.limit, "ok": self.ok}


@dataclass(frozen=True)
class Metric:
    """What a benchmark found.

    Attributes:
        value: Of the real code, in `unit`.
        ratio: Real code to yardstick.
        against: What the yardstick is.
        limit: The least ratio that is good enough; the greatest one with `at_most`.
        runs: The ratio of each run; with `of_value` the value of each.
        at_most: Less is better.
        of_value: The limit is one of the value, and the ratio is only told.
        figures: More of them by name, some with limits of their own.
    """

    value: float
    unit: str
    ratio: float
    against: str
    limit: float
    runs: list[float]
    at_most: bool = False
    of_value: bool = False
    figures: dict[str, Figure] | None = None

    @property
    def ok(self) -> bool:
        """Whether every limit holds."""
        judged = self.value if self.of_value else self.ratio
        held = judged <= self.limit if self.at_most else judged >= self.limit
        return held and all(figure.ok for figure in (self.figures or {}).values())

    def plain(self) -> dict[str, object]:
        """As it goes into the JSON."""
        found: dict[str, object] = {
            "value": round(self.value, 3),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "against": self.against,
            "limit": self.limit,
            "ok": self.ok,
            "runs": [round(run, 3) for run in self.runs],
        }
        if self.figures is not None:
            found["limit_of"] = "value" if self.of_value else "ratio"
            found["figures"] = {name: figure.plain() for name, figure in self.figures.items()}
        return found


Step = Callable[[], object]


def percentile(values: Sequence[float], part: float) -> float:
    """The least of the values that so many percent of them do not exceed (nearest rank).

    Nothing is made up between two values: 95 of 20 values is the 19th in order, 100 the greatest.

    Args:
        part: 0-100.
    """
    if not values:
        raise ValueError("no values")
    # In thousandths, so that 99.9 is no binary fraction a hair above itself.
    rank = -(-len(values) * round(part * 1000) // 100_000)
    return sorted(values)[max(rank, 1) - 1]


def fingerprint(ids: Sequence[int]) -> dict[str, object]:
    """How many there are and a hash over them in their order: two lists alike have it alike."""
    text = ",".join(map(str, ids))
    return {"count": len(ids), "hash": hashlib.sha256(text.encode()).hexdigest()[:16]}


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
