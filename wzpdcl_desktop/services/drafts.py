"""Texts that were typed and not yet sent: kept across Esc, a power cut and the next start."""

from __future__ import annotations

from wzpdcl_desktop.cache.desk_notes import DeskNotes


class DraftService:
    """Drafts by key, such as ``complaint:418207`` or ``complaint:418207:cancel``."""

    def __init__(self, notes: DeskNotes) -> None:
        self._notes = notes

    def load(self, key: str) -> str:
        """The draft, empty if there is none."""
        return self._notes.draft(key)

    def save(self, key: str, text: str) -> None:
        """Keep a draft; an empty text clears it.

        Raises:
            DiskFull: It was not kept.
        """
        self._notes.keep_draft(key, text)

    def clear(self, key: str) -> None:
        """Forget a draft."""
        self._notes.keep_draft(key, "")
