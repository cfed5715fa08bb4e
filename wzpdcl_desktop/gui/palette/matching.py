"""Finding by words, forgivingly: Bangla and English, either digit script, letters left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wzpdcl_desktop.domain.text import search_form

#: From this many letters on a word may have letters left out.
_SHORTEST_FUZZY = 3
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[-\s](?=\d)")
_SEPARATORS = re.compile(r"[\s,·/()|:;।_-]+")


def words_of(*texts: str) -> tuple[str, ...]:
    """The words of some texts as they are compared: one script of digits, no capitals, no joiners."""
    form = search_form(" ".join(texts)).casefold()
    return tuple(word for word in _SEPARATORS.split(_BETWEEN_DIGITS.sub("", form)) if word)


def rank(wanted: Sequence[str], offered: Sequence[str]) -> int | None:
    """How well something fits: 0 is best, None is not at all. Every wanted word must be found."""
    total = 0
    for word in wanted:
        best = min((_one(word, place, other) for place, other in enumerate(offered)), default=_NEVER)
        if best >= _NEVER:
            return None
        total += best
    return total


_NEVER = 1_000_000


def _one(word: str, place: int, other: str) -> int:
    """The first word of a title counts most, then any beginning, then the inside of a word."""
    if other.startswith(word):
        return min(place, 3)
    if word in other:
        return 10
    fuzzy = len(word) >= _SHORTEST_FUZZY and not word.isdigit() and word[0] == other[0]
    return 30 if fuzzy and _is_spread_in(word, other) else _NEVER


def _is_spread_in(word: str, other: str) -> bool:
    """Whether all letters come in this order, with others between them."""
    letters = iter(other)
    return all(letter in letters for letter in word)
