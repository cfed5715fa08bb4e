"""Closed complaints of past years: when they come, and how they are dealt with."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from central_api.clock import DHAKA
from central_api.sample.catalogue import Catalogue
from central_api.sample.media import Files
from central_api.sample.people import Customers
from central_api.sample.places import FeederFacts, OfficeFacts
from central_api.sample.timeline import Story
from central_api.sample.words import Words

MINUTE_MS = 60_000
_DAY_MS = 86_400_000
#: January to December: dry winter, nor'westers from April, monsoon, calm autumn.
_SEASON = (0.6, 0.62, 0.9, 1.5, 1.65, 1.35, 1.25, 1.25, 1.1, 0.95, 0.7, 0.6)
#: By hour of day in Dhaka.
_HOURS = (2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 9, 8, 7, 7, 7, 8, 10, 12, 12, 10, 8, 5, 3)
_STORM_SHARE = 0.12
_STORM_CATEGORIES = (
    "supply.no_power",
    "supply.area_outage",
    "line.lt_conductor",
    "transformer.dof",
    "safety.tree",
)
_SOURCES = ("app", "app", "app", "app", "app", "call_centre", "call_centre", "web", "office")
_RATINGS = (1, 1, 2, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everything a story is made of."""

    rng: Random
    catalogue: Catalogue
    words: Words
    customers: Customers
    files: Files


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """A complaint is to come: when (ms), on which feeder (index), about what."""

    at: int
    feeder: int
    category: str


class Chooser:
    """Draws by weight, quickly."""

    def __init__(self, weights: Sequence[float]) -> None:
        self._sums = list(accumulate(weights))

    def draw(self, rng: Random) -> int:
        """The index of one weight."""
        return bisect(self._sums, rng.random() * self._sums[-1])


def arrivals(
    cast: Cast, office: OfficeFacts, count: int, start: int, end: int, *, years: bool = True
) -> list[Arrival]:
    """``count`` arrivals between two instants, in order: by season and hour, with storms where ``years``."""
    rng = cast.rng
    feeders = Chooser([feeder.weight for feeder in office.feeders])
    categories = Chooser(cast.catalogue.weights)
    first_day = datetime.fromtimestamp(start / 1000, DHAKA).replace(hour=0, minute=0, second=0, microsecond=0)
    midnight = round(first_day.timestamp() * 1000)
    day_count = (end - midnight) // _DAY_MS + 1
    months = [(first_day + timedelta(days=i)).month - 1 for i in range(day_count)]
    days, hours = Chooser([_SEASON[month] for month in months]), Chooser(_HOURS)
    stormy = Chooser([_SEASON[month] ** 4 for month in months])

    def instant(day: int) -> int:
        within = hours.draw(rng) * 3_600_000 + int(rng.random() * 3_600_000)
        return midnight + day * _DAY_MS + within

    found: list[Arrival] = []
    storm_left = int(count * _STORM_SHARE) if years else 0
    while storm_left >= 6:
        size = min(storm_left, rng.randint(8, 45))
        begins, lasts = instant(stormy.draw(rng)), rng.randint(20, 40) * MINUTE_MS
        if not start <= begins <= end - lasts:
            continue
        hit = rng.sample(range(len(office.feeders)), rng.randint(1, 3))
        for _ in range(size):
            category = _STORM_CATEGORIES[int(rng.random() ** 1.7 * len(_STORM_CATEGORIES))]
            found.append(
                Arrival(begins + int(rng.random() * lasts), hit[int(rng.random() * len(hit))], category)
            )
        storm_left -= size
    while len(found) < count:
        at = instant(days.draw(rng))
        if start <= at < end:
            found.append(Arrival(at, feeders.draw(rng), cast.catalogue.categories[categories.draw(rng)]))
    found.sort()
    return found


def begin(cast: Cast, office: OfficeFacts, arrival: Arrival) -> tuple[Story, FeederFacts]:
    """A complaint that has just come."""
    rng = cast.rng
    feeder = office.feeders[arrival.feeder]
    customer = cast.customers.draw(rng, feeder, office.town_bn)
    story = Story(
        rng,
        cast.catalogue,
        feeder=feeder,
        customer=customer,
        category=arrival.category,
        text=cast.words.complaint(rng, arrival.category, customer.locality, arrival.at),
        at=arrival.at,
        source=_SOURCES[int(rng.random() * len(_SOURCES))],
    )
    if rng.random() < 0.14:
        story.attach(cast.files.for_category(rng, arrival.category))
    return story, feeder


def closed_rows(
    cast: Cast,
    office: OfficeFacts,
    planned: Sequence[Arrival],
    *,
    horizon: int,
    now: int,
    cancelled: Sequence[bool] | None = None,
) -> Iterator[dict[str, Any]]:
    """Rows of complaints all closed before ``horizon``; what the customer says may come until ``now``.

    Args:
        cast: What stories are made of.
        office: Whose complaints.
        planned: Arrivals, all before the horizon.
        horizon: Last instant of work (ms).
        now: Last instant of anything (ms).
        cancelled: Whether each one is cancelled; by chance where it is None.
    """
    for i, arrival in enumerate(planned):
        story, feeder = begin(cast, office, arrival)
        cancel = cast.rng.random() < 0.07 if cancelled is None else cancelled[i]
        close(cast, office, story, feeder, horizon, now, cancel=cancel, again=cancelled is None)
        yield story.row


def close(
    cast: Cast,
    office: OfficeFacts,
    story: Story,
    feeder: FeederFacts,
    horizon: int,
    now: int,
    *,
    cancel: bool,
    again: bool,
) -> None:
    """Deal with a complaint until it is closed, by the horizon; ``again``: it may come back once."""
    rng, words, category = cast.rng, cast.words, story.category
    start = story.row["timeline"][-1]["at"]
    # About 93 of 100 keep the limit.
    total = (story.row["due_at"] - start) * rng.lognormvariate(-0.75, 0.5)
    total = int(min(total, (horizon - start) * (0.55 + 0.4 * rng.random())))
    officer = (feeder.incharge, feeder.incharge_name)
    if rng.random() < 0.25:
        officer = (office.head, office.head_name)
    accepted = start + int(total * (0.06 + 0.28 * rng.random()))
    ended = max(start + total, accepted + 1)
    if cancel:
        reasons = list(cast.catalogue.reasons)
        reason = reasons[int(rng.random() * len(reasons))]
        story.act("cancel", accepted, officer, cast.catalogue.reasons[reason], reason)
        ended = accepted
    else:
        story.act("accept", accepted, officer, words.reply(rng, "accept", category))
        middle = accepted + (ended - accepted) // 2
        chance = rng.random()
        if chance < 0.3:
            story.act("message", middle, officer, words.reply(rng, "message", category))
        elif chance < 0.36:
            story.customer_writes(middle, words.customer(rng), called=rng.random() < 0.4)
        story.act("resolve", ended, officer, words.reply(rng, "resolve", category))
    if again and not cancel and rng.random() < 0.018:
        back = ended + rng.randint(30, 2_000) * MINUTE_MS
        if back < horizon - 3 * _DAY_MS:
            story.reopen(back, words.reopen(rng))
            close(cast, office, story, feeder, horizon, now, cancel=False, again=False)
            return
    if rng.random() < 0.38:
        said = ended + int(10 * MINUTE_MS + rng.random() ** 3 * 1.2 * _DAY_MS)
        if said <= now:
            rating = _RATINGS[int(rng.random() * len(_RATINGS))]
            if cancel:
                rating = max(1, rating - 2)
            story.feedback(said, rating, words.feedback(rng, rating))
