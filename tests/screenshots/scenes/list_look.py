"""The list as an officer has it look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.complaints import View


@contextmanager
def _compact(studio: Studio) -> Iterator[None]:
    studio.trigger("queue.compact")
    yield
    studio.trigger("queue.compact")


@picture(Stage.OFFLINE, docs=BOTH)
def compact(studio: Studio) -> Iterator[QWidget]:
    """A complaint on one line, with the marks of what waits."""
    with _compact(studio):
        yield studio.window


@picture(Stage.OFFLINE)
def compact_resolved(studio: Studio) -> Iterator[QWidget]:
    """What was closed on other days, with ratings."""
    with _compact(studio):
        studio.life.select(studio.life.show(View.RESOLVED)[0])
        yield studio.window
