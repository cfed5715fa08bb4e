"""Files of stores as such: opening one with its key, copying it, setting it aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2


def connect(path: Path, key: bytes) -> Any:
    """A raw sqlcipher3 connection with the store's settings; transactions are begun by hand."""
    connection = dbapi2.connect(str(path), check_same_thread=False, isolation_level=None, timeout=10)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def copy_store(path: Path, target: Path, key: bytes) -> None:
    """Copy a store, encrypted with the same key, as of one moment; it may be in use.

    Each page is checked on the way.
    """
    target.unlink(missing_ok=True)
    source, copy = connect(path, key), connect(target, key)
    try:
        copy.execute("PRAGMA journal_mode=OFF")  # of a file that is thrown away if it is not finished
        source.backup(copy)
    finally:
        source.close()
        copy.close()


def copies_of(outbox: Path) -> tuple[Path, Path]:
    """Where the copies of an outbox lie, the newer one first."""
    return outbox.with_name(f"{outbox.stem}.copy.db"), outbox.with_name(f"{outbox.stem}.copy-1.db")


def exact_mark(outbox: Path) -> Path:
    """The mark that nothing was written to an outbox since its newer copy was made."""
    return outbox.with_name(f"{outbox.stem}.copy.exact")


def suspect(path: Path) -> Path:
    """The mark of a store that damage was seen in."""
    return path.with_name(path.name + ".suspect")


def forget_set_aside(path: Path) -> None:
    """Delete what was set aside of a store that can be rebuilt."""
    for file in path.parent.glob(f"{path.stem}.damaged-*"):
        file.unlink(missing_ok=True)


def set_aside(path: Path) -> None:
    """Rename a store to ``<name>.damaged-<n>.db``, its log first: it belongs to no other file."""
    number = 1
    while path.with_name(f"{path.stem}.damaged-{number}.db").exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.replace(path.with_name(f"{path.stem}.damaged-{number}.db{suffix}"))
    suspect(path).unlink(missing_ok=True)
