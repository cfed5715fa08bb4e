"""What SQLite and the file system say when something is wrong, as the program's own errors."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from wzpdcl_desktop.domain.errors import DiskFull, StoreDamaged, StoreError

_CORRUPT, _FULL, _NOTADB = 11, 13, 26
#: Extended codes of a failed write or of the shared-memory file's growth: on a full disk SQLite says these
#: too.
_NO_ROOM = frozenset({_FULL, 4874})
_ENOSPC = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_WINDOWS_DISK_FULL = frozenset({39, 112})
#: Primary codes that a statement of ours is wrong, not the store: bugs, which keep their own exception.
_OUR_FAULT = frozenset({1, 19, 20, 21, 25})


def known_error(exc: BaseException) -> StoreError | None:
    """The known error behind an exception of SQLite, SQLAlchemy or the file system, None for anything else.

    The text carries SQLite's code alone: never SQL or parameters.
    """
    if isinstance(exc, DBAPIError):
        exc = exc.orig or exc
    if isinstance(exc, OSError):
        full = exc.errno in _ENOSPC or getattr(exc, "winerror", None) in _WINDOWS_DISK_FULL
        return DiskFull() if full else None
    if isinstance(exc, dbapi2.Error):
        code = int(getattr(exc, "sqlite_errorcode", 0) or 0)
        if code in _NO_ROOM or code & 0xFF == _FULL:
            return DiskFull()
        if code & 0xFF in (_CORRUPT, _NOTADB):
            return StoreDamaged(f"sqlite {code}")
        of_the_store = not isinstance(exc, dbapi2.ProgrammingError | dbapi2.IntegrityError)
        if isinstance(exc, dbapi2.DatabaseError) and of_the_store and code & 0xFF not in _OUR_FAULT:
            return StoreError(f"sqlite {code}")
    return None


@contextmanager
def translated() -> Iterator[None]:
    """Raise known errors of the store in place of the library's; let everything else pass as it is."""
    try:
        yield
    except (DBAPIError, dbapi2.Error, OSError) as exc:
        known = known_error(exc)
        if known is None:
            raise
        raise known from None
