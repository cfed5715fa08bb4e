"""Which notices follow from what complaints are like now and what was told before. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wzpdcl_desktop.domain.notices import ClockStage, Fact, Notice, NoticeKind, Told, Wishes
from wzpdcl_desktop.domain.working_time import HOUR_MS, MINUTE_MS, day_of, noon_of

#: So many of one kind from one feeder at a time have a line of their own.
MANY = 5
_NOTHING = Told(0, ClockStage.IN_TIME, 0, 0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to keep and to show: notices, and what has been told with them, by complaint."""

    notices: tuple[Notice, ...]
    told: dict[int, Told]


def baseline(facts: Iterable[Fact], wishes: Wishes, now: int) -> dict[int, Told]:
    """What counts as told on the first look: everything."""
    return {
        fact.id: Told(fact.reopens, _stage(fact, wishes, now), fact.due_at, fact.message_at or 0)
        for fact in facts
    }


def plan(
    facts: Iterable[Fact], told: Mapping[int, Told], wishes: Wishes, now: int, since: int, officer: str
) -> Plan:
    """The notices of now.

    Args:
        told: Of these complaints; those of which nothing was told are missing.
        now: Server time (ms).
        since: When the first look was: older messages are no news.
        officer: Who is told; what they did themself is known to them.
    """
    found: dict[NoticeKind, list[Fact]] = {kind: [] for kind in NoticeKind}
    changed: dict[int, Told] = {}
    for fact in facts:
        before = told.get(fact.id)
        kinds, after = _of_one(fact, before, _stage(fact, wishes, now), since, officer)
        for kind in kinds & wishes.kinds:
            found[kind].append(fact)
        if after is not None and after != before:
            changed[fact.id] = after
    notices = [one for kind in NoticeKind for one in _grouped(kind, found[kind], now)]
    return Plan(tuple(notices), changed)


def is_quiet(wishes: Wishes, now: int) -> bool:
    """Whether nothing may pop up now."""
    hour = (now - noon_of(day_of(now))) // HOUR_MS + 12
    first, last = wishes.quiet_from, wishes.quiet_until
    return first <= hour < last if first <= last else hour >= first or hour < last


def _of_one(
    fact: Fact, before: Told | None, stage: ClockStage, since: int, officer: str
) -> tuple[frozenset[NoticeKind], Told | None]:
    known = before or _NOTHING
    message = fact.message_at or 0
    wrote = message > max(known.message_at, since if before is None else 0)
    if not fact.open:
        if before is None and not wrote:
            return frozenset(), None  # one of the many that were closed before anyone looked
        kept = Told(known.reopens, known.stage, known.due_at, max(message, known.message_at))
        return frozenset({NoticeKind.MESSAGE} if wrote else ()), kept
    came = before is None or fact.reopens > known.reopens
    if known.due_at != fact.due_at:
        known = Told(known.reopens, ClockStage.IN_TIME, fact.due_at, known.message_at)
    kinds = set()
    if came and fact.came_by != officer:
        kinds.add(NoticeKind.REOPENED if fact.reopens else NoticeKind.NEW)
    if stage > known.stage and stage is ClockStage.OVERDUE:
        kinds.add(NoticeKind.OVERDUE)
    elif stage > known.stage and not came:
        kinds.add(NoticeKind.SOON)
    if wrote:
        kinds.add(NoticeKind.MESSAGE)
    after = Told(
        max(fact.reopens, known.reopens),
        max(stage, known.stage),
        fact.due_at,
        max(message, known.message_at),
    )
    return frozenset(kinds), after


def _stage(fact: Fact, wishes: Wishes, now: int) -> ClockStage:
    if not fact.open:
        return ClockStage.IN_TIME
    if fact.due_at < now:
        return ClockStage.OVERDUE
    warned = fact.due_at - now <= wishes.warn_minutes * MINUTE_MS
    return ClockStage.SOON if warned else ClockStage.IN_TIME


def _grouped(kind: NoticeKind, facts: list[Fact], now: int) -> list[Notice]:
    """A line for each feeder that has many, and one for the rest; a customer's words have their own."""
    facts = sorted(facts, key=lambda fact: fact.id)
    if kind is NoticeKind.MESSAGE:
        return [_notice(kind, [fact], now) for fact in facts]
    counts = Counter(fact.feeder for fact in facts if fact.feeder)
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        own = fact.feeder if fact.feeder and counts[fact.feeder] >= MANY else ""
        groups.setdefault(own, []).append(fact)
    return [_notice(kind, groups[feeder], now) for feeder in sorted(groups)]


def _notice(kind: NoticeKind, facts: list[Fact], now: int) -> Notice:
    feeders = {fact.feeder for fact in facts}
    feeder = feeders.pop() if len(feeders) == 1 else None
    return Notice(0, now, kind, tuple(fact.id for fact in facts), feeder)
