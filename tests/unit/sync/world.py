"""The engine in virtual time: real stores, a server made of functions, and nobody who waits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.integration.sync_support import KEY, Heard
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.store import open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.commands import Command, CommandType, OutboxItem, Outcome, Receipt
from wzpdcl_desktop.domain.errors import Problem, SessionEnded, SignInRefused
from wzpdcl_desktop.domain.feed import Digest, Page, ReferenceRow, ScopeHead, Scopes
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.domain.people import Duty, Me, ServerInfo, SignedIn, Tokens
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.engine import SyncEngine
from wzpdcl_desktop.sync.listener import Identity

START_MS = 1_795_000_000_000
OFFICE = "office:khulna-1"


def complaint(id_: int, version: int = 1, state: str = "inbox") -> tuple[object, ...]:
    """A row in the order of COMPLAINT_COLUMNS."""
    return (
        *(id_, version, "khulna-1", None, state, version, "supply.no_power", "নমুনা", "+8801700000000"),
        *(None, None, None, "", "", None, None, "", "app", 1, 2, None, None, None, None, 0, 0, None, None, 0),
        *(b"[]", b"[]"),
    )


def page(rows: list[tuple[object, ...]], next_: str = "c", *, more: bool = False, head: int = 1) -> Page:
    return Page(rows, [], [], next_, more, head, as_of="as-of")


class FakeServer:
    """Answers as the test says; what the test does not say is the answer of a small healthy server."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.down: Exception | None = None
        self.session = True
        self.officer = "xen.khulna1"
        self.password = "right"
        self.heads = {"company": 1, OFFICE: 1}
        self.epoch = "e1"
        self.stages: dict[str, list[tuple[object, ...]]] = {"open": [complaint(1), complaint(2)]}
        self.feed: Callable[[str, str], Page] = lambda scope, cursor: page([])
        self.digests: Callable[[str], Digest] = lambda scope: Digest(1, 2, {})
        self.buckets: Callable[[str, int], Page] = lambda scope, bucket: page([])
        self.place: Callable[[str, str], None] = lambda scope, stage: None
        self.answer: Callable[[Command], Receipt] = lambda command: applied(command)
        self.sent: list[Command] = []

    @property
    def has_session(self) -> bool:
        return self.session

    def _ask(self, what: str, *, signed_in: bool = True) -> None:
        self.asked.append(what)
        if self.down is not None:
            raise self.down
        if signed_in and not self.session:
            raise SessionEnded(Problem(401, "signed_out"))

    def close(self) -> None:
        pass

    def sign_out(self) -> None:
        self.session = False

    def server_info(self) -> ServerInfo:
        self._ask("server", signed_in=False)
        return ServerInfo("", "", 1, 1, "e", False, START_MS, "0", "0")

    def sign_in(self, duty: Duty, user_id: str, password: str, device_id: str, device_name: str) -> SignedIn:
        self._ask("sign-in", signed_in=False)
        if password != self.password:
            raise SignInRefused(Problem(401, "wrong_password"))
        self.session = True
        return SignedIn(Tokens("a", 1, "r", 1), self.officer, "", "", duty, None, KEY, 30, START_MS)

    def me(self) -> Me:
        self._ask("me")
        return Me(self.officer, "", "", "", Duty.OFFICE_HEAD, "khulna-1", None, (), ())

    def scopes(self, known: str | None = None, wait: int = 0) -> Scopes:
        self._ask("poll" if wait else "scopes")
        token = repr((self.epoch, self.heads))
        return Scopes(token, self.epoch, tuple(ScopeHead(*one) for one in self.heads.items()))

    def row_count(self, scope: str) -> int:
        self._ask(f"{scope} count")
        return sum(map(len, self.stages.values()))

    def digest(self, scope: str) -> Digest:
        self._ask(f"{scope} digest")
        return self.digests(scope)

    def bucket(self, scope: str, bucket: int) -> Page:
        self._ask(f"{scope} bucket {bucket}")
        return self.buckets(scope, bucket)

    def snapshot(self, scope: str, stage: str, after: str | None, limit: int) -> Page:
        self._ask(f"{scope} {stage}")
        self.place(scope, stage)
        if scope == "company":
            return Page([], [ReferenceRow("office", "khulna-1", 1, b"{}")], [], "n", False, 1, as_of="as-of")
        return page(self.stages.get(stage, []))

    def changes(self, scope: str, cursor: str, limit: int, wait: int = 0) -> Page:
        self._ask(f"{scope} changes")
        return self.feed(scope, cursor)

    def send(self, command: Command) -> Receipt:
        self._ask("command")
        self.sent.append(command)
        return self.answer(command)


def applied(command: Command, version: int = 2) -> Receipt:
    return Receipt(command.command_id, Outcome.APPLIED, version)


class World:
    """An engine that the test drives by hand."""

    def __init__(self, folder: Path, chance: float = 1.0) -> None:
        self.seconds = 100.0
        self.slept = 0.0
        self.heard = Heard()
        self.server = FakeServer()
        self.clock = ServerClock(lambda: self.seconds, self.wall)
        self.cache = open_cache(folder, KEY)
        self.outbox_store = open_outbox(folder, KEY)
        self.writer = CacheWriter(self.cache, self.clock)
        self.outbox = Outbox(self.outbox_store, self.clock)
        self.flights: list[Callable[[], None]] = []
        self.hold_flights = False
        self.signed_in: list[SignedIn] = []
        self.engine = SyncEngine(
            self.server,
            self.writer,
            self.outbox,
            self.clock,
            self.heard,
            Identity("xen.khulna1", Duty.OFFICE_HEAD, "d", "PC"),
            signed_in=self.signed_in.append,
            submit=self._submit,
            chance=lambda: chance,
            monotonic=lambda: self.seconds,
        )

    def close(self) -> None:
        self.cache.close()
        self.outbox_store.close()

    def wall(self) -> int:
        return START_MS + round((self.seconds + self.slept) * 1000)

    def _submit(self, work: Callable[[], None]) -> None:
        if self.hold_flights:
            self.flights.append(work)
        else:
            work()

    def land(self) -> None:
        """Let what is on the wire come to its end."""
        flights, self.flights = self.flights, []
        for flight in flights:
            flight()

    def pull(self, turns: int = 30) -> None:
        """Turns of pulling until it waits for news, is told to wait, or waits for a poke."""
        for _ in range(turns):
            if self.engine.pull_turn() != 0.0 or self.server.asked[-1] == "poll":
                return

    def push(self) -> float | None:
        return self.engine.push_turn()

    def run(self, seconds: float) -> None:
        """Both turns, for a while of virtual time, in steps of a second."""
        for _ in range(int(seconds)):
            self.engine.pull_turn()
            self.engine.push_turn()
            self.seconds += 1.0

    def online(self) -> None:
        self.server.session = True
        self.pull()

    def queue(self, complaint_id: int, text: str = "x", not_before: int = 0, **more: Any) -> str:
        now = self.clock.now()
        command = Command(
            uuid7(now),
            "xen.khulna1",
            CommandType.MESSAGE,
            f"complaint:{complaint_id}",
            {"text": text},
            more.get("base"),
            more.get("after"),
            now,
        )
        self.outbox.add(command, not_before)
        return command.command_id

    def item(self, command_id: str) -> OutboxItem:
        found = self.outbox.item(command_id)
        assert found is not None
        return found

    def rows(self) -> dict[int, int]:
        return self.writer.version_of(range(1, 100))
