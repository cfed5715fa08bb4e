"""Every benchmark by its name. To add one: a function that returns a `Metric`, and a line here."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks import apply, start
from benchmarks.measure import Metric

BENCHMARKS: dict[str, Callable[[], Metric]] = {
    "apply_delta": apply.apply_delta,
    "apply_snapshot": apply.apply_snapshot,
    "start": start.start,
}
