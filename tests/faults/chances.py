"""The faults by name, and what one schedule does with them."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

#: What can happen to a request.
WIRE = (
    "request_lost",
    "reply_lost",
    "cut",
    "duplicate",
    "late",
    "too_many_requests",
    "server_error",
    "bad_gateway",
    "unavailable",
    "captive_portal",
    "forbidden_by_proxy",
    "slow_drip",
    "server_dies",
)
#: What can happen to the desk's PC.
PC = (
    "kill",
    "kill_at_wire",
    "power_loss",
    "cache_damaged",
    "disk_full",
    "sql_fails",
    "clock_jump",
    "line_dies",
)
#: What can happen on the server.
SERVER = (
    "session_ended",
    "account_disabled",
    "feeder_taken",
    "moved_to_feeder",
    "moved_to_office",
    "tombstones_forgotten",
    "new_epoch",
)
KINDS = (*WIRE, "snapshot_interrupted", *PC, *SERVER)
#: Weights of `PC`: what ends a life comes more often than what only hurts.
PC_WEIGHTS = (8, 6, 4, 3, 2, 2, 2, 2)
CRASHES = frozenset({"kill", "kill_at_wire", "power_loss", "cache_damaged"})


@dataclass
class Chances:
    """The dice of one schedule, and the count of what they brought.

    Attributes:
        wire: How likely a request meets a fault.
        calm: The storm is over: nothing goes wrong any more.
        happened: Faults so far, by kind.
    """

    seed: int
    calm: bool = False
    happened: Counter[str] = field(default_factory=Counter)
    random: random.Random = field(init=False)
    wire: float = field(init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.wire = self.random.choice((0.05, 0.12, 0.25, 0.4))

    def of_wire(self, path: str) -> str | None:
        """What happens to the next request."""
        if self.calm or self.random.random() >= self.wire:
            return None
        kind = self.random.choice(WIRE)
        interrupted = path.startswith("/v1/snapshot") and kind in {"reply_lost", "cut", "slow_drip"}
        self.note("snapshot_interrupted" if interrupted else kind)
        return kind

    def note(self, kind: str) -> None:
        """Count a fault."""
        self.happened[kind] += 1
