"""A listener that keeps what nobody planned for."""

from __future__ import annotations

from collections.abc import Sequence

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import OutboxItem
from wzpdcl_desktop.domain.errors import DeskError, StoreDamaged
from wzpdcl_desktop.domain.link import LinkState, LoadProgress


class Ear:
    """Keeps what nobody planned for; what was planned for is said on the screen.

    Attributes:
        restart: The cache is damaged: the officer is asked to start the program again.
    """

    def __init__(self) -> None:
        self.bugs: list[Exception] = []
        self.restart = False
        self.changed = False

    def on_changes(self, changes: ChangeSet) -> None:
        self.changed = True

    def on_link(self, state: LinkState) -> None: ...

    def on_progress(self, progress: LoadProgress) -> None: ...

    def on_sent(self, items: Sequence[OutboxItem]) -> None: ...

    def on_bug(self, error: Exception) -> None:
        if isinstance(error, StoreDamaged):
            self.restart = True
        elif not isinstance(error, DeskError):
            self.bugs.append(error)
