"""Wakes the long polls of this process when something changed."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from central_api.db import Database
from central_api.models import OfficeSeq

logger = logging.getLogger("central.wakeup")


class Wakeup:
    """A bell for long polls.

    A poller takes a ticket **before** it reads, and waits with it when there was nothing: no ring is lost.
    Commits of this process ring at once; one watcher for all pollers looks for commits of other processes.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._event = asyncio.Event()
        self._ticket = 0
        self._waiting = 0
        self.closed = False

    def start(self) -> None:
        """Belong to the running event loop."""
        self._loop = asyncio.get_running_loop()

    def ring(self) -> None:
        """Wake all pollers; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ring)

    def close(self) -> None:
        """Wake all pollers for good: the server ends."""
        self.closed = True
        self.ring()

    def _ring(self) -> None:
        self._ticket += 1
        rung, self._event = self._event, asyncio.Event()
        rung.set()

    @property
    def ticket(self) -> int:
        """The number of the last ring."""
        return self._ticket

    async def wait(self, ticket: int, seconds: float) -> None:
        """Wait for the first ring after the ticket was taken, at most some seconds."""
        if self.closed or ticket != self._ticket:
            return
        self._waiting += 1
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            pass
        finally:
            self._waiting -= 1

    async def watch(self, database: Database, every_seconds: float) -> None:
        """Ring when another process changed something; runs until it is cancelled."""
        known: list[tuple[str, int]] | None = None
        while True:
            await asyncio.sleep(every_seconds)
            if not self._waiting:
                known = None
                continue
            try:
                heads = await run_in_threadpool(_heads, database)
            except SQLAlchemyError as error:
                logger.warning("heads not readable: %s", type(error).__name__)
                continue
            # Without an earlier look nobody knows whether the pollers have seen this: let them look.
            if heads != known:
                self._ring()
            known = heads


def _heads(database: Database) -> list[tuple[str, int]]:
    with database.read() as session:
        return [
            (row.office, row.n)
            for row in session.execute(select(OfficeSeq.office, OfficeSeq.n).order_by("office"))
        ]
