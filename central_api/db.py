"""Engines and sessions: how this server talks to SQLite and to PostgreSQL."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker

from central_api.models import Meta

_BUSY_SECONDS = 30


def _dump_json(value: Any) -> str:
    # Compact, not escaped: Bangla text takes half the room, and the feed passes the text through as it lies.
    return msgspec.json.encode(value).decode()


def _prepare_sqlite(connection: DBAPIConnection, _record: object) -> None:
    # The driver must not begin transactions by itself: it would do so too late for a consistent read.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once; upgrading a reader in mid-transaction can fail without a way to wait.
    writes = connection.get_execution_options().get("central_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def make_engine(url: str) -> Engine:
    """An engine for ``sqlite:///file`` or ``postgresql://…``; it connects when first used."""
    parsed = make_url(url)
    options: dict[str, Any] = {
        "hide_parameters": True,
        "json_serializer": _dump_json,
        "json_deserializer": msgspec.json.decode,
        "pool_size": 10,
        "max_overflow": 40,
    }
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(
            parsed, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False}, **options
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(parsed, pool_pre_ping=True, **options)


class Database:
    """Sessions over one engine.

    Attributes:
        engine: The engine; plain transactions on it are for reading on SQLite.
        write_sessions: Makes sessions that may write; for the customers of practice mode.
    """

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        if self.engine.dialect.name == "sqlite":
            # A deferred transaction of SQLite sees one snapshot by itself.
            self._reader = self.engine
        else:
            self._reader = self.engine.execution_options(isolation_level="REPEATABLE READ")
        self.writer = self.engine.execution_options(central_writes=True)
        self.write_sessions = sessionmaker(self.writer)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one snapshot of the whole database, from its first statement to its end."""
        with Session(self._reader) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session in a writing transaction: committed at the end, rolled back by an exception."""
        with self.write_sessions.begin() as session:
            yield session

    def dispose(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def initialise(session: Session, *, epoch: str | None = None, cursor_secret: str | None = None) -> None:
    """Give a new database its feed epoch and its cursor secret; values that exist are kept.

    Args:
        session: A writing session; the caller commits.
        epoch: Given by the sample data, so that the same seed gives the same database.
        cursor_secret: 64 hexadecimal digits, likewise.
    """
    for key, value in (
        ("epoch", epoch or str(uuid.uuid4())),
        ("cursor_secret", cursor_secret or secrets.token_hex(32)),
    ):
        if session.get(Meta, key) is None:
            session.add(Meta(key=key, value=value))
    session.flush()


def renew_epoch(session: Session) -> str:
    """Give the feed a new epoch: every desk then takes a fresh snapshot. Needed after restoring a backup.

    What a desk saw between the backup and the restore exists nowhere else any more, and numbers of the change
    log come a second time: with the old epoch its cursor would pass over changes in silence.

    Args:
        session: A writing session on an initialised database; the caller commits.

    Returns:
        The new epoch.
    """
    epoch = str(uuid.uuid4())
    session.get_one(Meta, "epoch").value = epoch
    return epoch
