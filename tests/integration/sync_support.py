"""A desk without a screen: real stores, real client, real engine; and a line to break."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.tokens import MemoryTokens
from wzpdcl_desktop.api.transport import make_session
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.store import Store, open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import Command, CommandType, OutboxItem
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.domain.link import LinkState, LinkStatus, LoadProgress
from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.sync.clock import ServerClock, wall_ms
from wzpdcl_desktop.sync.engine import SyncEngine
from wzpdcl_desktop.sync.listener import Identity

KEY = bytes(range(32))


def wait_until(condition: Callable[[], object], what: str, seconds: float = 20.0) -> None:
    """Wait for a condition; fail with its name if it does not come."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"waited {seconds} s in vain: {what}"
        time.sleep(0.01)


@dataclass
class Heard:
    """A listener that remembers."""

    changes: list[ChangeSet] = field(default_factory=list)
    links: list[LinkState] = field(default_factory=list)
    progress: list[LoadProgress] = field(default_factory=list)
    sent: list[OutboxItem] = field(default_factory=list)
    bugs: list[Exception] = field(default_factory=list)

    def on_changes(self, changes: ChangeSet) -> None:
        self.changes.append(changes)

    def on_link(self, state: LinkState) -> None:
        self.links.append(state)

    def on_progress(self, progress: LoadProgress) -> None:
        self.progress.append(progress)

    def on_sent(self, items: Sequence[OutboxItem]) -> None:
        self.sent += items

    def on_bug(self, error: Exception) -> None:
        self.bugs.append(error)

    def statuses(self) -> list[LinkStatus]:
        return [state.status for state in self.links]


class Desk:
    """One officer's stores in a folder, and an engine on them."""

    def __init__(
        self,
        folder: Path,
        url: str,
        officer: str = "xen.khulna1",
        duty: Duty = Duty.OFFICE_HEAD,
        tokens: MemoryTokens | None = None,
        wall: Callable[[], int] = wall_ms,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.heard = Heard()
        self.tokens = tokens or MemoryTokens()
        self.clock = ServerClock(wall=wall)
        self.cache: Store = open_cache(folder, KEY)
        self.outbox_store: Store = open_outbox(folder, KEY)
        self.writer = CacheWriter(self.cache, self.clock)
        self.outbox = Outbox(self.outbox_store, self.clock)
        self.officer = officer
        self.api = CentralApi(url, make_session, self.tokens, on_time=self.clock.sample)
        self.engine = SyncEngine(
            self.api,
            self.writer,
            self.outbox,
            self.clock,
            self.heard,
            Identity(officer, duty, "test-pc", "Test PC"),
        )

    def close(self) -> None:
        assert self.engine.stop(10), "the engine did not end"
        self.cache.close()
        self.outbox_store.close()

    # ------------------------------------------------------------ what is here

    def rows(self) -> dict[int, tuple[str, int]]:
        """State and version of each complaint in the cache."""
        with self.cache.read() as connection:
            found = connection.exec_driver_sql("SELECT id, state, version FROM complaint")
            return {row[0]: (row[1], row[2]) for row in found}

    def status(self) -> LinkStatus:
        return self.engine.state.status

    # ------------------------------------------------------------ what is done

    def message(self, complaint: int, text: str = "আসছি।") -> str:
        """Queue a message, due at once."""
        return self.command(CommandType.MESSAGE, complaint, {"text": text})

    def command(
        self, type_: CommandType, complaint: int, args: dict[str, str], base: int | None = None
    ) -> str:
        now = self.clock.now()
        command = Command(uuid7(now), self.officer, type_, f"complaint:{complaint}", args, base, None, now)
        self.outbox.add(command, 0)
        self.engine.poke()
        return command.command_id


@contextmanager
def desk(folder: Path, url: str, **options: object) -> Iterator[Desk]:
    """A desk, ended after the block."""
    made = Desk(folder, url, **options)  # type: ignore[arg-type]
    try:
        yield made
    finally:
        made.close()


class Line:
    """A TCP line to the server that can be broken in several ways.

    Attributes:
        cut_after: Bytes of answers that still pass; then every connection ends. None for no limit.
        drop_answers_to: Requests that begin so reach the server, their answer does not come back.
        dropped: Answers that did not come back.
    """

    def __init__(self, url: str) -> None:
        self._port = int(url.rpartition(":")[2])
        self.cut_after: int | None = None
        self.drop_answers_to: bytes | None = None
        self.dropped = 0
        self._lock = threading.Lock()
        self._wires: set[socket.socket] = set()
        self._listener: socket.socket | None = None
        self.port = 0
        self.up()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def up(self) -> None:
        """Listen, on the same port as before."""
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def down(self) -> None:
        """Refuse, and end what is open."""
        if self._listener is not None:
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        with self._lock:
            wires, self._wires = list(self._wires), set()
        for wire in wires:
            _close(wire)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", self._port))
            except OSError:
                return
            with self._lock:
                self._wires |= {client, server}
            state = {"drop": False}
            for source, target, answers in ((client, server, False), (server, client, True)):
                threading.Thread(
                    target=self._pipe, args=(source, target, answers, state), daemon=True
                ).start()

    def _pipe(
        self, source: socket.socket, target: socket.socket, answers: bool, state: dict[str, bool]
    ) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not answers:
                    wanted = self.drop_answers_to
                    # The body may come in a second piece.
                    state["drop"] |= wanted is not None and data.startswith(wanted)
                elif state["drop"]:
                    self.dropped += 1
                    break
                elif self.cut_after is not None:
                    data = data[: self.cut_after]
                    self.cut_after -= len(data)
                    target.sendall(data)
                    if self.cut_after == 0:
                        break
                    continue
                target.sendall(data)
        _close(source)
        _close(target)


def _close(wire: socket.socket) -> None:
    with suppress(OSError):
        wire.shutdown(socket.SHUT_RDWR)
    wire.close()
