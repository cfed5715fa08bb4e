"""What the officer types into the search box, as conditions of SQL.

Nothing typed reaches the search index's own syntax.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from wzpdcl_desktop.domain.text import search_form, search_forms

#: From this many digits on a number is also looked for inside mobile and account numbers.
_INFIX_DIGITS = 3
_MOST_WORDS = 12


def searched_texts(rows: Iterable[tuple[Any, ...]]) -> list[str]:
    """The texts of complaints that are in the search index.

    Args:
        rows: (number, customer, mobile, account, locality, address, text) of each.
    """
    return search_forms(
        [
            # A mobile number is also there as people say it: 01711… for +8801711….
            f"{number} {customer} {mobile} {mobile[3:] if mobile[:3] == '+88' else ''} {account or ''} "
            f"{locality} {address} {text}"
            for number, customer, mobile, account, locality, address, text in rows
        ]
    )


def words(search: str) -> list[str]:
    """The words of a search, in the form of the index: letters, vowel signs and digits only."""
    form = search_form(search)
    kept = "".join(ch if _in_word(ch) else " " for ch in form)
    return [word for word in kept.split() if any(ch.isalnum() for ch in word)][:_MOST_WORDS]


def conditions(search: str) -> tuple[list[str], list[object]]:
    """SQL conditions over `complaint` and their parameters: one for each word, and all must hold."""
    sql: list[str] = []
    parameters: list[object] = []
    for number in _spelled_numbers(search):
        # "+8801700-000" is one number to the person and three words to the index.
        search = search.replace(number, re.sub(r"[\s()+-]", "", number))
    for word in words(search):
        in_index = "id IN (SELECT rowid FROM complaint_fts WHERE complaint_fts MATCH ?)"
        parameters.append(f'"{word}"*')
        if word.isascii() and word.isdigit() and len(word) >= _INFIX_DIGITS:
            # Both columns of one narrow index: 100,000 numbers are read in some 20 ms.
            inside = (
                "id IN (SELECT id FROM complaint INDEXED BY ix_complaint_numbers "
                "WHERE mobile LIKE ? OR account LIKE ?)"
            )
            sql.append(f"({in_index} OR {inside})")
            parameters += [f"%{word}%", f"%{word}%"]
        else:
            sql.append(in_index)
    return sql, parameters


def _in_word(ch: str) -> bool:
    category = unicodedata.category(ch)
    return category[0] in "LN" or category in ("Co", "Mn", "Mc", "Cf")


def _spelled_numbers(search: str) -> list[str]:
    return re.findall(r"\+[\d][\d\s()-]{5,}\d", search)
