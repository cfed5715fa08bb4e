"""What the tests of the whole program start from: a PC with nothing on it, and a real server."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.end2end.desk import Pc, clear_screen
from tests.integration.sync_support import Line
from tests.support.central import CentralHandle, central_server
from wzpdcl_desktop import app


@pytest.fixture(scope="session")
def qt(qapp: QApplication) -> QApplication:
    """The program's name, fonts and icons are registered."""
    qapp.setQuitOnLastWindowClosed(False)
    app.prepare(qapp)
    return qapp


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralHandle]:
    """A server with the small known data, in a process of its own; the tests of a file share it."""
    with central_server(tmp_path_factory.mktemp("central")) as handle:
        yield handle


@pytest.fixture
def line(central: CentralHandle) -> Iterator[Line]:
    """The line between this office and the server, which the test can cut."""
    made = Line(central.url)
    yield made
    made.down()


@pytest.fixture
def pc(qt: QApplication, line: Line, tmp_path: Path) -> Iterator[Pc]:
    """A PC on which nobody has signed in yet. Switched on by the test, off after it."""
    made = Pc(qt, tmp_path / "pc", line.url)
    yield made
    made.switch_off()
    clear_screen(qt)
