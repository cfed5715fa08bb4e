"""The sample store: the encrypted cache of an office, made once for all benchmarks of a run."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from benchmarks import feed_sample
from wzpdcl_desktop.api.pages import decode_page
from wzpdcl_desktop.cache.apply import FTS_INSERT
from wzpdcl_desktop.cache.migrations_cache import SECONDARY_INDEXES
from wzpdcl_desktop.cache.raw import connect
from wzpdcl_desktop.cache.search import searched_texts
from wzpdcl_desktop.cache.store import open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.link import Stage

SCOPE = "office:khulna-1"
#: So many complaints differ; a larger store holds copies of them under other numbers.
WRITTEN_ROWS = 100_000
_PAGE = 2_000
_OPEN_EVERY = 20
_STATES = ("inbox", "in_progress", "resolved", "cancelled")


def _rule(action: str, begin: tuple[str, ...], to: str | None, *needs: str) -> dict[str, object]:
    return {"action": action, "from": list(begin), "to": to, "needs": list(needs)}


ME = {
    "officer": {"id": "xen.khulna1", "name": "Sample", "name_bn": "নমুনা", "designation": "Executive Engineer"},
    "duty": "office_head",
    "office": {"id": "khulna-1"},
    "circle": "khulna",
    "feeders": [],
    "actions": [
        _rule("accept", ("inbox",), "in_progress", "text"),
        _rule("message", _STATES, None, "text"),
        _rule("resolve", ("in_progress",), "resolved"),
        _rule("cancel", _STATES[:2], "cancelled", "text", "reason"),
    ],
}


@dataclass(frozen=True)
class SampleStore:
    """A store that nobody writes to: a benchmark that does takes a copy.

    Attributes:
        folder: The officer's folder with both stores.
        key: Of both.
    """

    folder: Path
    key: bytes
    rows: int

    def copy(self, folder: Path) -> Path:
        """Another one with the same key."""
        shutil.copytree(self.folder, folder)
        return folder


@cache
def sample_store(rows: int) -> SampleStore:
    """A store with so many complaints, one in twenty of them open, as a first load leaves it."""
    place = Path(tempfile.mkdtemp(prefix="wzpdcl-bench-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    if rows > WRITTEN_ROWS:
        written = sample_store(WRITTEN_ROWS)
        larger = SampleStore(written.copy(place / "officer"), written.key, rows)
        _enlarge(larger)
        return larger
    folder, key = place / "officer", os.urandom(32)
    open_outbox(folder, key).close()
    store = open_cache(folder, key)
    writer = CacheWriter(store)
    writer.save_me(json.dumps(ME))
    writer.begin_snapshot(SCOPE, Stage.OPEN)
    for stage in (Stage.OPEN, Stage.HISTORY):
        if stage is Stage.HISTORY:
            writer.finish_stage(SCOPE, Stage.OPEN, stage)
        numbers = (number for number in range(1, rows + 1) if is_open(number) == (stage is Stage.OPEN))
        while part := list(islice(numbers, _PAGE)):
            body = feed_sample.page(
                [feed_sample.row(number, is_open=stage is Stage.OPEN) for number in part],
                str(part[-1]),
                more=True,
                snapshot=True,
            )
            writer.apply_snapshot_page(SCOPE, stage, decode_page(body))
    writer.finish_snapshot(SCOPE)
    writer.set_last_sync(feed_sample.NOW)
    store.close()
    return SampleStore(folder, key, rows)


def _enlarge(store: SampleStore) -> None:
    """Copies of all complaints under the following numbers, with what they need to be found."""
    connection = connect(store.folder / "cache.db", store.key)
    connection.execute("PRAGMA temp_store=MEMORY")
    for name in SECONDARY_INDEXES:
        connection.execute(f"DROP INDEX {name}")
    tables = {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
        for table in ("complaint", "complaint_story")
    }
    searched = connection.execute(
        "SELECT id, customer, mobile, account, locality, address, text FROM complaint"
    ).fetchall()
    for after in range(WRITTEN_ROWS, store.rows, WRITTEN_ROWS):
        connection.execute("BEGIN")
        for table, columns in tables.items():
            names = ", ".join(columns)
            connection.execute(
                f"INSERT INTO {table} (id, {names}) "  # noqa: S608 own text
                f"SELECT id + ?, {names} FROM {table} WHERE id <= ?",
                (after, WRITTEN_ROWS),
            )
        copies = [(number + after, *texts) for number, *texts in searched]
        bodies = zip((copy[0] for copy in copies), searched_texts(copies), strict=True)
        connection.executemany(FTS_INSERT.sql(), bodies)
        connection.execute("COMMIT")
    for name, indexed in SECONDARY_INDEXES.items():
        connection.execute(f"CREATE INDEX {name} ON complaint ({indexed})")
    connection.close()


def is_open(number: int) -> bool:
    """Whether the complaint of a number waits for its officer."""
    return number % _OPEN_EVERY == 0
