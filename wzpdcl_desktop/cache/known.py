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
        """Add or replace an officer."""
        self._write([officer, *self._others(officer.server, officer.officer)])

    def remove(self, server: str, officer: str) -> None:
        """Forget an officer."""
        self._write(self._others(server, officer))

    def _others(self, server: str, officer: str) -> list[KnownOfficer]:
        return [entry for entry in self.all() if (entry.server, entry.officer) != (server, officer)]

    def _write(self, officers: list[KnownOfficer]) -> None:
        write_json(self._path, [asdict(officer) for officer in officers])
