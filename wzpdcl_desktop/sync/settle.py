"""Letting applied commands leave the screen once the cache shows what they did."""

from __future__ import annotations

from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.sync.listener import Listener


class Settler:
    """Compares receipts with the cache; called after each pull and after each receipt."""

    def __init__(self, writer: CacheWriter, outbox: Outbox, listener: Listener) -> None:
        self._writer = writer
        self._outbox = outbox
        self._listener = listener

    def settle(self, complete_since: int = 0, asked_since: int = 0) -> None:
        """Let go what the cache shows.

        Args:
            complete_since: When (server time, ms) the pull began that is now complete; 0 if none is:
                then a row that is not in the cache may still come.
            asked_since: When (server time, ms) that pull asked the server how far it has to go; 0 if none is
                complete.
        """
        ids = self._outbox.applied_ids()
        if not ids:
            return
        versions = self._writer.version_of(ids)
        left = self._outbox.settle({id_: versions.get(id_) for id_ in ids}, complete_since, asked_since)
        if left:
            self._listener.on_changes(ChangeSet({"outbox": frozenset(left), "complaint": frozenset(ids)}))
