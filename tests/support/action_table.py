"""The one table of the tests: duty, action, state and place of a complaint, and what comes of it.

Written out once more from the contract, by hand: it reads neither the server's table nor the desk's rules.
Server and desk are held against it, and against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

OFFICERS = {
    "office_head": "xen.khulna1",
    "feeder_supervisor": "ae1.khulna1",
    "feeder_incharge": "sae1.khulna1",
    "circle": "se.khulna",
    "central": "ce.wzpdcl",
}
#: own: of everybody in OFFICERS; colleague: same office, not the in-charge's; neighbour: other office of the
#: circle; foreign: another circle.
PLACES = {
    "own": "khulna-1-dolkhola",
    "colleague": "khulna-1-ferryghat",
    "neighbour": "khulna-2-stadium",
    "foreign": "jashore-1-newtown",
}
STATES = ("inbox", "in_progress", "resolved", "cancelled")
#: States from which each action goes, and the state after it.
FROM = {
    "accept": {"inbox": "in_progress"},
    "message": {state: state for state in STATES},
    "resolve": {"in_progress": "resolved"},
    "cancel": {"inbox": "cancelled", "in_progress": "cancelled"},
    "reassign": {"inbox": "inbox", "in_progress": "in_progress"},
}
SEES = {
    "office_head": {"own", "colleague"},
    "feeder_supervisor": {"own", "colleague"},
    "feeder_incharge": {"own"},
    "circle": {"own", "colleague", "neighbour"},
    "central": set(PLACES),
}
MAY = {
    "office_head": set(FROM),
    "feeder_supervisor": set(FROM) - {"reassign"},
    "feeder_incharge": set(FROM) - {"reassign"},
    "circle": set(),
    "central": set(),
}


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One question to both sides."""

    action: str
    state: str
    place: str


def cells(*places: str) -> Iterator[Cell]:
    """All questions about complaints of some places, of all if none is named."""
    return (Cell(*one) for one in product(FROM, STATES, places or PLACES))


def expected(duty: str, cell: Cell) -> tuple[str, str | None]:
    """Outcome and code by the contract."""
    if cell.place not in SEES[duty]:
        return "refused", "not_found"
    if cell.action not in MAY[duty]:
        return "refused", "not_allowed"
    if cell.state not in FROM[cell.action]:
        return "conflict", "transition_not_allowed"
    return "applied", None
