"""What customers and officers write."""

from __future__ import annotations

from datetime import datetime
from random import Random

from central_api.clock import DHAKA
from central_api.sample.data_files import read_json

_TO_BANGLA = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
_OFFICE_WORK = ("bill.", "other.")


class Words:
    """Draws sentences from ``data/complaint_texts.json`` and ``data/replies.json``."""

    def __init__(self) -> None:
        self._complaints: dict[str, list[str]] = read_json("complaint_texts")
        self._replies = read_json("replies")

    def complaint(self, rng: Random, category: str, locality: str, at: int) -> str:
        """A complaint of a category, as a customer of the locality writes it at an instant (ms)."""
        text = _one(rng, self._complaints[category])
        if "{" not in text:
            return text
        month = datetime.fromtimestamp(at / 1000, DHAKA).month
        return text.format(
            l=locality,
            t=_one(rng, self._replies["times"]),
            e=_one(rng, self._replies["times_en"]),
            n=str(8 + int(rng.random() * 50)).translate(_TO_BANGLA),
            v=str(130 + 10 * int(rng.random() * 5)).translate(_TO_BANGLA),
            m=self._replies["months"][(month - 2) % 12],
        )

    def reply(self, rng: Random, kind: str, category: str) -> str:
        """An officer's words: ``accept``, ``message`` or ``resolve``; those for paperwork differ."""
        if category.startswith(_OFFICE_WORK) and f"{kind}_office" in self._replies:
            kind = f"{kind}_office"
        return _one(rng, self._replies[kind])

    def customer(self, rng: Random) -> str:
        """A customer's further message."""
        return _one(rng, self._replies["customer"])

    def reopen(self, rng: Random) -> str:
        """Why a customer is not content."""
        return _one(rng, self._replies["reopen"])

    def feedback(self, rng: Random, rating: int) -> str:
        """Words for a rating; often none."""
        return _one(rng, self._replies["feedback"][rating - 1]) if rng.random() < 0.5 else ""


def _one(rng: Random, choices: list[str]) -> str:
    return choices[int(rng.random() * len(choices))]
