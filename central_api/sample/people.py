"""Customers of the sample: who complains, from where, again and again."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from central_api.sample.names import Names, mobile
from central_api.sample.places import FeederFacts

_FIRST_MOBILE = 10_000
_TARIFFS = (("LT-A", 87), ("LT-E", 9), ("LT-C1", 2), ("LT-D1", 2))
_LOADS = {
    "LT-A": (1.0, 2.0, 2.0, 3.0, 4.0),
    "LT-E": (2.0, 3.0, 5.0),
    "LT-C1": (15.0, 25.0),
    "LT-D1": (4.0, 8.0),
}


@dataclass(frozen=True, slots=True)
class Customer:
    """An invented customer and their place."""

    name: str
    mobile: str
    account: str
    tariff: str
    load_kw: float
    locality: str
    address: str
    lat: float
    lng: float


class Customers:
    """Makes customers, and brings earlier ones back.

    Args:
        names: Pool of names.
        again: Share of complaints from somebody who complained before.
        first: Where the numbers of mobiles and accounts begin.
    """

    def __init__(self, names: Names, *, again: float = 0.8, first: int = 0) -> None:
        self._names, self._again = names, again
        self._known: dict[str, list[Customer]] = {}
        self._made = first
        self._tariffs = [tariff for tariff, share in _TARIFFS for _ in range(share)]

    def draw(self, rng: Random, feeder: FeederFacts, town_bn: str) -> Customer:
        """Somebody on a feeder."""
        known = self._known.setdefault(feeder.id, [])
        if known and rng.random() < self._again:
            return known[int(rng.random() * len(known))]
        made = self.make(rng, feeder, town_bn)
        known.append(made)
        return made

    def make(self, rng: Random, feeder: FeederFacts, town_bn: str, locality: str | None = None) -> Customer:
        """Somebody new on a feeder, in a locality if one is given."""
        self._made += 1
        tariff = self._tariffs[int(rng.random() * len(self._tariffs))]
        loads = _LOADS[tariff]
        place = locality or feeder.localities[int(rng.random() * len(feeder.localities))]
        house = 1 + int(rng.random() * 180)
        # Each locality is a little cloud of its own within the feeder's area.
        cloud = (feeder.localities.index(place) if place in feeder.localities else 0) - 1
        return Customer(
            name=self._names.draw(rng).bn,
            mobile=mobile(_FIRST_MOBILE + self._made),
            account=str(104_000_000 + (self._made * 7919) % 900_000),
            tariff=tariff,
            load_kw=loads[int(rng.random() * len(loads))],
            locality=place,
            address=f"বাড়ি {str(house).translate(_DIGITS)}, {place}, {town_bn}",
            lat=round(feeder.lat + cloud * 0.0011 + (rng.random() - 0.5) * 0.0024, 6),
            lng=round(feeder.lng + cloud * 0.0007 + (rng.random() - 0.5) * 0.0024, 6),
        )


_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
