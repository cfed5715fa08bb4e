"""The checks by name, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wzpdcl_desktop import __version__
from wzpdcl_desktop.self_check.report import Check, all_needed

TITLES: dict[str, object] = {
    "write_access": QT_TRANSLATE_NOOP("SelfCheck", "Own folders"),
    "disk": QT_TRANSLATE_NOOP("SelfCheck", "Room on the disk"),
    "clock": QT_TRANSLATE_NOOP("SelfCheck", "Clock"),
    "store": QT_TRANSLATE_NOOP("SelfCheck", "Encrypted store"),
    "keyring": QT_TRANSLATE_NOOP("SelfCheck", "Keyring"),
    "certificates": QT_TRANSLATE_NOOP("SelfCheck", "Certificates"),
    "server": QT_TRANSLATE_NOOP("SelfCheck", "Server"),
    "qt": QT_TRANSLATE_NOOP("SelfCheck", "Windows and pictures"),
    "fonts": QT_TRANSLATE_NOOP("SelfCheck", "Fonts"),
    "bangla": QT_TRANSLATE_NOOP("SelfCheck", "Bangla letters"),
    "translations": QT_TRANSLATE_NOOP("SelfCheck", "Languages"),
    "pdf": QT_TRANSLATE_NOOP("SelfCheck", "PDF"),
    "video": QT_TRANSLATE_NOOP("SelfCheck", "Video"),
    "web_engine": QT_TRANSLATE_NOOP("SelfCheck", "Map view"),
}


def title(name: str) -> str:
    """What a check is called in the language of now."""
    return QCoreApplication.translate("SelfCheck", str(TITLES[name]))


def as_text(checks: Sequence[Check]) -> str:
    """The report for people."""
    translate = QCoreApplication.translate
    good, bad = translate("SelfCheck", "ok"), translate("SelfCheck", "WRONG")
    to_do = translate("SelfCheck", "What to do:")
    without = translate("SelfCheck", "missing")
    lines = [translate("SelfCheck", "WZPDCL Desktop {0}: self-check").format(__version__), ""]
    for one in checks:
        word = good if one.ok else bad if one.needed else without
        lines.append(f"[{word}] {title(one.name)}: {one.detail}")
        if one.remedy:
            lines.append(f"      {to_do} {one.remedy}")
    lines.append("")
    if not all_needed(checks):
        lines.append(translate("SelfCheck", "Something that the program needs is wrong."))
    elif all(one.ok for one in checks):
        lines.append(translate("SelfCheck", "Everything is in order."))
    else:
        lines.append(
            translate("SelfCheck", "The program can be used; what is missing says so in its own panel.")
        )
    return "\n".join(lines)
