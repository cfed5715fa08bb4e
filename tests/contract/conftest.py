"""Servers for the contract tests: in this process with a fixed clock, and live ones on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.central import CentralHandle, central_server
from tests.support.local import Local, local_central
from tests.support.postgres import Cluster, find_binaries, running_cluster


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A private PostgreSQL cluster."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed on this machine")
    with running_cluster(binaries) as cluster:
        yield cluster


@pytest.fixture
def postgres_url(postgres: Cluster) -> str:
    """A new, empty database on it."""
    return postgres.new_database()


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    """An application on SQLite, shared by the tests of a file; each makes its own complaints."""
    with local_central(tmp_path_factory.mktemp("local") / "c") as made:
        yield made


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Local]:
    """An application on SQLite for one test alone."""
    with local_central(tmp_path / "c") as made:
        yield made


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def central(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CentralHandle]:
    """A live server on each of the databases, shared by the tests of a file."""
    url = request.getfixturevalue("postgres").new_database() if request.param == "postgresql" else None
    with central_server(tmp_path_factory.mktemp("live") / "c", database_url=url) as handle:
        yield handle
