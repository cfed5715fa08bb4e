"""Actions on several complaints: asks, tells the screen once, and undoes all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import Queued, TakenBack
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.bulk import BulkDialog, bulk_draft_key
from wzpdcl_desktop.gui.docks.complaint_actions import restore_texts
from wzpdcl_desktop.gui.docks.drafts import put_before
from wzpdcl_desktop.services.bulk import BulkRun, Undone, undo_all


class BulkDesk(QObject):
    """Opens the dialog, and looks after what it did.

    Attributes:
        done: A list of `Queued`, not empty: the commands are in the outbox; offer to undo them with `undo`.
        undone: An `Undone`: they are out of it again, but for those that were sent.
        failed: ``(exception)``: undoing failed as a whole.
    """

    done = Signal(object)
    undone = Signal(object)
    failed = Signal(object)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def begin(self, action: Action, ids: list[int], window: QWidget | None) -> BulkDialog:
        """Ask what to say to all of them."""
        dialog = BulkDialog(self._context, action, ids, window)
        dialog.ended.connect(self._ended)
        dialog.open()
        return dialog

    def undo(self, queued: list[Queued]) -> None:
        """Take all of it back; the common text waits in the dialog for the next time."""
        context = self._context

        def work() -> Undone:
            undone = undo_all(context.outbox, queued)
            ids = {one.command_id for one in queued}
            own = next((command for command in undone.commands if command.command_id in ids), None)
            if own is not None and own.args.get("text"):
                key = bulk_draft_key(Action(own.type.value.removeprefix("complaint.")))
                context.drafts.save(key, put_before(str(own.args["text"]), context.drafts.load(key)))
            others = tuple(command for command in undone.commands if command.command_id not in ids)
            restore_texts(context, TakenBack(others))
            return undone

        context.tasks.cache(work, partial(self._undone, queued), self.failed.emit, owner=self)

    def _ended(self, run: BulkRun) -> None:
        if run.queued:
            self.done.emit(list(run.queued))
            self._tell(run.queued)

    def _undone(self, queued: list[Queued], undone: Undone) -> None:
        self.undone.emit(undone)
        self._tell(queued)

    def _tell(self, queued: list[Queued]) -> None:
        changes = ChangeSet(
            {
                "outbox": frozenset(one.command_id for one in queued),
                "complaint": frozenset(one.complaint_id for one in queued),
            }
        )
        self._context.notifier.on_changes(changes, self)
