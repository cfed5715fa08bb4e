"""The migrations make the tables that the models say."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from central_api.db import Database
from central_api.migrate import migrate
from central_api.models import Base, Meta


def test_same_tables_as_the_models(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'central.db'}")
    migrate(database.engine)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        checks = inspect(connection).get_check_constraints("complaint")
        assert {check["name"] for check in checks} == {
            constraint.name for constraint in Base.metadata.tables["complaint"].constraints if constraint.name
        }
    database.dispose()


def test_again_changes_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'central.db'}")
    migrate(database.engine)
    with database.read() as session:
        before = {row.key: row.value for row in session.query(Meta)}
    migrate(database.engine)
    with database.read() as session:
        assert {row.key: row.value for row in session.query(Meta)} == before
    assert {"epoch", "cursor_secret"} <= set(before)
    database.dispose()
