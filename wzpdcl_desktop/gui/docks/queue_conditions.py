"""The conditions of a list: which a query has, how they are called, and the query without them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace

from PySide6.QtCore import QCoreApplication

from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery, TimeLeft, View
from wzpdcl_desktop.domain.periods import DAY_MS, Period, Span
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import RowText, state_word

#: In the order of their chips.
CONDITIONS = (
    "states",
    "feeders",
    "categories",
    "came",
    "created",
    "accepted",
    "closed",
    "clocks",
    "assigned",
    "ratings",
    "reopened",
)
#: Conditions that no button of the bar sets: they came with a number of the dashboard.
FROM_ELSEWHERE = ("states", "accepted", "closed")
_STARS = frozenset({1, 2, 3, 4, 5})
#: More names than this are counted in a chip.
_NAMED = 2

_NOTHING = {field.name: field.default for field in fields(QueueQuery) if field.name in CONDITIONS}
_CLOCK_VIEWS = frozenset({View.DUE_SOON, View.OVERDUE})


def without(query: QueueQuery, *names: str) -> QueueQuery:
    """The query without some conditions; without all of them if none is named."""
    return replace(query, **{name: _NOTHING[name] for name in names or _NOTHING})  # type: ignore[arg-type]


def narrowed_by(query: QueueQuery) -> list[str]:
    """Names of the conditions that a query has."""
    return [name for name in CONDITIONS if getattr(query, name)]


def follows_clock(query: QueueQuery) -> bool:
    """Whether what the list holds changes as time goes by."""
    return query.view in _CLOCK_VIEWS or bool(query.clocks) or query.came is not None


def period_word(period: Period) -> str:
    """Days up to today, in the user's language."""
    translate = QCoreApplication.translate
    return {
        Period.TODAY: translate("QueueConditions", "Today"),
        Period.WEEK: translate("QueueConditions", "Last 7 days"),
        Period.MONTH: translate("QueueConditions", "This month"),
    }[period]


def clock_word(clock: TimeLeft) -> str:
    """A standing against the limit, in the user's language."""
    translate = QCoreApplication.translate
    return {
        TimeLeft.OVERDUE: translate("QueueConditions", "Overdue"),
        TimeLeft.HOUR: translate("QueueConditions", "Within an hour"),
        TimeLeft.SOON: translate("QueueConditions", "Due soon"),
        TimeLeft.IN_TIME: translate("QueueConditions", "Time left"),
    }[clock]


def rating_word(stars: int, language: Language) -> str:
    """Stars of a customer, in the user's language; 0 stands for none given."""
    if not stars:
        return QCoreApplication.translate("QueueConditions", "Not rated")
    return QCoreApplication.translate("QueueConditions", "{0} of 5").format(language.digits(stars))


class ConditionWords:
    """Writes conditions as chips have them: ``Feeder: Bagmara, Dolkhola``."""

    def __init__(self, language: Language, text: RowText) -> None:
        self._language, self._text = language, text

    def words(self, query: QueueQuery, name: str) -> str:
        """A condition in words."""
        translate = QCoreApplication.translate
        written: dict[str, Callable[[], str]] = {
            "states": lambda: self._states(query),
            "feeders": lambda: translate("QueueConditions", "Feeder: {0}").format(
                self._names(self._text.feeder(one) or self._nobody() for one in sorted(query.feeders))
            ),
            "categories": lambda: translate("QueueConditions", "Category: {0}").format(
                self._names(self._text.category(one) for one in sorted(query.categories))
            ),
            "came": lambda: translate("QueueConditions", "Came: {0}").format(
                period_word(query.came) if query.came else ""
            ),
            "clocks": lambda: translate("QueueConditions", "Time: {0}").format(
                self._names(clock_word(one) for one in TimeLeft if one in query.clocks)
            ),
            "assigned": lambda: translate("QueueConditions", "Assigned to: {0}").format(
                self._names(
                    self._text.officer(one) or one or self._nobody() for one in sorted(query.assigned)
                )
            ),
            "ratings": lambda: self._ratings(query.ratings),
            "reopened": lambda: translate("QueueConditions", "Reopened"),
            "created": lambda: self._spanned(translate("QueueConditions", "Came: {0}"), query.created),
            "accepted": lambda: self._spanned(translate("QueueConditions", "Accepted: {0}"), query.accepted),
            "closed": lambda: self._spanned(translate("QueueConditions", "Closed: {0}"), query.closed),
        }
        return written[name]()

    def _states(self, query: QueueQuery) -> str:
        if query.states == OPEN_STATES:
            return QCoreApplication.translate("QueueConditions", "Open")
        return ", ".join(state_word(state) for state in sorted(query.states))

    def _nobody(self) -> str:
        return QCoreApplication.translate("QueueConditions", "nobody")

    def _ratings(self, ratings: frozenset[int]) -> str:
        if ratings == _STARS:
            return QCoreApplication.translate("QueueConditions", "Rated")
        words = self._names(rating_word(one, self._language) for one in sorted(ratings))
        return QCoreApplication.translate("QueueConditions", "Rating: {0}").format(words)

    def _names(self, names: Iterable[str]) -> str:
        found = list(names)
        shown = ", ".join(found[:_NAMED])
        if len(found) <= _NAMED:
            return shown
        more = QCoreApplication.translate("QueueConditions", "{names} and {count} more")
        return more.format(names=shown, count=self._language.number(len(found) - _NAMED))

    def _spanned(self, words: str, span: Span | None) -> str:
        return words.format(self._span(span)) if span else ""

    def _span(self, span: Span) -> str:
        language, between = self._language, QCoreApplication.translate("QueueConditions", "{0} to {1}")
        first, last = language.date(span.start), language.date(span.end - 1)
        if first != last:
            return between.format(first, last)
        if span.end - span.start < DAY_MS:
            return f"{first} {between.format(language.time(span.start), language.time(span.end))}"
        return first
