"""Announces what changed, from whatever thread, to whoever shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.link import LinkState, LoadProgress


class Notifier(QObject):
    """The one place where changes are announced. Its ``on_...`` methods may be called from any thread.

    Attributes:
        changed: ``ChangeSet`` and who began it (an object, or None for the server).
        link: The new `LinkState`.
        progress: The new `LoadProgress`.
        sent: How many commands went out after the line came back.
        bug: An exception nobody expected.
        link_state: The latest state of the line.
        load_progress: The latest progress of the first load, None before any.
    """

    changed = Signal(object, object)
    link = Signal(object)
    progress = Signal(object)
    sent = Signal(int)
    bug = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link_state = LinkState()
        self.load_progress: LoadProgress | None = None

    def start_over(self) -> None:
        """Another desk opens: nothing is known of its line and its first load."""
        self.link_state = LinkState()
        self.load_progress = None

    def on_changes(self, changes: ChangeSet, initiator: object | None = None) -> None:
        """Something changed."""
        if changes:
            self.changed.emit(changes, initiator)

    def on_link(self, state: LinkState) -> None:
        """The line changed."""
        self.link_state = state
        self.link.emit(state)

    def on_progress(self, progress: LoadProgress) -> None:
        """The first load went on."""
        self.load_progress = progress
        self.progress.emit(progress)

    def on_sent(self, count: int) -> None:
        """Commands were sent."""
        self.sent.emit(count)

    def on_bug(self, error: BaseException) -> None:
        """Something went wrong that nobody expected."""
        self.bug.emit(error)
