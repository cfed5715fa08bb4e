"""The desk of a duty that may read only."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import LIGHT, Stage, picture
from tests.screenshots.studio import Studio


@picture(Stage.READ_ONLY, docs=LIGHT)
def read_only(studio: Studio) -> Iterator[QWidget]:
    """A complaint of one of the circle's offices: no action is offered."""
    yield studio.window
