"""How long to wait before the next try."""

from __future__ import annotations

from collections.abc import Callable

#: A command is tried again after at most this (s).
COMMAND_MOST = 300.0
#: The line is tried again after at most this (s).
PROBE_MOST = 30.0
_FIRST = 1.0
_LEAST = 0.1


def full_jitter(attempt: int, most: float, chance: Callable[[], float]) -> float:
    """Seconds to wait: anything up to a bound that doubles with each try, lest all desks come at once.

    Args:
        attempt: Tries that failed so far, 1 for the first.
        most: The bound stays below this.
        chance: Even in 0.0-1.0.
    """
    bound = min(most, _FIRST * 2.0 ** min(max(attempt - 1, 0), 16))
    return max(_LEAST, bound * chance())


class Backoff:
    """Counts failures in a row."""

    def __init__(self, most: float, chance: Callable[[], float]) -> None:
        self._most = most
        self._chance = chance
        self.failures = 0

    def failed(self, at_least: float | None = None) -> float:
        """Note a failure; the seconds to wait, not less than the server asked for."""
        self.failures += 1
        return max(full_jitter(self.failures, self._most, self._chance), at_least or 0.0)

    def worked(self) -> None:
        """Begin anew."""
        self.failures = 0
