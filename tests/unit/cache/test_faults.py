"""What SQLite says, as the program's own errors."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2

from tests.unit.cache.samples import Desk
from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.domain.errors import DiskFull, StoreDamaged, StoreError


def _error(code: int) -> Exception:
    error = dbapi2.OperationalError("of a statement with names in it")
    error.sqlite_errorcode = code
    return error  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("code", "expected"), [(13, DiskFull), (11, StoreDamaged), (10, StoreError), (5, StoreError)]
)
def test_an_error_of_the_store_is_a_known_one_and_tells_nothing_but_the_code(
    code: int, expected: type[Exception]
) -> None:
    with pytest.raises(StoreError) as caught, translated():
        raise _error(code)
    assert type(caught.value) is expected
    assert "names" not in str(caught.value)


def test_a_wrong_statement_is_a_bug(desk: Desk) -> None:
    with pytest.raises(Exception, match="no such table") as caught:
        desk.outbox_store.transaction(lambda connection: connection.exec_driver_sql("SELECT 1 FROM nowhere"))
    assert not isinstance(caught.value, StoreError)
