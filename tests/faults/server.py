"""The real central API in this process, on a real SQLite file; and those who change things behind it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import anyio.to_thread
from sqlalchemy import event, select, update

from central_api import customers
from central_api.db import Database, renew_epoch
from central_api.effects import append_entry, publish
from central_api.feed import floor_key, head_of
from central_api.main import create_app
from central_api.models import Account, ChangeLog, Complaint, Feeder, Meta, TokenFamily
from central_api.settings import Settings
from tests.faults.clock import World
from tests.support.central import prepare_database
from tests.support.central_data import FEEDERS, complaint_given, set_state

OFFICE = "khulna-1"
_MORE = 90
_OWN_FEEDERS = [feeder for feeder, (office, *_) in sorted(FEEDERS.items()) if office == OFFICE]


class DiedError(Exception):
    """The server's process is no more: nothing of the transaction is on its disk."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


class Template:
    """A database with the small known data, made once and copied for each schedule."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "template"
        self.folder.mkdir(parents=True)
        world = World()
        url = f"sqlite:///{self.folder / 'central.db'}"
        prepare_database(url, self.folder / "blobs", world)
        # More than one page of a snapshot in the stages of open and of closed complaints.
        database = Database(url)
        for number in range(_MORE):
            with database.write() as session:
                id_ = customers.new_complaint(
                    session, world, complaint_given(_OWN_FEEDERS[number % len(_OWN_FEEDERS)], 500 + number)
                )
            if number % 2:
                with database.write() as session:
                    set_state(session, world, id_, "resolved")
        database.dispose()

    def copy(self, folder: Path) -> Path:
        """A copy in a folder."""
        shutil.copytree(self.folder, folder)
        return folder


async def _at_once(function: Callable[..., Any], *arguments: Any, **_: Any) -> Any:
    return function(*arguments)


class Server:
    """One server. Requests come through :meth:`ask`, one after the other."""

    def __init__(self, folder: Path, world: World, loop: asyncio.AbstractEventLoop) -> None:
        self.world = world
        self._loop = loop
        settings = Settings(f"sqlite:///{folder / 'central.db'}", folder / "blobs", clock=world)
        self.app = create_app(settings)
        self.central = self.app.state.central
        self.database = self.central.database
        self.died = False
        self._die_at: int | None = None
        event.listen(self.database.engine, "commit", self._on_commit)

    def close(self) -> None:
        """Close the database."""
        self.database.dispose()

    def die_at_commit(self, number: int | None) -> None:
        """Let the server end at the n-th COMMIT of the next request, and be started again; None for not."""
        if number is not None:
            self.died = False
        self._die_at = number

    def _on_commit(self, _: object) -> None:
        if self._die_at is not None:
            self._die_at -= 1
            if self._die_at == 0:
                self._die_at = None
                self.died = True
                raise DiedError

    def ask(
        self, method: str, path: str, query: str, headers: Iterable[tuple[str, str]], body: bytes
    ) -> Answer:
        """One request, answered by the application itself."""
        return self._loop.run_until_complete(self._ask(method, path, query, headers, body))

    async def _ask(
        self, method: str, path: str, query: str, headers: Iterable[tuple[str, str]], body: bytes
    ) -> Answer:
        begun: dict[str, Any] = {}
        parts: list[bytes] = []
        given = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            return given.pop() if given else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                begun.update(message)
            else:
                parts.append(message.get("body", b""))

        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
            "scheme": "http",
            "root_path": "",
        }
        # In this very thread: the same seed then takes the same way, and a third less time.
        with patch.object(anyio.to_thread, "run_sync", _at_once):
            await self.app(scope, receive, send)
        named = [(name.decode(), value.decode()) for name, value in begun["headers"]]
        return Answer(begun["status"], named, b"".join(parts))

    # ------------------------------------------------------------ customers and the centre

    def new_complaint(self, feeder: str, number: int) -> None:
        """A customer complains."""
        with self.database.write() as session:
            customers.new_complaint(session, self.world, complaint_given(feeder, number))

    def customer_writes(self, complaint: int) -> None:
        """A customer writes again."""
        with self.database.write() as session:
            customers.customer_message(session, self.world, complaint, "কবে আসবেন?")

    def customer_returns(self, complaint: int) -> None:
        """A customer reopens what is closed; otherwise writes."""
        with self.database.write() as session:
            try:
                customers.reopen(session, self.world, complaint, "আবার গেছে।")
            except ValueError:
                customers.customer_message(session, self.world, complaint, "এখনো হয়নি।")

    def centre_closes(self, complaint: int) -> None:
        """Somebody else resolves it behind the desk's back."""
        with self.database.write() as session:
            row = session.get_one(Complaint, complaint)
            if row.state in {"resolved", "cancelled"}:
                return
            row.state, row.closed_at = "resolved", self.world.now_ms()
            append_entry(row, "resolved", self.world.now_ms(), text="কেন্দ্র", by="centre")
            publish(session, row, self.world.now_ms(), old_office=row.office, state_changed=True)

    def move(self, complaint: int, feeder: str) -> None:
        """The centre moves a complaint to a feeder, perhaps of another office."""
        with self.database.write() as session:
            row = session.get_one(Complaint, complaint)
            old = row.office
            row.feeder, row.office = feeder, FEEDERS[feeder][0]
            publish(session, row, self.world.now_ms(), old_office=old, state_changed=True)

    def complaints(self, office: str | None = None) -> list[int]:
        """Numbers of all complaints, or of an office."""
        statement = select(Complaint.id).order_by(Complaint.id)
        if office is not None:
            statement = statement.where(Complaint.office == office)
        with self.database.read() as session:
            return list(session.scalars(statement))

    # ------------------------------------------------------------ what the company's ICT people do

    def give_feeder(self, feeder: str, incharge: str | None) -> None:
        """Another in-charge for a feeder."""
        with self.database.write() as session:
            session.execute(update(Feeder).where(Feeder.id == feeder).values(incharge=incharge))

    def disable(self, officer: str, disabled: bool) -> None:
        """Lock an account out, or let it in again."""
        with self.database.write() as session:
            session.execute(update(Account).where(Account.officer == officer).values(disabled=int(disabled)))

    def end_sessions(self, officer: str) -> None:
        """As after a change of the password elsewhere."""
        with self.database.write() as session:
            statement = update(TokenFamily).where(TokenFamily.officer == officer)
            session.execute(statement.values(ended_at=self.world.now_ms(), end_reason="password"))

    def forget_tombstones(self, office: str) -> None:
        """The change log of an office is cleared away up to now, as happens to entries after 180 days."""
        with self.database.write() as session:
            head = head_of(session, office)
            session.merge(Meta(key=floor_key(office), value=str(head)))
            session.query(ChangeLog).where(ChangeLog.office == office).delete()

    def renew_epoch(self) -> None:
        """As after a restore."""
        with self.database.write() as session:
            renew_epoch(session)

    # ------------------------------------------------------------ the truth

    def rows_of(self, officer: str, office_head: bool) -> dict[int, tuple[Any, ...]]:
        """What a desk has to hold: ``{id: (version, state, office, feeder, entry ids)}``."""
        with self.database.read() as session:
            account = session.get_one(Account, officer)
            if account.disabled:
                return {}
            if office_head:
                condition = Complaint.office == OFFICE
            else:
                mine = select(Feeder.id).where(Feeder.incharge == officer)
                condition = Complaint.feeder.in_(mine)
            found = session.scalars(select(Complaint).where(condition))
            return {
                row.id: (row.version, row.state, row.office, row.feeder, tuple(e["id"] for e in row.timeline))
                for row in found
            }

    def entries(self) -> dict[int, list[tuple[str | None, str]]]:
        """Author and text of every timeline entry, by complaint, in order."""
        with self.database.read() as session:
            found = session.execute(select(Complaint.id, Complaint.timeline))
            return {row.id: [(entry["by"], entry["text"]) for entry in row.timeline] for row in found}
