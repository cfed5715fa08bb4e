"""Invented names of people, in both scripts, and other invented facts about customers."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from central_api.sample.data_files import read_json

#: How often a customer is from which pool.
_SHARES = (("muslim_men", 52), ("muslim_women", 26), ("hindu_men", 14), ("hindu_women", 8))


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in English letters and in Bangla."""

    en: str
    bn: str


class Names:
    """All names that the parts in ``data/names.json`` make."""

    def __init__(self) -> None:
        pools = read_json("names")
        self.pools: dict[str, list[Name]] = {
            pool: [
                Name(f"{first_en} {last_en}", f"{first_bn} {last_bn}")
                for first_bn, first_en in parts["first"]
                for last_bn, last_en in parts["last"]
                if first_bn != last_bn
            ]
            for pool, parts in pools.items()
        }
        self._chooser = [pool for pool, share in _SHARES for _ in range(share)]

    def draw(self, rng: Random) -> Name:
        """Some name."""
        pool = self.pools[self._chooser[int(rng.random() * len(self._chooser))]]
        return pool[int(rng.random() * len(pool))]


def mobile(number: int) -> str:
    """The invented mobile number ``+8801700`` and six digits; officers have those below 10,000."""
    return f"+8801700{number % 1_000_000:06d}"
