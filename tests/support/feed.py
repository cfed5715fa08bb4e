"""A reader of the feed as strict as a desk: checks every page, applies it, and keeps its cursor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

STAGES = ("own_open", "open", "recent", "history")


class TornPageError(AssertionError):
    """A page without a valid end line."""


def parse_page(body: bytes) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Rows and end line of a page.

    Raises:
        TornPageError: It is no page.
    """
    *rows, last = body.splitlines(keepends=True) or [b""]
    try:
        end = json.loads(last)["end"]
    except (ValueError, KeyError, TypeError) as error:
        raise TornPageError("no end line") from error
    if not last.endswith(b"\n") or end["count"] != len(rows):
        raise TornPageError("cut")
    if hashlib.sha256(b"".join(rows)).hexdigest() != end["sha256"]:
        raise TornPageError("other bytes")
    return [json.loads(row) for row in rows], end


@dataclass
class Reader:
    """What a desk holds of one scope.

    Attributes:
        rows: Version and data by entity and id.
        head: The last head it was told.
    """

    client: Any
    scope: str
    limit: int = 50
    cursor: str = ""
    head: int = 0
    rows: dict[tuple[str, Any], dict[str, Any]] = field(default_factory=dict)

    def pages_of(self, stage: str) -> Iterator[dict[str, Any]]:
        """Read a stage of the snapshot page by page; the end lines."""
        after: dict[str, str] = {}
        while True:
            params = {"scope": self.scope, "stage": stage, "limit": self.limit, **after}
            end = self._page("/v1/snapshot", params)
            self.cursor = self.cursor or end["as_of"]
            yield end
            if not end["more"]:
                return
            after = {"after": end["next"]}

    def snapshot(self) -> None:
        """Read the whole snapshot."""
        for stage in ("reference",) if self.scope == "company" else STAGES:
            for _ in self.pages_of(stage):
                pass

    def pull(self, wait: int = 0) -> list[dict[str, Any]]:
        """Read all changes; the rows that came."""
        came: list[dict[str, Any]] = []
        more = True
        while more:
            params = {"scope": self.scope, "cursor": self.cursor, "limit": self.limit, "wait": wait}
            end = self._page("/v1/changes", params, came)
            self.cursor, more = end["next"], end["more"]
        return came

    def versions(self) -> dict[Any, int]:
        """Version by id, of the complaints."""
        return {id_: row["version"] for (entity, id_), row in self.rows.items() if entity == "complaint"}

    def _page(
        self, path: str, params: dict[str, Any], came: list[dict[str, Any]] | None = None
    ) -> dict[str, Any]:
        answer = self.client.get(path, params=params)
        assert answer.status_code == 200, answer.text
        rows, end = parse_page(answer.content)
        for row in rows:
            assert list(row)[:4] == ["op", "entity", "id", "version"]
            self._apply(row)
        if came is not None:
            came.extend(rows)
        self.head = end["head"]
        return end

    def _apply(self, row: dict[str, Any]) -> None:
        key = (row["entity"], row["id"])
        held = self.rows.get(key)
        if row["op"] == "put" and (held is None or row["version"] > held["version"]):
            self.rows[key] = row
        if row["op"] == "rm" and held is not None and held["version"] <= row["version"]:
            del self.rows[key]
