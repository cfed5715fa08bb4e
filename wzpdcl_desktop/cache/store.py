"""Opening the two encrypted stores, and transactions in them.

SQLCipher through SQLAlchemy, with the raw 32-byte key: no passphrase is stretched here, that is `keys`' work.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from wzpdcl_desktop.cache import ballast as ballast_file
from wzpdcl_desktop.cache.ballast import Ballast
from wzpdcl_desktop.cache.drives import refuse_network_drive
from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.cache.migrations_cache import CACHE_MIGRATIONS
from wzpdcl_desktop.cache.migrations_outbox import OUTBOX_MIGRATIONS
from wzpdcl_desktop.cache.outbox_restore import finish, has_copy, restore
from wzpdcl_desktop.cache.raw import connect, copy_store, exact_mark, forget_set_aside, set_aside, suspect
from wzpdcl_desktop.domain.errors import DiskFull, StoreDamaged, StoreError, StoreNewer, WrongKey

log = logging.getLogger("wzpdcl.cache")

T = TypeVar("T")
Migration = Callable[[Connection], None]

_KEY_CHECK = "key.check"
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA wal_autocheckpoint=16000",
    "PRAGMA busy_timeout=10000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-32000",
)


class Store:
    """An open store.

    Attributes:
        path: The database file.
        engine: SQLAlchemy engine; use `read` and `transaction` rather than it.
        rebuilt: A damaged file was set aside and this is a new one.
        writes: How many transactions were committed since it was opened.
        copy_mark: Of an outbox: the mark that its copy says it all. The first write takes it away.
    """

    def __init__(
        self, path: Path, engine: Engine, *, rebuilt: bool = False, ballast: Ballast | None = None
    ) -> None:
        self.path = path
        self.engine = engine
        self.rebuilt = rebuilt
        self.writes = 0
        self.copy_mark: Path | None = None
        self._ballast = ballast
        self._write_lock = threading.RLock()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout.

        Raises:
            StoreDamaged, DiskFull: Of the statements inside.
        """
        with self._guarded(), self.engine.connect() as connection:
            yield connection

    def transaction(self, work: Callable[[Connection], T], *, lasting: bool = True) -> T:
        """Run `work` in one write transaction; all of it is on the disk when this returns, or none of it.

        On a full disk the ballast is given up and `work` runs once more: it must have no effect but on its
        connection.

        Args:
            lasting: Wait until the disk has it. Otherwise a power cut may take it back whole, together with
                others like it; the next lasting one makes it last too.

        Raises:
            DiskFull: No room, and none left to give up.
            StoreDamaged: The file is damaged.
        """
        try:
            return self._once(work, lasting)
        except DiskFull:
            if self._ballast is None or not self._ballast.free():
                raise
            return self._once(work, lasting)

    def quick_check(self) -> str:
        """``ok``, or that the store is damaged. What SQLite quotes of it is not passed on."""
        with self.read() as connection:
            found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
        return "ok" if found == "ok" else "damaged"

    def rewrite(self) -> bool:
        """Write the file anew, without free room, and empty the log. False if a reader kept the log busy.

        Raises:
            StoreDamaged, DiskFull: The file stays as it was.
        """
        with self._write_lock, self._guarded():
            connection = self.engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("VACUUM")
                busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                cursor.close()
            finally:
                connection.close()
        return not busy

    def close(self) -> None:
        """Close every connection; the log is merged into the file."""
        self.engine.dispose()

    def _once(self, work: Callable[[Connection], T], lasting: bool) -> T:
        # One writer at a time: the others wait here rather than in SQLite's busy loop.
        with (
            self._write_lock,
            self._guarded(),
            self.engine.connect().execution_options(immediate=True) as connection,
        ):
            # SQLite takes it only outside a transaction; the connection may have served for the other kind.
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            with connection.begin():
                if self.copy_mark is not None:
                    self.copy_mark.unlink(missing_ok=True)
                    self.copy_mark = None
                result = work(connection)
        self.writes += 1
        return result

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            with translated():
                yield
        except StoreDamaged:
            # Seen in mid-work: the next start acts on it.
            with suppress(OSError):
                suspect(self.path).touch()
            raise
        except StoreError as error:
            # A connection that met a damaged page calls the store read-only from then on.
            if isinstance(error, DiskFull) or not suspect(self.path).exists():
                raise
            raise StoreDamaged("seen before") from None


def open_cache(folder: Path, key: bytes, *, migrations: Sequence[Migration] = CACHE_MIGRATIONS) -> Store:
    """Open or make ``cache.db`` in a folder.

    A damaged one is set aside as ``cache.damaged-1.db``, in the place of an older one; an empty one
    takes its place.

    Args:
        key: 32 bytes.

    Raises:
        WrongKey: The key is not the one the stores of this folder were made with; nothing was touched.
        StoreNewer: Written by a newer version; nothing was touched.
        NetworkDrive, DiskFull: As they say.
    """
    path = folder / "cache.db"
    try:
        if suspect(path).exists():
            raise StoreDamaged("seen before")
        store = _open(path, key, migrations)
        store.rebuilt = False
        return store
    except StoreDamaged:
        log.warning("the cache is damaged: set aside and rebuilt")
    with translated():
        forget_set_aside(path)
        set_aside(path)
    store = _open(path, key, migrations)
    store.rebuilt = True
    return store


def open_outbox(
    folder: Path,
    key: bytes,
    *,
    migrations: Sequence[Migration] = OUTBOX_MIGRATIONS,
    ballast_bytes: int = ballast_file.SIZE,
) -> Store:
    """Open or make ``outbox.db`` in a folder.

    It is checked whole, and copied before a migration; it is never deleted. Damaged or gone, it is made anew
    from its copy (`outbox_restore`), and what was damaged is set aside.

    Raises:
        StoreDamaged: It is damaged, and there is no copy; it was left as it is.
        WrongKey, StoreNewer, NetworkDrive, DiskFull: As for the cache.
    """
    ballast = Ballast(folder, ballast_bytes)
    path = folder / "outbox.db"

    def opened() -> Store:
        with translated():
            finish(path)
            restored = not path.exists() and has_copy(path) and restore(path, key, len(migrations))
        try:
            store = _open(path, key, migrations, whole=True, ballast=ballast)
        except StoreDamaged:
            with translated():
                restored = restore(path, key, len(migrations))
            if not restored:
                raise
            store = _open(path, key, migrations, whole=True, ballast=ballast)
        store.rebuilt = restored
        store.copy_mark = exact_mark(path)
        return store

    try:
        store = opened()
    except DiskFull:
        if not ballast.free():
            raise
        return opened()
    ballast.fill()
    return store


def _open(
    path: Path,
    key: bytes,
    migrations: Sequence[Migration],
    *,
    whole: bool = False,
    ballast: Ballast | None = None,
) -> Store:
    if len(key) != 32:
        raise WrongKey("a key has 32 bytes")
    refuse_network_drive(path.parent)
    with translated():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists()
        check = path.parent / _KEY_CHECK
        if fresh and check.exists() and not _key_fits(check, key):
            raise WrongKey
        _examine(path, key, newest=len(migrations), whole=whole, check=check)
        engine = _engine(path, key)
        store = Store(path, engine, ballast=ballast)
        try:
            _migrate(store, key, migrations, backup=whole)
            if not check.exists() or not _key_fits(check, key):
                check.write_bytes(_key_mark(key))
        except BaseException:
            engine.dispose()
            raise
    return store


def key_fits(folder: Path, key: bytes) -> bool:
    """Whether a key is the one that the stores of a folder were made with; True where there are none yet."""
    check = folder / _KEY_CHECK
    return not check.exists() or _key_fits(check, key)


def _examine(path: Path, key: bytes, *, newest: int, whole: bool, check: Path) -> None:
    """Look at a file before anything is written to it."""
    if not path.exists():
        return
    connection = connect(path, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > newest:
            raise StoreNewer(f"version {version}, known up to {newest}")
        if whole and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StoreDamaged("quick_check")
    except dbapi2.DatabaseError as exc:
        # A wrong key and a damaged first page look alike to SQLCipher; the mark of the key tells them apart.
        # Without the mark the doubt goes to the file: it stays.
        if "not a database" in str(exc) and not _key_fits(check, key):
            raise WrongKey from None
        raise
    finally:
        connection.close()


def _engine(path: Path, key: bytes) -> Engine:
    def open_connection() -> Any:
        connection = connect(path, key)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=open_connection,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        hide_parameters=True,  # an exception's text must hold nobody's name
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _migrate(store: Store, key: bytes, migrations: Sequence[Migration], *, backup: bool) -> None:
    with store.read() as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if backup and 0 < version < len(migrations):
        _back_up(store.path, key, version)
    for number in range(version, len(migrations)):

        def step(connection: Connection, number: int = number) -> None:
            migrations[number](connection)
            connection.exec_driver_sql(f"PRAGMA user_version={number + 1}")

        store.transaction(step)


def _back_up(path: Path, key: bytes, version: int) -> None:
    """Copy a store, encrypted with the same key, to ``<name>.v<version>.bak.db``."""
    target = path.with_name(f"{path.stem}.v{version}.bak.db")
    unfinished = target.with_suffix(".part")
    copy_store(path, unfinished, key)
    unfinished.replace(target)


def _key_mark(key: bytes) -> bytes:
    # The key is random and 32 bytes long: its hash gives nothing away.
    return hashlib.blake2b(b"wzpdcl-desktop key", key=key, digest_size=32).digest()


def _key_fits(check: Path, key: bytes) -> bool:
    return check.exists() and hmac.compare_digest(check.read_bytes(), _key_mark(key))
