"""Text as people type it and as it is compared: Bangla in NFC, either digit script, no invisible joiners."""

from __future__ import annotations

import unicodedata

_BANGLA_DIGITS = "০১২৩৪৫৬৭৮৯"
_TO_ASCII = str.maketrans(_BANGLA_DIGITS, "0123456789")
_ZWNJ, _ZWJ = "\u200c", "\u200d"


def ascii_digits(text: str) -> str:
    """Replace Bangla digits by ASCII digits."""
    return text.translate(_TO_ASCII)


def search_form(text: str) -> str:
    """The form in which text is indexed and searched: NFC, ASCII digits, without ZWJ and ZWNJ."""
    if text.isascii():
        return text
    if _ZWJ in text:
        text = text.replace(_ZWJ, "")
    if _ZWNJ in text:
        text = text.replace(_ZWNJ, "")
    return unicodedata.normalize("NFC", text).translate(_TO_ASCII)


def clean_message(text: str) -> str:
    """A message as it is sent: NFC, trimmed, line ends as ``\\n``, no control characters."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(ch for ch in lines if ch == "\n" or unicodedata.category(ch) != "Cc")
