"""The desk of the main office as it stands at ``now``: what is open, and what was closed since yesterday.

``data/present.json`` counts in minutes before now, so the same queue stands at any now.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from central_api.sample.data_files import read_json
from central_api.sample.history import MINUTE_MS, Arrival, Cast, arrivals, begin, close, closed_rows
from central_api.sample.names import mobile
from central_api.sample.places import FeederFacts, OfficeFacts
from central_api.sample.timeline import Story

#: How many complaints ``present_rows`` makes.
PRESENT = 174
#: The part of the past that is told here, in minutes: seen from 14:03, yesterday and today.
WINDOW_MINUTES = 38 * 60 + 3
_CANCELLED = 9
_QUIET_MINUTES = 4
_LAST_HOURS_MINUTES = 290
_OF_CUSTOMER = ("customer", "mobile", "account", "tariff", "load_kw", "locality", "address", "lat", "lng")
_KNOWN_ACCOUNT = {207: "104228917"}


def present_rows(cast: Cast, office: OfficeFacts, now: int) -> list[dict[str, Any]]:
    """Rows in the order of their arrival: 23 inbox, 14 in progress, 128 resolved and 9 cancelled."""
    data = read_json("present")
    feeders = {feeder.id.removeprefix(f"{office.id}-"): i for i, feeder in enumerate(office.feeders)}
    rows = [_inbox(cast, office, office.feeders[feeders[row[1]]], row, now) for row in data["inbox"]]
    for minutes, slug, category in data["in_progress"]:
        arrival = Arrival(now - minutes * MINUTE_MS, feeders[slug], category)
        rows.append(_in_progress(cast, office, arrival))
    _same_customer(rows, now, *data["same_customer"])
    rows.append(_reopened(cast, office, data["reopened"], feeders, now))
    quiet = PRESENT - len(rows) - len(data["closed_today"])
    window = (now - WINDOW_MINUTES * MINUTE_MS, now - _LAST_HOURS_MINUTES * MINUTE_MS)
    planned = arrivals(cast, office, quiet, *window, years=False)
    for minutes in data["closed_today"]:
        (drawn,) = arrivals(cast, office, 1, *window, years=False)
        planned.append(replace(drawn, at=now - minutes * MINUTE_MS))
    cancelled = set(cast.rng.sample(range(len(planned)), _CANCELLED))
    flags = [i in cancelled for i in range(len(planned))]
    horizon = now - _QUIET_MINUTES * MINUTE_MS
    rows.extend(closed_rows(cast, office, planned, horizon=horizon, now=now, cancelled=flags))
    rows.sort(key=lambda row: row["created_at"])
    return rows


def _inbox(
    cast: Cast, office: OfficeFacts, feeder: FeederFacts, given: list[Any], now: int
) -> dict[str, Any]:
    minutes, _, category, name, locality, text, files, calls, number = given
    at = now - minutes * MINUTE_MS
    customer = cast.customers.make(cast.rng, feeder, office.town_bn, locality)
    if name is not None:
        customer = replace(
            customer,
            name=name,
            mobile=mobile(number),
            account=_KNOWN_ACCOUNT.get(number, customer.account),
            tariff="LT-A",
            load_kw=2.0,
        )
    text = text or cast.words.complaint(cast.rng, category, locality, at)
    story = Story(
        cast.rng, cast.catalogue, feeder=feeder, customer=customer, category=category, text=text, at=at
    )
    for call in range(1, calls):
        story.customer_writes(at + call * 35 * MINUTE_MS, cast.words.customer(cast.rng), called=True)
    if files:
        story.attach(cast.files.for_category(cast.rng, category, files))
    return story.row


def _in_progress(cast: Cast, office: OfficeFacts, arrival: Arrival) -> dict[str, Any]:
    story, feeder = begin(cast, office, arrival)
    text = cast.words.reply(cast.rng, "accept", arrival.category)
    later = cast.rng.randint(5, 25) * MINUTE_MS
    story.act("accept", arrival.at + later, (feeder.incharge, feeder.incharge_name), text)
    if cast.rng.random() < 0.4:
        text = cast.words.reply(cast.rng, "message", arrival.category)
        story.act("message", arrival.at + 2 * later, (office.head, office.head_name), text)
    return story.row


def _same_customer(rows: list[dict[str, Any]], now: int, minutes: int, earlier_minutes: int) -> None:
    """Let two complaints, known by their age in minutes, come from one customer: a likely duplicate."""
    by_age = {(now - row["created_at"]) // MINUTE_MS: row for row in rows}
    by_age[earlier_minutes].update({field: by_age[minutes][field] for field in _OF_CUSTOMER})


def _reopened(
    cast: Cast, office: OfficeFacts, given: list[Any], feeders: dict[str, int], now: int
) -> dict[str, Any]:
    minutes, slug, category, closed, reopened = given
    story, feeder = begin(cast, office, Arrival(now - minutes * MINUTE_MS, feeders[slug], category))
    horizon = now - closed * MINUTE_MS
    close(cast, office, story, feeder, horizon, horizon, cancel=False, again=False)
    story.reopen(now - reopened * MINUTE_MS, cast.words.reopen(cast.rng))
    return story.row
