"""What the sample store holds, as plain values: what a list must show is reckoned from them in Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from benchmarks import feed_sample
from benchmarks.measure import fingerprint
from benchmarks.store import WRITTEN_ROWS, is_open
from wzpdcl_desktop.domain.text import search_form

#: Columns of the queue that can be sorted by, in their order, and the value that decides.
COLUMNS = ("TIME", "COMPLAINT", "CUSTOMER", "FEEDER", "RECEIVED")
_VALUES = dict(zip(COLUMNS, ("due_at", "category", "customer", "feeder", "created_at"), strict=True))
_SEARCHED = ("customer", "mobile", "locality", "address", "text")
_BREAKS = re.compile(r"[\s,.।+()-]+")
_INFIX_DIGITS = 3


@dataclass(frozen=True)
class SampleRow:
    """What is the same in a complaint and in its copies: values to sort by, words, each after a space."""

    values: dict[str, Any]
    words: str
    numbers: tuple[str, str]

    def has(self, word: str) -> bool:
        """Whether a search for a word finds it: at the beginning of a word, a number also inside one."""
        if f" {word}" in self.words:
            return True
        digits = word.isascii() and word.isdigit() and len(word) >= _INFIX_DIGITS
        return digits and any(word in number for number in self.numbers)


def expected(count: int, column: str, descending: bool = False, words: str = "") -> dict[str, object]:
    """Fingerprint of the list that the sample store of so many complaints must give.

    Args:
        column: By which it is sorted, of `COLUMNS`.
        words: What is searched for, as typed: one word.
    """
    word = search_form(words.strip()).lower()
    found = []
    for first, row in enumerate(_rows(), 1):
        here = not word or row.has(word)
        for number in range(first, count + 1, WRITTEN_ROWS):
            if here or str(number).startswith(word):
                found.append((row.values[column], number))
    found.sort(reverse=descending)
    return fingerprint([number for _, number in found])


@cache
def _rows() -> list[SampleRow]:
    return [_row(number) for number in range(1, WRITTEN_ROWS + 1)]


def _row(number: int) -> SampleRow:
    data = feed_sample.row(number, is_open=is_open(number))["data"]
    mobile = data["mobile"]
    texts = [*(data[name] for name in _SEARCHED), mobile[3:], data["account"]]
    words = _BREAKS.sub(" ", search_form(" ".join(["", *texts]))).lower()
    return SampleRow({name: data[value] for name, value in _VALUES.items()}, words, (mobile, data["account"]))
