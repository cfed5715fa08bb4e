"""Actions on several complaints: asks, tells the screen once, and undoes all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import Command, Queued
from wzpdcl_desktop.domain.drafts import CHOICES, put_before
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.bulk import BulkDialog, bulk_draft_key
from wzpdcl_desktop.services.bulk import BulkRun, Undone, undo_all
from wzpdcl_desktop.services.drafts import Draft


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
        #: The text that was written for several, by the first command that it became.
        self._common: dict[str, str] = {}

    def begin(self, action: Action, ids: list[int], window: QWidget | None) -> BulkDialog:
        """Ask what to say to all of them."""
        dialog = BulkDialog(self._context, action, ids, window)
        dialog.ended.connect(self._ended)
        dialog.open()
        return dialog

    def undo(self, queued: list[Queued]) -> None:
        """Take all of it back; the common text waits in the dialog for the next time."""
        context, several = self._context, len(queued) > 1
        key = bulk_draft_key(Action(queued[0].type.value.removeprefix("complaint.")))

        def work() -> Undone:
            # First the text: if the power goes in the middle, it is here and with what was not undone yet.
            before = context.drafts.draft(key)
            item = next((one for one in context.outbox.items() if one.command.command_id in ids), None)
            if several and item is not None:
                self._keep(key, item.command, common, before)
            undone = undo_all(context.outbox, queued)
            if several and not any(command.command_id in ids for command in undone.commands):
                context.drafts.save(key, before.text)
            return undone

        ids = {one.command_id for one in queued}
        common = self._common.get(queued[0].command_id, "")
        context.tasks.cache(work, partial(self._undone, queued), self.failed.emit, owner=self)

    def _keep(self, key: str, command: Command, common: str, before: Draft) -> None:
        """The common text, and what was chosen, as the common draft. For the cache thread.

        Not the text of one of them: in it one customer's name may stand in a blank.
        """
        drafts, text = self._context.drafts, common or str(command.args.get("text") or "")
        if text:
            drafts.save(key, put_before(text, before.text))
        for name in CHOICES:
            if value := command.args.get(name):
                drafts.choose(key, name, str(value))

    def _ended(self, run: BulkRun) -> None:
        if run.queued:
            self._common[run.queued[0].command_id] = run.text
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
