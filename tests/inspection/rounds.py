"""A round through all pictures, in both languages, with an eye that finds faults."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.screenshots.registry import Picture
from tests.screenshots.scenes import PICTURES
from tests.screenshots.studio import Studio
from tests.screenshots.tour import tour
from wzpdcl_desktop import app

#: Finds faults in a window that stands before it.
Eye = Callable[[Picture, Studio, QWidget], list[str]]


def make_round(eye: Eye) -> list[str]:
    """All that an eye finds, each with the picture and the language it was found in."""
    found: list[str] = []
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    qt.setCursorFlashTime(0)
    app.prepare(qt)

    def look(one: Picture, studio: Studio, window: QWidget) -> None:
        where = f"{one.name} ({studio.application.language.code})"
        found.extend(f"{where}: {fault}" for fault in eye(one, studio, window))

    with tempfile.TemporaryDirectory(prefix="wzpdcl-inspection-") as folder:
        tour(qt, Path(folder), ("bn", "en"), PICTURES, look)
    return found


def in_own_process(name: str, scale: str = "1") -> str:
    """Make a round in a process of its own, as only a start sets the scale; returns what was found."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.inspection", name],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"QT_SCALE_FACTOR": scale, "PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout if done.returncode == 0 else f"{done.stdout}\n{done.stderr}"
