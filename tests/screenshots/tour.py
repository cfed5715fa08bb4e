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
    for name, own in (("first", False), ("second", True)):
        part = [one for one in pictures if (one.stage is Stage.READ_ONLY) is own]
        if part:
            _visit(qt, folder / name, langs, part, look)


def _visit(
    qt: QApplication, folder: Path, langs: Sequence[str], pictures: Sequence[Picture], look: Look
) -> None:
    reached = Stage.START
    with open_studio(qt, folder, langs[0], complaints=3000) as studio:
        studio.application.start()
        for one in pictures:
            _enter(studio, reached, one.stage)
            reached = one.stage
            for lang in langs:
                studio.application.language.set(lang)
                visit = one.visit(studio)
                look(one, studio, next(visit))
                assert next(visit, None) is None, f"{one.name} yields two windows"
                if reached is not Stage.START:
                    studio.home()


def _enter(studio: Studio, reached: Stage, wanted: Stage) -> None:
    """Bring the program from one stage to a later one."""
    if wanted is not reached:
        _enter(studio, reached, _BEFORE[wanted])
        _ENTER[wanted](studio)


_BEFORE = {Stage.ONLINE: Stage.START, Stage.OFFLINE: Stage.ONLINE, Stage.READ_ONLY: Stage.START}
_ENTER: dict[Stage, Callable[[Studio], None]] = {
    Stage.ONLINE: Studio.open_desk,
    Stage.OFFLINE: Studio.go_offline,
    Stage.READ_ONLY: Studio.open_desk_of_circle,
}
