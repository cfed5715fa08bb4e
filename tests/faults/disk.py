"""The statements of a desk's stores: counted, so that the i-th can fail, or be the last of this life."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlcipher3 import dbapi2

from tests.faults.wire import Killed, Line
from wzpdcl_desktop.cache.store import Store

_FULL, _IO = 13, 10
_WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN IMMEDIATE", "CREATE")


class Disk:
    """What happens to the statements of one life of a desk.

    Attributes:
        kill_in: Statements until the desk is killed; None for never.
        kill_after: Commits until the desk is killed, right after one: what belongs together and was not
            committed together is apart then; None for never.
        fail_in: Statements until one fails; None for never.
        full: There is no room: nothing can be written.
    """

    def __init__(self, line: Line) -> None:
        self._line = line
        self.kill_in: int | None = None
        self.kill_after: int | None = None
        self.fail_in: int | None = None
        self.full = False

    def watch(self, store: Store) -> None:
        """Look at every statement of a store from now on."""

        def before(_: Any, __: Any, statement: str, *___: Any) -> None:
            self._before(statement)

        event.listen(store.engine, "before_cursor_execute", before)
        event.listen(store.engine, "commit", lambda _: self._on_commit())

    def calm(self) -> None:
        """Nothing goes wrong any more."""
        self.kill_in = self.kill_after = self.fail_in = None
        self.full = False

    def _on_commit(self) -> None:
        self._before("COMMIT")
        if self.kill_after is not None:
            self.kill_after -= 1

    def _before(self, statement: str) -> None:
        if self._line.dead:
            raise Killed
        if self.kill_after is not None and self.kill_after <= 0:
            self._line.dead = True
            raise Killed
        if self.kill_in is not None:
            self.kill_in -= 1
            if self.kill_in <= 0:
                self.kill_in = None
                self._line.dead = True
                raise Killed
        if self.full and statement.startswith(_WRITES):
            raise _error(_FULL, "database or disk is full")
        if self.fail_in is not None:
            self.fail_in -= 1
            if self.fail_in <= 0:
                self.fail_in = None
                raise _error(_IO, "disk I/O error")


def _error(code: int, text: str) -> dbapi2.OperationalError:
    error = dbapi2.OperationalError(text)
    error.sqlite_errorcode = code
    return error


def image(source: Path, target: Path, names: tuple[str, ...] = ("cache.db", "outbox.db")) -> None:
    """What is on the disk at this moment, log files included and shared memory not: as after a power cut."""
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        for suffix in ("", "-wal"):
            file = source / (name + suffix)
            (target / file.name).unlink(missing_ok=True)
            if file.exists():
                shutil.copyfile(file, target / file.name)
    for name in ("key.check", "cache.db.suspect"):
        if (source / name).exists():
            shutil.copyfile(source / name, target / name)
