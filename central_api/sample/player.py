"""Customers who keep coming: what makes practice mode live."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from central_api.clock import DHAKA, Clock
from central_api.customers import customer_message, give_feedback, new_complaint, reopen
from central_api.models import Complaint
from central_api.sample.catalogue import Catalogue
from central_api.sample.history import Chooser
from central_api.sample.names import Names
from central_api.sample.people import Customers
from central_api.sample.places import MAIN_OFFICE, Company
from central_api.sample.timeline import random_uuid
from central_api.sample.words import Words
from central_api.workflow import CLOSED, OPEN

_LOG = logging.getLogger(__name__)
_MINUTE_MS = 60_000
_DAY_MS = 86_400_000
_RATINGS = (1, 2, 3, 4, 4, 5, 5, 5, 5)
_STOP_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Event:
    """Something a customer will do.

    Attributes:
        wait_ms: Time since the event before it.
        kind: ``new``, ``feedback``, ``message`` or ``reopen``.
        feeder: For ``new``: where, as a part (0 to 1) of the list of feeders.
        category: For ``new``: about what; drawn later if None.
    """

    wait_ms: int
    kind: str
    feeder: float = 0.0
    category: str | None = None


def plan(rng: Random, now: int) -> list[Event]:
    """The next one event, or a burst of complaints from one feeder. Depends on its arguments only.

    Args:
        rng: The source; it moves on.
        now: Unix time (ms): at night less happens.
    """
    night = datetime.fromtimestamp(now / 1000, DHAKA).hour < 6
    wait = rng.randint(_MINUTE_MS, 4 * _MINUTE_MS) * (3 if night else 1)
    chance = rng.random()
    if chance < 0.06:
        count, feeder = rng.randint(6, 14), rng.random()
        lasts = rng.randint(5, 15) * _MINUTE_MS
        moments = sorted(rng.randint(0, lasts) for _ in range(count - 1))
        waits = [wait, *(after - before for before, after in zip([0, *moments], moments, strict=False))]
        return [
            Event(gap, "new", feeder, "supply.no_power" if i % 3 else "supply.area_outage")
            for i, gap in enumerate(waits)
        ]
    if chance < 0.64:
        return [Event(wait, "new", rng.random())]
    if chance < 0.86:
        return [Event(wait, "feedback")]
    return [Event(wait, "message" if chance < 0.96 else "reopen")]


class Player:
    """Plays the customers of the main office in a thread of its own.

    Args:
        session_factory: Makes writing sessions.
        clock: Server time.
        wake: Is called after each commit.
        seed: Decides what is played, together with the time at the start.
        pace: 2.0 plays twice as fast.
    """

    def __init__(
        self,
        session_factory: sessionmaker[Session],
        clock: Clock,
        wake: Callable[[], None],
        *,
        seed: int,
        pace: float = 1.0,
    ) -> None:
        self._sessions, self._clock, self._wake, self._pace = session_factory, clock, wake, pace
        self._rng = Random(f"{seed} {clock.now_ms()}")  # noqa: S311 - invented customers
        names = Names()
        company = Company(Random(seed), names)  # noqa: S311
        self._office = next(office for office in company.offices if office.id == MAIN_OFFICE)
        self._words, self._catalogue = Words(), Catalogue()
        self._categories = Chooser(self._catalogue.weights)
        self._customers = Customers(names, again=0.0, first=self._rng.randint(500_000, 900_000))
        self._events: deque[Event] = deque()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to play.

        Raises:
            RuntimeError: It plays already.
        """
        if self._thread is not None:
            raise RuntimeError("already started")
        self._stopped.clear()
        self._thread = threading.Thread(target=self._run, name="practice-customers", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop; an event under way is finished first."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(_STOP_SECONDS)
            self._thread = None

    def step(self) -> Event:
        """Let the next event happen now, and return it."""
        event = self._peek()
        self._events.popleft()
        self._play(event)
        return event

    def _peek(self) -> Event:
        if not self._events:
            self._events.extend(plan(self._rng, self._clock.now_ms()))
        return self._events[0]

    def _run(self) -> None:
        while not self._stopped.wait(self._peek().wait_ms / 1000 / self._pace):
            try:
                self.step()
            except SQLAlchemyError as error:
                # The next customer tries again; the text of the error could hold what somebody wrote.
                _LOG.warning("a practice event failed: %s", type(error).__name__)

    def _play(self, event: Event) -> None:
        with self._sessions.begin() as session:
            if event.kind == "new":
                self._new(session, event)
            else:
                self._again(session, event.kind)
        self._wake()

    def _new(self, session: Session, event: Event) -> None:
        rng = self._rng
        feeders = self._office.feeders
        feeder = feeders[int(event.feeder * len(feeders))]
        category = event.category or self._catalogue.categories[self._categories.draw(rng)]
        customer = asdict(self._customers.draw(rng, feeder, self._office.town_bn))
        text = self._words.complaint(rng, category, customer["locality"], self._clock.now_ms())
        attachments = self._pictures(session, category) if rng.random() < 0.2 else []
        new_complaint(
            session,
            self._clock,
            {
                "office": self._office.id,
                "feeder": feeder.id,
                "category": category,
                "customer": customer["name"],
                "mobile": customer["mobile"],
                "account": customer["account"],
                "tariff": customer["tariff"],
                "load_kw": customer["load_kw"],
                "locality": customer["locality"],
                "address": customer["address"],
                "lat": customer["lat"],
                "lng": customer["lng"],
                "text": text,
                "source": "app",
                "attachments": attachments,
            },
        )

    def _pictures(self, session: Session, category: str) -> list[dict[str, Any]]:
        """The pictures that somebody sent with such a complaint before."""
        before = session.scalars(
            select(Complaint.attachments)
            .where(Complaint.office == self._office.id, Complaint.category == category, Complaint.files > 0)
            .order_by(Complaint.id.desc())
            .limit(1)
        ).first()
        return [{**entry, "id": random_uuid(self._rng)} for entry in before or []]

    def _again(self, session: Session, kind: str) -> None:
        """Somebody who is there already: rates, writes or reopens. Nothing happens where nobody fits."""
        rng, words, clock = self._rng, self._words, self._clock
        mine = select(Complaint.id).where(Complaint.office == self._office.id)
        if kind == "message":
            mine = mine.where(Complaint.state.in_(OPEN))
        else:
            days = 1 if kind == "reopen" else 3
            mine = mine.where(
                Complaint.state.in_(CLOSED), Complaint.closed_at > clock.now_ms() - days * _DAY_MS
            )
        if kind == "feedback":
            mine = mine.where(Complaint.rating.is_(None))
        found = session.scalars(mine.order_by(Complaint.id.desc()).limit(50)).all()
        if not found:
            return
        chosen = found[int(rng.random() * len(found))]
        if kind == "feedback":
            rating = _RATINGS[int(rng.random() * len(_RATINGS))]
            give_feedback(session, clock, chosen, rating, words.feedback(rng, rating))
        elif kind == "reopen":
            reopen(session, clock, chosen, words.reopen(rng))
        else:
            customer_message(session, clock, chosen, words.customer(rng), called=rng.random() < 0.3)
