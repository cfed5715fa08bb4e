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
    for message in _messages(lang):
        forms = message.findall("translation/numerusform") or message.findall("translation")
        texts.update(form.text or "" for form in forms)
    if lang == "en":  # the sources are English; they stand in the table of the other language
        texts.update(message.findtext("source") or "" for message in _messages("bn"))
    made = (text.replace("&", "") for text in texts if len(_HOLES.sub("", text).strip(" .:·")) > 1)
    return tuple(re.compile(_pattern(text), re.DOTALL) for text in sorted(made, key=len, reverse=True))


def _messages(lang: str) -> list[ElementTree.Element]:
    return list(ElementTree.parse(_ROOT / "translations" / f"{lang}.ts").iter("message"))  # noqa: S314


def _pattern(text: str) -> str:
    return ".+?".join(re.escape(part) for part in _HOLES.split(text))


def is_translated(text: str, lang: str) -> bool:
    """Whether a text is one of the table, as a whole."""
    return any(pattern.fullmatch(text.strip()) for pattern in patterns(lang))
