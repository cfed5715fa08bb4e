"""Collects the licences of all that ships."""

from __future__ import annotations

import email.parser
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dev_tools.installer.workspace import ROOT, SOURCES, Workspace

_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "OFL")
#: PySide6's wheels bring this one only; it is used under the other licence that it is offered under.
_NOT_OURS = "LicenseRef-Qt-Commercial.txt"
_RULE = "=" * 78
_INTRODUCTION = """\
WZPDCL Desktop is free software under the Apache License, Version 2.0. The text follows.

Qt, PySide6 and FFmpeg are used under the GNU Lesser General Public License, version 3 (FFmpeg: 2.1 or later):
their libraries lie as files of their own in lib\\PySide6 and may be replaced by other builds. Qt WebEngine
contains Chromium and what it builds on. The font Noto Sans Bengali is under the SIL Open Font License 1.1.

The parts that ship; the texts of their licences lie in the folder "licenses" beside the program:
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that ships and has a licence.

    Attributes:
        texts: Files with the texts of its licence.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def collect(work: Workspace, target: Path) -> None:
    """Write ``LICENSES.txt``, which setup.exe shows, and the folder ``licenses`` with the texts of the parts.

    The page stays short: with half a megabyte of texts it is nothing that anybody reads, and slow.
    """
    parts = [*_own(work), *_packages(target / "lib", work.site)]
    folder = target / "licenses"
    lines = [_INTRODUCTION, *(f"  {part.name} {part.version}: {part.licence}" for part in parts)]
    texts = [f"\n{_RULE}\nWZPDCL Desktop\n{_RULE}\n", (ROOT / "LICENSE").read_text(encoding="utf-8")]
    for part in parts:
        for text in part.texts:
            kept = folder / part.name / text.name
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, kept)
    whole = "\n".join([*lines, *texts]).replace("\r\n", "\n").replace("\n", "\r\n")
    # The mark at the beginning tells Inno Setup that it is UTF-8.
    (target / "LICENSES.txt").write_bytes(b"\xef\xbb\xbf" + whole.encode())


def _own(work: Workspace) -> Iterator[Part]:
    python = work.python / "LICENSE.txt"
    yield Part("Python", "3.11", "Python Software Foundation License 2.0", (python,))
    texts = tuple(sorted((SOURCES / "licences").glob("*.txt")))
    yield Part("Qt, PySide6 and FFmpeg", "", "GNU Lesser General Public License", texts)
    font = ROOT / "resources" / "fonts" / "OFL.txt"
    yield Part("Noto Sans Bengali", "", "SIL Open Font License 1.1", (font,))


def _packages(lib: Path, site: Path) -> Iterator[Part]:
    for info in sorted(lib.glob("*.dist-info"), key=lambda path: path.name.lower()):
        text = (info / "METADATA").read_text(encoding="utf-8")
        metadata = email.parser.HeaderParser().parsestr(text)
        found = tuple(
            path
            for path in sorted((site / info.name).rglob("*"))
            if path.is_file() and path.name.upper().startswith(_NAMES) and path.name != _NOT_OURS
        )
        yield Part(metadata["Name"], metadata["Version"], _licence_of(metadata), found)


def _licence_of(metadata: email.message.Message) -> str:
    if expression := metadata["License-Expression"]:
        return str(expression)
    classifiers = [str(one) for one in metadata.get_all("Classifier", [])]
    named = [one.rsplit(" :: ", 1)[1] for one in classifiers if one.startswith("License ::")]
    if named:
        return ", ".join(named)
    first: str = (str(metadata["License"] or "see its texts")).splitlines()[0]
    return first
