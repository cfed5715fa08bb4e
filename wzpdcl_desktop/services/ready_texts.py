"""What the blanks of a ready text stand for in one complaint."""

from __future__ import annotations

from wzpdcl_desktop.domain.complaints import QueueRow
from wzpdcl_desktop.domain.placeholders import filled
from wzpdcl_desktop.domain.reference import Directory, Named
from wzpdcl_desktop.domain.text import bangla_digits


def values_of(row: QueueRow, directory: Directory, office: str, lang: str) -> dict[str, str]:
    """The values by name; what is not known is not among them.

    Args:
        office: Of the officer.
        lang: ``bn`` or ``en``, the language of the text.
    """

    def name(named: Named | None) -> str:
        return (named.label(lang) or named.name or named.name_bn) if named else ""

    feeder = directory.feeders.get(row.feeder or "")
    officer = row.assigned_to or (feeder.incharge if feeder else None)
    number = str(row.id)
    values = {
        "customer": row.customer,
        "number": bangla_digits(number) if lang == "bn" else number,
        "category": name(directory.categories.get(row.category)),
        "place": row.locality,
        "feeder": name(feeder),
        "incharge": name(directory.officers.get(officer or "")),
        "office": name(directory.offices.get(office)),
    }
    return {key: value for key, value in values.items() if value}


class Filler:
    """Fills a common text for each of several complaints, in the language it was written in."""

    def __init__(self, directory: Directory, office: str, lang: str) -> None:
        self._directory, self._office, self._lang = directory, office, lang

    def __call__(self, text: str, row: QueueRow) -> str:
        """The text for one of them."""
        return filled(text, values_of(row, self._directory, self._office, self._lang))
