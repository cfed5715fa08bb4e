"""The change log: how a change becomes visible to the feed, in the order of the commits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

from central_api.models import ChangeLog, OfficeSeq


def upsert(session: Session, model: type[DeclarativeBase]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can carry ON CONFLICT, for the database at hand."""
    table = model.__table__
    assert isinstance(table, Table)
    return sqlite.insert(table) if session.get_bind().dialect.name == "sqlite" else postgresql.insert(table)


def take_numbers(session: Session, name: str, count: int, *, at_least: int = 0) -> int:
    """Advance a counter and hold its lock until COMMIT; returns the first of ``count`` numbers."""
    statement = upsert(session, OfficeSeq).values(office=name, n=at_least + count)
    counted = statement.on_conflict_do_update(index_elements=["office"], set_={"n": OfficeSeq.n + count})
    last: int = session.execute(counted.returning(OfficeSeq.n)).scalar_one()
    return last - count + 1


def record_changes(
    session: Session, office: str, changes: Sequence[tuple[str, str | int, int]], *, at: int
) -> None:
    """Tell the feed of an office that rows have changed.

    **The last thing before COMMIT**: the counter stays locked until then, so the next writer's numbers become
    visible after these. For several offices in one transaction call it in ascending order of their ids.

    Args:
        session: The session of the effect; its pending rows are flushed first.
        office: The office's id, or ``*`` for reference data.
        changes: Entity, id and new version of each row; ``(entity, id)`` at most once.
        at: Now, in Unix milliseconds.
    """
    if not changes:
        return
    session.flush()
    first = take_numbers(session, office, len(changes))
    rows: list[dict[str, Any]] = [
        {"office": office, "entity": entity, "id": str(id_), "seq": first + i, "version": version, "at": at}
        for i, (entity, id_, version) in enumerate(changes)
    ]
    statement = upsert(session, ChangeLog)
    statement = statement.on_conflict_do_update(
        index_elements=["office", "entity", "id"],
        set_={name: statement.excluded[name] for name in ("seq", "version", "at")},
    )
    session.execute(statement, rows)
