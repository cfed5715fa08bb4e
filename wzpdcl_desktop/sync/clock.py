"""The server's time, as far as this PC can know it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

#: Above this (ms) the officer is told that the PC's clock is wrong.
WRONG_MS = 120_000
#: A jump (ms) of the PC's clock against the monotonic one that means sleep, or that somebody set it.
JUMP_MS = 2_000
_SAMPLES = 8


def wall_ms() -> int:
    """The PC's clock, Unix time in milliseconds."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class _Sample:
    """The server's time at a moment of the monotonic clock (both ms), and how sure that is."""

    server: float
    monotonic: float
    round_trip: float


class ServerClock:
    """Server time by the best of the last answers, carried on by the monotonic clock. Safe for threads.

    Before the first answer it is the PC's clock, corrected by the offset of last time.

    Args:
        monotonic: Seconds that only ever rise.
        wall: The PC's clock (ms).
        saved_offset: `offset` of an earlier run.
    """

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], int] = wall_ms,
        saved_offset: int | None = None,
    ) -> None:
        self._monotonic = monotonic
        self._wall = wall
        self._lock = threading.Lock()
        self._samples: deque[_Sample] = deque(maxlen=_SAMPLES)
        self._saved = saved_offset
        #: Wall minus monotonic (ms) when the samples began: it differs later if the PC slept or was set.
        self._gap = 0.0

    def sample(self, server_ms: int, sent: float, received: float) -> None:
        """Take the time of an answer.

        Args:
            server_ms: The server's clock when it answered.
            sent: When the request went (monotonic seconds).
            received: When the answer came.
        """
        with self._lock:
            self._check_jump()
            if not self._samples:
                self._gap = self._gap_now()
            middle = (sent + received) * 500
            self._samples.append(_Sample(float(server_ms), middle, received - sent))

    def now(self) -> int:
        """Server time (ms)."""
        with self._lock:
            self._check_jump()
            best = self._best()
            if best is None:
                return self._wall() + (self._saved or 0)
            return round(best.server + self._monotonic() * 1000 - best.monotonic)

    def restore(self, offset: int | None) -> None:
        """Begin with the `offset` of an earlier run; an answer of this run knows better."""
        with self._lock:
            if not self._samples:
                self._saved = offset

    @property
    def offset(self) -> int | None:
        """Server time minus the PC's (ms); None before the first answer of this run or of one before."""
        with self._lock:
            self._check_jump()
            best = self._best()
            if best is None:
                return self._saved
            return round(best.server - best.monotonic - self._gap)

    @property
    def stale(self) -> bool:
        """Whether the time is a guess: no answer yet, or none since the PC slept."""
        with self._lock:
            self._check_jump()
            return not self._samples

    @property
    def wrong(self) -> bool:
        """Whether the PC's clock is off by more than two minutes, for certain."""
        offset = self.offset
        return not self.stale and offset is not None and abs(offset) > WRONG_MS

    def _best(self) -> _Sample | None:
        return min(self._samples, key=lambda sample: sample.round_trip, default=None)

    def _gap_now(self) -> float:
        return self._wall() - self._monotonic() * 1000

    def _check_jump(self) -> None:
        """Distrust the samples after a jump.

        Forward it may be sleep, in which some monotonic clocks stand still: the PC's clock then knows better.
        Back it can only be somebody's hand: the offset moves by as much, and the server's time goes on.
        """
        best = self._best()
        if best is None:
            return
        jump = self._gap_now() - self._gap
        if abs(jump) <= JUMP_MS:
            return
        self._saved = round(best.server - best.monotonic - self._gap - min(jump, 0.0))
        self._samples.clear()
