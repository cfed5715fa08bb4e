"""The numbers beside the navigation, from the open complaints, the closed counts and the overlay. No SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wzpdcl_desktop.domain.complaints import OPEN_STATES, Moved, State, View


class OpenRow(NamedTuple):
    """What counting needs of a complaint that is open on the server."""

    id: int
    state: State
    due_at: int
    reopen_count: int


class ViewCounts(NamedTuple):
    """Numbers of each view.

    Unread ones are open ones never opened on this PC since they came or came back.
    """

    views: dict[View, int]
    unread: dict[View, int]


def is_unread(state: State, reopen_count: int, opened_at_count: int | None) -> bool:
    """Whether a complaint is unread: open, and not opened here since it came or was reopened."""
    return state in OPEN_STATES and (opened_at_count is None or opened_at_count < reopen_count)


def tally(
    opens: Iterable[OpenRow],
    closed: Mapping[State, int],
    now: int,
    overlay: Mapping[int, Moved],
    opened: Mapping[int, int],
    soon_ms: int,
) -> ViewCounts:
    """Count.

    A command only ever moves a complaint that is open on the server, so closed ones are mere numbers.
    """
    views = dict.fromkeys(View, 0)
    unread = dict.fromkeys(View, 0)
    views[View.RESOLVED] = closed.get(State.RESOLVED, 0)
    views[View.CANCELLED] = closed.get(State.CANCELLED, 0)
    views[View.ALL] = sum(closed.values())
    for row in opens:
        moved = overlay.get(row.id)
        state = moved.state if moved else row.state
        found = [View(state.value), View.ALL]
        if state in OPEN_STATES:
            if row.due_at < now:
                found.append(View.OVERDUE)
            elif row.due_at <= now + soon_ms:
                found.append(View.DUE_SOON)
            if row.reopen_count:
                found.append(View.REOPENED)
        new = is_unread(state, row.reopen_count, opened.get(row.id))
        for view in found:
            views[view] += 1
            unread[view] += new
    return ViewCounts(views, unread)
