"""A tour: the program is brought into one state after the other, and somebody looks at each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.screenshots.registry import Picture, Stage
from tests.screenshots.studio import Studio, open_studio

#: Is shown a picture's state: the picture, the studio, the window it is about.
Look = Callable[[Picture, Studio, QWidget], None]


def tour(
    qt: QApplication, folder: Path, langs: Sequence[str], pictures: Sequence[Picture], look: Look
) -> None:
    """Visit pictures, which are in the order of their stages.

    Args:
        folder: Empty, for the server's and the program's files.
        langs: The languages in which to visit each; the program starts in the first.
    """
    reached = Stage.START
    with open_studio(qt, folder, langs[0], complaints=3000) as studio:
        studio.application.start()
        for one in pictures:
            while reached < one.stage:
                reached = Stage(reached + 1)
                _ENTER[reached](studio)
            for lang in langs:
                studio.application.language.set(lang)
                visit = one.visit(studio)
                look(one, studio, next(visit))
                assert next(visit, None) is None, f"{one.name} yields two windows"
                if reached is not Stage.START:
                    studio.home()


_ENTER: dict[Stage, Callable[[Studio], None]] = {
    Stage.ONLINE: Studio.open_desk,
    Stage.OFFLINE: Studio.go_offline,
}
