"""The buttons by which a list is narrowed: feeder, category, and one for everything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from wzpdcl_desktop.domain.complaints import QueueQuery, TimeLeft, View
from wzpdcl_desktop.domain.people import Duty, Me
from wzpdcl_desktop.domain.periods import Period
from wzpdcl_desktop.domain.reference import Directory, Feeder
from wzpdcl_desktop.gui.docks.filter_button import FilterButton
from wzpdcl_desktop.gui.docks.queue_conditions import clock_word, period_word, rating_word
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme

_CLOSED = frozenset({View.RESOLVED, View.CANCELLED})
#: Lists of which a filter would only repeat or contradict the name.
_NO_CLOCKS = _CLOSED | {View.DUE_SOON, View.OVERDUE}
RANGE, REOPENED, NOBODY = "came:range", "reopened:", "officer:"


def keys_of(query: QueueQuery) -> frozenset[str]:
    """What is ticked in the menu of further filters for a query."""
    keys = {f"clock:{clock}" for clock in query.clocks}
    keys |= {f"officer:{officer}" for officer in query.assigned}
    keys |= {f"rating:{stars}" for stars in query.ratings}
    if query.came:
        keys.add(f"came:{query.came}")
    if query.created:
        keys.add(RANGE)
    if query.reopened:
        keys.add(REOPENED)
    return frozenset(keys)


def applied(query: QueueQuery, keys: Iterable[str]) -> QueueQuery:
    """A query with what is ticked; the days of a range come from its dialog."""
    found: dict[str, set[str]] = {}
    for key in keys:
        kind, _, value = key.partition(":")
        found.setdefault(kind, set()).add(value)
    came = found.get("came", set())
    return replace(
        query,
        clocks=frozenset(map(TimeLeft, found.get("clock", ()))),
        assigned=frozenset(found.get("officer", ())),
        ratings=frozenset(map(int, found.get("rating", ()))),
        reopened="reopened" in found,
        came=next((period for period in Period if period.value in came), None),
        created=query.created if "range" in came else None,
    )


class MoreFilters(FilterButton):
    """Further filters. Of the days only one can be ticked.

    Attributes:
        range_wanted: Days are to be chosen in a dialog.
    """

    range_wanted = Signal()

    def _toggle(self, key: str, on: bool) -> None:
        if key == RANGE and on:
            self.show_ticks(self.chosen)
            self.menu().close()
            self.range_wanted.emit()
            return
        if on and key.startswith("came:"):
            self.show_ticks(one for one in self.chosen if not one.startswith("came:"))
        super()._toggle(key, on)
        self.show_ticks(self.chosen)


class QueueFilters(QObject):
    """Knows what the three buttons offer, and reads and shows a query in them.

    Attributes:
        ticked: Something was ticked or taken away by hand.
        feeders, categories, more: The buttons.
    """

    ticked = Signal()

    def __init__(self, theme: Theme, language: Language, me: Me, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._me = language, me
        self._directory: Directory | None = None
        self._view = View.INBOX
        self._assigned: frozenset[str] = frozenset()
        self.feeders = FilterButton(theme, "funnel")
        self.categories = FilterButton(theme, "list")
        self.more = MoreFilters(theme, "sliders-horizontal")
        for button in self.buttons:
            button.ticked.connect(self._on_ticked)

    @property
    def buttons(self) -> tuple[FilterButton, ...]:
        """All of them, in their order."""
        return self.feeders, self.categories, self.more

    def show_query(self, query: QueueQuery) -> None:
        """Tick what a query asks for, and offer what makes sense in its list."""
        assigned = query.assigned - {""}
        if query.view is not self._view or not assigned <= self._assigned:
            self._view = query.view
            self._assigned |= assigned
            self._offer_more()
        self.feeders.show_ticks(query.feeders)
        self.categories.show_ticks(query.categories)
        self.more.show_ticks(keys_of(query))
        self._name_buttons()

    def apply_to(self, query: QueueQuery, words: str) -> QueueQuery:
        """A query with these search words and with what is ticked."""
        feeders, categories = self.feeders.chosen, self.categories.chosen
        query = replace(query, search=words, feeders=feeders, categories=categories)
        return applied(query, self.more.chosen)

    def kept_in(self, query: QueueQuery, view: View) -> QueueQuery:
        """A query moved to another list, without the filters that the list does not offer."""
        query = replace(query, view=view)
        if view in _NO_CLOCKS:
            query = replace(query, clocks=frozenset())
        if view not in _CLOSED:
            query = replace(query, ratings=frozenset())
        return replace(query, reopened=False) if view is View.REOPENED else query

    def set_directory(self, directory: Directory) -> None:
        """Offer what the directory has for this officer."""
        self._directory = directory
        name = self._language.name
        feeders = self._own_feeders(directory)
        offices = {feeder.office for feeder in feeders}
        several = len(offices) > 1
        self.feeders.offer(
            [
                (
                    name(directory.offices[office]) if several and office in directory.offices else "",
                    sorted((f.id, name(f)) for f in feeders if f.office == office),
                )
                for office in sorted(offices)
            ]
        )
        categories = sorted(directory.categories.values(), key=lambda category: category.order)
        groups = []
        for top in categories:
            if top.parent is None:
                below = [(c.id, name(c)) for c in categories if c.parent == top.id]
                all_of = self.tr("All: {0}").format(name(top)) if below else name(top)
                groups.append((name(top) if below else "", [(top.id, all_of), *below]))
        self.categories.offer(groups)
        self._offer_more()

    def set_me(self, me: Me) -> None:
        """The officer as the server sees them now."""
        self._me = me
        self.retranslate()

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        if self._directory is not None:
            self.set_directory(self._directory)
        else:
            self._offer_more()
        self._name_buttons()

    def _offer_more(self) -> None:
        groups: list[tuple[str, list[tuple[str, str]]]] = []
        if self._view not in _NO_CLOCKS:
            clocks = [(f"clock:{clock}", clock_word(clock)) for clock in TimeLeft]
            groups.append((self.tr("Time left"), clocks))
        came = [(f"came:{period}", period_word(period)) for period in Period]
        groups.append((self.tr("When it came"), [*came, (RANGE, self.tr("From … to …"))]))
        groups.append((self.tr("Assigned to"), self._officers()))
        if self._view in _CLOSED:
            ratings = [
                (f"rating:{stars}", rating_word(stars, self._language)) for stars in (5, 4, 3, 2, 1, 0)
            ]
            groups.append((self.tr("Customer's rating"), ratings))
        if self._view is not View.REOPENED:
            groups.append(("", [(REOPENED, self.tr("Reopened"))]))
        self.more.offer(groups)

    def _officers(self) -> list[tuple[str, str]]:
        """Me, nobody, and those who look after the feeders."""
        me = self._me.officer
        offered = [(f"officer:{me}", self.tr("Me")), (NOBODY, self.tr("Nobody"))]
        if self._directory is None:
            return offered
        known = self._directory.officers
        found = {one for feeder in self._own_feeders(self._directory) for one in _looking_after(feeder)}
        names = ((self._language.name(known[one]), one) for one in found | self._assigned if one in known)
        return offered + [(f"officer:{one}", name) for name, one in sorted(names) if one != me]

    def _own_feeders(self, directory: Directory) -> list[Feeder]:
        mine = self._me.feeders
        return [
            feeder
            for feeder in directory.feeders.values()
            if (feeder.id in mine if mine else self._in_reach(feeder.office, directory))
        ]

    def _in_reach(self, office: str, directory: Directory) -> bool:
        if self._me.duty is Duty.CIRCLE:
            known = directory.offices.get(office)
            return known is not None and known.circle == self._me.circle
        return self._me.duty is Duty.CENTRAL or office == self._me.office

    def _on_ticked(self) -> None:
        self._name_buttons()
        self.ticked.emit()

    def _name_buttons(self) -> None:
        names = (self.tr("Feeder"), self.tr("Category"), self.tr("Filters"))
        for button, name in zip(self.buttons, names, strict=True):
            count = len(button.chosen)
            button.set_name(name, self._language.number(count) if count else "")


def _looking_after(feeder: Feeder) -> list[str]:
    return [one for one in (feeder.incharge, feeder.supervisor) if one]
