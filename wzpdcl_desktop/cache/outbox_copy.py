"""A copy of the outbox beside it, encrypted with the same key: what is left when the file is damaged or gone.

``outbox.copy.db`` is brought up to date while the program runs; ``outbox.copy-1.db`` is the last one of the
run before.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.cache.raw import copies_of, copy_store, exact_mark
from wzpdcl_desktop.cache.store import Store

#: The next copy comes so long (s) after the last, and so many times later than the last one took.
_LEAST_SECONDS, _TIMES = 0.5, 20.0
#: What does not wake whoever makes the copies (a draft) is copied so much later (s) at most.
_LOOK_SECONDS = 300.0


class OutboxCopy:
    """Keeps the copy of an open outbox.

    Args:
        monotonic: Seconds that only ever rise.
    """

    def __init__(self, store: Store, key: bytes, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._key = key
        self._monotonic = monotonic
        self._copied: int | None = None
        self._not_before = 0.0
        self._lock = threading.Lock()

    def refresh(self, *, at_once: bool = False) -> float:
        """Copy the outbox if it changed since the last copy. Returns in how many seconds to call again.

        Args:
            at_once: However short ago the last copy was made.

        Raises:
            DiskFull, StoreDamaged, OSError: There is no new copy; the old ones are as they were.
        """
        with self._lock:
            began, writes = self._monotonic(), self._store.writes
            if writes == self._copied:
                return _LOOK_SECONDS
            if began < self._not_before and not at_once:
                return self._not_before - began
            # Whatever comes of it: not again and again.
            self._not_before = began + _LOOK_SECONDS
            self._copy()
            self._copied = writes
            now = self._monotonic()
            self._not_before = now + max(_LEAST_SECONDS, _TIMES * (now - began))
            return _LOOK_SECONDS

    def seal(self) -> None:
        """After the outbox was closed: note that the copy is the outbox, if nothing was written since.

        The next write takes the mark away.
        """
        if self._copied == self._store.writes:
            with translated():
                exact_mark(self._store.path).touch()

    def _copy(self) -> None:
        newer, older = copies_of(self._store.path)
        unfinished = newer.with_suffix(".part")
        with translated():
            copy_store(self._store.path, unfinished, self._key)
            if self._copied is None and newer.exists():
                newer.replace(older)
            unfinished.replace(newer)
