"""Filtering and sorting the queue: from the key or the click to the painted rows, beside Qt's own models.

Both contenders are processes of their own, with the same rows, and go by turns. After each step the program's
list is compared with one that was reckoned from the same complaints in Python alone.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.measure import Figure, Metric, percentile
from benchmarks.sample_rows import COLUMNS, expected
from benchmarks.store import sample_store
from benchmarks.talk import Child

_FILTER_MS = 100.0
_SORT_RATIO = 1.0
_ROWS, _MORE_ROWS = 100_000, 1_000_000
#: Typed letter by letter and taken away again: Bangla with conjuncts, English, a mobile and a number.
_WORDS = ("রূপসা", "ট্রান্সফরমার", "01712", "voltage", "4182")
_FEW_WORDS = ("রূপসা", "01712")
_FEW_COLUMNS = ("CUSTOMER", "TIME")
_AGAINST = "QStandardItemModel + QSortFilterProxyModel.{0} in a QTableView with the same rows (C++), same run"


@dataclass
class _Pairs:
    """Milliseconds of both sides, step by step, and what each side held in memory at the end (MB)."""

    program: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)
    memory: tuple[float, float] = (0.0, 0.0)

    def figures(self, prefix: str = "") -> dict[str, Figure]:
        """All of it as figures."""
        found = {
            "p50": Figure(percentile(self.program, 50), "ms"),
            "p95": Figure(percentile(self.program, 95), "ms"),
            "max": Figure(max(self.program), "ms"),
            "peer_p50": Figure(percentile(self.peer, 50), "ms"),
            "peer_p95": Figure(percentile(self.peer, 95), "ms"),
            "memory": Figure(self.memory[0], "MB"),
            "peer_memory": Figure(self.memory[1], "MB"),
        }
        return {f"{prefix}{name}": figure for name, figure in found.items()}


def filter_rows() -> Metric:
    """Each key of some words, and taking them away: p95 of the time to the painted rows."""
    pairs, more = _filter(_ROWS, _WORDS * 2), _filter(_MORE_ROWS, _FEW_WORDS)
    return Metric(
        percentile(pairs.program, 95),
        "ms",
        percentile(pairs.program, 95) / percentile(pairs.peer, 95),
        _AGAINST.format("setFilterFixedString"),
        _FILTER_MS,
        pairs.program,
        at_most=True,
        of_value=True,
        figures=pairs.figures() | more.figures("million_"),
    )


def sort_rows() -> Metric:
    """Clicks on each header, up and down: median of the pairs."""
    pairs, more = _sort(_ROWS, COLUMNS * 2), _sort(_MORE_ROWS, _FEW_COLUMNS)
    ratios = [program / peer for program, peer in zip(pairs.program, pairs.peer, strict=True)]
    return Metric(
        statistics.median(pairs.program),
        "ms",
        statistics.median(ratios),
        _AGAINST.format("sort"),
        _SORT_RATIO,
        ratios,
        at_most=True,
        figures=pairs.figures() | more.figures("million_"),
    )


def _filter(rows: int, words: tuple[str, ...]) -> _Pairs:
    with _contenders(rows) as (program, peer):
        pairs = _Pairs()
        for word in words:
            for number, key in enumerate([*word, ""], 1):
                typed = word[:number] if key else ""
                _step(pairs, program, peer, expected(rows, "TIME", words=typed), ask="filter", key=key)
        pairs.memory = program.memory().own, peer.memory().own
    return pairs


def _sort(rows: int, columns: tuple[str, ...]) -> _Pairs:
    with _contenders(rows) as (program, peer):
        pairs = _Pairs()
        now, descending = "TIME", False
        for column in columns:
            # The list begins by time, upwards; the column of now turns round.
            descending = not descending if column == now else False
            now = column
            _step(pairs, program, peer, expected(rows, column, descending), ask="sort", column=column)
        pairs.memory = program.memory().own, peer.memory().own
    return pairs


def _step(pairs: _Pairs, program: Child, peer: Child, right: dict[str, object], **question: Any) -> None:
    sides = [(program, pairs.program), (peer, pairs.peer)]
    for side, spent in sides if len(pairs.program) % 2 else reversed(sides):
        found = side.ask(**question)
        spent.append(found.pop("ms"))
        if side is program and found != right:
            raise RuntimeError(f"after {question} the queue has {found}, not {right}")


@contextmanager
def _contenders(rows: int) -> Iterator[tuple[Child, Child]]:
    sample = sample_store(rows)
    with tempfile.TemporaryDirectory(prefix="wzpdcl-bench-") as place:
        # The peer only reads; the program keeps notes in its store.
        folder, key = sample.copy(Path(place) / "officer"), sample.key.hex()
        with (
            Child("benchmarks.queue_peer", sample.folder, key) as peer,
            Child("benchmarks.queue_program", place, folder, key) as program,
        ):
            yield program, peer
