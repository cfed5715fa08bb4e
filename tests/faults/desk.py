"""One officer's desk over several lives: killed, restored from what lay on the disk, and started again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

from tests.faults.chances import Chances
from tests.faults.clock import PcClock, World
from tests.faults.disk import Disk, image
from tests.faults.ear import Ear
from tests.faults.oracle import Ledger
from tests.faults.server import Server
from tests.faults.wire import Killed, Line, session_on
from tests.support.central_data import PASSWORD
from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.people import me_from_json
from wzpdcl_desktop.api.tokens import MemoryTokens
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.store import Store, open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.commands import CommandState, Order
from wzpdcl_desktop.domain.complaints import QueueQuery, View
from wzpdcl_desktop.domain.errors import ActionNotAllowed, DeskError, StoreDamaged
from wzpdcl_desktop.domain.people import Action, Duty, Me
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.outbox import OutboxService
from wzpdcl_desktop.sync.ahead import Ahead
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.engine import SyncEngine
from wzpdcl_desktop.sync.listener import Identity

KEY = bytes(range(32))
P = ParamSpec("P")
T = TypeVar("T")
#: A long poll that finds nothing takes so long (s).
_POLL_SECONDS = 25.0
#: In the calm: it would end at once with what the other desk did.
_CALM_POLL_SECONDS = 5.0


class AtOnce(Executor):
    """Does everything at the very moment at which it is asked for, without threads."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """See `Executor.submit`; what is no error of the desk goes on its way at once."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except DeskError as error:
            future.set_exception(error)
        return future


class Desk:
    """A desk that the schedule drives.

    Attributes:
        next_pull, next_push: When (s, true time) the engine's threads would go on; None: only when poked.
        lives: How often it was started.
    """

    def __init__(
        self, folder: Path, officer: str, duty: Duty, server: Server, chances: Chances, ledger: Ledger
    ) -> None:
        self.officer = officer
        self.duty = duty
        self.ledger = ledger
        self.lives = 0
        self._folder = folder
        self._server = server
        self._chances = chances
        self._world: World = server.world
        self.pc = PcClock(self._world)
        self.tokens = MemoryTokens()
        self.line = Line(server, chances, self._world)
        self.ear = Ear()
        self._backup: Path | None = None
        self._dispose: Callable[[], None] = lambda: None
        self.flights: list[Callable[[], None]] = []
        self.hold_flights = False
        self.start()

    # ------------------------------------------------------------ lives

    @property
    def folder(self) -> Path:
        """Of the present life."""
        return self._folder / str(self.lives)

    def start(self) -> None:
        """Begin a life on what lies in the folder; a cache found damaged is set aside by the second try."""
        try:
            self._start()
        except StoreDamaged:
            self._dispose()
            self._start()

    def _start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        late, self.line = self.line.late, Line(self._server, self._chances, self._world)
        self.line.late = late
        self.flights = []
        disk = self.disk = Disk(self.line)
        outbox_store: Store = open_outbox(self.folder, KEY, ballast_bytes=0)
        cache: Store = open_cache(self.folder, KEY)
        for store in (cache, outbox_store):
            disk.watch(store)

        def dispose() -> None:
            cache.engine.dispose()
            outbox_store.engine.dispose()

        self._dispose = dispose
        self.cache, self.outbox_store = cache, outbox_store
        self.clock = ServerClock(self.pc.monotonic, self.pc.wall)
        self.writer = CacheWriter(cache, self.clock)
        self.clock.restore(self.writer.clock_offset())
        self.outbox = Outbox(outbox_store, self.clock)
        self.reader = ComplaintReader(cache)
        self.service = ComplaintService(
            self.reader, self.outbox, DeskNotes(outbox_store, self.clock), self.me, self.clock
        )
        self.verbs = OutboxService(self.outbox, self.clock)
        self.api = CentralApi(
            "http://127.0.0.1:1",
            lambda: session_on(self.line),
            self.tokens,
            on_time=self.clock.sample,
            monotonic=self.pc.monotonic,
        )
        self.engine = SyncEngine(
            self.api,
            self.writer,
            self.outbox,
            self.clock,
            self.ear,
            Identity(self.officer, self.duty, f"pc-{self.officer}", "PC"),
            submit=self._submit,
            chance=self._chances.random.random,
            monotonic=self.pc.monotonic,
        )
        puller = self.engine._puller
        self._ahead = puller._ahead = Ahead(AtOnce())
        puller._size.rows = 50
        self.outbox.recover()
        # Typed at the sign-in dialog of this life; the engine forgets it after one use.
        self.engine._password = PASSWORD
        self.next_pull: float | None = 0.0
        self.next_push: float | None = 0.0
        self.versions: dict[int, int] = {}
        self._mended = sum(note.buckets for note in self.writer.checks.notes().values())
        self.ledger.adopt(self.officer, self.outbox.items(include_settled=True))

    def crash(self, *, lose_cache_since_backup: bool = False, damage: bool = False) -> None:
        """The life ends at once; the next one finds what was on the disk."""
        self.line.dead = True
        ended, self.lives = self.folder, self.lives + 1
        image(ended, self.folder)
        self._dispose()
        if lose_cache_since_backup and self._backup is not None:
            image(self._backup, self.folder, ("cache.db",))
        if damage:
            self._damage(self.folder / "cache.db")
        shutil.rmtree(ended)
        self.start()

    def keep_backup(self) -> None:
        """What a disk that lies about its writes would show after a power cut later on: the cache of now."""
        self._backup = self._folder / "backup"
        image(self.folder, self._backup, ("cache.db",))

    def close(self) -> None:
        """The schedule is over."""
        self._dispose()

    def _damage(self, file: Path) -> None:
        size = file.stat().st_size
        with file.open("r+b") as handle:
            for _ in range(4):
                handle.seek(self._chances.random.randrange(size))
                handle.write(self._chances.random.randbytes(64))

    # ------------------------------------------------------------ the engine's two threads

    def pull(self) -> None:
        """One turn of pulling."""
        asked, life = self.line.asked, self.lives
        delay = self._alive(self.engine.pull_turn)
        if self.lives != life:
            return
        if delay == 0.0 and asked != self.line.asked and not self.ear.changed:
            # A poll that found nothing would have taken its time.
            delay = self._chances.random.random() * (
                _CALM_POLL_SECONDS if self._chances.calm else _POLL_SECONDS
            )
        self.ear.changed = False
        self.next_pull = None if delay is None else self._world.seconds + delay
        self._look()

    def push(self) -> None:
        """One turn of pushing."""
        life = self.lives
        delay = self._alive(self.engine.push_turn)
        if self.lives != life:
            return
        self.next_push = None if delay is None else self._world.seconds + delay
        self._look()

    def land(self) -> None:
        """Let what is on the wire come to its end."""
        flights, self.flights = self.flights, []
        for flight in flights:
            self._alive(flight)
        self.next_push = self._world.seconds

    def poke(self) -> None:
        """A new command, or somebody pressed the key."""
        self.next_pull = self.next_push = self._world.seconds

    def sign_in_if_asked(self) -> None:
        """The officer types the password where the status bar asks for it."""
        if self.engine.state.status.name == "SIGNED_OUT":
            with suppress(DeskError):
                self._alive(lambda: self.engine.sign_in_again(PASSWORD))
            self._woken()

    # ------------------------------------------------------------ the officer

    def act(self) -> None:
        """The officer does something that the desk allows, to a complaint that it shows."""
        token = self.ledger.token(self.officer)
        try:
            if self._order(token):
                self.ledger.accepted(self.officer, token)
                self.poke()
        except DeskError:
            pass  # said on the screen; nothing was promised
        except Killed:
            self.crash()

    def _order(self, token: str) -> bool:
        dice = self._chances.random
        shown = self.service.queue(QueueQuery(View.ALL, self.clock.now()))
        if not shown:
            return False
        few = dice.random() < 0.5
        number = dice.choice(shown[:4] if few else shown)
        row = self.service.rows([number])[0]
        allowed = [action for action, why in self.service.allowed(row).items() if why is None]
        if not allowed:
            return False
        action = dice.choice(allowed)
        feeder = dice.choice(("khulna-1-dolkhola", "khulna-1-bagmara", "khulna-1-ferryghat"))
        self.service.act(
            number, Order(action, token, "duplicate", feeder if action is Action.REASSIGN else "")
        )
        return True

    def second_thought(self) -> None:
        """The officer takes something back, holds it, lets it go or throws it away."""
        try:
            self._think_again()
        except DeskError:
            pass
        except Killed:
            self.crash()

    def _think_again(self) -> None:
        dice = self._chances.random
        items = self.verbs.items()
        if not items:
            return
        item = dice.choice(items)
        number = item.command.command_id
        verb = dice.choice(("undo", "undo", "hold", "resume", "discard"))
        if verb in {"undo", "discard"}:
            # Killed in the middle of it nobody was told anything: it may be gone or not.
            self.ledger.perhaps_gone(each.command for each in items)
            taken = self.verbs.undo(number) if verb == "undo" else self.verbs.discard(number)
            self.ledger.taken_back(taken.commands)
        elif verb == "hold":
            self.verbs.hold(number)
        else:
            self.verbs.resume(number)
        self.poke()

    def let_everything_go(self) -> None:
        """The officer presses Try again on what was held or set aside."""
        for item in self.verbs.items():
            if item.state in (CommandState.HELD, CommandState.SET_ASIDE):
                with suppress(ActionNotAllowed):
                    self.verbs.resume(item.command.command_id)
        self.poke()

    # ------------------------------------------------------------ what is here

    @property
    def loading(self) -> bool:
        """Whether pages of a snapshot are on their way."""
        return bool(self._ahead._pages)

    def rows(self) -> dict[int, tuple[object, ...]]:
        """What the cache holds, in the form of `Server.rows_of`; one found damaged is begun anew."""
        try:
            return self._rows()
        except StoreDamaged:
            self.crash()
            return self._rows()

    def _rows(self) -> dict[int, tuple[object, ...]]:
        with self.cache.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT id, version, state, office, feeder, timeline "
                "FROM complaint JOIN complaint_story USING (id)"
            )
            return {
                row[0]: (row[1], row[2], row[3], row[4], tuple(e["id"] for e in json.loads(row[5])))
                for row in found
            }

    def settled(self) -> bool:
        """Nothing waits to be sent, to be answered or to be shown."""
        final = (CommandState.CONFLICT, CommandState.REFUSED)
        return all(item.state in final for item in self.outbox.items())

    def me(self) -> Me:
        """The officer as last heard of."""
        text = self.writer.me()
        if text is None:
            return Me(self.officer, "", "", "", self.duty, None, None, (), ())
        return me_from_json(text.encode())

    # ------------------------------------------------------------ inside

    def _submit(self, work: Callable[[], None]) -> None:
        if self.hold_flights:
            self.flights.append(work)
        else:
            work()

    def _alive(self, work: Callable[[], T]) -> T | None:
        """Run a piece of this life; if it ends in the middle, begin the next one."""
        try:
            return work()
        except Killed:
            self.crash()
            return None

    def _woken(self) -> None:
        """What `SyncEngine._drive` does with its two events."""
        now, engine = self._world.seconds, self.engine
        if engine._push_wake.is_set():
            engine._push_wake.clear()
            self.next_push = now
        if engine._pull_wake.is_set():
            engine._pull_wake.clear()
            self.next_pull = now

    def _look(self) -> None:
        """A reader who looks after each turn must never see a row go back."""
        self._woken()
        try:
            with self.cache.read() as connection:
                found = connection.exec_driver_sql("SELECT id, version FROM complaint").all()
        except StoreDamaged:
            self.ear.restart = True
        except (Killed, DeskError):
            pass
        else:
            for number, version in found:
                if version < self.versions.get(number, 0):
                    self.ledger.stale += 1
                self.versions[number] = max(version, self.versions.get(number, 0))
        mended = sum(note.buckets for note in (self.engine._puller._daily._notes or {}).values())
        if mended > self._mended:
            self.ledger.mended += 1
            self._mended = mended
        if self.line.dead or self.ear.restart:
            self.ear.restart = False
            self.crash()
