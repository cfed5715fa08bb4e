"""A little of every other office, so that scopes and the circle's view have something to show."""

from __future__ import annotations

from typing import Any

from central_api.sample.history import MINUTE_MS, Cast, arrivals, begin, closed_rows
from central_api.sample.places import OfficeFacts

_DAY = 24 * 60 * MINUTE_MS
_PAST_DAYS = 90
_SECOND_OFFICE = "khulna-2"
#: From this size of the main office on, the others have their full size.
_FULL_SIZE = 20_000


def other_rows(cast: Cast, office: OfficeFacts, now: int, complaints: int) -> list[dict[str, Any]]:
    """Rows of one other office in the order of arrival: closed ones of 90 days, and about a fifth open.

    ``complaints`` is the size of the main office: the others shrink with it.
    """
    full = 300 if office.id == _SECOND_OFFICE else cast.rng.randint(20, 60)
    count = max(4, round(full * min(1.0, complaints / _FULL_SIZE)))
    still_open = max(2, count // 5)
    planned = arrivals(cast, office, count - still_open, now - _PAST_DAYS * _DAY, now - 2 * _DAY, years=False)
    rows = list(closed_rows(cast, office, planned, horizon=now - _DAY, now=now))
    recent = arrivals(cast, office, still_open, now - 6 * 60 * MINUTE_MS, now - 20 * MINUTE_MS, years=False)
    for i, arrival in enumerate(recent):
        story, feeder = begin(cast, office, arrival)
        if i % 3 == 1:
            text = cast.words.reply(cast.rng, "accept", arrival.category)
            story.act("accept", arrival.at + 8 * MINUTE_MS, (feeder.incharge, feeder.incharge_name), text)
        rows.append(story.row)
    return rows
