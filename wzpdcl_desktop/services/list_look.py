"""How the list of complaints looks: kept with the officer."""

from __future__ import annotations

import json

from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.domain.list_look import Density, ListLook, OptionalColumn

_KEY = "list"


class ListLookService:
    """Reads and keeps it, off the GUI thread.

    Attributes:
        look: As last read: the window has it before it shows its first row.
    """

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.look = ListLook()

    def read(self) -> None:
        """Read what is kept; what this version does not know counts as not chosen."""
        try:
            kept = json.loads(self._preferences.all().get(_KEY, "{}"))
            hidden = frozenset(column for column in OptionalColumn if column in kept.get("hidden", ()))
            self.look = ListLook(Density(kept.get("density", Density.COMFORTABLE)), hidden)
        except (AttributeError, TypeError, ValueError):
            self.look = ListLook()

    def keep(self, look: ListLook) -> None:
        """Keep another one.

        Raises:
            DiskFull: The one before is still there.
        """
        data = {"density": look.density, "hidden": sorted(look.hidden)}
        self._preferences.keep(_KEY, json.dumps(data))
