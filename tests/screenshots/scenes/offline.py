"""The line is down, and work goes on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, Stage, picture
from tests.screenshots.studio import Studio


@picture(Stage.OFFLINE, docs=BOTH)
def offline(studio: Studio) -> Iterator[QWidget]:
    """Actions wait in their rows."""
    yield studio.window


@picture(Stage.OFFLINE, docs=BOTH)
def outbox(studio: Studio) -> Iterator[QWidget]:
    """And in the outbox."""
    studio.window.show_outbox()
    yield studio.window
    studio.window.detail_dock.raise_()
