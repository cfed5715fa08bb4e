"""A real central API server in a process of its own, with small known data, for tests of every kind.

``start_central(tmp_path)`` gives a handle; see :class:`CentralHandle`. The constants here describe the data:
two circles, three offices, five feeders, officers of all duties, 42 complaints in all states. Every officer's
password is :data:`PASSWORD`.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from central_api import customers
from central_api.clock import Clock, SystemClock
from central_api.db import Database
from central_api.effects import publish
from central_api.migrate import migrate
from central_api.models import Account, Blob, Complaint, Feeder, Office, Reference
from central_api.scope import COMPANY_LOG
from central_api.seq import record_changes

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "practice-2026"
#: argon2id of PASSWORD with little cost: tests sign in often.
_HASH = "$argon2id$v=19$m=1024,t=1,p=1$LTvQXmYIc1pxgwe+6VNxZQ$0iKfasBs4Y/usOjOgOlYteCgGAI7ST2ayRbPpHcfOeY"

#: Feeder: office, supervisor, in-charge.
FEEDERS: dict[str, tuple[str, str | None, str | None]] = {
    "khulna-1-dolkhola": ("khulna-1", "ae1.khulna1", "sae1.khulna1"),
    "khulna-1-bagmara": ("khulna-1", "ae1.khulna1", "sae1.khulna1"),
    "khulna-1-ferryghat": ("khulna-1", "ae1.khulna1", "sae2.khulna1"),
    "khulna-2-stadium": ("khulna-2", "ae1.khulna2", "sae1.khulna2"),
    "jashore-1-newtown": ("jashore-1", "ae1.jashore1", "sae1.jashore1"),
}
#: Office: circle.
OFFICES = {"khulna-1": "khulna", "khulna-2": "khulna", "jashore-1": "jashore"}
#: Officer: office, circle, duties.
OFFICERS: dict[str, tuple[str | None, str | None, tuple[str, ...]]] = {
    "xen.khulna1": ("khulna-1", "khulna", ("office_head",)),
    "xen.khulna2": ("khulna-2", "khulna", ("office_head",)),
    "xen.jashore1": ("jashore-1", "jashore", ("office_head",)),
    "ae1.khulna1": ("khulna-1", "khulna", ("feeder_supervisor",)),
    "sae1.khulna1": ("khulna-1", "khulna", ("feeder_incharge",)),
    "sae2.khulna1": ("khulna-1", "khulna", ("feeder_incharge",)),
    "ae1.khulna2": ("khulna-2", "khulna", ("feeder_supervisor",)),
    "sae1.khulna2": ("khulna-2", "khulna", ("feeder_incharge",)),
    "ae1.jashore1": ("jashore-1", "jashore", ("feeder_supervisor",)),
    "sae1.jashore1": ("jashore-1", "jashore", ("feeder_incharge",)),
    "se.khulna": (None, "khulna", ("circle",)),
    "ce.wzpdcl": (None, None, ("central",)),
    "gone.khulna1": ("khulna-1", "khulna", ("office_head",)),
}
DUTY_OF = {officer: duties[0] for officer, (_, _, duties) in OFFICERS.items()}
FILE = b"%PDF-1.4 sample " * 5000
FILE_SHA256 = hashlib.sha256(FILE).hexdigest()


def uuid7(at_ms: int | None = None) -> str:
    """A UUID of version 7 for an instant (now if None)."""
    at = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    noise = secrets.token_hex(10)
    head = f"{at:012x}"
    return f"{head[:8]}-{head[8:]}-7{noise[:3]}-{secrets.choice('89ab')}{noise[3:6]}-{noise[6:18]}"


def _references() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for circle in sorted(set(OFFICES.values())):
        yield "circle", circle, {"name": circle.title(), "name_bn": "খুলনা" if circle == "khulna" else "যশোর"}
    for office, circle in OFFICES.items():
        yield (
            "office",
            office,
            {
                "name": office.title(),
                "name_bn": "নমুনা দপ্তর",
                "kind": "snd",
                "circle": circle,
                "lat": 22.8,
                "lng": 89.5,
                "address": "Sample",
                "address_bn": "নমুনা",
                "mobile": "+8801700000000",
                "email": f"{office}@example.com",
                "website": "",
                "sample": True,
            },
        )
    for officer, (office_of, _, _) in OFFICERS.items():
        yield (
            "officer",
            officer,
            {
                "name": f"Sample {officer}",
                "name_bn": f"নমুনা {officer}",
                "designation": "Engineer",
                "designation_bn": "প্রকৌশলী",
                "office": office_of,
                "mobile": "+8801700000001",
                "email": f"{officer}@example.com",
                "sample": True,
            },
        )
    for feeder, (office, supervisor, incharge) in FEEDERS.items():
        yield (
            "feeder",
            feeder,
            {
                "name": feeder,
                "name_bn": "নমুনা ফিডার",
                "office": office,
                "substation": "Sample",
                "substation_bn": "নমুনা",
                "supervisor": supervisor,
                "incharge": incharge,
                "sample": True,
            },
        )
    yield "category", "supply", {"parent": None, "name": "Supply", "name_bn": "সরবরাহ", "order": 1}
    yield (
        "category",
        "supply.no_power",
        {"parent": "supply", "name": "No power", "name_bn": "বিদ্যুৎ নেই", "order": 2},
    )
    yield "category", "bill", {"parent": None, "name": "Bill", "name_bn": "বিল", "order": 3}
    yield (
        "category",
        "bill.excess",
        {"parent": "bill", "name": "Excess bill", "name_bn": "ভূতুড়ে বিল", "order": 4},
    )
    yield (
        "cancel_reason",
        "duplicate",
        {
            "name": "Duplicate",
            "name_bn": "একই অভিযোগ",
            "text_bn": "আগেই এসেছে।",
            "text_en": "Came before.",
            "order": 1,
        },
    )
    yield (
        "policy",
        "supply",
        {"category": "supply", "minutes": 1440, "calendar": "always", "warn_minutes": 60, "sample": True},
    )
    yield (
        "policy",
        "bill",
        {"category": "bill", "minutes": 3360, "calendar": "working", "warn_minutes": 480, "sample": True},
    )
    yield (
        "canned",
        "accept-1",
        {
            "action": "accept",
            "name": "Sent",
            "name_bn": "লোক যাচ্ছে",
            "text": "On the way.",
            "text_bn": "লোক যাচ্ছে।",
            "order": 1,
        },
    )
    yield "holiday", "2026-12-16", {"date": "2026-12-16", "name": "Victory Day", "name_bn": "বিজয় দিবস"}


def complaint_given(feeder: str, number: int = 0, **more: Any) -> customers.NewComplaint:
    """What a customer of a feeder sends; values invented from a number."""
    given: dict[str, Any] = {
        "feeder": feeder,
        "office": FEEDERS[feeder][0],
        "category": ("supply.no_power", "bill.excess")[number % 2],
        "customer": f"নমুনা গ্রাহক {number}",
        "mobile": f"+88017000{number:05d}",
        "account": f"{100_000_000 + number}",
        "tariff": "LT-A",
        "load_kw": 2.0,
        "locality": "শান্তিধাম মোড়",
        "address": f"{number} নমুনা সড়ক",
        "lat": 22.81,
        "lng": 89.56,
        "text": "সকাল থেকে বিদ্যুৎ নেই।",
        "source": ("app", "web", "call_centre", "office")[number % 4],
        **more,
    }
    return given  # type: ignore[return-value]


def fill(database: Database, blobs: Path, clock: Clock) -> None:
    """Put the small known data into an empty, migrated database."""
    with database.write() as session:
        session.add_all(Office(id=office, circle=circle) for office, circle in OFFICES.items())
        session.add_all(
            Feeder(id=id_, office=o, supervisor=s, incharge=i) for id_, (o, s, i) in FEEDERS.items()
        )
        session.add_all(
            Account(
                officer=officer,
                office=office,
                circle=circle,
                duties=list(duties),
                password_hash=_HASH,
                disabled=int(officer.startswith("gone.")),
            )
            for officer, (office, circle, duties) in OFFICERS.items()
        )
        rows = list(_references())
        session.add_all(Reference(entity=entity, id=id_, version=1, data=data) for entity, id_, data in rows)
        record_changes(session, COMPANY_LOG, [(entity, id_, 1) for entity, id_, _ in rows], at=clock.now_ms())
        path = f"{FILE_SHA256[:2]}/{FILE_SHA256[2:]}"
        (blobs / path).parent.mkdir(parents=True)
        (blobs / path).write_bytes(FILE)
        session.add(Blob(sha256=FILE_SHA256, size=len(FILE), media_type="application/pdf", path=path))
    number = 0
    for _ in range(9):
        for feeder in FEEDERS:
            number += 1
            if number > 42:
                return
            _one_complaint(database, clock, feeder, number)


def _one_complaint(database: Database, clock: Clock, feeder: str, number: int) -> None:
    """Numbers 1, 5, 9 … stay in the inbox, 2, 6 … in progress, 3, 7 … resolved, 4, 8 … cancelled."""
    attachment = {
        "id": "5c3b1f0e-0000-4000-8000-000000000001",
        "name": "notice.pdf",
        "media_type": "application/pdf",
        "size": len(FILE),
        "sha256": FILE_SHA256,
    }
    # Of Khulna-1 alone.
    files = [attachment] if number == 1 else []
    with database.write() as session:
        id_ = customers.new_complaint(session, clock, complaint_given(feeder, number, attachments=files))
    if number % 4 == 1:
        return
    with database.write() as session:
        set_state(session, clock, id_, ("cancelled", "inbox", "in_progress", "resolved")[number % 4])


def set_state(session: Session, clock: Clock, id_: int, state: str) -> None:
    """Put a complaint into a state as if it had always gone right; with its change-log entry."""
    complaint = session.get_one(Complaint, id_)
    now = clock.now_ms()
    complaint.state = state
    complaint.accepted_at = now if state in {"in_progress", "resolved"} else None
    complaint.closed_at = now if state in {"resolved", "cancelled"} else None
    complaint.cancel_reason = "duplicate" if state == "cancelled" else None
    publish(session, complaint, now, old_office=complaint.office, state_changed=True)


@dataclass
class CentralHandle:
    """A running server.

    Attributes:
        url: Where it answers.
        database_url: Its database.
        database_path: The file of it, None on PostgreSQL.
        blobs: Folder of its files.
    """

    url: str
    database_url: str
    database_path: Path | None
    blobs: Path
    arguments: list[str]
    process: subprocess.Popen[str]
    port: int
    _databases: list[Database] = field(default_factory=list)
    _clients: list[httpx.Client] = field(default_factory=list)

    def stop(self) -> None:
        """End it politely."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """Start it again on the same address and data."""
        if self.process.poll() is None:
            self.stop()
        self.process, self.url = _spawn(self.arguments, self.port)

    def database(self) -> Database:
        """Direct access to its database, closed with the handle."""
        database = Database(self.database_url)
        self._databases.append(database)
        return database

    def engine(self) -> Engine:
        """An engine on its database, for looking at rows; closed with the handle."""
        return self.database().engine

    def close(self) -> None:
        """Stop the server and close what was opened."""
        if self.process.poll() is None:
            self.stop()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        for client in self._clients:
            client.close()
        for database in self._databases:
            database.dispose()

    def client(self, officer: str | None = None, **options: Any) -> httpx.Client:
        """An HTTP client, signed in as an officer if one is given (first duty); closed with the handle."""
        headers = {}
        if officer is not None:
            answer = httpx.post(
                f"{self.url}/v1/auth/sign-in", json=sign_in_body(officer), timeout=40, trust_env=False
            )
            assert answer.status_code == 200, answer.text
            headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        client = httpx.Client(base_url=self.url, timeout=40, trust_env=False, headers=headers, **options)
        self._clients.append(client)
        return client

    def _end(self, how: signal.Signals) -> None:
        self.process.send_signal(how)
        self.process.wait(15)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def sign_in_body(officer: str, **changes: Any) -> dict[str, Any]:
    """The body of a sign-in that works, with changes."""
    return {
        "duty": DUTY_OF.get(officer, "office_head"),
        "user_id": officer,
        "password": PASSWORD,
        "device_id": "test-pc",
        "device_name": "Test PC",
        **changes,
    }


def command_body(type_: str, complaint: int, base: int | None = None, **more: Any) -> dict[str, Any]:
    """A command with arguments that are right for its type; ``args`` and all else can be given."""
    args = {
        "complaint.accept": {"text": "লোক পাঠান।"},
        "complaint.message": {"text": "এক ঘণ্টার মধ্যে ঠিক হবে।"},
        "complaint.resolve": {"text": ""},
        "complaint.cancel": {"reason": "duplicate", "text": "একই অভিযোগ আগেই এসেছে।"},
        "complaint.reassign": {"feeder": "khulna-1-bagmara", "text": "বাগমারা ফিডারের।"},
    }[type_]
    return {
        "command_id": uuid7(),
        "schema": 1,
        "type": type_,
        "aggregate": f"complaint:{complaint}",
        "args": args,
        "base_version": base,
        "after": None,
        "created_at": time.time_ns() // 1_000_000,
        **more,
    }


def _spawn(arguments: list[str], port: int) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "central_api", "serve", *arguments, "--port", str(port), "--exit-with-parent"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the server ended with {process.wait()}")
    return process, json.loads(line)["url"]


def prepare_database(url: str, blobs: Path, clock: Clock | None = None) -> None:
    """Migrate an empty database and fill it with the small known data."""
    database = Database(url)
    migrate(database.engine)
    fill(database, blobs, clock or SystemClock())
    database.dispose()


def start_central(
    folder: Path, *, database_url: str | None = None, now: str | None = None, clock: Clock | None = None
) -> CentralHandle:
    """Start a server on fresh small data in a folder.

    Args:
        folder: For the database and the files.
        database_url: An empty database to use in place of a SQLite file in the folder.
        now: Stop the server's clock at this instant (ISO 8601).
        clock: The clock by which the data is made.
    """
    path = None if database_url else folder / "central.db"
    url = database_url or f"sqlite:///{path}"
    blobs = folder / "blobs"
    blobs.mkdir(parents=True)
    prepare_database(url, blobs, clock)
    arguments = ["--database", url, "--blobs", str(blobs), *(["--now", now] if now else [])]
    process, address = _spawn(arguments, 0)
    return CentralHandle(address, url, path, blobs, arguments, process, int(address.rpartition(":")[2]))


@contextmanager
def central_server(folder: Path, **options: Any) -> Iterator[CentralHandle]:
    """:func:`start_central` for a ``with`` block."""
    handle = start_central(folder, **options)
    try:
        yield handle
    finally:
        handle.close()
