"""Sending the outbox: in order per complaint, several complaints at a time, none in the way of another."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from wzpdcl_desktop.api.problems import ServerFailed
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import CommandState, OutboxItem, Outcome, Receipt
from wzpdcl_desktop.domain.errors import (
    DeskError,
    NetworkError,
    ServerSaid,
    SessionEnded,
    SignInRefused,
    UpgradeNeeded,
)
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.sync.backoff import COMMAND_MOST, PROBE_MOST, Backoff, full_jitter
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.link import PUSH, Link
from wzpdcl_desktop.sync.listener import Listener, Server
from wzpdcl_desktop.sync.settle import Settler

log = logging.getLogger("wzpdcl.sync")

PARALLEL = 4
#: So often the server may fail on one command, while it answers others, before that one is set aside.
PATIENCE = 8
#: Statuses that are final for a command: the server understood the request, and will never take it.
_FINAL_STATUS = frozenset({400, 413, 422})
_AGAIN_SOON = frozenset({409, 425})
_NO_PREDECESSOR = "predecessor_unknown"
_SOON_SECONDS = 1.0
#: Longest sleep (s): the server's clock, by which commands are due, may move against ours.
_NAP_SECONDS = 30.0
#: Wait (s) before an answer that could not be stored is stored again.
_STORE_AGAIN_SECONDS = 5.0
#: A command made this far (ms) in the future was made by a wrong clock; the server may refuse it for that.
_FUTURE_MS = 3_600_000
#: More than the time of the server wavers from answer to answer.
_SET_BACK_MS = 5_000

_STATE_OF = {
    Outcome.APPLIED: CommandState.APPLIED,
    Outcome.CONFLICT: CommandState.CONFLICT,
    Outcome.REFUSED: CommandState.REFUSED,
}


class Pusher:
    """Commands to the server. `step` is for one thread; the sending itself runs in what `submit` offers.

    Args:
        submit: Runs a function soon, in another thread or at once.
        wake: Called when a command is done with, so that `step` comes again.
        session_over: Told when the server takes no command in this session any more.
        chance: Even in 0.0-1.0.
    """

    def __init__(
        self,
        api: Server,
        outbox: Outbox,
        settler: Settler,
        clock: ServerClock,
        listener: Listener,
        link: Link,
        *,
        submit: Callable[[Callable[[], None]], object],
        wake: Callable[[], None],
        session_over: Callable[[SessionEnded | SignInRefused], object],
        chance: Callable[[], float],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._outbox = outbox
        self._settler = settler
        self._clock = clock
        self._listener = listener
        self._link = link
        self._submit = submit
        self._wake = wake
        self._session_over = session_over
        self._chance = chance
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._flying: set[str] = set()
        #: Failures in a row of a command, for its backoff.
        self._tries: dict[str, int] = {}
        #: Failures of the server on a command, and how many receipts there had been before the first.
        self._broken: dict[str, tuple[int, int]] = {}
        self._receipts = 0
        self._unstored: list[Callable[[], None]] = []
        self._probe = Backoff(PROBE_MOST, chance)
        self._probe_at = 0.0
        #: Time (ms) of the step before.
        self._stepped_at = 0

    def step(self) -> float | None:
        """Put on the wire what is due.

        Returns:
            Seconds until the next step; None to wait for `wake` or a new command.

        Raises:
            DeskError: The store did not work; nothing is lost, the step can be repeated.
        """
        self._store_leftovers()
        if self._link.signed_out or self._link.upgrade_needed:
            return None
        self._forget_times_of_a_fast_clock()
        due = self._outbox.due(self._clock.now())
        with self._lock:
            free = PARALLEL - len(self._flying)
            due = [item for item in due if item.command.aggregate not in self._flying]
        if due and not self._link.reached:
            delay = self._try_line()
            if delay is not None:
                return delay
        for item in due[:free]:
            self._start(item)
        if len(due) > free:
            return None
        return self._until_next()

    def restart(self) -> None:
        """The line is back: everything that waited for it goes at once."""
        with self._lock:
            self._tries.clear()
        self._probe.worked()
        self._probe_at = 0.0
        self._outbox.restart_backoff()

    # ---------------------------------------------------------------- when

    def _forget_times_of_a_fast_clock(self) -> None:
        """What waits was told when by a clock that was ahead: once it is right, that may be hours away."""
        now = self._clock.now()
        if now < self._stepped_at - _SET_BACK_MS:
            self._outbox.restart_backoff()
        self._stepped_at = now

    def _until_next(self) -> float | None:
        now = self._clock.now()
        following = self._outbox.next_due(now)
        if following is None:
            return _STORE_AGAIN_SECONDS if self._unstored else None
        return min(max((following - now) / 1000, 0.01), _NAP_SECONDS)

    def _try_line(self) -> float | None:
        """Without a line no command counts as attempted: ask for the server first. None: it is there."""
        wait = self._probe_at - self._monotonic()
        if wait > 0:
            return wait
        try:
            self._api.server_info()
        except NetworkError as error:
            delay = self._probe.failed()
            self._probe_at = self._monotonic() + delay
            self._link.failed(PUSH, error)
            return delay
        except ServerSaid:
            pass  # an answer all the same
        self._link.worked(PUSH, proof=self._probe.failures > 0)
        self._probe.worked()
        return None

    # ---------------------------------------------------------------- one command

    def _start(self, item: OutboxItem) -> None:
        item = self._in_time(item)
        command_id = item.command.command_id
        if not self._outbox.mark_sending(command_id):
            return
        item = replace(item, state=CommandState.SENDING, attempts=item.attempts + 1)
        with self._lock:
            self._flying.add(item.command.aggregate)
        try:
            self._listener.on_sent([item])
            self._submit(partial(self._deliver, item))
        except BaseException:
            # It is on nobody's hands now: neither it nor its complaint may wait for an answer.
            with self._lock:
                self._flying.discard(item.command.aggregate)
            self._store(lambda: self._outbox.retry_at(command_id, self._clock.now(), "bug"))
            raise

    def _in_time(self, item: OutboxItem) -> OutboxItem:
        """Under a new id if a wrong clock made it in the future; nothing was ever sent under the old one."""
        now, command = self._clock.now(), item.command
        if item.attempts or self._clock.stale or command.created_at <= now + _FUTURE_MS:
            return item
        renewed = self._outbox.reissue(command.command_id, uuid7(now), now)
        if renewed is None:
            return item
        log.info("command %s made by a wrong clock: new id", command.type.value)
        outbox = frozenset({command.command_id, renewed.command_id})
        self._listener.on_changes(
            ChangeSet({"outbox": outbox, "complaint": frozenset({command.complaint_id})})
        )
        return replace(item, command=renewed)

    def _deliver(self, item: OutboxItem) -> None:
        """Send a command and keep what comes of it. Whatever happens here is about this command alone."""
        try:
            try:
                receipt = self._api.send(item.command)
            except DeskError as error:
                self._failed(item, error)
            else:
                self._link.worked(PUSH)
                self._answered(item, receipt)
        except Exception as error:
            log.exception("bug while sending a command")
            self._listener.on_bug(error)
            self._server_failed(item, "bug", alone=True)
        finally:
            with self._lock:
                self._flying.discard(item.command.aggregate)
            self._wake()

    def _answered(self, item: OutboxItem, receipt: Receipt) -> None:
        command_id = item.command.command_id
        at = self._clock.now()
        with self._lock:
            self._receipts += 1
            self._tries.pop(command_id, None)
            self._broken.pop(command_id, None)
        done = replace(item, state=_STATE_OF[receipt.outcome], receipt=receipt, last_error=receipt.code)
        self._store(lambda: self._outbox.record(command_id, receipt, at))
        self._listener.on_sent([done])
        log.info("command %s: %s", item.command.type.value, receipt.code or receipt.outcome.value)
        if receipt.outcome is Outcome.APPLIED:
            try:
                self._settler.settle()
            except DeskError as error:
                log.info("settled with the next pull: %s", error.key)

    def _failed(self, item: OutboxItem, error: DeskError) -> None:
        """What a reply that is no receipt leads to; the table of the protocol."""
        problem = error.problem if isinstance(error, ServerSaid) else None
        if isinstance(error, SessionEnded | SignInRefused):
            self._again(item, 0.0, error.key)
            self._session_over(error)
        elif isinstance(error, UpgradeNeeded):
            self._again(item, 0.0, error.key)
            self._link.upgrade(True)
        elif isinstance(error, ServerFailed):
            self._server_failed(item, error.key, at_least=error.retry_after)
        elif isinstance(error, NetworkError):
            self._again(item, self._jitter(item), error.key)
            self._link.failed(PUSH, error)
        elif problem is None:
            self._again(item, self._jitter(item), error.key)
        elif problem.code == _NO_PREDECESSOR:
            # It has its answer, or this one would not go yet: the server that forgot it was restored.
            self._server_failed(item, error.key, at_least=problem.retry_after, alone=True)
        elif problem.status in _AGAIN_SOON and self._patient(item):
            self._again(item, problem.retry_after or _SOON_SECONDS, error.key)
        elif problem.status == 429 or problem.status in _AGAIN_SOON:
            self._again(item, max(self._jitter(item), problem.retry_after or 0.0), error.key)
        elif problem.status in _FINAL_STATUS:
            text = (problem.detail, problem.detail_bn)
            self._answered(item, Receipt(item.command.command_id, Outcome.REFUSED, None, problem.code, *text))
        else:
            self._server_failed(item, error.key, alone=True)

    def _patient(self, item: OutboxItem) -> bool:
        """Whether this is still one of the first tries in a row."""
        with self._lock:
            count = self._tries[item.command.command_id] = self._tries.get(item.command.command_id, 0) + 1
        return count <= 2 * PATIENCE

    def _server_failed(
        self, item: OutboxItem, error: str, *, at_least: float | None = None, alone: bool = False
    ) -> None:
        """The server, or this program, fails on this very command. After some patience it is set aside.

        Args:
            alone: The fault lies with the command for certain; otherwise others must have got through.
        """
        command_id = item.command.command_id
        with self._lock:
            count, receipts = self._broken.get(command_id, (0, self._receipts))
            count += 1
            self._broken[command_id] = (count, receipts)
            hopeless = count >= PATIENCE and (alone or self._receipts > receipts)
            if hopeless:
                del self._broken[command_id]
        if not hopeless:
            self._again(item, max(self._jitter(item), at_least or 0.0), error)
            return
        log.warning("command %s set aside: %s", item.command.type.value, error)
        self._store(lambda: self._outbox.set_aside(command_id, error))
        self._listener.on_sent([replace(item, state=CommandState.SET_ASIDE, last_error=error)])

    def _again(self, item: OutboxItem, seconds: float, error: str) -> None:
        when = self._clock.now() + round(seconds * 1000)
        self._store(lambda: self._outbox.retry_at(item.command.command_id, when, error))
        self._listener.on_sent([replace(item, state=CommandState.PENDING, next_try=when, last_error=error)])

    def _jitter(self, item: OutboxItem) -> float:
        with self._lock:
            count = self._tries[item.command.command_id] = self._tries.get(item.command.command_id, 0) + 1
        return full_jitter(count, COMMAND_MOST, self._chance)

    # ---------------------------------------------------------------- answers that could not be stored

    def _store(self, write: Callable[[], None]) -> None:
        """Keep an answer; if the store does not take it now, later. The command stays SENDING until then."""
        try:
            write()
        except Exception as error:
            with self._lock:
                self._unstored.append(write)
            if isinstance(error, DeskError):
                log.warning("answer not stored yet: %s", error.key)
            else:
                log.exception("bug while storing an answer")
                self._listener.on_bug(error)

    def _store_leftovers(self) -> None:
        with self._lock:
            waiting, self._unstored = self._unstored, []
        for number, write in enumerate(waiting):
            try:
                write()
            except Exception:
                with self._lock:
                    self._unstored += waiting[number:]
                raise
