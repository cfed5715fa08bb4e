"""The contender of `filter` and `sort`: the real program with all complaints of its store in the queue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from benchmarks.answering import answer
from benchmarks.hands import click_header, type_in
from benchmarks.measure import fingerprint
from benchmarks.program import Program
from wzpdcl_desktop.domain.complaints import QueueQuery, View
from wzpdcl_desktop.gui.models.row_text import Column


class Contender:
    """Types into the search box and clicks on the header of the real queue."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._panel = program.window.queue
        self._answered = 0
        self._panel.model.loaded.connect(self._loaded)
        self._timed(lambda: self._panel.show_query(QueueQuery(View.ALL, 0)))

    def filter(self, key: str) -> dict[str, Any]:
        """Type a key into the search box; an empty one empties it."""
        search = self._panel.bar.search
        words = (search.text() + key).strip() if key else ""
        spent = self._timed(lambda: type_in(search, key))
        query = self._panel.model.query
        if query is None or query.search != words:
            raise RuntimeError("another list than the one asked for")
        return self._told(spent)

    def sort(self, column: str) -> dict[str, Any]:
        """Click on the header of a column."""
        header = self._panel.table.horizontalHeader()
        return self._told(self._timed(lambda: click_header(header, Column[column])))

    def _timed(self, act: Any) -> float:
        table, model, before = self._panel.table, self._panel.model, self._answered

        def there() -> bool:
            return self._answered > before and self._program.shows(model.ids)

        return self._program.to_paint(table.viewport(), act, there)

    def _told(self, spent: float) -> dict[str, Any]:
        return {"ms": spent, **fingerprint(self._panel.model.ids)}

    def _loaded(self) -> None:
        self._answered += 1


def main() -> None:
    """Open the program and do what is asked."""
    program = Program(Path(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3]))
    contender = Contender(program)
    answer({"filter": contender.filter, "sort": contender.sort})
    program.close()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
