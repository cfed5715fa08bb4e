"""Texts that were begun: under which name each is kept, and how one that comes back joins another."""

from __future__ import annotations

from wzpdcl_desktop.domain.people import Action

#: Arguments of a command besides its text that an officer chooses; kept with the draft.
CHOICES = ("reason", "feeder", "officer")


def draft_key(complaint_id: int, action: Action) -> str:
    """The name of the draft of one action on one complaint."""
    return (
        f"complaint:{complaint_id}"
        if action is Action.MESSAGE
        else f"complaint:{complaint_id}:{action.value}"
    )


def put_before(text: str, draft: str) -> str:
    """A text that came back, and below it what was written meanwhile."""
    return f"{text}\n\n{draft}" if draft.strip() else text
