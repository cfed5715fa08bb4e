"""What the server did not take. The clashes are made up: in a tour nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.commands import TARGET_STATE, CommandState, OutboxItem, Outcome, Receipt
from wzpdcl_desktop.domain.complaints import State, TimelineEntry
from wzpdcl_desktop.domain.conflicts import Choice, Clash, Theirs

_MINUTE = 60_000


def _entry(kind: str, at: int, name: str, text: str, reason: str | None = None) -> TimelineEntry:
    return TimelineEntry(f"{kind}-{at}", kind, at, "other" if name else None, name, text, reason)


def _waiting(studio: Studio, complaint: int, code: str, outcome: Outcome) -> OutboxItem:
    """An action that waits, as it would be with this answer."""
    items = studio.life.desk.outbox.items()
    item = next(one for one in items if one.command.complaint_id == complaint)
    state = CommandState.CONFLICT if outcome is Outcome.CONFLICT else CommandState.REFUSED
    return replace(item, state=state, receipt=Receipt(item.command.command_id, outcome, code=code))


def _shown(studio: Studio, clash: Clash, *, choice: Choice | None = None) -> Iterator[QWidget]:
    conflicts = studio.life.window.conflicts
    conflicts.show(clash)
    dialog = conflicts.dialog
    assert dialog is not None
    if choice is not None:
        dialog.cards[choice].setChecked(True)
    yield dialog
    studio.close(dialog)


@picture(Stage.OFFLINE, docs=BOTH)
def conflict(studio: Studio) -> Iterator[QWidget]:
    """Accepted here, cancelled there: mine is no longer possible, and the dialog says why."""
    item = _waiting(studio, 418193, "transition_not_allowed", Outcome.CONFLICT)
    assert item.seen is not None
    at = item.command.created_at
    news = (
        _entry("customer_message", at - 9 * _MINUTE, "", "তার এখনো ঝুলছে।"),
        _entry("cancelled", at - 6 * _MINUTE, "তানভীর আহমেদ", "একই অভিযোগ আগে এসেছে।", "duplicate"),
    )
    theirs = Theirs(9, State.CANCELLED, item.seen.feeder, item.seen.officer, news, 2)
    yield from _shown(
        studio, Clash(item, item.seen, State.IN_PROGRESS, theirs, refusals={Choice.MINE: "state"})
    )


@picture(Stage.OFFLINE)
def conflict_chosen(studio: Studio) -> Iterator[QWidget]:
    """Cancelled here, given to another feeder there: all three are possible, one is chosen."""
    item = _waiting(studio, 418210, "state_changed", Outcome.CONFLICT)
    assert item.seen is not None
    feeders = studio.life.desk.directory.directory().feeders
    feeder = next(one for one in feeders.values() if one.id != item.seen.feeder)
    news = (_entry("reassigned", item.command.created_at - _MINUTE, "তানভীর আহমেদ", "ভুল ফিডারে ছিল।"),)
    theirs = Theirs(9, State.INBOX, feeder.id, feeder.incharge, news)
    clash = Clash(item, item.seen, TARGET_STATE[item.command.type], theirs)
    yield from _shown(studio, clash, choice=Choice.MINE)


@picture(Stage.OFFLINE)
def conflict_gone(studio: Studio) -> Iterator[QWidget]:
    """The complaint has left the officer's area."""
    item = _waiting(studio, 418193, "not_found", Outcome.REFUSED)
    refusals = {Choice.MINE: "gone", Choice.MESSAGE: "gone"}
    yield from _shown(studio, Clash(item, item.seen, State.IN_PROGRESS, None, refusals=refusals))


@picture(Stage.OFFLINE)
def conflict_refused(studio: Studio) -> Iterator[QWidget]:
    """The server refused a message because what it followed had failed."""
    item = _waiting(studio, 418179, "predecessor_failed", Outcome.REFUSED)
    assert item.seen is not None
    theirs = Theirs(item.seen.version, item.seen.state, item.seen.feeder, item.seen.officer)
    yield from _shown(studio, Clash(item, item.seen, None, theirs, refusals={Choice.MESSAGE: "text"}))
