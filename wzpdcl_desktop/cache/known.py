"""The officers known on this PC: no secrets, only what the sign-in form offers again."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from wzpdcl_desktop.cache.files import read_json, write_json
from wzpdcl_desktop.domain.people import Duty, KnownOfficer


class KnownOfficers:
    """A small JSON file. One that cannot be read counts as empty: an online sign-in fills it again."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> list[KnownOfficer]:
        """The officers, the last one to sign in first."""
        found = []
        for entry in read_json(self._path, []):
            try:
                found.append(KnownOfficer(**{**entry, "duty": Duty(entry["duty"])}))
            except (TypeError, ValueError, KeyError):
                continue
        return sorted(found, key=lambda officer: -officer.last_online_at)

    def put(self, officer: KnownOfficer) -> None:
        """Add or replace an officer in a duty: each duty has a desk of its own, and what waits on it."""
        here = (officer.server, officer.officer, officer.duty)
        others = [one for one in self.all() if (one.server, one.officer, one.duty) != here]
        self._write([officer, *others])

    def remove(self, server: str, officer: str) -> None:
        """Forget an officer, in all duties."""
        self._write([one for one in self.all() if (one.server, one.officer) != (server, officer)])

    def _write(self, officers: list[KnownOfficer]) -> None:
        write_json(self._path, [asdict(officer) for officer in officers])
