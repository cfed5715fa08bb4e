"""Notices: what happened that the officer should know of, told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.notice_book import NoticeBook
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.complaints import OPEN_STATES, Moved
from wzpdcl_desktop.domain.notices import Notice, NoticeKind, Wishes
from wzpdcl_desktop.services import settings
from wzpdcl_desktop.services.notice_plan import baseline, is_quiet, plan

_SETTING_OF = {
    NoticeKind.NEW: settings.NOTICE_NEW,
    NoticeKind.REOPENED: settings.NOTICE_REOPENED,
    NoticeKind.SOON: settings.NOTICE_SOON,
    NoticeKind.OVERDUE: settings.NOTICE_OVERDUE,
    NoticeKind.MESSAGE: settings.NOTICE_MESSAGE,
}


def wishes_of(chosen: settings.Settings) -> Wishes:
    """What the officer has set."""
    return Wishes(
        frozenset(kind for kind, setting in _SETTING_OF.items() if chosen.get(setting)),
        chosen.get(settings.NOTICE_QUIET_FROM),
        chosen.get(settings.NOTICE_QUIET_UNTIL),
        chosen.get(settings.NOTICE_WARN_MINUTES),
    )


@dataclass(frozen=True, slots=True)
class News:
    """What came of a look.

    Attributes:
        recent: The last notices, newest first.
        pop: Those that are new and may pop up now.
    """

    recent: tuple[Notice, ...]
    pop: tuple[Notice, ...] = ()


class NoticeService:
    """Looks at complaints after they changed, and at all that are open when time has gone by.

    Args:
        moved: What the officer's pending commands make of complaints: what they closed is closed.
        officer: Whose own doings are no news.
    """

    def __init__(
        self,
        reader: ComplaintReader,
        book: NoticeBook,
        moved: Callable[[], Mapping[int, Moved]],
        clock: Clock,
        officer: str,
    ) -> None:
        self._reader = reader
        self._book = book
        self._moved = moved
        self._clock = clock
        self._officer = officer

    def look(self, ids: Iterable[int] | None, wishes: Wishes, *, loaded: bool) -> News:
        """Tell what has not been told.

        Args:
            ids: Complaints that changed; None for all that are open.
            loaded: The open complaints are all here. The first look waits for that, and tells nothing.

        Raises:
            DiskFull: Nothing was kept, and nothing is told: the next look does it.
        """
        since, now = self._book.since(), self._clock.now()
        if since is None:
            if loaded:
                self._book.begin(baseline(self._reader.facts(None), wishes, now), now)
            return News(self._book.recent())
        moved = self._moved()
        facts = self._reader.facts(ids)
        facts = [
            replace(fact, open=moved[fact.id].state in OPEN_STATES) if fact.id in moved else fact
            for fact in facts
        ]
        told = self._book.told(fact.id for fact in facts)
        found = plan(facts, told, wishes, now, since, self._officer)
        kept: tuple[Notice, ...] = ()
        if found.told or found.notices:
            kept = self._book.add(found.notices, found.told)
        return News(self._book.recent(), () if is_quiet(wishes, now) else kept)

    def begun(self) -> bool:
        """Whether the first look is done: what comes from now on is told."""
        return self._book.since() is not None

    def recent(self) -> tuple[Notice, ...]:
        """The last notices, newest first."""
        return self._book.recent()

    def mark_read(self, numbers: Iterable[int] | None = None) -> tuple[Notice, ...]:
        """The officer has seen these notices (all for None); the last ones as they are then."""
        self._book.mark_read(numbers)
        return self._book.recent()
