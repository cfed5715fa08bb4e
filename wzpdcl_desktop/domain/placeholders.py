"""Blanks in ready texts: ``{customer}`` and so on, filled from the complaint, or left for the officer.

The names are the contract's (docs/api.md). In a Bangla text they may be written in Bangla.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_BLANK = re.compile(r"\{([^{}\n]{1,40})\}")
#: Bangla name -> name. What is in no complaint, such as the time expected, is here too: it is the officer's.
_BANGLA = {
    unicodedata.normalize("NFC", bangla): name
    for bangla, name in {
        "গ্রাহক": "customer",
        "নম্বর": "number",
        "ধরন": "category",
        "ঠিকানা": "place",
        "ফিডার": "feeder",
        "ইনচার্জ": "incharge",
        "দপ্তর": "office",
        "সময়": "time",
    }.items()
}


#: Those that a complaint fills.
OF_COMPLAINT = frozenset(_BANGLA.values()) - {"time"}


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with each blank filled for which there is a value; the others stay as they are."""

    def value(found: re.Match[str]) -> str:
        return values.get(_name(found)) or found[0]

    return _BLANK.sub(value, text)


def first_blank(text: str, begin: int = 0, but: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Where the first blank from ``begin`` on stands: its first character and the one after its last.

    Args:
        but: Names of blanks that do not count.
    """
    found = (one for one in _BLANK.finditer(text, begin) if _name(one) not in but)
    return next((one.span() for one in found), None)


def _name(found: re.Match[str]) -> str:
    name = unicodedata.normalize("NFC", found[1]).strip()
    return _BANGLA.get(name, name.lower())
