"""Every benchmark by its name. To add one: a function that returns a `Metric`, and a line here."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks import act, apply, memory, queue, server, stall, start, sync, wire
from benchmarks.measure import Metric

BENCHMARKS: dict[str, Callable[[], Metric]] = {
    "apply_delta": apply.apply_delta,
    "apply_snapshot": apply.apply_snapshot,
    "start": start.start,
    "filter": queue.filter_rows,
    "sort": queue.sort_rows,
    "act": act.act,
    "memory": memory.memory,
    "stall": stall.stall,
    "sync": sync.sync,
    "wire": wire.wire,
    "server": server.server,
}
#: Run only by its name, and why.
BY_NAME_ALONE: dict[str, str] = {
    "server": "it makes 5,000,000 complaints in PostgreSQL: five minutes and 10 GB of disk",
}
