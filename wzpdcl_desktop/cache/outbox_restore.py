"""An outbox that is damaged or gone, made anew from its copy and from what can still be read of it.

A copy that was made when the outbox was closed says it all. Otherwise what it says of a command may be old:
since then it may have been sent, or taken back. A command that
was put on the wire before is sent again by itself, under the same id, which the server carries out once. One
that was not, and of which the damaged file tells nothing any more, is held: its officer decides.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from wzpdcl_desktop.cache.raw import connect, copies_of, copy_store, exact_mark, set_aside
from wzpdcl_desktop.domain.commands import RESTORED, CommandState

log = logging.getLogger("wzpdcl.cache")

_OUTBOX = "outbox"
Row = tuple[Any, ...]


def restore(outbox: Path, key: bytes, newest: int) -> bool:
    """Put another file in the place of a damaged or missing outbox. The damaged one is set aside.

    Args:
        newest: The newest schema that this program knows.

    Returns:
        False if there is no copy to do it from; then nothing was changed.
    """
    made = _restored(outbox)
    unfinished = made.with_suffix(".part")
    taken = next((copy for copy in copies_of(outbox) if _taken(copy, unfinished, key, newest)), None)
    if taken is None:
        unfinished.unlink(missing_ok=True)
        return False
    exact = taken == copies_of(outbox)[0] and exact_mark(outbox).exists()
    with closing(connect(unfinished, key)) as connection:
        if not exact:
            connection.execute("BEGIN IMMEDIATE")
            _bring_up_to_date(connection, outbox, key)
            connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    unfinished.replace(made)
    finish(outbox)
    log.warning("the outbox was restored from its copy")
    return True


def finish(outbox: Path) -> None:
    """Put a restored file in its place, if there is one. After a power cut it can be done again."""
    made = _restored(outbox)
    if made.exists():
        set_aside(outbox)
        made.replace(outbox)


def has_copy(outbox: Path) -> bool:
    """Whether there is a copy of an outbox, good or not."""
    return any(copy.exists() for copy in copies_of(outbox))


def _restored(outbox: Path) -> Path:
    return outbox.with_name(f"{outbox.stem}.restored.db")


def _taken(copy: Path, target: Path, key: bytes, newest: int) -> bool:
    """Whether a copy is there, whole and of a known version; then the target is a copy of it."""
    if not copy.exists():
        return False
    try:
        copy_store(copy, target, key)
        with closing(connect(target, key)) as connection:
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except dbapi2.DatabaseError:
        return False
    return whole and 0 < version <= newest


def _bring_up_to_date(connection: Any, outbox: Path, key: bytes) -> None:
    """Put in what the damaged file still says; its word is newer than the copy's."""
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    ]
    with _reading_place(outbox) as damaged:
        found = {table: _read(damaged, key, table, _columns(connection, table)) for table in tables}
    read, whole = found[_OUTBOX]
    numbers = {row[0] for row in read}
    if not whole:
        unknown = [
            (number,)
            for (number,) in connection.execute(
                "SELECT n FROM outbox WHERE settled_at IS NULL AND attempts = 0 AND state IN (?, ?)",
                (CommandState.PENDING.value, CommandState.HELD.value),
            ).fetchall()
            if number not in numbers
        ]
        connection.executemany(
            f"UPDATE outbox SET state = '{CommandState.HELD.value}', last_error = '{RESTORED}' WHERE n = ?",  # noqa: S608 own text
            unknown,
        )
        log.warning("of %d commands it is not known whether they were sent", len(unknown))
    for table, (rows, all_of_it) in found.items():
        columns = _columns(connection, table)
        if all_of_it:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 own names
        places = ", ".join("?" * len(columns))
        connection.executemany(
            f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608 own names
            rows,
        )


def _columns(connection: Any, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]


@contextmanager
def _reading_place(outbox: Path) -> Iterator[Path]:
    """A copy of a damaged file with its log, to read from: opening a store may write to it."""
    place = outbox.with_name(f"{outbox.stem}.reading.db")
    files = [place.with_name(place.name + suffix) for suffix in ("", "-wal", "-shm")]
    try:
        for file in files[:2]:
            source = outbox.with_name(outbox.name + file.name.removeprefix(place.name))
            if source.exists():
                shutil.copyfile(source, file)
        yield place
    finally:
        for file in files:
            file.unlink(missing_ok=True)


def _read(path: Path, key: bytes, table: str, columns: list[str]) -> tuple[list[Row], bool]:
    """The rows of a table that can be read, from either end, and whether those are all."""
    if not path.exists():
        return [], False
    rows: dict[int, Row] = {}
    for order in ("ASC", "DESC"):
        # After a page that does not fit its check a connection reads nothing more: a new one for each way.
        try:
            for number, row in _rows(path, key, table, columns, order):
                rows[number] = row
        except dbapi2.DatabaseError:
            continue
        return list(rows.values()), True
    return list(rows.values()), False


def _rows(path: Path, key: bytes, table: str, columns: list[str], order: str) -> Iterator[tuple[int, Row]]:
    with closing(connect(path, key)) as connection:
        sql = f"SELECT rowid, {', '.join(columns)} FROM {table} ORDER BY rowid {order}"  # noqa: S608 own names
        for number, *row in connection.execute(sql):
            yield number, tuple(row)
