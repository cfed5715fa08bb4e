"""Reading the company's reference data."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.domain.reference import (
    CancelReason,
    Canned,
    Category,
    Directory,
    Feeder,
    Named,
    Office,
    Officer,
    Policy,
)
from wzpdcl_desktop.domain.text import shown_values
from wzpdcl_desktop.domain.working_time import day_number

Rows = dict[str, dict[str, Any]]


class ReferenceReader:
    """Reads the directory; it is small, and held whole by its users."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def directory(self) -> Directory:
        """All reference data as it is in the cache; empty before the first load."""
        entities: dict[str, Rows] = {}
        with self._store.read() as connection:
            for entity, key, data in connection.exec_driver_sql("SELECT entity, id, data FROM reference"):
                entities.setdefault(entity, {})[key] = shown_values(json.loads(data))

        def of(entity: str) -> Rows:
            return entities.get(entity, {})

        return Directory(
            offices={key: _office(key, row) for key, row in of("office").items()},
            officers={key: _officer(key, row) for key, row in of("officer").items()},
            feeders={key: _feeder(key, row) for key, row in of("feeder").items()},
            categories={key: _category(key, row) for key, row in _ordered(of("category"))},
            cancel_reasons={key: _cancel_reason(key, row) for key, row in _ordered(of("cancel_reason"))},
            policies={row["category"]: _policy(row) for row in of("policy").values()},
            canned=tuple(_canned(key, row) for key, row in _ordered(of("canned"))),
            holidays={
                _day(row): Named(key, row["name"], row["name_bn"]) for key, row in of("holiday").items()
            },
            circles={key: Named(key, row["name"], row["name_bn"]) for key, row in of("circle").items()},
        )


def _ordered(rows: Rows) -> list[tuple[str, dict[str, Any]]]:
    return sorted(rows.items(), key=lambda item: (item[1]["order"], item[0]))


def _office(key: str, row: dict[str, Any]) -> Office:
    return Office(
        id=key,
        name=row["name"],
        name_bn=row["name_bn"],
        kind=row["kind"],
        circle=row["circle"],
        lat=row.get("lat"),
        lng=row.get("lng"),
        address=row.get("address") or "",
        address_bn=row.get("address_bn") or "",
        mobile=row.get("mobile") or "",
        email=row.get("email") or "",
    )


def _officer(key: str, row: dict[str, Any]) -> Officer:
    return Officer(
        id=key,
        name=row["name"],
        name_bn=row["name_bn"],
        designation=row.get("designation") or "",
        designation_bn=row.get("designation_bn") or "",
        office=row.get("office"),
        mobile=row.get("mobile") or "",
        email=row.get("email") or "",
    )


def _feeder(key: str, row: dict[str, Any]) -> Feeder:
    return Feeder(
        id=key,
        name=row["name"],
        name_bn=row["name_bn"],
        office=row["office"],
        substation=row.get("substation") or "",
        substation_bn=row.get("substation_bn") or "",
        supervisor=row.get("supervisor"),
        incharge=row.get("incharge"),
    )


def _category(key: str, row: dict[str, Any]) -> Category:
    return Category(
        id=key, name=row["name"], name_bn=row["name_bn"], parent=row.get("parent"), order=row["order"]
    )


def _cancel_reason(key: str, row: dict[str, Any]) -> CancelReason:
    return CancelReason(
        id=key,
        name=row["name"],
        name_bn=row["name_bn"],
        text_en=row.get("text_en") or "",
        text_bn=row.get("text_bn") or "",
        order=row["order"],
    )


def _policy(row: dict[str, Any]) -> Policy:
    return Policy(
        category=row["category"],
        minutes=row["minutes"],
        calendar=row["calendar"],
        warn_minutes=row["warn_minutes"],
    )


def _day(row: dict[str, Any]) -> int:
    return day_number(date.fromisoformat(row["date"]))


def _canned(key: str, row: dict[str, Any]) -> Canned:
    return Canned(
        id=key,
        name=row["name"],
        name_bn=row["name_bn"],
        action=row["action"],
        text=row.get("text") or "",
        text_bn=row.get("text_bn") or "",
        order=row["order"],
    )
