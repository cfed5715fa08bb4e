"""The central API inside the test's own process, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from central_api import customers
from central_api.clock import FixedClock
from central_api.db import Database
from central_api.main import create_app
from central_api.settings import Settings
from tests.support.central import (
    command_body,
    complaint_given,
    prepare_database,
    set_state,
    sign_in_body,
    uuid7,
)

#: Sunday, 22 November 2026, 14:03 in Dhaka.
NOW = 1_795_334_580_000


@dataclass
class Local:
    """An application on small data, its database and its clock."""

    client: TestClient
    database: Database
    clock: FixedClock
    settings: Settings
    _tokens: dict[str, tuple[str, int]] = field(default_factory=dict)

    def sign_in(self, officer: str, **changes: Any) -> Any:
        """Sign in; the answer."""
        return self.client.post("/v1/auth/sign-in", json=sign_in_body(officer, **changes))

    def bearer(self, officer: str) -> dict[str, str]:
        """The header of an officer, who signs in when it is needed."""
        token, expires = self._tokens.get(officer, ("", 0))
        if expires <= self.clock.now_ms():
            given = self.sign_in(officer).json()
            token, expires = given["access_token"], given["now"] + given["access_expires_in"] * 1000
            self._tokens[officer] = token, expires
        return {"Authorization": f"Bearer {token}"}

    def get(self, officer: str, path: str, **params: Any) -> Any:
        """GET as an officer."""
        return self.client.get(path, params=params, headers=self.bearer(officer))

    def body(self, type_: str, complaint: int, base: int | None = None, **more: Any) -> dict[str, Any]:
        """`command_body` of a desk whose clock is the server's."""
        now = self.clock.now_ms()
        given = {"command_id": uuid7(now), "created_at": now, **more}
        return command_body(type_, complaint, base, **given)

    def command(self, officer: str, body: dict[str, Any]) -> Any:
        """POST a command as an officer."""
        return self.client.post("/v1/commands", json=body, headers=self.bearer(officer))

    def new_complaint(self, feeder: str, state: str = "inbox", **more: Any) -> int:
        """A new complaint in a state; its number."""
        with self.database.write() as session:
            id_ = customers.new_complaint(session, self.clock, complaint_given(feeder, **more))
        if state != "inbox":
            with self.database.write() as session:
                set_state(session, self.clock, id_, state)
        return id_

    def row(self, id_: int) -> dict[str, Any]:
        """A complaint with version and data, as an officer of the head office sees it."""
        answer = self.get("ce.wzpdcl", f"/v1/complaints/{id_}").json()
        return {"version": answer["version"], **answer["data"]}


@contextmanager
def local_central(folder: Path, database_url: str | None = None, **changes: Any) -> Iterator[Local]:
    """An application on fresh small data; ``changes`` are settings."""
    clock = FixedClock(NOW)
    url = database_url or f"sqlite:///{folder / 'central.db'}"
    blobs = folder / "blobs"
    blobs.mkdir(parents=True)
    prepare_database(url, blobs, clock)
    settings = replace(Settings(url, blobs, clock=clock), **changes)
    database = Database(url)
    with TestClient(create_app(settings)) as client:
        yield Local(client, database, clock, settings)
    database.dispose()
