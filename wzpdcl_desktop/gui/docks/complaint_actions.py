"""Doing something to a complaint: off the GUI thread, safe on disk before anyone is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import Queued, TakenBack
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext


class ComplaintActions(QObject):
    """Queues commands and takes them back.

    Attributes:
        queued: A `Queued`: the command is in the outbox.
        taken_back: A `TakenBack`: commands are out of the outbox again.
        failed: ``(exception)``: nothing was done.
    """

    queued = Signal(object)
    taken_back = Signal(object)
    failed = Signal(object)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def do(self, action: Action, complaint_id: int, text: str, reason: str = "") -> None:
        """Accept, message, resolve or cancel."""
        service = self._context.complaints
        work: dict[Action, Callable[[], Queued]] = {
            Action.ACCEPT: partial(service.accept, complaint_id, text),
            Action.MESSAGE: partial(service.message, complaint_id, text),
            Action.RESOLVE: partial(service.resolve, complaint_id, text),
            Action.CANCEL: partial(service.cancel, complaint_id, reason, text),
        }
        self._context.tasks.cache(work[action], self._queued, self.failed.emit, owner=self)

    def undo(self, command_id: str) -> None:
        """Take back what was not sent yet; its text comes back as a draft."""
        context = self._context
        context.tasks.cache(
            lambda: context.outbox.undo(command_id), self._taken_back, self.failed.emit, owner=self
        )

    def _queued(self, queued: Queued) -> None:
        self.queued.emit(queued)
        changes = ChangeSet(
            {"outbox": frozenset({queued.command_id}), "complaint": frozenset({queued.complaint_id})}
        )
        self._context.notifier.on_changes(changes, self)

    def _taken_back(self, taken: TakenBack) -> None:
        self.taken_back.emit(taken)
        self._context.notifier.on_changes(changes_of(taken), self)


def texts_of(taken: TakenBack) -> list[tuple[int, Action, str]]:
    """Complaint, action and text of commands that were taken back and had a text."""
    found = []
    for command in taken.commands:
        text = str(command.args.get("text") or "")
        if text:
            found.append((command.complaint_id, Action(command.type.value.removeprefix("complaint.")), text))
    return found


def changes_of(taken: TakenBack) -> ChangeSet:
    """What changes on the screen when commands go."""
    return ChangeSet(
        {
            "outbox": frozenset(command.command_id for command in taken.commands),
            "complaint": frozenset(command.complaint_id for command in taken.commands),
        }
    )
