"""Reference data of the company: offices, officers, feeders, categories and texts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name in both languages."""

    id: str
    name: str
    name_bn: str

    def label(self, lang: str) -> str:
        """The name in a language (``bn`` or ``en``)."""
        return self.name_bn if lang == "bn" else self.name


@dataclass(frozen=True, slots=True)
class Office(Named):
    """A field office."""

    kind: str
    circle: str
    lat: float | None
    lng: float | None
    address: str
    address_bn: str
    mobile: str
    email: str


@dataclass(frozen=True, slots=True)
class Officer(Named):
    """An officer as the directory shows them."""

    designation: str
    designation_bn: str
    office: str | None
    mobile: str
    email: str


@dataclass(frozen=True, slots=True)
class Feeder(Named):
    """An 11 kV feeder with the officers who look after it."""

    office: str
    substation: str
    substation_bn: str
    supervisor: str | None
    incharge: str | None


@dataclass(frozen=True, slots=True)
class Category(Named):
    """A complaint category; ``parent`` is None on the first level."""

    parent: str | None
    order: int


@dataclass(frozen=True, slots=True)
class CancelReason(Named):
    """A reason code for cancelling, with the text proposed to the customer."""

    text_en: str
    text_bn: str
    order: int


@dataclass(frozen=True, slots=True)
class Policy:
    """Service level of a category. ``minutes`` of ``calendar`` (always | working).

    Warn when ``warn_minutes`` are left.
    """

    category: str
    minutes: int
    calendar: str
    warn_minutes: int


@dataclass(frozen=True, slots=True)
class Canned(Named):
    """A canned message for an action."""

    action: str
    text: str
    text_bn: str
    order: int


@dataclass(frozen=True, slots=True)
class Directory:
    """All reference data of the desk, by id. Small enough to be held whole.

    Attributes:
        holidays: By the number of the day (`working_time.day_number`).
    """

    offices: dict[str, Office]
    officers: dict[str, Officer]
    feeders: dict[str, Feeder]
    categories: dict[str, Category]
    cancel_reasons: dict[str, CancelReason]
    policies: dict[str, Policy]
    canned: tuple[Canned, ...]
    circles: dict[str, Named]
    holidays: dict[int, Named] = field(default_factory=dict)
