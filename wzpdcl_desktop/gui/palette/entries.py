"""What the palette offers: actions, lists, feeders, officers, complaints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.complaints import QueueQuery, QueueRow, State, View
from wzpdcl_desktop.domain.reference import Directory, Officer
from wzpdcl_desktop.domain.saved_views import SavedView
from wzpdcl_desktop.gui.actions import SPECS, VIEWS, Actions, key_text
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import STATE_ICONS, state_word
from wzpdcl_desktop.gui.palette.matching import rank, words_of
from wzpdcl_desktop.services.complaints import ComplaintService

#: The action that opens the palette itself is not offered in it.
OPENER = "edit.palette"
MOST_COMPLAINTS = 8
_MOST_PEOPLE = 6
_LISTS = frozenset(VIEWS.values()) | {"view.dashboard", "view.outbox"}

ACTIONS = QT_TRANSLATE_NOOP("Palette", "Actions")
LISTS = QT_TRANSLATE_NOOP("Palette", "Lists")
FEEDERS = QT_TRANSLATE_NOOP("Palette", "Feeders")
OFFICERS = QT_TRANSLATE_NOOP("Palette", "Officers")
COMPLAINTS = QT_TRANSLATE_NOOP("Palette", "Complaints")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette.

    Attributes:
        group: English source of the heading it stands under.
        detail: Beside the title: what else there is to know, or why it cannot be done now.
        keys: The keys that do the same, as shown.
        words: By which it is found, in the form of `words_of`.
        run: What Enter does; None if it cannot be done now.
    """

    group: object
    title: str
    run: Callable[[], object] | None
    detail: str = ""
    icon: str = ""
    keys: str = ""
    words: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The whole line, for a screen reader."""
        return ", ".join(part for part in (self.title, self.detail, self.keys) if part)


def action_entries(actions: Actions, language: Language, why_not: Callable[[str], str]) -> list[Entry]:
    """All actions and lists; what cannot be done now comes last and says why.

    Args:
        why_not: The reason for which an action is disabled, empty if there is nothing to say.
    """
    able, unable, lists = [], [], []
    for spec in SPECS:
        if spec.id == OPENER:
            continue
        action = actions.get(spec.id)
        here, there = language.both("Actions", str(spec.text))
        entry = Entry(
            LISTS if spec.id in _LISTS else ACTIONS,
            action.text(),
            action.trigger,
            icon=spec.icon,
            keys=key_text(action, language),
            words=words_of(here, there, str(spec.text), *spec.shortcuts),
        )
        if spec.id in _LISTS:
            lists.append(entry)
        elif action.isEnabled():
            able.append(entry)
        else:
            unable.append(replace(entry, run=None, detail=why_not(spec.id)))
    return [*able, *unable, *lists]


def view_entries(
    views: Iterable[SavedView], language: Language, counts: Mapping[str, int], show: Callable[[str], object]
) -> list[Entry]:
    """The officer's own lists with their numbers; found by their names and as "my lists"."""
    mine = language.both("Navigation", "My lists")
    return [
        Entry(
            LISTS,
            view.name,
            partial(show, view.name),
            detail=language.number(counts[view.name]) if view.name in counts else "",
            icon="bookmark-simple",
            words=words_of(view.name, *mine),
        )
        for view in views
    ]


def feeder_entries(
    directory: Directory, language: Language, offered: Iterable[str], show: Callable[[str], object]
) -> list[Entry]:
    """The feeders that the queue can be filtered by, with who looks after them."""
    entries = []
    for feeder in (directory.feeders[key] for key in offered if key in directory.feeders):
        incharge = directory.officers.get(feeder.incharge or "")
        entries.append(
            Entry(
                FEEDERS,
                language.name(feeder),
                partial(show, feeder.id),
                detail=language.name(incharge) if incharge else "",
                icon="funnel",
                words=words_of(language.name(feeder), feeder.name, feeder.name_bn),
            )
        )
    return entries


def officer_entries(
    directory: Directory, language: Language, show: Callable[[Officer], object]
) -> list[Entry]:
    """The officers of the directory; they are found by name, designation, office and mobile number."""
    entries = []
    for officer in directory.officers.values():
        office = directory.offices.get(officer.office or "")
        bangla = language.code == "bn"
        designation = (officer.designation_bn if bangla else officer.designation) or officer.designation
        parts = (designation, language.name(office) if office else "")
        offices = (office.name, office.name_bn) if office else ()
        entries.append(
            Entry(
                OFFICERS,
                language.name(officer),
                partial(show, officer),
                detail=" · ".join(part for part in parts if part),
                icon="user",
                words=words_of(
                    language.name(officer),
                    officer.name,
                    officer.name_bn,
                    officer.designation,
                    officer.designation_bn,
                    *offices,
                    officer.mobile.removeprefix("+88"),
                ),
            )
        )
    return entries


def find_complaints(service: ComplaintService, clock: Clock, search: str) -> list[QueueRow]:
    """The first complaints that are found, open ones first; for the cache thread."""
    found: list[int] = []
    for state in State:
        query = QueueQuery(View(state.value), clock.now(), search=search)
        found += service.queue(query)[: MOST_COMPLAINTS - len(found)]
        if len(found) >= MOST_COMPLAINTS:
            break
    return service.rows(found)


def complaint_entries(
    rows: Iterable[QueueRow], directory: Directory, language: Language, show: Callable[[int], object]
) -> list[Entry]:
    """A line for each complaint: number and category, then customer, place and state."""
    entries = []
    for row in rows:
        category = directory.categories.get(row.category)
        title = f"{language.digits(row.id)} · {language.name(category) if category else row.category}"
        parts = (state_word(row.state), row.customer, row.locality)
        entries.append(
            Entry(
                COMPLAINTS,
                title,
                partial(show, row.id),
                detail=" · ".join(part for part in parts if part),
                icon=STATE_ICONS[row.state],
            )
        )
    return entries


def choose(wanted: Sequence[str], offered: Iterable[Entry]) -> list[Entry]:
    """The entries that fit, grouped, in each group the best first. People are found, never listed whole."""
    groups: dict[object, list[tuple[int, int, Entry]]] = {ACTIONS: [], LISTS: [], FEEDERS: [], OFFICERS: []}
    for place, entry in enumerate(offered):
        if not wanted and entry.group in (FEEDERS, OFFICERS):
            continue
        fit = rank(wanted, entry.words)
        if fit is not None:
            # What cannot be done stands behind what can.
            groups[entry.group].append((fit if entry.run is not None else fit + 1000, place, entry))
    chosen = []
    for group, found in groups.items():
        most = _MOST_PEOPLE if group in (FEEDERS, OFFICERS) else len(found)
        chosen += [entry for _fit, _place, entry in sorted(found, key=lambda one: one[:2])[:most]]
    return chosen


def heading(group: object) -> str:
    """The heading in the language of now."""
    return QCoreApplication.translate("Palette", str(group))
