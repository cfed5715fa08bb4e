"""Time as the rest of the program asks for it."""

from __future__ import annotations

from typing import Protocol


class Clock(Protocol):
    """Gives the server's time, as far as it is known."""

    def now(self) -> int:
        """Unix time in milliseconds, by the server's clock."""
        ...
