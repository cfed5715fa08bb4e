"""An open desk for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cache.samples import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Both stores, empty, in a folder of the test."""
    desk = open_desk(tmp_path / "officer")
    yield desk
    desk.close()
