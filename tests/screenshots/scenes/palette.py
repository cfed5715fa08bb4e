"""What Ctrl+K opens."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.gui.palette.entries import COMPLAINTS
from wzpdcl_desktop.journey.robot import until, write


@picture(Stage.ONLINE, docs=BOTH)
def palette(studio: Studio) -> Iterator[QWidget]:
    """Nothing typed yet."""
    studio.life.window.palette.open()
    yield studio.window
    studio.life.window.palette.leave()


@picture(Stage.ONLINE, docs=BOTH)
def palette_search(studio: Studio) -> Iterator[QWidget]:
    """With complaints among the hits."""
    opened = studio.life.window.palette
    opened.open()
    write(opened.edit, "দোল")
    until(
        lambda: any(one.group == COMPLAINTS for one in opened.shown) and studio.settled(),
        "complaints in the palette",
    )
    yield studio.window
    opened.leave()
