"""Texts that were typed and not yet sent: kept across Esc, a power cut and the next start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.domain.commands import Command


@dataclass(frozen=True, slots=True)
class Draft:
    """What was begun: the text, and what was chosen along with it (``reason``, ``feeder``, ``officer``)."""

    text: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


class DraftService:
    """Drafts by key, such as ``complaint:418207`` or ``complaint:418207:cancel``."""

    def __init__(self, notes: DeskNotes) -> None:
        self._notes = notes

    def load(self, key: str) -> str:
        """The text of a draft, empty if there is none."""
        return self._notes.draft(key)

    def draft(self, key: str) -> Draft:
        """The draft with what was chosen along with it."""
        return Draft(self._notes.draft(key), self._notes.choices(key))

    def save(self, key: str, text: str) -> None:
        """Keep a draft; an empty text clears it.

        Raises:
            DiskFull: It was not kept.
        """
        self._notes.keep_draft(key, text)

    def choose(self, key: str, name: str, value: str) -> None:
        """Keep a choice along with a draft. Errors as for `save`."""
        self._notes.keep_choice(key, name, value)

    def give_back(self, command: Command) -> None:
        """The text of a command is a draft again, with its choices. Errors as for `save`."""
        self._notes.give_back(command)

    def clear(self, key: str) -> None:
        """Forget a draft and its choices."""
        self._notes.forget_draft(key)
