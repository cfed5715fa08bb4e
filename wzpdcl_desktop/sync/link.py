"""The state of the line, put together from what pulling and pushing meet."""

from __future__ import annotations

import threading
from collections.abc import Callable

from wzpdcl_desktop.api.problems import ServerFailed
from wzpdcl_desktop.domain.errors import NetworkError, NoNetwork, NotTheServer
from wzpdcl_desktop.domain.link import LinkState, LinkStatus
from wzpdcl_desktop.sync.clock import ServerClock

PULL = "pull"
PUSH = "push"
#: Less than this (ms) the offset of the clock may move without anybody being told.
_OFFSET_STEP_MS = 1_000


class Link:
    """What is known of the line. Safe for threads; tells of each change once.

    Args:
        clock: For its offset.
        tell: Called with each new state, from the thread that brought it.
        returned: Called when the line is there again after it was not.
        last_sync_at: Of the run before.
    """

    def __init__(
        self,
        clock: ServerClock,
        tell: Callable[[LinkState], None],
        returned: Callable[[], None],
        last_sync_at: int | None,
    ) -> None:
        self._clock = clock
        self._tell = tell
        self._returned = returned
        self._lock = threading.RLock()
        self._failures: dict[str, NetworkError] = {}
        self._disk_full: set[str] = set()
        self._contacted = False
        self._signed_out = False
        self._upgrade_needed = False
        self._last_sync_at = last_sync_at
        self._checked_at: int | None = None
        self._state = LinkState(last_sync_at=last_sync_at)

    @property
    def state(self) -> LinkState:
        """The state as last told."""
        return self._state

    @property
    def reached(self) -> bool:
        """Whether the server was reached at the last try: a 5xx is an answer too."""
        with self._lock:
            return self._contacted and all(isinstance(one, ServerFailed) for one in self._failures.values())

    @property
    def signed_out(self) -> bool:
        """Whether a new sign-in is needed before anything can go on."""
        return self._signed_out

    @property
    def upgrade_needed(self) -> bool:
        """Whether the server takes no commands from this version."""
        return self._upgrade_needed

    def worked(self, source: str, *, proof: bool = True) -> None:
        """The server answered PULL or PUSH as it should.

        Args:
            proof: The answer shows that what PUSH failed with is over. If not, and only a command failed,
                its backoff stays: on some lines everything gets through but that.
        """
        with self._lock:
            back = not self.reached and (proof or PULL in self._failures or not self._contacted)
            self._contacted = True
            still_down: dict[str, NetworkError] = (
                {}
                if source == PULL
                else {
                    other: error
                    for other, error in self._failures.items()
                    if other != source and isinstance(error, ServerFailed)
                }
            )
            self._failures = still_down
        self.update()
        if back:
            self._returned()

    def failed(self, source: str, error: NetworkError) -> None:
        """The server was not reached, or failed."""
        with self._lock:
            self._failures[source] = error
        self.update()

    def disk(self, source: str, full: bool) -> None:
        """Whether there is room on the disk."""
        with self._lock:
            if full:
                self._disk_full.add(source)
            else:
                self._disk_full.discard(source)
        self.update()

    def session(self, alive: bool) -> None:
        """Whether there is a session."""
        self._signed_out = not alive
        self.update()

    def upgrade(self, needed: bool) -> None:
        """Whether the server finds this version too old."""
        self._upgrade_needed = needed
        self.update()

    def synced(self, at: int, checked_at: int | None = None) -> None:
        """A pull was complete at a server time (ms), and the rows were last compared at another."""
        self._last_sync_at = at
        self._checked_at = checked_at
        self.update()

    def update(self) -> None:
        """Tell the state if it is another one than was told last."""
        with self._lock:
            offset, told = self._clock.offset, self._state.clock_offset
            if offset is not None and told is not None and abs(offset - told) < _OFFSET_STEP_MS:
                offset = told
            state = LinkState(self._status(), self._last_sync_at, offset, self._checked_at)
            if state != self._state:
                self._state = state
                # Inside the lock, so that nobody hears of two states in the wrong order.
                self._tell(state)

    def _status(self) -> LinkStatus:
        if self._signed_out:
            return LinkStatus.SIGNED_OUT
        for source in (PULL, PUSH):
            if source in self._failures:
                return _status_of(self._failures[source])
        if self._disk_full:
            return LinkStatus.DISK_FULL
        if not self._contacted:
            return LinkStatus.CONNECTING
        if self._upgrade_needed:
            return LinkStatus.UPGRADE_NEEDED
        return LinkStatus.CLOCK_WRONG if self._clock.wrong else LinkStatus.ONLINE


def _status_of(error: NetworkError) -> LinkStatus:
    if isinstance(error, NoNetwork):
        return LinkStatus.NO_NETWORK
    if isinstance(error, NotTheServer):
        return LinkStatus.NOT_THE_SERVER
    return LinkStatus.SERVER_DOWN
