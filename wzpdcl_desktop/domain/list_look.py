"""How an officer has the list of complaints look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Density(StrEnum):
    """How close the rows stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class ListLook:
    """What the officer has chosen; as it is here until then."""

    density: Density = Density.COMFORTABLE
