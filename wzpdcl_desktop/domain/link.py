"""The line to the central API: how it is, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkStatus(StrEnum):
    """Why the desk is online or not. Each has its own words on the status bar."""

    CONNECTING = "connecting"
    ONLINE = "online"
    NO_NETWORK = "no_network"
    SERVER_DOWN = "server_down"
    NOT_THE_SERVER = "not_the_server"
    SIGNED_OUT = "signed_out"
    CLOCK_WRONG = "clock_wrong"
    UPGRADE_NEEDED = "upgrade_needed"
    DISK_FULL = "disk_full"


@dataclass(frozen=True, slots=True)
class LinkState:
    """The line as the status bar shows it.

    Attributes:
        status: Online, or the reason why not.
        last_sync_at: Server time (ms) of the last complete pull, None if never.
        clock_offset: Server time minus this PC's time (ms), None while unknown.
        checked_at: Server time (ms) of the last comparison with the server's rows, None if never.
    """

    status: LinkStatus = LinkStatus.CONNECTING
    last_sync_at: int | None = None
    clock_offset: int | None = None
    checked_at: int | None = None

    @property
    def online(self) -> bool:
        """Whether commands go out now. A wrong clock is a warning, not a reason to stop."""
        return self.status in (LinkStatus.ONLINE, LinkStatus.CLOCK_WRONG)


class Stage(StrEnum):
    """Stages of the first load, in the order a person needs them."""

    REFERENCE = "reference"
    OWN_OPEN = "own_open"
    OPEN = "open"
    RECENT = "recent"
    HISTORY = "history"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class LoadProgress:
    """Progress of the first load.

    Attributes:
        rows: Rows stored so far.
        total: Rows expected, None while unknown.
    """

    stage: Stage
    rows: int
    total: int | None = None

    @property
    def usable(self) -> bool:
        """Whether the open complaints are all here, so that work can begin."""
        return self.stage in (Stage.RECENT, Stage.HISTORY, Stage.DONE)
