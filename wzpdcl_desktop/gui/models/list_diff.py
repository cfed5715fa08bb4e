"""How one list of ids becomes another with as few steps as possible, so that a view keeps its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: A run of rows: first position and how many.
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ListDiff:
    """Steps from an old list to a new one, to be taken in the order of the fields.

    Attributes:
        removals: Runs of the old list to take out, last first, so that earlier positions stay true.
        order: What is left, in its new order, if that differs from the old order; else None.
        insertions: Runs of the new list to put in, first first.
    """

    removals: tuple[Run, ...]
    order: list[int] | None
    insertions: tuple[Run, ...]

    @property
    def steps(self) -> int:
        """How many times a view has to be told."""
        return len(self.removals) + (self.order is not None) + len(self.insertions)


def diff(old: Sequence[int], new: Sequence[int]) -> ListDiff:
    """Compare two lists of unique ids.

    Args:
        old: The list that is shown.
        new: The list that shall be shown.
    """
    old_set, new_set = set(old), set(new)
    removals = _runs([n for n, item in enumerate(old) if item not in new_set])
    insertions = _runs([n for n, item in enumerate(new) if item not in old_set])
    kept_old = [item for item in old if item in new_set]
    kept_new = [item for item in new if item in old_set]
    return ListDiff(
        removals=tuple(reversed(removals)),
        order=kept_new if kept_old != kept_new else None,
        insertions=tuple(insertions),
    )


def _runs(positions: list[int]) -> list[Run]:
    runs: list[Run] = []
    for position in positions:
        if runs and sum(runs[-1]) == position:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((position, 1))
    return runs
