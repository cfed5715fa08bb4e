"""Opaque cursors of the feed: readable for this server alone, and of no use anywhere else."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from central_api.models import Meta
from central_api.problems import ProblemError
from central_api.settings import SCHEMA_VERSION

_MAC_BYTES = 12


class Cursors:
    """Seals and opens cursors of one database.

    Attributes:
        epoch: Changes when the database was restored from a backup; every cursor of before is then of no use.
    """

    def __init__(self, epoch: str, secret: bytes) -> None:
        self.epoch = epoch
        self._secret = secret

    @classmethod
    def of(cls, session: Session) -> Cursors:
        """The cursors of the database behind a session."""
        return cls.from_meta({row.key: row.value for row in session.execute(select(Meta.key, Meta.value))})

    @classmethod
    def from_meta(cls, values: Mapping[str, str]) -> Cursors:
        """The cursors of a database whose ``meta`` holds these values."""
        return cls(values["epoch"], bytes.fromhex(values["cursor_secret"]))

    def seal(self, scope: str, log: str, seq: int) -> str:
        """The cursor of a scope after a number of its log."""
        return self._pack([self.epoch, scope, log, seq, SCHEMA_VERSION])

    def open(self, cursor: str, scope: str, log: str) -> int:
        """The number in a cursor.

        Raises:
            ProblemError: ``cursor_reset``: not made here, or for another scope, office, epoch or schema.
        """
        parts = self._unpack(cursor)
        if (
            parts is None
            or len(parts) != 5
            or parts[:3] != [self.epoch, scope, log]
            or parts[4] != SCHEMA_VERSION
        ):
            raise ProblemError("cursor_reset")
        seq: int = parts[3]
        return seq

    def seal_place(self, stage: str, place: list[int | str]) -> str:
        """The ``next`` of a snapshot page: after which row the next one begins."""
        return self._pack([stage, place])

    def open_place(self, after: str, stage: str) -> list[int | str]:
        """The place in a ``next``.

        Raises:
            ProblemError: ``invalid``: not made here, or for another stage.
        """
        parts = self._unpack(after)
        if parts is None or len(parts) != 2 or parts[0] != stage:
            raise ProblemError(
                "invalid", errors=[{"where": "query.after", "message": "not a page of this stage"}]
            )
        place: list[int | str] = parts[1]
        return place

    def _pack(self, parts: list[object]) -> str:
        body = msgspec.json.encode(parts)
        return base64.urlsafe_b64encode(self._mac(body) + body).decode().rstrip("=")

    def _unpack(self, text: str) -> list[Any] | None:
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        mac, body = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
        if not hmac.compare_digest(mac, self._mac(body)):
            return None
        return msgspec.json.decode(body, type=list[Any])

    def _mac(self, body: bytes) -> bytes:
        return hmac.new(self._secret, body, hashlib.sha256).digest()[:_MAC_BYTES]
