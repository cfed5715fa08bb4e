"""Colours of the desk, by what they mean, for light and dark."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Tokens:
    """One set of colours. ``...tint`` is the ground under the text colour of the same name."""

    window: QColor
    surface: QColor
    subtle: QColor
    hover: QColor
    selected: QColor
    line: QColor
    field: QColor
    btn: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accenthover: QColor
    onaccent: QColor
    ondanger: QColor
    accenttint: QColor
    inbox: QColor
    progress: QColor
    resolved: QColor
    cancelled: QColor
    ok: QColor
    soon: QColor
    breached: QColor
    waiting: QColor
    conflict: QColor
    inboxtint: QColor
    progresstint: QColor
    resolvedtint: QColor
    cancelledtint: QColor
    soontint: QColor
    breachedtint: QColor
    waitingtint: QColor
    conflicttint: QColor
    stripeok: QColor
    stripesoon: QColor
    stripebreached: QColor
    chrome: QColor
    shadow: QColor

    def pick(self, name: str) -> QColor:
        """A colour by name.

        Raises:
            KeyError: There is no such token.
        """
        if name not in NAMES:
            raise KeyError(name)
        color: QColor = getattr(self, name)
        return color

    def css(self) -> dict[str, str]:
        """All colours as a style sheet writes them."""
        return {name: _css(self.pick(name)) for name in NAMES}


NAMES = tuple(field.name for field in fields(Tokens))


def _css(color: QColor) -> str:
    if color.alpha() == 255:
        return color.name()
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"


def _tokens(hexes: str, shadow: QColor) -> Tokens:
    values = [QColor("#" + part) for part in hexes.split()]
    return Tokens(*[*values, shadow])


#: In the order of the fields above, without the shadow.
LIGHT = _tokens(
    "EDF1F3 FFFFFF F5F8F9 EEF3F5 D9EBF2 DDE4E7 74848E C0CBD1 14202A 43525C 5C6B75 0A6180 084E68 FFFFFF "
    "FFFFFF E3F0F5 43525C 1D5BB8 19744A 6A6470 43525C 8A5200 B3261E 6440B0 A01C66 EAEFF2 E5EEFA E1F2E8 "
    "EEECEF FFF1D6 FCE8E6 EFE9FA FBE7F1 B9C5CB C07A05 C8342B E4EAED",
    QColor(20, 32, 42, 56),
)
DARK = _tokens(
    "11171B 191F24 1F262C 232C32 143A4B 2B353C 73838D 46545D E8EDEF B4C0C7 92A0A9 5BBAD8 7FCBE3 04202B "
    "3A0B08 16303B B4C0C7 86B4F6 6CCB95 ADA6B3 B4C0C7 F0B04A FF8F85 C2A8F7 F590C6 273037 1B2E4A 16352A "
    "2C2A31 38290F 43211F 2D2548 40203A 45535C E0A23A F0655A 0C1114",
    QColor(0, 0, 0, 128),
)

#: The ground of a toast, and what is written on it, in both themes.
TOAST = QColor("#1E2A32")
TOAST_TEXT = QColor("#F2F6F8")
TOAST_VERB = QColor("#7FCBE3")
TOAST_QUIET = QColor("#A9B7BF")


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, as WCAG 2 defines it: 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
