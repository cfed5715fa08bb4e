"""The contender of `act`: an officer who works through the inbox by keys, with no line."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from benchmarks.answering import answer
from benchmarks.program import Program
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.cache.store import PRAGMAS
from wzpdcl_desktop.domain.complaints import Mark
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.models.queue_model import RowRole
from wzpdcl_desktop.journey.robot import press, until, write

_TEXT = "লোক রওনা হয়েছে। ছেঁড়া তারের কাছে যাবেন না।"
_KEYS = {Action.ACCEPT: Qt.Key.Key_1, Action.MESSAGE: Qt.Key.Key_2}


class Worker:
    """Writes to the complaint that stands first, then accepts it, and so on with the next."""

    def __init__(self, program: Program, place: Path) -> None:
        self._program, self._window = program, program.window
        self._table, self._model = self._window.queue.table, self._window.queue.model
        self._commits = connect(place / "commits.db", os.urandom(32))
        for pragma in PRAGMAS:
            self._commits.execute(pragma)
        self._commits.execute("CREATE TABLE line (text TEXT)")

    def message(self) -> dict[str, Any]:
        """Send a message: the row gets the mark of what waits."""
        number = self._model.ids[0]

        def there() -> bool:
            row = self._model.index(0, 0).data(RowRole)
            return row is not None and row.id == number and row.mark is Mark.WAITING

        return self._act(Action.MESSAGE, number, there)

    def accept(self) -> dict[str, Any]:
        """Accept it: the row leaves the inbox, and the next one moves up."""
        rest = self._model.ids[1:]
        return self._act(Action.ACCEPT, self._model.ids[0], lambda: self._program.shows(rest))

    def commit(self) -> dict[str, Any]:
        """One row on the disk, and nothing else."""
        begun = time.perf_counter()
        self._commits.execute("BEGIN IMMEDIATE")
        self._commits.execute("INSERT INTO line VALUES (?)", (_TEXT * 3,))
        self._commits.execute("COMMIT")
        return {"ms": (time.perf_counter() - begun) * 1000}

    def _act(self, action: Action, number: int, there: Any) -> dict[str, Any]:
        """All but the last key beforehand: selected, the box open, the text typed, nothing under way."""
        detail = self._window.detail
        self._window.queue.select(number)
        until(lambda: detail.complaint_id == number, "the complaint")
        self._program.rest()
        self._table.setFocus()
        press(self._table, _KEYS[action])
        until(lambda: detail.composer.action is action, "the box")
        self._program.rest()
        edit = detail.composer.box.edit
        write(edit, _TEXT)
        until(lambda: detail.composer.box.text == _TEXT, "the text")
        self._program.rest()
        spent = self._program.to_paint(
            self._table.viewport(),
            lambda: press(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
            there,
        )
        assert self._program.application.desk is not None
        return {"ms": spent, "outbox": len(self._program.application.desk.outbox.items())}


def main() -> None:
    """Open the program and do what is asked."""
    place = Path(sys.argv[1])
    program = Program(place, Path(sys.argv[2]), bytes.fromhex(sys.argv[3]))
    worker = Worker(program, place)
    answer({"message": worker.message, "accept": worker.accept, "commit": worker.commit})
    program.close()


if __name__ == "__main__":
    main()
