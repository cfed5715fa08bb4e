"""Lists that an officer has put together and named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from wzpdcl_desktop.domain.complaints import QueueQuery, SortKey, State, TimeLeft, View
from wzpdcl_desktop.domain.periods import Period, Span
from wzpdcl_desktop.domain.text import search_form

MOST_VIEWS = 12
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name, and the list that it stands for; the query's ``now`` is 0."""

    name: str
    query: QueueQuery

    def is_of(self, query: QueueQuery) -> bool:
        """Whether a query is this list, at whatever time."""
        return replace(query, now=0) == self.query


class NameFault(StrEnum):
    """Why a name cannot be taken."""

    EMPTY = "empty"
    LONG = "long"
    TAKEN = "taken"
    MANY = "many"


def clean_name(name: str) -> str:
    """A name as it is kept: NFC, no blanks at the ends, one between words."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def fault_of(name: str, others: Iterable[SavedView]) -> NameFault | None:
    """What is wrong with a name beside the other views; None if nothing is.

    Names that a reader takes for the same are the same: case, digits' script and joiners do not matter.
    """
    taken = {_compared(view.name) for view in others}
    name = clean_name(name)
    if not name:
        return NameFault.EMPTY
    if len(name) > LONGEST_NAME:
        return NameFault.LONG
    if _compared(name) in taken:
        return NameFault.TAKEN
    return NameFault.MANY if len(taken) >= MOST_VIEWS else None


def to_json(view: SavedView) -> dict[str, Any]:
    """A view as plain values; what the query does not narrow is left out."""
    query = view.query
    kept: dict[str, Any] = {"view": query.view.value, "sort": query.sort.value}
    for name in ("feeders", "categories", "clocks", "assigned", "ratings", "states"):
        kept[name] = sorted(getattr(query, name))
    for name in ("created", "accepted", "closed"):
        span: Span | None = getattr(query, name)
        kept[name] = [span.start, span.end] if span else None
    kept |= {"search": query.search, "descending": query.descending, "reopened": query.reopened}
    kept["came"] = query.came.value if query.came else None
    return {"name": view.name, "query": {key: value for key, value in kept.items() if value}}


def from_json(data: Mapping[str, Any]) -> SavedView:
    """The view of `to_json`.

    Raises:
        KeyError, TypeError, ValueError: It is none that this version knows.
    """
    kept = data["query"]

    def span(name: str) -> Span | None:
        return Span(*kept[name]) if name in kept else None

    return SavedView(
        data["name"],
        QueueQuery(
            View(kept["view"]),
            now=0,
            search=kept.get("search", ""),
            feeders=frozenset(kept.get("feeders", ())),
            categories=frozenset(kept.get("categories", ())),
            sort=SortKey(kept["sort"]),
            descending=kept.get("descending", False),
            clocks=frozenset(map(TimeLeft, kept.get("clocks", ()))),
            assigned=frozenset(kept.get("assigned", ())),
            ratings=frozenset(kept.get("ratings", ())),
            reopened=kept.get("reopened", False),
            states=frozenset(map(State, kept.get("states", ()))),
            came=Period(kept["came"]) if "came" in kept else None,
            created=span("created"),
            accepted=span("accepted"),
            closed=span("closed"),
        ),
    )


def _compared(name: str) -> str:
    return search_form(clean_name(name)).casefold()
