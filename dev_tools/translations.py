"""Keeps `translations/*.ts` and the code together: `python -m dev_tools.translations update|check`.

`update` runs lupdate over the desktop's Python files and forms. `check` does the same on copies and fails
when a text of the code is absent from a `.ts` file, or one there is not used any more or not translated.
Bangla holds every text; English, the language of the code, only those with a plural.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from hatch_build import run_qt_tool

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"bn": ("-target-language", "bn_BD"), "en": ("-target-language", "en_US", "-pluralonly")}

Text = tuple[str, str, str]
"""Context, source text, and the comment that tells two meanings apart."""


def main(arguments: list[str]) -> int:
    """Runs `update` or `check`; returns 1 when the check found something."""
    if arguments == ["update"]:
        for language in LANGUAGES:
            update(language, ROOT / "translations" / f"{language}.ts")
        return 0
    if arguments == ["check"]:
        problems = [line for language in LANGUAGES for line in check(language)]
        for line in problems:
            print(line)
        if problems:
            print(f"{len(problems)} problems. Run `python3 dev.py translations`, then translate.")
        return 1 if problems else 0
    print("Use: python -m dev_tools.translations update|check", file=sys.stderr)
    return 2


def update(language: str, target: Path) -> None:
    """Brings one `.ts` file up to date with the code, without line numbers, so that merges stay quiet."""
    generated = ROOT / "wzpdcl_desktop" / "gui" / "forms"
    code = (path for path in (ROOT / "wzpdcl_desktop").rglob("*.py") if generated not in path.parents)
    sources = sorted([*code, *(ROOT / "ui").glob("*.ui")])
    with tempfile.TemporaryDirectory() as folder:
        # A list in a file: a command line of Windows is too short for this many paths.
        listing = Path(folder) / "sources.lst"
        listing.write_text("\n".join(path.as_posix() for path in sources), encoding="utf-8")
        options = ("-silent", "-locations", "none", "-no-obsolete", "-source-language", "en_US")
        run_qt_tool("lupdate", *options, *LANGUAGES[language], f"@{listing}", "-ts", target, cwd=ROOT)


def check(language: str) -> list[str]:
    """Returns one line for each text that is missing, left over or untranslated in a language."""
    committed = ROOT / "translations" / f"{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / committed.name
        shutil.copy(committed, copy)
        update(language, copy)
        wanted = read(copy)
    present = read(committed)
    name = f"translations/{committed.name}"
    return [
        *(f"{name}: missing: {show(text)}" for text in sorted(wanted.keys() - present.keys())),
        *(f"{name}: not used any more: {show(text)}" for text in sorted(present.keys() - wanted.keys())),
        *(f"{name}: not translated: {show(text)}" for text, done in sorted(present.items()) if not done),
    ]


def read(path: Path) -> dict[Text, bool]:
    """Returns the texts of a `.ts` file and whether each is translated, in all its plural forms."""
    texts = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of this repository
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            texts[key] = (
                translation is not None and translation.get("type") is None and is_filled(translation)
            )
    return texts


def is_filled(translation: ET.Element) -> bool:
    """Says whether a translation has a text in it, or one in each plural form."""
    return all(
        (element.text or "").strip() for element in translation.findall("numerusform") or [translation]
    )


def show(text: Text) -> str:
    """Returns a text with its context, on one line."""
    context, source, comment = text
    return f"[{context}] {' '.join(source.split())}" + (f" ({comment})" if comment else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
