"""The daily comparison with the server: what the cache holds in 256 buckets, and putting a wrong one right.

The rule of the buckets is the contract's (docs/api.md). It tells rows by id and version: a row whose content
differs under the right version is not found; the pages of the file have their own check (SQLCipher).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from wzpdcl_desktop.cache import apply
from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.feed import Page

_COMPANY = "company"
_NOTE = "check:"
#: Rows read at a time: between two pieces other threads come to run.
_PIECE = 500
# Sorted as the lines of the digest are: a line ends its id with a colon, which comes after all digits.
_COMPLAINTS = "SELECT id, version FROM complaint WHERE scope = ? ORDER BY id || ':'"
_REFERENCE = (
    "SELECT entity || ':' || id, version FROM reference ORDER BY entity || ':' || id || ':' || version"
)


@dataclass(frozen=True, slots=True)
class CheckNote:
    """What is kept of the comparisons of one scope.

    Attributes:
        at: When (server time, ms) the last one ended, 0 if none did.
        found_at: When one last found a difference, None if never.
        buckets: Buckets that differed, of all comparisons.
        rows: Rows put right or removed, of all comparisons.
        reloads: How often so much differed that the scope was fetched whole.
    """

    at: int = 0
    found_at: int | None = None
    buckets: int = 0
    rows: int = 0
    reloads: int = 0


def note_key(scope: str) -> str:
    """The key in ``meta`` of a scope's note."""
    return f"{_NOTE}{scope}"


def bucket_of(key: str) -> int:
    """The bucket (0-255) of a row; its key is a complaint's number, or a reference's ``entity:id``."""
    return hashlib.sha256(key.encode()).digest()[0]


class Checks:
    """Compares, puts right, and keeps the notes.

    For the thread that writes the cache: what it compares must not change meanwhile.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def notes(self) -> dict[str, CheckNote]:
        """The notes by scope."""
        sql = "SELECT key, value FROM meta WHERE key GLOB ?"
        with self._store.read() as connection:
            rows = connection.exec_driver_sql(sql, (f"{_NOTE}*",)).fetchall()
        return {key.removeprefix(_NOTE): CheckNote(**json.loads(value)) for key, value in rows}

    def summary(self) -> dict[str, int]:
        """The notes of all scopes together; it names none of them.

        Returns:
            Scopes compared, the oldest time (ms) of a comparison, and all that was found.
        """
        notes = self.notes().values()
        return {
            "scopes": len(notes),
            "compared_at": min((note.at for note in notes), default=0),
            "found_at": max((note.found_at or 0 for note in notes), default=0),
            "buckets": sum(note.buckets for note in notes),
            "rows": sum(note.rows for note in notes),
            "reloads": sum(note.reloads for note in notes),
        }

    def keep(self, scope: str, note: CheckNote) -> None:
        """Keep a note."""
        value = json.dumps(asdict(note))
        self._store.transaction(
            lambda connection: connection.exec_driver_sql(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (note_key(scope), value)
            )
        )

    def differing(self, scope: str, buckets: Mapping[int, tuple[int, str]]) -> list[int]:
        """The buckets in which the cache holds something else than the server, by the server's digest."""
        mine = self.buckets(scope)
        return sorted(
            bucket for bucket in mine.keys() | buckets.keys() if mine.get(bucket) != buckets.get(bucket)
        )

    def buckets(self, scope: str) -> dict[int, tuple[int, str]]:
        """Count and hash of each bucket that is not empty, as the server computes them."""
        counts = [0] * 256
        hashes = [hashlib.sha256() for _ in counts]
        with self._store.read() as connection:
            for key, version in _versions(connection, scope):
                bucket = bucket_of(key)
                counts[bucket] += 1
                hashes[bucket].update(f"{key}:{version}\n".encode())
        return {bucket: (count, hashes[bucket].hexdigest()) for bucket, count in enumerate(counts) if count}

    def put_right(self, scope: str, bucket: int, page: Page) -> ChangeSet:
        """Make a bucket of complaints what the server says it is, in one transaction.

        Only for a page of the very head up to which the scope's feed was pulled: then the server is right
        whatever versions are here.
        """
        return self._store.transaction(lambda connection: _put_right(connection, scope, bucket, page))


def _versions(connection: Connection, scope: str) -> Iterator[tuple[str, int]]:
    found = (
        connection.exec_driver_sql(_REFERENCE)
        if scope == _COMPANY
        else connection.exec_driver_sql(_COMPLAINTS, (scope,))
    )
    while rows := found.fetchmany(_PIECE):
        for key, version in rows:
            yield str(key), version


def _put_right(connection: Connection, scope: str, bucket: int, page: Page) -> ChangeSet:
    mine = {int(key): version for key, version in _versions(connection, scope) if bucket_of(key) == bucket}
    theirs: dict[int, Any] = {int(str(row[0])): row for row in page.complaints}
    elsewhere = _held(connection, [number for number in theirs if number not in mine])
    wrong = {
        number: row
        for number, row in theirs.items()
        # What another feed of this officer brought in a later version has moved there meanwhile.
        if mine.get(number) != row[1] and elsewhere.get(number, -1) <= row[1]
    }
    gone = [number for number in mine if number not in theirs]
    sql = "SELECT generation FROM scope_state WHERE scope = ?"
    generation = int(connection.exec_driver_sql(sql, (scope,)).scalar_one())
    apply.forget_complaints(connection, [*gone, *wrong])
    apply.put_complaints(connection, list(wrong.values()), scope, generation)
    return ChangeSet.of("complaint", [*gone, *wrong])


def _held(connection: Connection, ids: list[int]) -> dict[int, int]:
    sql = "SELECT id, version FROM complaint WHERE id IN (SELECT value FROM json_each(?))"
    return {row.id: row.version for row in connection.exec_driver_sql(sql, (json.dumps(ids),))}
