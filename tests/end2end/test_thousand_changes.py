"""A thousand complaints come, change and go while an officer writes: nothing moves under the hands."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from central_api import customers
from central_api.clock import SystemClock
from central_api.db import Database
from central_api.effects import publish
from central_api.models import Complaint
from tests.end2end.desk import Pc
from tests.end2end.keyboard import Keyboard
from tests.end2end.surroundings import assert_equal_and_exactly_once
from tests.support.central import CentralHandle, central_server, complaint_given, set_state
from wzpdcl_desktop.domain.commands import Queued
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.journey.robot import until

BEFORE, ROUNDS, A_ROUND = 400, 10, 100
FEEDERS = ("khulna-1-dolkhola", "khulna-1-bagmara", "khulna-1-ferryghat")
WORDS = "আপনার এলাকায় ৩ জন লোক কাজ করছে, ১ ঘণ্টা লাগবে। "
#: Signs that are typed at most; a message has room for a few more.
MOST = 900
#: Rows that are walked during a round at most: so far nobody else is at work on them.
STEPS = 3
_TURN, _PATIENCE = 0.02, 60.0


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralHandle]:
    """A server with an inbox of several screens."""
    with central_server(tmp_path_factory.mktemp("central")) as handle:
        database, clock = handle.database(), SystemClock()
        with database.write() as session:
            for number in range(BEFORE):
                customers.new_complaint(session, clock, complaint_given(FEEDERS[number % 3], number))
        yield handle


class World:
    """Customers and colleagues: they change the server's complaints, but for those under the hands."""

    def __init__(self, central: CentralHandle, ids: list[int], spared: Callable[[], list[int]]) -> None:
        self._database: Database = central.database()
        self._clock, self._spared = SystemClock(), spared
        # Evenly over the whole list: above the screen, on it, below it.
        self._turns = itertools.cycle(number for start in range(7) for number in ids[start::7])

    def change(self) -> int:
        """A round of new, changed, accepted and cancelled complaints; the last new one."""
        clock, newest = self._clock, 0
        with self._database.write() as session:
            for number in range(A_ROUND // 2):
                given = complaint_given(FEEDERS[number % 3], number)
                newest = customers.new_complaint(session, clock, given)
        with self._database.write() as session:
            for number in range(A_ROUND // 2):
                complaint = session.get_one(Complaint, self._next())
                if complaint.state == "inbox" and number % 2:
                    set_state(session, clock, complaint.id, ("in_progress", "cancelled")[number % 4 // 2])
                else:
                    complaint.calls += 1
                    publish(
                        session, complaint, clock.now_ms(), old_office=complaint.office, state_changed=False
                    )
        return newest

    def accept(self, complaint: int) -> None:
        """A colleague accepts it."""
        with self._database.write() as session:
            set_state(session, self._clock, complaint, "in_progress")

    def _next(self) -> int:
        spared = self._spared()
        return next(number for number in self._turns if number not in spared)


class Watch:
    """Looks at the screen at every change that is announced, and after every change of the list."""

    def __init__(self, pc: Pc) -> None:
        self._pc, self._queue = pc, pc.panels.queue
        self.seen, self.wrong = 0, list[str]()
        self.expected: dict[str, object] = {}
        pc.program.notifier.changed.connect(self._announced)
        self._queue.model.updated.connect(self._look)

    @property
    def now(self) -> dict[str, object]:
        """What must not change by itself."""
        table, detail = self._queue.table, self._pc.panels.detail
        index = table.currentIndex()
        return {
            "focus": QApplication.focusWidget(),
            "selected": self._queue.current,
            "row on the screen": table.visualRect(index).top() if index.isValid() else None,
            "details": detail.complaint_id,
            "action": detail.composer.action,
            "text": detail.composer.box.text,
            "cursor": detail.composer.box.edit.textCursor().position(),
        }

    def expect(self) -> None:
        """From now on it is to stay as it is now."""
        self.expected = self.now

    def _announced(self, _changes: object, _initiator: object) -> None:
        self._look()

    def _look(self) -> None:
        self.seen += 1
        now = self.now
        self.wrong += [
            f"{name}: {now[name]} instead of {wanted}"
            for name, wanted in self.expected.items()
            if now[name] != wanted
        ]


def turn() -> None:
    """Let the program do what it has to."""
    end = time.monotonic() + _TURN
    until(lambda: time.monotonic() >= end, "the next key")


class Officer:
    """Writes and walks, while the world goes on."""

    def __init__(self, pc: Pc, world: World, watch: Watch) -> None:
        self._pc, self._world, self._watch, self._keys = pc, world, watch, Keyboard()
        self._signs = itertools.cycle(WORDS)
        self.written = ""
        self._steps = 0

    def during_a_round(self, work: Callable[[], None]) -> None:
        """A hundred changes, and work until all of them are on the screen."""
        newest, table = self._world.change(), self._pc.panels.queue.table
        self._steps = 0
        self._pc.desk.engine.poke()
        end = time.monotonic() + _PATIENCE
        while self._pc.panels.queue.model.place(newest) < 0 or not self._pc.program.tasks.idle():
            assert time.monotonic() < end, "the changes do not come"
            self._watch.expected = {}
            work()
            self._watch.expect()
            turn()
        assert table.visualRect(table.currentIndex()).isValid(), "the selected one is on the screen"

    def write(self) -> None:
        """The next sign of the message."""
        if len(self.written) < MOST:
            sign = next(self._signs)
            self.written += sign
            self._keys.type(sign)

    def walk(self) -> None:
        """To the next complaint, which is the one that stands below now."""
        if self._steps == STEPS:
            return
        self._steps += 1
        queue = self._pc.panels.queue
        following = queue.model.id_at(queue.model.place(queue.current) + 1)
        self._keys.press("Down")
        assert queue.current == following


def test_a_thousand_changes_while_one_writes_and_walks(pc: Pc, central: CentralHandle) -> None:
    pc.sign_in_and_load()
    keys, queue, detail = Keyboard(), pc.panels.queue, pc.panels.detail
    ids = pc.complaints(View.INBOX)
    keys.wait_in(queue.table)
    for _ in range(40):
        keys.press("Down")
    mine = queue.current
    assert mine is not None
    watch = Watch(pc)

    def under_the_hands() -> list[int]:
        place = queue.model.place(queue.current)
        return queue.model.ids[place : place + STEPS + 1] if place >= 0 else []

    world = World(central, ids, under_the_hands)
    officer = Officer(pc, world, watch)

    # Half of it while a message is written.
    keys.digit("২")
    keys.wait_in(pc.box)
    pc.settle()
    for _ in range(ROUNDS // 2):
        officer.during_a_round(officer.write)
    assert pc.typed == officer.written
    assert len(officer.written) > 2 * ROUNDS

    # Somebody else accepts the very complaint: it leaves the list, but not the hands.
    del watch.expected["row on the screen"]
    world.accept(mine)
    pc.desk.engine.poke()
    until(lambda: queue.model.place(mine) < 0 and pc.program.tasks.idle(), "the list without it")
    assert pc.typed == officer.written
    watch.expected = {}
    kept: list[Queued] = []
    detail.queued.connect(kept.append)
    keys.press("Ctrl+Return")
    until(lambda: bool(kept), "the message in the outbox")
    (queued,) = kept
    assert queued.complaint_id == mine
    text = officer.written.strip()
    note = {"command_id": queued.command_id, "complaint": mine, "text": text, "kind": "message"}

    # The other half while the arrow keys walk.
    keys.wait_in(queue.table)
    pc.settle()
    keys.press("Down")
    for _ in range(ROUNDS // 2):
        officer.during_a_round(officer.walk)
    assert watch.seen > 2 * ROUNDS
    assert watch.wrong == []
    pc.wait_until_all_is_sent()
    assert_equal_and_exactly_once(pc, central, [json.dumps(note)])
