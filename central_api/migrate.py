"""Brings a database to the present schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from central_api.db import initialise


def alembic_config() -> Config:
    """Alembic's configuration, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def is_current(engine: Engine) -> bool:
    """Whether the database has the present schema."""
    wanted = ScriptDirectory.from_config(alembic_config()).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == wanted


def migrate(engine: Engine, *, initial: bool = True) -> None:
    """Apply all migrations that are missing, in one transaction.

    Args:
        engine: An engine of :func:`central_api.db.make_engine`.
        initial: Also give a new database its epoch and cursor secret.
    """
    config = alembic_config()
    with engine.execution_options(central_writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if initial:
            with Session(connection, join_transaction_mode="create_savepoint") as session:
                initialise(session)
                session.commit()
