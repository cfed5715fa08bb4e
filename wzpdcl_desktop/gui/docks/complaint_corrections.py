"""Correcting what the server did not take: the text goes back to where it was written."""

from __future__ import annotations

from wzpdcl_desktop.domain.commands import OutboxItem, TakenBack
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.complaint_actions import texts_of
from wzpdcl_desktop.gui.docks.drafts import draft_key


def correct(context: DeskContext, item: OutboxItem) -> TakenBack:
    """Take a failed command out of the outbox, its text first kept as a draft. For the cache thread.

    Where the complaint's state no longer allows the same action, the text becomes the draft of a message: so
    it is in the box that the officer will see.
    """
    kept = TakenBack((item.command,))
    rows = context.complaints.rows([item.command.complaint_id])
    allowed = context.complaints.allowed(rows[0]) if rows else {}
    for complaint_id, action, text in texts_of(kept):
        possible = action if allowed.get(action, "state") is None else Action.MESSAGE
        context.drafts.save(draft_key(complaint_id, possible.value), text)
    return context.outbox.discard(item.command.command_id)
