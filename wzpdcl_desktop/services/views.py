"""The lists that an officer has put together: kept with the officer, counted with the pending commands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.saved_views import SavedView, from_json, to_json
from wzpdcl_desktop.services.complaints import ComplaintService

_KEY = "views"


class ViewService:
    """Reads, keeps and counts them; for the cache thread."""

    def __init__(self, preferences: Preferences, complaints: ComplaintService, clock: Clock) -> None:
        self._preferences, self._complaints, self._clock = preferences, complaints, clock

    def views(self) -> tuple[SavedView, ...]:
        """All of them in the officer's order; one that this version does not know is left out."""
        found = []
        for data in json.loads(self._preferences.all().get(_KEY, "[]")):
            try:
                found.append(from_json(data))
            except (KeyError, TypeError, ValueError):
                continue
        return tuple(found)

    def keep(self, views: Iterable[SavedView]) -> None:
        """Keep these, in this order, in place of those before.

        Raises:
            DiskFull: Those before are still there.
        """
        self._preferences.keep(_KEY, json.dumps([to_json(view) for view in views], ensure_ascii=False))

    def counts(self, views: Iterable[SavedView]) -> dict[str, int]:
        """How many complaints each holds now, by name."""
        now = self._clock.now()
        return {view.name: self._complaints.count(replace(view.query, now=now)) for view in views}
