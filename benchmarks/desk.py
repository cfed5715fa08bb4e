"""A desk without a screen: the real stores, client and engine of one officer."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.tokens import MemoryTokens
from wzpdcl_desktop.api.transport import make_session
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.store import open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import Command, CommandType, OutboxItem
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.domain.link import LinkState, LoadProgress, Stage
from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.practice import OFFICER, PASSWORD
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.engine import SyncEngine
from wzpdcl_desktop.sync.listener import Identity

_PATIENCE_SECONDS = 300.0


class Desk:
    """Hears its engine. Signed in when it is made, so that signing in is no part of what is measured.

    Args:
        key: Of the stores; None for new ones.
        compressed: Ask for compressed answers, as of any server but practice mode's.

    Attributes:
        open_there: The reference data and all open complaints are in the cache.
        loaded: Everything is.
        changed: Called with each change of the cache, from the engine's thread.
    """

    def __init__(self, folder: Path, url: str, key: bytes | None = None, *, compressed: bool = True) -> None:
        folder.mkdir(parents=True, exist_ok=key is not None)
        self.key = key = key or os.urandom(32)
        self.open_there, self.loaded = threading.Event(), threading.Event()
        self.changed: Callable[[ChangeSet], None] = lambda changes: None
        self._bug: Exception | None = None
        self.clock = ServerClock()
        self._cache, self._precious = open_cache(folder, key), open_outbox(folder, key)
        writer, self.outbox = CacheWriter(self._cache, self.clock), Outbox(self._precious, self.clock)
        self.reader = ComplaintReader(self._cache)
        tokens = MemoryTokens()
        session = partial(make_session, compressed=compressed)
        first = CentralApi(url, session, tokens, on_time=self.clock.sample)
        signed = first.sign_in(Duty.OFFICE_HEAD, OFFICER, PASSWORD, "bench", "Bench")
        # Another client, as in the program: its connections are not warm yet.
        first.close()
        self._api = CentralApi(url, session, tokens, on_time=self.clock.sample)
        self._api.use(signed.tokens)
        identity = Identity(OFFICER, Duty.OFFICE_HEAD, "bench", "Bench")
        self.engine = SyncEngine(self._api, writer, self.outbox, self.clock, self, identity)

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.engine.stop()
        self._cache.close()
        self._precious.close()

    def message(self, complaint: int) -> None:
        """Send one, as the window does."""
        now = self.clock.now()
        args = {"text": "এক ঘণ্টার মধ্যে ঠিক হবে।"}
        of = f"complaint:{complaint}"
        command = Command(uuid7(now), OFFICER, CommandType.MESSAGE, of, args, None, None, now)
        self.outbox.add(command, 0)
        self.engine.poke()

    def wait(self, event: threading.Event) -> None:
        """For something to happen.

        Raises:
            TimeoutError: It did not.
            RuntimeError: The engine met what nobody planned for.
        """
        until = time.monotonic() + _PATIENCE_SECONDS
        while not event.wait(1.0):
            if self._bug is not None:
                raise RuntimeError("the engine failed") from self._bug
            if time.monotonic() > until:
                raise TimeoutError

    # ---------------------------------------------------------------- what the engine tells

    def on_changes(self, changes: ChangeSet) -> None:
        """Rows are in the cache."""
        self.changed(changes)

    def on_link(self, state: LinkState) -> None:
        """The line: of no interest."""

    def on_progress(self, progress: LoadProgress) -> None:
        """The first load went on."""
        if progress.stage in (Stage.RECENT, Stage.HISTORY, Stage.DONE):
            self.open_there.set()
        if progress.stage is Stage.DONE:
            self.loaded.set()

    def on_sent(self, items: Sequence[OutboxItem]) -> None:
        """Commands: of no interest."""

    def on_bug(self, error: Exception) -> None:
        """Nothing may go wrong here: `wait` says so."""
        self._bug = error
