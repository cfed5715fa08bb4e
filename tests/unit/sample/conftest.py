"""One small sample for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from central_api.clock import parse_instant
from central_api.db import Database
from central_api.migrate import migrate
from central_api.models import Base, Complaint
from central_api.sample import generate

NOW = parse_instant("2026-11-22T14:03:00+06:00")


@dataclass(frozen=True)
class Sample:
    """A generated database and its files."""

    database: Database
    files: Path

    def rows(self, model: type[Base], *where: Any) -> list[dict[str, Any]]:
        """All rows of a table as mappings, by primary key."""
        table = model.__table__
        with self.database.engine.connect() as connection:
            found = connection.execute(select(table).where(*where).order_by(*table.primary_key))
            return [dict(row) for row in found.mappings()]

    def main(self, *where: Any) -> list[dict[str, Any]]:
        """Complaints of Khulna-1."""
        return self.rows(Complaint, Complaint.office == "khulna-1", *where)


def make(folder: Path, *, seed: int = 7, complaints: int = 300) -> Sample:
    """Generate a sample in an empty folder."""
    database = Database(f"sqlite:///{folder / 'central.db'}")
    migrate(database.engine, initial=False)
    generate(database.writer, folder / "files", seed=seed, now_ms=NOW, complaints=complaints)
    return Sample(database, folder / "files")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    made = make(tmp_path_factory.mktemp("sample"))
    yield made
    made.database.dispose()
