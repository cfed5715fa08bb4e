"""Reference data that is the same for every office: categories, reasons, time limits, texts, holidays.

The company's own list of categories and its time limits are not public: those here are samples.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from central_api.sample.data_files import read_json

#: From entity and id to what the feed serves.
References = list[tuple[str, str, dict[str, Any]]]
_YEARS = range(2024, 2028)
#: In these groups a time limit counts office hours: seven working days of eight hours are 3,360 minutes.
_WORKING_GROUPS = frozenset({"bill", "other"})


class Catalogue:
    """What is read from ``data/catalogue.json``.

    Attributes:
        minutes: Time limit of each category.
        weights: How often each category comes, for the same order as ``categories``.
        reasons: Text for the customer in Bangla, by cancel reason.
        holidays: Days without office hours.
    """

    def __init__(self) -> None:
        self._data = read_json("catalogue")
        leaves = [
            (f"{group}.{leaf}", minutes, weight)
            for group, _, _, children in self._data["categories"]
            for leaf, _, _, minutes, weight in children
        ]
        self.categories = [category for category, _, _ in leaves]
        self.minutes: dict[str, int] = {category: minutes for category, minutes, _ in leaves}
        self.weights: list[float] = [weight for _, _, weight in leaves]
        self.reasons: dict[str, str] = {row[0]: row[4] for row in self._data["cancel_reasons"]}
        self._holiday_rows = self._make_holidays()
        self.holidays = frozenset(date.fromisoformat(id_) for _, id_, _ in self._holiday_rows)

    def references(self) -> References:
        """All rows of reference data."""
        return [*self._category_rows(), *self._reason_rows(), *self._canned_rows(), *self._holiday_rows]

    def calendar(self, category: str) -> str:
        """``working`` or ``always``."""
        return "working" if category.partition(".")[0] in _WORKING_GROUPS else "always"

    def _category_rows(self) -> References:
        rows: References = []
        order = 0
        for group, name, name_bn, children in self._data["categories"]:
            order += 1
            rows.append(
                ("category", group, {"parent": None, "name": name, "name_bn": name_bn, "order": order})
            )
            for leaf, leaf_name, leaf_bn, minutes, _ in children:
                order += 1
                id_ = f"{group}.{leaf}"
                rows.append(
                    (
                        "category",
                        id_,
                        {"parent": group, "name": leaf_name, "name_bn": leaf_bn, "order": order},
                    )
                )
                policy = {
                    "category": id_,
                    "minutes": minutes,
                    "calendar": self.calendar(id_),
                    "warn_minutes": max(120, minutes // 10),
                    "sample": True,
                }
                rows.append(("policy", id_, policy))
        return rows

    def _reason_rows(self) -> References:
        return [
            (
                "cancel_reason",
                id_,
                {"name": name, "name_bn": bn, "text_bn": text_bn, "text_en": text, "order": i},
            )
            for i, (id_, name, bn, text, text_bn) in enumerate(self._data["cancel_reasons"], 1)
        ]

    def _canned_rows(self) -> References:
        return [
            (
                "canned",
                f"{action}.{id_}",
                {"action": action, "name": name, "name_bn": bn, "text": text, "text_bn": text_bn, "order": i},
            )
            for i, (action, id_, name, bn, text, text_bn) in enumerate(self._data["canned"], 1)
        ]

    def _make_holidays(self) -> References:
        found: dict[str, tuple[str, str]] = {}
        for name, name_bn, days in self._data["moon_holidays"]:
            # Bangladesh decides these by the moon, year by year.
            found |= dict.fromkeys(days, (f"{name} (sample)", f"{name_bn} (নমুনা)"))
        for day, since, name, name_bn in self._data["fixed_holidays"]:
            found |= {f"{year}-{day}": (name, name_bn) for year in _YEARS if year >= since}
        return [
            ("holiday", day, {"date": day, "name": name, "name_bn": name_bn})
            for day, (name, name_bn) in sorted(found.items())
        ]
