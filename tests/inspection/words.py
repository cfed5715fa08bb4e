"""The translation tables as a list of what may stand on the screen."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

_ROOT = Path(__file__).resolve().parents[2]
#: What is filled in later: ``{0}``, ``{name}``, ``%1``, ``%n``, ``%Ln``.
_HOLES = re.compile(r"\{\w*\}|%L?\w")


@cache
def patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    """A pattern for each text of a language, with room for what is filled in; the longest first."""
    texts: set[str] = set()
    for message in ElementTree.parse(_ROOT / "translations" / f"{lang}.ts").iter("message"):  # noqa: S314
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("vanished", "obsolete"):
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        texts.update(forms or [translation.text or ""])
        if lang == "en" and not any([*forms, translation.text]):
            texts.add(message.findtext("source") or "")  # English is written in the source
    made = (text.replace("&", "") for text in texts if text.strip())
    return tuple(re.compile(_pattern(text), re.DOTALL) for text in sorted(made, key=len, reverse=True))


def _pattern(text: str) -> str:
    return ".+?".join(re.escape(part) for part in _HOLES.split(text))


def is_translated(text: str, lang: str) -> bool:
    """Whether a text is one of the table, as a whole."""
    return any(pattern.fullmatch(text.strip()) for pattern in patterns(lang))
