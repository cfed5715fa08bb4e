"""The outbox as the officer sees it: read, hold, try again, take back, throw away, export."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.commands import Command, OutboxItem, TakenBack


class OutboxService:
    """The officer's door to the outbox.

    Every verb raises `ActionNotAllowed` where the command's state forbids it.
    """

    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock

    def items(self) -> list[OutboxItem]:
        """All commands that are not settled, in their order."""
        return self._outbox.items()

    def undo(self, command_id: str, texts_of: Callable[[Command], bool] = lambda _any: True) -> TakenBack:
        """Take a command back that was never sent, with what builds on it; their texts are drafts again.

        Args:
            texts_of: Whose texts; whoever says no looks after the text.
        """
        return self._outbox.take_back(command_id, texts_of)

    def hold(self, command_id: str) -> None:
        """Keep a waiting command back."""
        self._outbox.hold(command_id)

    def resume(self, command_id: str) -> None:
        """Let a held command go."""
        self._outbox.resume(command_id)

    def retry(self, command_id: str) -> None:
        """Send a waiting or set-aside command now rather than at its time."""
        self._outbox.resume(command_id)

    def discard(self, command_id: str) -> TakenBack:
        """Throw away a command that failed for good or is held; the log of the outbox keeps it."""
        return self._outbox.discard(command_id)

    def export(self, path: Path) -> int:
        """Write everything unsettled to a JSON file, for whoever helps. Returns the number of commands.

        Raises:
            DiskFull: No room; an older file under that name is as it was.
        """
        commands = self._outbox.export()
        text = json.dumps(
            {"exported_at": self._clock.now(), "commands": commands},
            ensure_ascii=False,
            indent=2,
            default=str,
        )
        unfinished = path.with_name(path.name + ".part")
        with translated():
            try:
                with unfinished.open("w", encoding="utf-8") as file:
                    file.write(text + "\n")
                    file.flush()
                    os.fsync(file.fileno())
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
        return len(commands)
