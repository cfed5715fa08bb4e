"""What a picture is, and the order in which a tour of the program comes by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from types import ModuleType

from PySide6.QtWidgets import QWidget

from tests.screenshots.studio import Studio

Visit = Callable[[Studio], Iterator[QWidget]]

#: In which themes a picture goes into the documentation; in `build/screenshots` it is in both.
LIGHT = frozenset({"light"})
BOTH = frozenset({"light", "dark"})


class Stage(IntEnum):
    """What has happened to the program before a picture, in the order of a tour."""

    START = 0
    ONLINE = 1
    OFFLINE = 2
    #: Another program, with an officer who may read only.
    READ_ONLY = 3


@dataclass(frozen=True)
class Picture:
    """One picture.

    Attributes:
        name: Of its file.
        visit: Brings the state about, yields the window to look at, and puts things back.
        docs: The themes in which it goes into the documentation.
        width: Of the window, if it is another than the screen's.
    """

    name: str
    stage: Stage
    visit: Visit
    docs: frozenset[str] = frozenset()
    width: int | None = None


def picture(
    stage: Stage, *, docs: frozenset[str] = frozenset(), width: int | None = None
) -> Callable[[Visit], Picture]:
    """Make a function a picture, named like it."""

    def made(visit: Visit) -> Picture:
        return Picture(visit.__name__.replace("_", "-"), stage, visit, docs, width)

    return made


def of_modules(modules: Iterable[ModuleType]) -> tuple[Picture, ...]:
    """The pictures of modules, by stage, in the order in which they were written."""
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Picture)]
    names = [one.name for one in found]
    assert len(set(names)) == len(names), f"two pictures have one name: {sorted(names)}"
    return tuple(sorted(found, key=lambda one: one.stage))
