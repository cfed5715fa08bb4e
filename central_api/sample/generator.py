"""Fills an empty database with the sample."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from argon2.low_level import Type, hash_secret
from sqlalchemy import Connection, Engine, insert
from sqlalchemy.orm import Session

from central_api.db import initialise
from central_api.models import Account, Blob, BlobUse, Complaint, Feeder, Office, OfficeSeq, Reference
from central_api.sample.catalogue import Catalogue
from central_api.sample.elsewhere import other_rows
from central_api.sample.history import MINUTE_MS, Cast, arrivals, closed_rows
from central_api.sample.media import Files
from central_api.sample.names import Names
from central_api.sample.people import Customers
from central_api.sample.places import MAIN_OFFICE, Company
from central_api.sample.present import PRESENT, WINDOW_MINUTES, present_rows
from central_api.sample.words import Words

#: The one password of every officer of the sample. It guards nothing: the data is invented.
PASSWORD = "practice-2026"  # noqa: S105 - meant to be known
#: Number of the newest complaint of the main office.
NEWEST = 418_220
_MOST = 290_000
_FIRST_ELSEWHERE, _ROOM_ELSEWHERE = 100_000, 500
_YEARS_MS = 3 * 365 * 86_400_000
_CHUNK = 4_000
#: Scope of the reference data in the feed's counters.
_COMPANY = "*"


def generate(
    engine: Engine,
    blobs_folder: Path,
    *,
    seed: int = 7,
    now_ms: int,
    complaints: int = 100_000,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Fill a migrated, empty database; the same arguments make the same rows and files.

    Every officer gets the password ``PASSWORD`` (one cheap hash, used for all).

    Args:
        engine: A writing engine. All rows are written in one transaction.
        blobs_folder: Where the files go.
        seed: Decides everything that is drawn.
        now_ms: The instant at which the desk stands as in the pictures.
        complaints: Of the main office, at least 174 and at most 290,000; the other offices shrink with it.
        progress: Is told the finished part, 0.0 to 1.0.

    Raises:
        ValueError: More complaints than there are numbers for.
    """
    if complaints > _MOST:
        raise ValueError(f"at most {_MOST} complaints")
    tell = progress or (lambda part: None)
    rng = Random(seed)  # noqa: S311 - invented data must be repeatable
    names, catalogue = Names(), Catalogue()
    company = Company(rng, names)
    # Drawn from a source of its own: a change in the drawings leaves the rows as they are.
    files = Files(Random(f"files {seed}"))  # noqa: S311
    files.write(blobs_folder)
    tell(0.02)
    cast = Cast(rng, catalogue, Words(), Customers(names), files)
    with engine.begin() as connection:
        _start(connection, seed)
        counts = {_COMPANY: _write_company(connection, company, catalogue, seed)}
        connection.execute(
            insert(Blob),
            [
                {"sha256": f.sha256, "size": len(f.content), "media_type": f.media_type, "path": f.path}
                for f in files.all()
            ],
        )
        done, total = 0, max(complaints, PRESENT) + 2_000
        for chunk in _chunks(_all_rows(cast, company, now_ms, complaints)):
            _write_complaints(connection, chunk)
            for row in chunk:
                counts[row["office"]] = counts.get(row["office"], 0) + 1
            done += len(chunk)
            tell(min(0.99, 0.03 + 0.96 * done / total))
        connection.execute(insert(OfficeSeq), [{"office": office, "n": n} for office, n in counts.items()])
    tell(1.0)


def _start(connection: Connection, seed: int) -> None:
    source = Random(f"feed {seed}")  # noqa: S311 - the epoch must be repeatable, and practice data needs no secret
    with Session(connection) as session:
        epoch = str(uuid.UUID(int=source.getrandbits(128), version=4))
        initialise(session, epoch=epoch, cursor_secret=f"{source.getrandbits(256):064x}")
        session.commit()


def _write_company(connection: Connection, company: Company, catalogue: Catalogue, seed: int) -> int:
    """Write reference data and accounts; returns how many rows of reference data."""
    references = [*company.references, *catalogue.references()]
    connection.execute(
        insert(Reference),
        [{"entity": entity, "id": id_, "version": 1, "data": data} for entity, id_, data in references],
    )
    connection.execute(
        insert(Office), [{"id": office.id, "circle": office.circle} for office in company.offices]
    )
    connection.execute(
        insert(Feeder),
        [
            {"id": f.id, "office": f.office, "supervisor": f.supervisor, "incharge": f.incharge}
            for office in company.offices
            for f in office.feeders
        ],
    )
    salt = f"sample-{seed:09d}".encode()
    hashed = hash_secret(PASSWORD.encode(), salt, 1, 8_192, 1, 32, Type.ID).decode()
    connection.execute(
        insert(Account), [{**account, "password_hash": hashed} for account in company.accounts]
    )
    return len(references)


def _all_rows(cast: Cast, company: Company, now: int, complaints: int) -> Iterator[dict[str, Any]]:
    main = next(office for office in company.offices if office.id == MAIN_OFFICE)
    horizon = now - WINDOW_MINUTES * MINUTE_MS
    past = max(0, complaints - PRESENT)
    planned = arrivals(cast, main, past, now - _YEARS_MS, horizon)
    number = NEWEST - PRESENT - past
    for row in closed_rows(cast, main, planned, horizon=horizon, now=now):
        number += 1
        yield row | {"id": number}
    for row in present_rows(cast, main, now):
        number += 1
        yield row | {"id": number}
    for i, office in enumerate(company.offices):
        if office is not main:
            for k, row in enumerate(other_rows(cast, office, now, complaints)):
                yield row | {"id": _FIRST_ELSEWHERE + i * _ROOM_ELSEWHERE + k}


def _write_complaints(connection: Connection, rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(Complaint), rows)
    uses = [
        {"sha256": sha256, "complaint": row["id"]}
        for row in rows
        for sha256 in sorted({entry["sha256"] for entry in row["attachments"]})
    ]
    if uses:
        connection.execute(insert(BlobUse), uses)


def _chunks(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    source = iter(rows)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk
