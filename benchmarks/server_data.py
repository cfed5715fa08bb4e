"""A company's years of complaints in PostgreSQL, made by the database itself out of the sample's rows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text, update
from sqlalchemy.orm import Session

from central_api.db import Database
from central_api.migrate import migrate
from central_api.models import ChangeLog, Complaint
from central_api.sample import generate
from central_api.seq import record_changes

_SAMPLES = 2_000
_NOW = 1_790_000_000_000


def fill(url: str, blobs: Path, complaints: int) -> None:
    """Fill an empty database: every feeder of the company has as many complaints, each with a log entry.

    Args:
        url: Of the database.
        blobs: Folder for the sample's files.
        complaints: How many.
    """
    database = Database(url)
    migrate(database.engine)
    generate(database.writer, blobs, now_ms=_NOW, complaints=_SAMPLES)
    with database.writer.begin() as connection:
        _multiply(connection, complaints)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
        # What is still to be written would be written while times are taken.
        connection.execute(text("CHECKPOINT"))
    database.dispose()


def _multiply(connection: Connection, complaints: int) -> None:
    connection.execute(
        text(
            "CREATE TEMP TABLE place ON COMMIT DROP AS "
            "SELECT row_number() OVER (ORDER BY id) - 1 AS nth, id AS feeder, office FROM feeder"
        )
    )
    connection.execute(
        text(
            "CREATE TEMP TABLE sample ON COMMIT DROP AS "
            "SELECT row_number() OVER (ORDER BY id) - 1 AS nth, complaint.* FROM complaint"
        )
    )
    connection.execute(text("ANALYZE place, sample"))
    connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
    places = connection.execute(text("SELECT count(*) FROM place")).scalar_one()
    samples = connection.execute(text("SELECT count(*) FROM sample")).scalar_one()
    # A table emptied in the same transaction is written without a log, and its indexes go faster afterwards.
    again = [command for table in (Complaint, ChangeLog) for command in _without_indexes(connection, table)]
    copied = [
        column.name
        for column in Complaint.__table__.columns
        if column.name not in ("id", "office", "feeder", "assigned_to")
    ]
    numbers = {"complaints": complaints, "places": places, "samples": samples}
    connection.execute(
        text(
            f"INSERT INTO complaint (id, office, feeder, {', '.join(copied)}) "  # noqa: S608 - the model's names
            f"SELECT number, place.office, place.feeder, {', '.join(f'sample.{name}' for name in copied)} "
            "FROM generate_series(1, :complaints) AS number "
            "JOIN place ON place.nth = number % :places "
            "JOIN sample ON sample.nth = number / :places % :samples"
        ),
        numbers,
    )
    connection.execute(
        text(
            "INSERT INTO change_log (office, entity, id, seq, version, at) "
            "SELECT place.office, 'complaint', number::text, number, 1, :at "
            "FROM generate_series(1, :complaints) AS number JOIN place ON place.nth = number % :places"
        ),
        {**numbers, "at": _NOW},
    )
    connection.execute(
        text("UPDATE office_seq SET n = :complaints WHERE office IN (SELECT id FROM office)"), numbers
    )
    for command in again:
        connection.execute(text(command))


def _without_indexes(connection: Connection, model: type[Complaint] | type[ChangeLog]) -> list[str]:
    """Empty a table and drop its indexes; the commands that bring them back."""
    table = model.__tablename__
    key, columns = connection.execute(
        text(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE conrelid = CAST(:table AS regclass) AND contype = 'p'"
        ),
        {"table": table},
    ).one()
    indexes = connection.execute(
        text("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = :table AND indexname <> :key"),
        {"table": table, "key": key},
    ).all()
    connection.execute(text(f"TRUNCATE {table}"))
    connection.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT {key}"))
    for name, _ in indexes:
        connection.execute(text(f"DROP INDEX {name}"))
    return [f"ALTER TABLE {table} ADD CONSTRAINT {key} {columns}", *(command for _, command in indexes)]


def touch(url: str, office: str, count: int) -> None:
    """Change so many complaints of an office, from all its years, in one transaction as the server does."""
    database = Database(url)
    with database.write() as session:
        changed = _new_versions(session, office, count)
        record_changes(
            session, office, [("complaint", number, version) for number, version in changed], at=_NOW
        )
    database.dispose()


def _new_versions(session: Session, office: str, count: int) -> list[tuple[int, int]]:
    chosen = session.execute(
        text("SELECT id FROM complaint WHERE office = :office ORDER BY md5(id::text) LIMIT :count"),
        {"office": office, "count": count},
    ).scalars()
    statement = (
        update(Complaint)
        .where(Complaint.id.in_(chosen.all()))
        .values(version=Complaint.version + 1)
        .returning(Complaint.id, Complaint.version)
        .execution_options(synchronize_session=False)
    )
    return [(row.id, row.version) for row in session.execute(statement)]
