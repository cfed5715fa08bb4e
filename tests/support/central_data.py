"""The small known data of the tests' central server."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from central_api import customers
from central_api.clock import Clock
from central_api.db import Database
from central_api.effects import publish
from central_api.models import Account, Blob, Complaint, Feeder, Office, Reference
from central_api.scope import COMPANY_LOG
from central_api.seq import record_changes

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
