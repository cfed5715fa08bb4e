"""Writes one complaint's row step by step, so that only what the workflow allows can be written."""

from __future__ import annotations

from random import Random
from typing import Any

from central_api.due import due_after
from central_api.sample.catalogue import Catalogue
from central_api.sample.people import Customer
from central_api.sample.places import FeederFacts
from central_api.workflow import ACTIONS, CLOSED, State


def random_uuid(rng: Random) -> str:
    """A UUID version 4 from a seeded source."""
    digits = f"{rng.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def due_at(catalogue: Catalogue, category: str, start: int) -> int:
    """When a complaint that came in at ``start`` (ms) is due."""
    minutes = catalogue.minutes[category]
    if catalogue.calendar(category) == "always":
        return start + minutes * 60_000
    return due_after(start, minutes, "working", catalogue.holidays)


class Story:
    """A complaint from its arrival on; ``row`` is the table row as it stands.

    Every step raises ValueError where the workflow table does not allow it.
    """

    def __init__(
        self,
        rng: Random,
        catalogue: Catalogue,
        *,
        feeder: FeederFacts,
        customer: Customer,
        category: str,
        text: str,
        at: int,
        source: str = "app",
    ) -> None:
        self._rng, self._catalogue = rng, catalogue
        self.category = category
        self._timeline: list[dict[str, Any]] = []
        self.row: dict[str, Any] = {
            "id": 0,
            "version": 1,
            "state_version": 1,
            "office": feeder.office,
            "feeder": feeder.id,
            "state": "inbox",
            "category": category,
            "customer": customer.name,
            "mobile": customer.mobile,
            "account": customer.account,
            "tariff": customer.tariff,
            "load_kw": customer.load_kw,
            "locality": customer.locality,
            "address": customer.address,
            "lat": customer.lat,
            "lng": customer.lng,
            "text": text,
            "source": source,
            "created_at": at,
            "due_at": due_at(catalogue, category, at),
            "accepted_at": None,
            "closed_at": None,
            "assigned_to": feeder.incharge,
            "cancel_reason": None,
            "reopen_count": 0,
            "calls": 1,
            "rating": None,
            "rating_text": None,
            "files": 0,
            "timeline": self._timeline,
            "attachments": [],
        }
        self._entry("created", at)

    def act(self, action: str, at: int, by: tuple[str, str], text: str, reason: str | None = None) -> None:
        """An officer (id and name) accepts, writes, resolves or cancels."""
        rule = ACTIONS[f"complaint.{action}"]
        if self.row["state"] not in rule.origins:
            raise ValueError(f"{action} is not allowed here")
        self._entry(rule.kind, at, text=text, by=by, reason=reason)
        if rule.to is None:
            return
        self.row["state"] = rule.to.value
        self.row["state_version"] = self.row["version"]
        if rule.to is State.IN_PROGRESS:
            self.row["accepted_at"] = at
        else:
            self.row["closed_at"] = at
            self.row["cancel_reason"] = reason

    def customer_writes(self, at: int, text: str, *, called: bool = False) -> None:
        """The customer writes or calls again."""
        self.row["calls"] += int(called)
        self._entry("customer_message", at, text=text)

    def feedback(self, at: int, rating: int, text: str) -> None:
        """The customer rates the work."""
        self._need_closed()
        self.row["rating"], self.row["rating_text"] = rating, text or None
        self._entry("feedback", at, text=text)

    def reopen(self, at: int, text: str) -> None:
        """The customer says that it is not done."""
        self._need_closed()
        row = self.row
        self._entry("reopened", at, text=text)
        row["state"] = "inbox"
        row["state_version"] = row["version"]
        row["accepted_at"] = row["closed_at"] = row["cancel_reason"] = None
        row["reopen_count"] += 1
        row["due_at"] = due_at(self._catalogue, self.category, at)

    def attach(self, attachments: list[dict[str, Any]]) -> None:
        """Files that came with the complaint."""
        self.row["attachments"], self.row["files"] = attachments, len(attachments)

    def _need_closed(self) -> None:
        if self.row["state"] not in CLOSED:
            raise ValueError("only for closed complaints")

    def _entry(
        self,
        kind: str,
        at: int,
        *,
        text: str = "",
        by: tuple[str, str] | None = None,
        reason: str | None = None,
    ) -> None:
        by_id, by_name = by or (None, "")
        self._timeline.append(
            {
                "id": random_uuid(self._rng),
                "kind": kind,
                "at": at,
                "by": by_id,
                "by_name": by_name,
                "text": text,
                "reason": reason,
            }
        )
        self.row["version"] = len(self._timeline)
