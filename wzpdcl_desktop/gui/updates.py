"""A new version of the program, as the screen follows it: offered, being fetched, ready."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from wzpdcl_desktop.domain.errors import UpdateRefused
from wzpdcl_desktop.domain.link import LinkState, LinkStatus
from wzpdcl_desktop.domain.updates import Update
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.services.updates.packages import Source
from wzpdcl_desktop.services.updates.service import Offer, UpdateService

log = logging.getLogger("wzpdcl.updates")

_LOOK_EVERY_SECONDS = 6 * 3600.0


class UpdateState(StrEnum):
    """How far it is."""

    NONE = "none"
    LOOKING = "looking"
    OFFERED = "offered"
    FETCHING = "fetching"
    READY = "ready"


class UpdateSource(Source, Protocol):
    """A source whose exchanges can be cut."""

    def close(self) -> None:
        """End what is under way."""
        ...


class UpdateDesk(QObject):
    """Looks for a new version when the line is there, fetches it when asked, and installs it at the end.

    Args:
        source: Makes a source of the server in use; None from it while there is none (practice, no address).
        automatic: Whether an offer is fetched without being asked.

    Attributes:
        state: How far it is; `update` of which version.
        urgent: The server takes nothing from this version any more.
        done, total: Bytes, while fetching.
        error: Why the last step failed, None if it did not.
        changed: Any of these.
        install_requested: End the program and install now.
    """

    changed = Signal()
    install_requested = Signal()
    _progressed = Signal(int, int)

    def __init__(
        self,
        service: UpdateService,
        tasks: TaskRunner,
        notifier: Notifier,
        source: Callable[[], UpdateSource | None],
        automatic: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self._make_source, self._automatic = source, automatic
        self._source: UpdateSource | None = None
        self._cancelled = threading.Event()
        self._offer: Offer | None = None
        self._looked = float("-inf")
        #: Whether what waits from the last run is still being measured, and whether the server is to be asked
        #: once that is known.
        self._beginning = self._look_wanted = False
        self._session_ending = False
        self.state = UpdateState.NONE
        self.update: Update | None = None
        self.urgent = False
        self.done = self.total = 0
        self.error: Exception | None = None
        self._progressed.connect(self._follow_progress)
        notifier.link.connect(self._follow_link)

    @property
    def can_install(self) -> bool:
        """Whether this system can install a package."""
        return self._service.can_install

    def begin(self) -> None:
        """See whether a package waits from the last run."""
        self._beginning = True
        self._tasks.network(self._service.ready, self._begun, self._not_begun, owner=self)

    def look(self) -> None:
        """Ask the server for a newer version."""
        if self.state in (UpdateState.LOOKING, UpdateState.FETCHING, UpdateState.READY):
            return
        if self._beginning:  # what waits may be just that version: its file takes a while to measure
            self._look_wanted = True
            return
        source = self._make_source()
        if source is None:
            return
        self._looked = time.monotonic()
        self._source = source
        self._set(UpdateState.LOOKING)
        self._tasks.network(
            partial(self._service.look, source),
            partial(self._looked_at, source),
            partial(self._not_looked, source),
            owner=self,
        )

    def fetch(self) -> None:
        """Fetch what was offered, in the background."""
        offer, source = self._offer, self._make_source()
        if self.state is not UpdateState.OFFERED or offer is None or source is None:
            return
        self._source = source

        def work(cancelled: Callable[[], bool]) -> Update | None:
            return self._service.fetch(source, offer, self._progressed.emit, cancelled)

        self._run(work, offer.update.size)

    def take(self, folder: Path) -> None:
        """Take a package from a folder."""
        if self.state is UpdateState.FETCHING:
            return
        self._run(lambda cancelled: self._service.take(folder, self._progressed.emit, cancelled), 0)

    def find_sticks(self, found: Callable[[list[Path]], None]) -> None:
        """Look for a package on the sticks that are plugged in."""
        self._tasks.network(self._service.on_sticks, found, self._fail, owner=self, key="sticks")

    def cancel(self) -> None:
        """Stop fetching; what has come stays for the next time."""
        self._cancelled.set()
        if self._source is not None:
            self._source.close()

    def install_now(self) -> None:
        """End the program; it is installed then."""
        if self.state is UpdateState.READY:
            self._session_ending = False
            self.install_requested.emit()

    def session_ends(self) -> None:
        """The system is about to shut down: an installation begun now would be cut in the middle.

        If it does not shut down after all, what is ready waits for the end of the next run.
        """
        self._session_ending = True

    def install_at_end(self) -> bool:
        """Start the installer of what is ready: the screen is gone and the stores are closed."""
        if self.state is not UpdateState.READY or not self.can_install:
            return False
        if self._session_ending:
            log.info("not installed: the system shuts down")
            return False
        try:
            self._service.install()
        except UpdateRefused as error:
            log.warning("not installed: %s", error.key)
            return False
        return True

    def _run(self, work: Callable[[Callable[[], bool]], Update | None], total: int) -> None:
        cancelled = self._cancelled = threading.Event()
        self.done, self.total = 0, total
        self._set(UpdateState.FETCHING)
        self._tasks.network(
            partial(work, cancelled.is_set),
            self._fetched,
            self._fail,
            owner=self,
        )

    def _begun(self, update: Update | None) -> None:
        self._found_ready(update)
        self._ask_now()

    def _not_begun(self, error: Exception) -> None:
        log.info("update: %s", getattr(error, "key", type(error).__name__))
        self._ask_now()

    def _ask_now(self) -> None:
        wanted, self._beginning, self._look_wanted = self._look_wanted, False, False
        if wanted:
            self.look()

    def _looked_at(self, source: UpdateSource, offer: Offer | None) -> None:
        if self._is_overtaken(source):
            return
        self._end_source()
        self._offer = offer
        if offer is None:
            self.update, self.urgent = None, False
            self._set(UpdateState.NONE)
            return
        self.update, self.urgent = offer.update, offer.urgent
        self._set(UpdateState.OFFERED)
        if self._automatic():
            self.fetch()

    def _not_looked(self, source: UpdateSource, error: Exception) -> None:
        if not self._is_overtaken(source):
            self._fail(error)

    def _is_overtaken(self, source: UpdateSource) -> bool:
        """Whether a package was taken from a stick while the server was asked: its answer is void."""
        if self.state is UpdateState.LOOKING:
            return False
        source.close()
        return True

    def _fetched(self, update: Update | None) -> None:
        self._end_source()
        if update is None:
            self._set(self._before())
        else:
            self._found_ready(update)

    def _found_ready(self, update: Update | None) -> None:
        if update is not None:
            self.update = update
            self._set(UpdateState.READY)

    def _fail(self, error: Exception) -> None:
        cut = self._cancelled.is_set()
        self._end_source()
        log.info("update: %s", getattr(error, "key", type(error).__name__))
        if isinstance(error, UpdateRefused) and error.key == "update_gone":
            self._offer = None
        self._set(self._before(), None if cut else error)

    def _before(self) -> UpdateState:
        """Where things were before fetching began."""
        if self._offer is None:
            self.update = None
            return UpdateState.NONE
        self.update = self._offer.update
        return UpdateState.OFFERED

    def _end_source(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None

    def _follow_progress(self, done: int, total: int) -> None:
        if self.state is UpdateState.FETCHING:
            # A sign of life for each percent is enough.
            moved = total != self.total or done * 100 // total != self.done * 100 // total
            self.done, self.total = done, total
            if moved:
                self.changed.emit()

    def _follow_link(self, state: LinkState) -> None:
        reached = state.online or state.status is LinkStatus.UPGRADE_NEEDED
        if reached and time.monotonic() - self._looked > _LOOK_EVERY_SECONDS:
            self.look()

    def _set(self, state: UpdateState, error: Exception | None = None) -> None:
        self.state, self.error = state, error
        self.changed.emit()
