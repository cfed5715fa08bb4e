"""The engine: two threads that keep this PC and the server in step, and the one who answers for both."""

from __future__ import annotations

import contextlib
import logging
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from wzpdcl_desktop.api.problems import ServerFailed
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.errors import (
    DeskError,
    DiskFull,
    NetworkError,
    NotTheServer,
    ServerDown,
    ServerSaid,
    SessionEnded,
    SignInRefused,
    TornPage,
    UpgradeNeeded,
)
from wzpdcl_desktop.domain.link import LinkState
from wzpdcl_desktop.domain.people import SignedIn
from wzpdcl_desktop.sync.ahead import Ahead
from wzpdcl_desktop.sync.backoff import PROBE_MOST, Backoff
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.link import PULL, PUSH, Link
from wzpdcl_desktop.sync.listener import Identity, Listener, Server
from wzpdcl_desktop.sync.pull import Puller
from wzpdcl_desktop.sync.push import PARALLEL, Pusher
from wzpdcl_desktop.sync.settle import Settler

log = logging.getLogger("wzpdcl.sync")

_DISK_SECONDS = 15.0
_UPGRADE_SECONDS = 300.0
_BUG_MOST = 60.0
_REVOKED = frozenset({"account_disabled", "wrong_duty"})
#: The clock's offset is stored again when it has changed by more than this (ms).
_OFFSET_MS = 1_000


class SyncEngine:
    """Pull and push, each in a thread of its own; neither waits for the other.

    The threads only drive :meth:`pull_turn` and :meth:`push_turn`: a test in virtual time calls these itself.

    Args:
        identity: The officer, always the same; another one gets another engine.
        signed_in: Called with each answer to an online sign-in, so that the lease of the key is renewed.
        submit: Runs the sending of one command; None for a pool of four threads.
        chance: Even in 0.0-1.0, for the jitter.
        copy_outbox: Called often; copies the outbox if that is needed, and says in how many seconds to call
            it again.
        monotonic: Seconds that only ever rise.
    """

    def __init__(
        self,
        api: Server,
        writer: CacheWriter,
        outbox: Outbox,
        clock: ServerClock,
        listener: Listener,
        identity: Identity,
        *,
        signed_in: Callable[[SignedIn], None] | None = None,
        submit: Callable[[Callable[[], None]], object] | None = None,
        chance: Callable[[], float] = random.random,
        copy_outbox: Callable[[], float] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._writer = writer
        self._outbox = outbox
        self._clock = clock
        self._offset = writer.clock_offset()
        self._listener = listener
        self._identity = identity
        self._signed_in = signed_in
        self._copy_outbox = copy_outbox
        self._pool: ThreadPoolExecutor | None = None
        self._submit = submit
        self._stopping = threading.Event()
        self._pull_wake = threading.Event()
        self._push_wake = threading.Event()
        self._threads: list[threading.Thread] = []
        self._flights: set[Future[None]] = set()
        self._password: str | None = None
        self._revoked = threading.Event()
        settler = Settler(writer, outbox, listener)
        self._link = Link(clock, self._tell_link, self._line_returned, writer.last_sync())
        # A test in virtual time brings its own threads, that is none.
        self._ahead = Ahead() if submit is None else None
        self._puller = Puller(api, writer, settler, clock, listener, monotonic, self._ahead)
        self._pusher = Pusher(
            api,
            outbox,
            settler,
            clock,
            listener,
            self._link,
            submit=self._run,
            wake=self._push_wake.set,
            session_over=self._session_over,
            chance=chance,
            monotonic=monotonic,
        )
        self._pull_backoff = Backoff(PROBE_MOST, chance)
        self._pull_bugs = Backoff(_BUG_MOST, chance)
        self._push_bugs = Backoff(_BUG_MOST, chance)

    # ---------------------------------------------------------------- from outside, any thread

    @property
    def state(self) -> LinkState:
        """The line as it was last told."""
        return self._link.state

    def start(self, password: str | None = None) -> None:
        """Begin.

        Args:
            password: Freshly typed: used once if there is no session any more, then forgotten.
        """
        self._password = password
        self._outbox.recover()
        if self._submit is None:
            self._pool = ThreadPoolExecutor(PARALLEL, thread_name_prefix="wzpdcl-send")
        for name, turn, wake in (
            ("wzpdcl-pull", self.pull_turn, self._pull_wake),
            ("wzpdcl-push", self.push_turn, self._push_wake),
        ):
            thread = threading.Thread(target=self._drive, args=(turn, wake), name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self, timeout: float = 5.0) -> bool:
        """End, cutting what is under way: all of it can be done again. Returns whether all ended in time."""
        self._stopping.set()
        self._pull_wake.set()
        self._push_wake.set()
        self._api.close()
        until = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0.0))
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        if self._ahead is not None:
            self._ahead.close()
        left = wait(self._flights, max(until - time.monotonic(), 0.0)).not_done
        return not left and not any(thread.is_alive() for thread in self._threads)

    def poke(self) -> None:
        """There is a new command, or somebody wants to be up to date now."""
        self._pull_wake.set()
        self._push_wake.set()

    def sign_in_again(self, password: str) -> None:
        """Begin a new session as the same officer; everything that waited goes on.

        Raises:
            SignInRefused: The server does not take it.
            NetworkError: The server was not reached.
        """
        try:
            self._sign_in(password)
        except SignInRefused as error:
            if error.problem.code in _REVOKED:
                self._revoked.set()
                self._pull_wake.set()
            raise

    # ---------------------------------------------------------------- turns

    def pull_turn(self) -> float | None:
        """One step of pulling, whatever happens to it. Seconds until the next, None to wait for a poke."""
        try:
            if self._revoked.is_set():
                self._puller.revoke()
                self._revoked.clear()
            if self._link.signed_out:
                return None
            if self._password is not None and not self._api.has_session:
                self._sign_in_once()
            delay = self._puller.step()
            self._keep_offset()
        except (SessionEnded, SignInRefused) as error:
            return self._session_over(error)
        except UpgradeNeeded:
            self._link.upgrade(True)
            return _UPGRADE_SECONDS
        except (NetworkError, TornPage) as error:
            if self._stopping.is_set():
                return None
            self._link.failed(PULL, error if isinstance(error, NetworkError) else ServerDown("torn page"))
            return self._pull_backoff.failed(error.retry_after if isinstance(error, ServerFailed) else None)
        except DiskFull:
            log.warning("disk full: pulling pauses")
            self._link.disk(PULL, True)
            return _DISK_SECONDS
        except ServerSaid as error:
            log.warning("pull refused: %s", error.key)
            return self._pull_backoff.failed(error.problem.retry_after or 1.0)
        except Exception as error:
            return self._bug("pull", error, self._pull_bugs)
        self._password = None
        self._pull_backoff.worked()
        self._pull_bugs.worked()
        self._link.disk(PULL, False)
        if self._puller.last_sync_at is not None:
            self._link.synced(self._puller.last_sync_at, self._puller.checked_at)
        self._link.worked(PULL, proof=False)
        return delay

    def push_turn(self) -> float | None:
        """One step of pushing, whatever happens to it. Seconds until the next, None to wait for a poke."""
        if self._password is not None and not self._api.has_session:
            return None  # pulling signs in first
        try:
            delay = self._pusher.step()
        except DiskFull:
            self._link.disk(PUSH, True)
            return _DISK_SECONDS
        except Exception as error:
            return self._bug("push", error, self._push_bugs)
        self._push_bugs.worked()
        self._link.disk(PUSH, False)
        return self._copy(delay)

    # ---------------------------------------------------------------- inside

    def _drive(self, turn: Callable[[], float | None], wake: threading.Event) -> None:
        while not self._stopping.is_set():
            wake.clear()
            try:
                delay = turn()
            except Exception as error:
                # Of whoever listens. A thread of the engine ends at `stop` alone.
                log.exception("bug outside the steps")
                with contextlib.suppress(Exception):
                    self._listener.on_bug(error)
                delay = _BUG_MOST
            if delay is None or delay > 0:
                wake.wait(delay)

    def _run(self, work: Callable[[], None]) -> None:
        if self._submit is not None:
            self._submit(work)
        elif self._pool is not None:
            self._flights = {flight for flight in self._flights if not flight.done()}
            self._flights.add(self._pool.submit(work))

    def _copy(self, delay: float | None) -> float | None:
        """Keep the outbox's copy up to date between two steps. Sending does not depend on it."""
        if self._copy_outbox is None or delay == 0.0:
            return delay
        try:
            again = self._copy_outbox()
        except (DeskError, OSError) as error:
            log.warning("outbox not copied: %s", type(error).__name__)
            return delay
        return again if delay is None else min(delay, again)

    def _session_over(self, error: SessionEnded | SignInRefused) -> float | None:
        if error.problem.code in _REVOKED:
            self._revoked.set()
        elif self._password is not None and isinstance(error, SessionEnded):
            self._pull_wake.set()
            return 0.0  # the tokens are gone now: the next turn of pulling signs in
        self._password = None
        self._link.session(False)
        self._pull_wake.set()
        log.info("session over: %s", error.key)
        return 0.0 if self._revoked.is_set() else None

    def _keep_offset(self) -> None:
        """The next start without a line begins with the clock as it is known now."""
        offset = None if self._clock.stale else self._clock.offset
        if offset is not None and (self._offset is None or abs(offset - self._offset) > _OFFSET_MS):
            self._writer.set_clock_offset(offset)
            self._offset = offset

    def _sign_in_once(self) -> None:
        """Use the typed password. It is kept for another try only if the server was not reached."""
        password = self._password or ""
        try:
            self._sign_in(password)
        except NetworkError:
            raise
        except BaseException:
            self._password = None
            raise
        self._password = None

    def _sign_in(self, password: str) -> None:
        who = self._identity
        answer = self._api.sign_in(who.duty, who.officer, password, who.device_id, who.device_name)
        if (answer.officer, answer.duty) != (who.officer, who.duty):
            # Nothing of this officer's may go out under another name.
            self._api.sign_out()
            self._link.session(False)
            raise NotTheServer("another officer")
        try:
            if self._signed_in is not None:
                self._signed_in(answer)
        except DeskError as error:
            log.warning("lease not renewed: %s", error.key)
        self._link.session(True)
        self._link.upgrade(False)
        self._pull_wake.set()
        self._push_wake.set()

    def _tell_link(self, state: LinkState) -> None:
        if not self._stopping.is_set():
            self._listener.on_link(state)

    def _line_returned(self) -> None:
        """The line is there again: commands that waited for it need not wait longer."""
        try:
            self._pusher.restart()
        except DeskError as error:
            log.warning("backoff not restarted: %s", error.key)
        self._pull_wake.set()
        self._push_wake.set()

    def _bug(self, where: str, error: Exception, backoff: Backoff) -> float:
        log.exception("bug in %s", where)
        self._listener.on_bug(error)
        return backoff.failed(1.0)
