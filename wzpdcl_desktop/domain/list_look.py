"""How an officer has the list of complaints look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Density(StrEnum):
    """How close the rows stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class OptionalColumn(StrEnum):
    """Columns that can be hidden. Time and complaint are not among them: without them there is no queue."""

    CUSTOMER = "customer"
    FEEDER = "feeder"
    RECEIVED = "received"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class ListLook:
    """What the officer has chosen; as it is here until then.

    Attributes:
        hidden: The columns that the officer does not want.
    """

    density: Density = Density.COMFORTABLE
    hidden: frozenset[OptionalColumn] = frozenset()
