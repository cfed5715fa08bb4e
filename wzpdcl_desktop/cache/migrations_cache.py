"""The cache's schema, step by step. ``user_version`` is the number of steps done."""

from __future__ import annotations

from sqlalchemy import Connection

from wzpdcl_desktop.cache.tables import cache_metadata, complaint_story

#: Bangla needs its vowel signs and joiners inside words; the default tokenizer breaks it into bare
#: consonants.
_TOKENIZER = "unicode61 remove_diacritics 0 categories ''L* N* Co Mn Mc Cf''"

#: Rows that customers still wait for are indexed from the first page on; closed rows are not in it and cost
#: nothing.
_OPEN_INDEX = (
    "CREATE INDEX ix_complaint_open ON complaint (due_at, state, reopen_count) "
    "WHERE state='inbox' OR state='in_progress'"
)

#: Made after the bulk of a first load (`index_build`).
SECONDARY_INDEXES = {
    "ix_complaint_closed": "state, closed_at",
    "ix_complaint_due": "state, due_at",
    "ix_complaint_created": "state, created_at",
    "ix_complaint_numbers": "mobile, account",
    "ix_complaint_scope": "scope, generation",
    # All that lists are sorted and filtered by, in a tenth of the table's pages: rows are not read for it.
    "ix_complaint_lists": "state, category, customer, feeder, due_at, created_at, closed_at, accepted_at, "
    "assigned_to, reopen_count, rating",
}


def _first(connection: Connection) -> None:
    cache_metadata.create_all(connection)
    connection.exec_driver_sql(_OPEN_INDEX)
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE complaint_fts USING fts5("
        f"body, content='', contentless_delete=1, tokenize='{_TOKENIZER}')"
    )


def _story(connection: Connection) -> None:
    # A new store has it from its first step.
    there = {row.name for row in connection.exec_driver_sql("PRAGMA table_info(complaint)")}
    if "timeline" not in there:
        return
    complaint_story.create(connection)
    connection.exec_driver_sql(
        "INSERT INTO complaint_story (id, timeline, attachments) "
        "SELECT id, timeline, attachments FROM complaint ORDER BY id"
    )
    for name in ("timeline", "attachments"):
        connection.exec_driver_sql(f"ALTER TABLE complaint DROP COLUMN {name}")


CACHE_MIGRATIONS = (_first, _story)
