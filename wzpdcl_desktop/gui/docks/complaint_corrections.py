"""Correcting what the server did not take: the text goes back to where it was written."""

from __future__ import annotations

from dataclasses import replace

from wzpdcl_desktop.domain.commands import CommandType, OutboxItem, TakenBack
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext


def correct(context: DeskContext, item: OutboxItem) -> TakenBack:
    """Take a failed command out of the outbox, its text first kept as a draft. For the cache thread.

    Where the complaint's state no longer allows the same action, the text becomes the draft of a message: so
    it is in the box that the officer will see.

    Returns:
        The command, under the type whose draft its text is now.
    """
    command = item.command
    rows = context.complaints.rows([command.complaint_id])
    allowed = context.complaints.allowed(rows[0]) if rows else {}
    action = Action(command.type.value.removeprefix("complaint."))
    if allowed.get(action, "state") is not None:
        command = replace(command, type=CommandType.MESSAGE)
    context.drafts.give_back(command)
    context.outbox.discard(command.command_id)
    return TakenBack((command,))
