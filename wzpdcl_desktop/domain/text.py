"""Text as people type it, as it is shown and as it is compared: Bangla in NFC, either digit script."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_BANGLA_DIGITS = "০১২৩৪৫৬৭৮৯"
_TO_BANGLA = str.maketrans("0123456789", _BANGLA_DIGITS)
_TO_ASCII = str.maketrans(_BANGLA_DIGITS, "0123456789")
#: Between texts that are treated together; composes with nothing, and no text of a person holds it.
_SEPARATOR = "\x1e"
_ZWNJ, _ZWJ = "\u200c", "\u200d"

#: Everything that normalisation does in text of ASCII, Bangla and punctuation, and the digits and joiners of
#: `search_form`.
_BANGLA_ONLY = re.compile("[\x00-\x7f\u0980-\u09ff\u2002-\u206f]*")
#: What turns other text round or cannot be seen: it would let a customer's words, or the name of a file,
#: pass for something else. ZWJ and ZWNJ stay: Bangla conjuncts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SEARCH_STEPS = (
    (_ZWJ, ""),
    (_ZWNJ, ""),
    ("\u09dc", "\u09a1\u09bc"),
    ("\u09dd", "\u09a2\u09bc"),
    ("\u09df", "\u09af\u09bc"),
    ("\u09cd\u09bc", "\u09bc\u09cd"),
    ("\u09c7\u09be", "\u09cb"),
    ("\u09c7\u09d7", "\u09cc"),
    *zip(_BANGLA_DIGITS, "0123456789", strict=True),
)


def ascii_digits(text: str) -> str:
    """Replace Bangla digits by ASCII digits."""
    return text.translate(_TO_ASCII)


def bangla_digits(text: str) -> str:
    """Replace ASCII digits by Bangla digits."""
    return text.translate(_TO_BANGLA)


def search_form(text: str) -> str:
    """The form in which text is indexed and searched: NFC, ASCII digits, without ZWJ and ZWNJ."""
    if text.isascii():
        return text
    # unicodedata takes 12 µs for a complaint's Bangla and str.translate 16; these steps take 1, and run for
    # every row.
    if not _BANGLA_ONLY.fullmatch(text):
        text = unicodedata.normalize("NFC", text.replace(_ZWJ, "").replace(_ZWNJ, ""))
    for old, new in _SEARCH_STEPS:
        if old in text:
            text = text.replace(old, new)
    return text


def search_forms(texts: list[str]) -> list[str]:
    """`search_form` of many texts, several times faster than one by one where they are Bangla and ASCII."""
    joined = _SEPARATOR.join(texts)
    if not _BANGLA_ONLY.fullmatch(joined) or joined.count(_SEPARATOR) != len(texts) - 1:
        return [search_form(text) for text in texts]
    return search_form(joined).split(_SEPARATOR)


def shown(text: str) -> str:
    """Text from elsewhere as it may stand on the screen: without control and bidi formatting characters.

    Line ends become ``\\n``; what can be seen, and the joiners that Bangla needs, stay as they are.
    """
    return text if text.isprintable() else _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def shown_line(text: str) -> str:
    """As :func:`shown`, for a name: all in one line."""
    return text if text.isprintable() else shown(text).replace("\n", " ").replace("\t", " ")


def shown_values(value: Any) -> Any:
    """A decoded JSON value with all its texts as :func:`shown` makes them."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, list):
        return [shown_values(one) for one in value]
    if isinstance(value, dict):
        return {key: shown_values(one) for key, one in value.items()}
    return value


def clean_message(text: str) -> str:
    """A message as it is sent: NFC, trimmed, line ends as ``\\n``, no control characters."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(ch for ch in lines if ch == "\n" or unicodedata.category(ch) != "Cc")
