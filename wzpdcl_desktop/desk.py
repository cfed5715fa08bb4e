"""The desk of one signed-in officer: its stores, its services and its engine, wired together."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.people import me_from_json, me_to_json
from wzpdcl_desktop.api.tokens import MemoryTokens, TokenStore
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.keys import KeyVault
from wzpdcl_desktop.cache.lock import InstanceLock
from wzpdcl_desktop.cache.notice_book import NoticeBook
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.outbox_copy import OutboxCopy
from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.cache.reference import ReferenceReader
from wzpdcl_desktop.cache.statistics import StatisticsReader
from wzpdcl_desktop.cache.store import Store, open_cache, open_outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import OutboxItem
from wzpdcl_desktop.domain.errors import DeskError
from wzpdcl_desktop.domain.link import LinkState, LoadProgress
from wzpdcl_desktop.domain.people import Me
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.conflicts import ConflictService
from wzpdcl_desktop.services.dashboard import DashboardService
from wzpdcl_desktop.services.directory import DirectoryService
from wzpdcl_desktop.services.drafts import DraftService
from wzpdcl_desktop.services.list_look import ListLookService
from wzpdcl_desktop.services.notices import NoticeService
from wzpdcl_desktop.services.outbox import OutboxService
from wzpdcl_desktop.services.sign_in import Device, Opened, session_name
from wzpdcl_desktop.services.views import ViewService
from wzpdcl_desktop.sync.clock import ServerClock
from wzpdcl_desktop.sync.engine import SyncEngine
from wzpdcl_desktop.sync.listener import Identity

log = logging.getLogger("wzpdcl.desk")


@dataclass(frozen=True)
class Stores:
    """The two open stores of an officer, and the lock that keeps a second instance out."""

    lock: InstanceLock
    cache: Store
    outbox: Store

    @classmethod
    def open(cls, opened: Opened) -> Stores:
        """Open them; nothing stays open if one fails.

        Raises:
            StoreInUse, StoreNewer, StoreDamaged (the outbox, and there is no copy), WrongKey, DiskFull,
            NetworkDrive: As they say.
        """
        lock = InstanceLock(opened.folder)
        lock.acquire()
        try:
            # First the precious one: if it cannot be opened, the cache is not touched.
            outbox = open_outbox(opened.folder, opened.key)
            try:
                return cls(lock, open_cache(opened.folder, opened.key), outbox)
            except BaseException:
                outbox.close()
                raise
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Close both and give the lock back."""
        self.cache.close()
        self.outbox.close()
        self.lock.release()


class RefreshToken:
    """The officer's refresh token, boxed with the store's key in the keyring (a `TokenStore`)."""

    def __init__(self, vault: KeyVault, opened: Opened) -> None:
        self._vault = vault
        self._opened = opened
        self._session = session_name(opened.officer, opened.duty)

    def load(self) -> str | None:
        """The token, None if there is none."""
        return self._vault.refresh_token(self._opened.kept_as, self._session, self._opened.key)

    def save(self, refresh_token: str | None) -> None:
        """Keep another one; None forgets it."""
        self._vault.set_refresh_token(self._opened.kept_as, self._session, self._opened.key, refresh_token)


class Announcer:
    """Hears the engine's threads, keeps what is held in memory up to date, and tells the screen."""

    def __init__(self, notifier: Notifier, refresh: Callable[[ChangeSet], None]) -> None:
        self._notifier = notifier
        self._refresh = refresh

    def on_changes(self, changes: ChangeSet) -> None:
        """Rows, the officer or commands changed."""
        try:
            self._refresh(changes)
        finally:
            # They are in the cache and do not come again: the screen hears of them whatever happens here.
            self._notifier.on_changes(changes)

    def on_link(self, state: LinkState) -> None:
        """The line changed."""
        self._notifier.on_link(state)

    def on_progress(self, progress: LoadProgress) -> None:
        """The first load went on."""
        self._notifier.on_progress(progress)

    def on_sent(self, items: Sequence[OutboxItem]) -> None:
        """Commands went out or were answered."""
        self._notifier.on_sent(len(items))

    def on_bug(self, error: Exception) -> None:
        """Nobody planned for this."""
        self._notifier.on_bug(error)


class Desk:
    """Everything that belongs to one officer while they are signed in.

    Args:
        stores: Opened by `Stores.open` on a worker thread.
        make_api: Makes the API for a server address, a token store and a hook for the server's time.
        undo_seconds: For how long an action can be undone.

    Attributes:
        cache_was_rebuilt: The cache had been damaged: it loads anew. The outbox is untouched.
        outbox_was_restored: The outbox had been damaged, or was gone: this is its copy.
    """

    def __init__(
        self,
        opened: Opened,
        stores: Stores,
        vault: KeyVault,
        device: Device,
        clock: ServerClock,
        make_api: Callable[[str, TokenStore, ServerClock], CentralApi],
        notifier: Notifier,
        undo_seconds: float,
    ) -> None:
        self._password = opened.password or None
        self.opened = opened = replace(opened, password="")
        self.clock = clock
        self.cache_was_rebuilt = stores.cache.rebuilt
        self.outbox_was_restored = stores.outbox.rebuilt
        self._stores = stores
        self._vault = vault
        self._me: Me | None = None
        self._writer = CacheWriter(stores.cache, clock)
        clock.restore(self._writer.clock_offset())
        self._outbox = Outbox(stores.outbox, clock)
        self._make_api = make_api
        self._tokens = RefreshToken(vault, opened)
        self._api = make_api(opened.server, self._tokens, clock)
        if opened.tokens is not None:
            self._api.use(opened.tokens)
        self.reader = ComplaintReader(stores.cache)
        notes = DeskNotes(stores.outbox, clock)
        self.complaints = ComplaintService(
            self.reader, self._outbox, notes, self.me, clock, undo_seconds=undo_seconds
        )
        self.preferences = Preferences(stores.outbox)
        self.list_look = ListLookService(self.preferences)
        self.views = ViewService(self.preferences, self.complaints, clock)
        self.dashboard = DashboardService(StatisticsReader(stores.cache), self.complaints, clock)
        self.notices = NoticeService(
            self.reader, NoticeBook(stores.outbox), self.complaints.moved, clock, opened.officer
        )
        self.outbox = OutboxService(self._outbox, clock)
        self.conflicts = ConflictService(self.reader, self._outbox, self.me, clock)
        self.drafts = DraftService(notes)
        self.directory = DirectoryService(ReferenceReader(stores.cache))
        self._outbox_copy = OutboxCopy(stores.outbox, opened.key)
        self.engine = SyncEngine(
            self._api,
            self._writer,
            self._outbox,
            clock,
            Announcer(notifier, self._refresh),
            Identity(opened.officer, opened.duty, device.id, device.name),
            signed_in=lambda signed: vault.renew(
                opened.kept_as, opened.officer, opened.key, signed.lease_days, signed.now
            ),
            copy_outbox=self._outbox_copy.refresh,
        )

    def me(self) -> Me:
        """The officer as last heard of; before the first contact somebody who may do nothing yet."""
        me = self._me
        if me is None:
            text = self._writer.me()
            me = me_from_json(text.encode()) if text else self._stranger()
            self._me = me if text else None
        return me

    def prepare(self) -> None:
        """Read what the window is made of; for a worker thread.

        At the first sign-in on this PC the server is asked who the officer is: the window shows the office.
        """
        if self.opened.tokens is not None and self._writer.me() is None:
            with suppress(DeskError):
                self._writer.save_me(me_to_json(self._api.me()))
        self.me()
        self.list_look.read()

    def start(self) -> None:
        """Begin to synchronise. The typed password is used once if the session has ended, and forgotten."""
        password, self._password = self._password, None
        self.engine.start(password=password)

    def sign_out(self) -> None:
        """End the session and close. What is queued stays.

        The server is told in a thread of its own: nobody waits for it, and if it is not reached, the session
        ends by its time.
        """
        token = self._tokens.load()
        self._tokens.save(None)
        self.close()
        if token is not None:
            last = self._make_api(self.opened.server, MemoryTokens(token), self.clock)
            threading.Thread(target=last.sign_out, name="wzpdcl-sign-out", daemon=True).start()

    def sign_in_again(self, password: str) -> None:
        """A new session as the same officer; the key on this PC is wrapped with the good password.

        Raises:
            SignInRefused, NetworkError, KeyringMissing: As they say; everything stays as it is.
        """
        self.engine.sign_in_again(password)
        self._vault.rewrap(self.opened.kept_as, self.opened.officer, self.opened.key, password)

    def stop(self) -> None:
        """Stop the engine, cutting what it waits for. The stores stay open."""
        self.engine.stop()

    def integrity(self) -> dict[str, str]:
        """Whether the two open stores are whole, by the store's own quick check; for a worker thread."""
        return {store.path.name: store.quick_check() for store in (self._stores.cache, self._stores.outbox)}

    def comparisons(self) -> dict[str, int]:
        """What the daily comparison with the server found so far; for a worker thread."""
        return self._writer.checks.summary()

    def close(self) -> None:
        """Stop the engine and close the stores. What is queued is on the disk."""
        self.stop()
        try:
            self._outbox_copy.refresh(at_once=True)
        except (DeskError, OSError) as error:
            log.warning("outbox not copied: %s", type(error).__name__)
        self._stores.close()
        with suppress(DeskError, OSError):
            self._outbox_copy.seal()
        log.info("desk closed")

    def _refresh(self, changes: ChangeSet) -> None:
        if changes.touches("me"):
            # Read here, on the engine's thread: the screen asks for it all the time.
            self._me = None
            self.me()
        self.directory.changed(changes)

    def _stranger(self) -> Me:
        opened = self.opened
        return Me(
            opened.officer, opened.name, opened.name_bn, "", opened.duty, None, None, feeders=(), rules=()
        )
