"""The dashboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, Stage, picture
from tests.screenshots.studio import Studio


@picture(Stage.ONLINE, docs=BOTH)
def dashboard(studio: Studio) -> Iterator[QWidget]:
    """The day so far."""
    studio.window.show_dashboard()
    yield studio.window
