"""Virtual time: nobody waits for it."""

from __future__ import annotations

START_MS = 1_795_000_000_000


class World:
    """The true time, in seconds since the schedule began. Also the server's clock."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now_ms(self) -> int:
        """Unix time (ms), as the server has it."""
        return START_MS + round(self.seconds * 1000)


class PcClock:
    """The clocks of one PC: the monotonic one runs true, the other is wrong by ``off_ms``."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.off_ms = 0

    def wall(self) -> int:
        """Unix time (ms), as this PC has it."""
        return self._world.now_ms() + self.off_ms

    def monotonic(self) -> float:
        """Seconds that only ever rise."""
        return self._world.seconds + 1000.0
