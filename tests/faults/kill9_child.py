"""The program that `kill9` kills: the real engine with its threads, and an officer who never rests."""

from __future__ import annotations

import random
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.faults.ear import Ear
from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.people import me_from_json
from wzpdcl_desktop.api.tokens import MemoryTokens
from wzpdcl_desktop.api.transport import make_session
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.outbox_copy import OutboxCopy
from wzpdcl_desktop.cache.store import open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.commands import CommandState, Order
from wzpdcl_desktop.domain.complaints import QueueQuery, View
from wzpdcl_desktop.domain.errors import DeskError
from wzpdcl_desktop.domain.people import Action, Duty, Me
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.outbox import OutboxService
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.engine import SyncEngine
from wzpdcl_desktop.sync.listener import Identity

KEY = bytes(range(32))
OFFICER = "xen.khulna1"
_FEEDERS = ("khulna-1-dolkhola", "khulna-1-bagmara", "khulna-1-ferryghat")
_FINAL = (CommandState.CONFLICT, CommandState.REFUSED)


class Life:
    """Stores, engine and officer of one life."""

    def __init__(self, folder: Path, url: str, seed: int, password: str) -> None:
        self._password = password
        self._dice = random.Random(seed)
        outbox_store = open_outbox(folder, KEY, ballast_bytes=0)
        cache = open_cache(folder, KEY)
        self.clock = ServerClock()
        self._writer = CacheWriter(cache, self.clock)
        self._outbox = Outbox(outbox_store, self.clock)
        reader = ComplaintReader(cache)
        notes = DeskNotes(outbox_store, self.clock)
        self._service = ComplaintService(reader, self._outbox, notes, self._me, self.clock, undo_seconds=0.1)
        self._verbs = OutboxService(self._outbox, self.clock)
        api = CentralApi(url, make_session, MemoryTokens(), on_time=self.clock.sample)
        who = Identity(OFFICER, Duty.OFFICE_HEAD, "kill9", "PC")
        copy = OutboxCopy(outbox_store, KEY)
        self._engine = SyncEngine(
            api, self._writer, self._outbox, self.clock, Ear(), who, copy_outbox=copy.refresh
        )

    def start(self) -> None:
        """Begin to synchronise."""
        self._engine.start(self._password)

    def work(self, token: str) -> None:
        """One thing that the officer does; what is said to be safe is said at once."""
        shown = self._service.queue(QueueQuery(View.ALL, self.clock.now()))
        if not shown:
            return
        number = self._dice.choice(shown)
        row = self._service.rows([number])[0]
        allowed = [action for action, why in self._service.allowed(row).items() if why is None]
        if not allowed:
            return
        action = self._dice.choice(allowed)
        feeder = self._dice.choice(_FEEDERS) if action is Action.REASSIGN else ""
        queued = self._service.act(number, Order(action, token, "duplicate", feeder))
        say("safe", token)
        self._engine.poke()
        if self._dice.random() < 0.15:
            say("undoing", token)
            for command in self._verbs.undo(queued.command_id).commands:
                say("undone", str(command.args["text"]))

    def settled(self) -> bool:
        """Nothing waits any more."""
        return all(item.state in _FINAL for item in self._outbox.items())

    def _me(self) -> Me:
        text = self._writer.me()
        if text is None:
            return Me(OFFICER, "", "", "", Duty.OFFICE_HEAD, None, None, (), ())
        return me_from_json(text.encode())


def say(word: str, token: str = "") -> None:
    """Tell the one who holds the axe."""
    sys.stdout.write(f"{word} {token}\n")
    sys.stdout.flush()


def main() -> None:
    """Work until killed; with ``--calm`` only let the engine finish."""
    folder, url, seed, first, password = Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:5]), sys.argv[5]
    calm = "--calm" in sys.argv
    life = Life(folder, url, seed, password)
    life.start()
    say("ready")
    number = first
    while True:
        if calm:
            if life.settled():
                say("settled")
            time.sleep(0.05)
            continue
        number += 1
        with suppress(DeskError):
            life.work(f"কাজ {number:08d}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
