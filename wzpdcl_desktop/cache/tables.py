"""Tables of the two stores, as SQLAlchemy Core knows them."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

cache_metadata = MetaData()
outbox_metadata = MetaData()

#: One complaint as the server sent it, but for its story. What every write looks at comes first, for the sake
#: of speed.
complaint = Table(
    "complaint",
    cache_metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("scope", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("closed_at", Integer),
    Column("accepted_at", Integer),
    Column("reopen_count", Integer, nullable=False),
    Column("state_version", Integer, nullable=False),
    Column("office", Text, nullable=False),
    Column("feeder", Text),
    Column("category", Text, nullable=False),
    Column("customer", Text, nullable=False),
    Column("mobile", Text, nullable=False),
    Column("account", Text),
    Column("tariff", Text),
    Column("load_kw", Float),
    Column("locality", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("lat", Float),
    Column("lng", Float),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("assigned_to", Text),
    Column("cancel_reason", Text),
    Column("calls", Integer, nullable=False),
    Column("rating", Integer),
    Column("rating_text", Text),
    Column("files", Integer, nullable=False),
)

#: The long half of a complaint, which no list looks at: the indexes of the other half are made in a third of
#: the time without it.
complaint_story = Table(
    "complaint_story",
    cache_metadata,
    Column("id", Integer, primary_key=True),
    Column("timeline", LargeBinary, nullable=False),
    Column("attachments", LargeBinary, nullable=False),
)

reference = Table(
    "reference",
    cache_metadata,
    Column("entity", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

scope_state = Table(
    "scope_state",
    cache_metadata,
    Column("scope", Text, primary_key=True),
    Column("epoch", Text, nullable=False),
    Column("cursor", Text),
    Column("as_of", Text),
    Column("stage", Text),
    Column("after", Text),
    Column("generation", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("completed_at", Integer),
)

meta = Table(
    "meta",
    cache_metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

outbox = Table(
    "outbox",
    outbox_metadata,
    Column("n", Integer, primary_key=True),
    Column("command_id", Text, nullable=False, unique=True),
    Column("officer", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("aggregate", Text, nullable=False),
    Column("args", Text, nullable=False),
    Column("base_version", Integer),
    Column("after", Text),
    Column("created_at", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Integer, nullable=False),
    Column("next_try", Integer, nullable=False, server_default="0"),
    Column("last_error", Text),
    Column("receipt", Text),
    Column("receipt_at", Integer),
    Column("settled_at", Integer),
    Column("seen", Text),
    Column("supersedes", Text),
    sqlite_autoincrement=True,
)

outbox_log = Table(
    "outbox_log",
    outbox_metadata,
    Column("n", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("command", Text, nullable=False),
)

draft = Table(
    "draft",
    outbox_metadata,
    Column("key", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Integer, nullable=False),
)

#: What was opened on this PC, and how often it had been reopened by then. Beside the outbox, since the cache
#: may be rebuilt.
opened = Table(
    "opened",
    outbox_metadata,
    Column("complaint_id", Integer, primary_key=True),
    Column("reopen_count", Integer, nullable=False),
    Column("at", Integer, nullable=False),
)

#: What the officer has been told of each complaint: how often reopened, how far the clock that ends at
#: ``due_at`` had come, and when the customer wrote last.
told = Table(
    "told",
    outbox_metadata,
    Column("complaint_id", Integer, primary_key=True),
    Column("reopens", Integer, nullable=False),
    Column("stage", Integer, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("message_at", Integer, nullable=False),
)

notice = Table(
    "notice",
    outbox_metadata,
    Column("n", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("complaints", Text, nullable=False),
    Column("feeder", Text),
    Column("read", Integer, nullable=False),
    sqlite_autoincrement=True,
)

#: One row: when complaints were first looked at for notices.
notice_since = Table("notice_since", outbox_metadata, Column("at", Integer, nullable=False))

#: How the officer has the desk set up.
preference = Table(
    "preference",
    outbox_metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
