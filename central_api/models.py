"""Tables of the central API, for SQLite and PostgreSQL alike.

Times are Unix milliseconds (UTC). ``version`` of a row is what the change feed serves; it only rises.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Float, ForeignKey, Index, Integer, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Json = JSON().with_variant(JSONB(), "postgresql")
#: SQLite only auto-increments INTEGER keys.
Big = BigInteger().with_variant(Integer(), "sqlite")


class Base(DeclarativeBase):
    """Base of all tables."""


class Meta(Base):
    """Named values of this database: feed epoch, cursor secret, sample-data seed and clock."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Reference(Base):
    """One row of reference data (office, feeder, category ...), served in scope ``company``.

    ``entity`` is circle, office, officer, feeder, category, cancel_reason, policy, canned or holiday;
    ``data`` is what the feed serves. Read by id or as a whole set; never searched inside.
    """

    __tablename__ = "reference"
    entity: Mapped[str] = mapped_column(String(24), primary_key=True)
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, default=1)
    data: Mapped[dict[str, Any]] = mapped_column(Json)


class Feeder(Base):
    """Who looks after a feeder: the authority for scope (the ``reference`` row is its public face)."""

    __tablename__ = "feeder"
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    office: Mapped[str] = mapped_column(String(40), index=True)
    supervisor: Mapped[str | None] = mapped_column(String(80), index=True)
    incharge: Mapped[str | None] = mapped_column(String(80), index=True)


class Office(Base):
    """An office and its circle: the authority for scope."""

    __tablename__ = "office"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    circle: Mapped[str] = mapped_column(String(40), index=True)


class Account(Base):
    """An officer's account: who may sign in, with which duties."""

    __tablename__ = "account"
    officer: Mapped[str] = mapped_column(String(80), primary_key=True)
    office: Mapped[str | None] = mapped_column(String(40))
    circle: Mapped[str | None] = mapped_column(String(40))
    duties: Mapped[list[str]] = mapped_column(Json)
    password_hash: Mapped[str] = mapped_column(String(200))
    disabled: Mapped[int] = mapped_column(Integer, default=0)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    locked_until: Mapped[int] = mapped_column(BigInteger, default=0)


class AddressAttempts(Base):
    """Failed sign-ins of one network address, to slow down guessing."""

    __tablename__ = "address_attempts"
    address: Mapped[str] = mapped_column(String(64), primary_key=True)
    failures: Mapped[int] = mapped_column(Integer, default=0)
    first_at: Mapped[int] = mapped_column(BigInteger)
    locked_until: Mapped[int] = mapped_column(BigInteger, default=0)


class TokenFamily(Base):
    """One sign-in on one device. Ending it ends all its tokens."""

    __tablename__ = "token_family"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    officer: Mapped[str] = mapped_column(ForeignKey("account.officer"), index=True)
    duty: Mapped[str] = mapped_column(String(20))
    device: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[int] = mapped_column(BigInteger)
    ended_at: Mapped[int | None] = mapped_column(BigInteger)
    end_reason: Mapped[str | None] = mapped_column(String(20))


class Token(Base):
    """An access or refresh token, kept as SHA-256 only."""

    __tablename__ = "token"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    family: Mapped[str] = mapped_column(ForeignKey("token_family.id"), index=True)
    #: ``access``, ``refresh``, or ``void``: a refresh token that was replaced because its delivery got lost.
    kind: Mapped[str] = mapped_column(String(8))
    #: The refresh token for which this one was given.
    parent: Mapped[str | None] = mapped_column(String(64), index=True)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    used_at: Mapped[int | None] = mapped_column(BigInteger)


class StoreKey(Base):
    """The key of an officer's encrypted store on one PC: issued once, the same ever after."""

    __tablename__ = "store_key"
    officer: Mapped[str] = mapped_column(String(80), primary_key=True)
    device: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[int] = mapped_column(BigInteger)


class Complaint(Base):
    """A customer's complaint. ``timeline`` and ``attachments`` are lists as the feed serves them."""

    __tablename__ = "complaint"
    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(Integer, default=1)
    state_version: Mapped[int] = mapped_column(Integer, default=1)
    office: Mapped[str] = mapped_column(String(40))
    feeder: Mapped[str | None] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(12))
    category: Mapped[str] = mapped_column(String(60))
    customer: Mapped[str] = mapped_column(String(120))
    mobile: Mapped[str] = mapped_column(String(16))
    account: Mapped[str | None] = mapped_column(String(20))
    tariff: Mapped[str | None] = mapped_column(String(12))
    load_kw: Mapped[float | None] = mapped_column(Float)
    locality: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(240))
    lat: Mapped[float | None] = mapped_column(Float)
    lng: Mapped[float | None] = mapped_column(Float)
    text: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[int] = mapped_column(BigInteger)
    due_at: Mapped[int] = mapped_column(BigInteger)
    accepted_at: Mapped[int | None] = mapped_column(BigInteger)
    closed_at: Mapped[int | None] = mapped_column(BigInteger)
    assigned_to: Mapped[str | None] = mapped_column(String(80))
    cancel_reason: Mapped[str | None] = mapped_column(String(40))
    reopen_count: Mapped[int] = mapped_column(Integer, default=0)
    calls: Mapped[int] = mapped_column(Integer, default=1)
    rating: Mapped[int | None] = mapped_column(Integer)
    rating_text: Mapped[str | None] = mapped_column(Text)
    files: Mapped[int] = mapped_column(Integer, default=0)
    timeline: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    attachments: Mapped[list[dict[str, Any]]] = mapped_column(Json)

    __table_args__ = (
        # The stages of the snapshot cover everything only as long as this holds.
        CheckConstraint(
            "(closed_at IS NULL AND state IN ('inbox', 'in_progress'))"
            " OR (closed_at IS NOT NULL AND state IN ('resolved', 'cancelled'))",
            name="ck_complaint_closed_at",
        ),
        Index("ix_complaint_office_state", "office", "state", "id"),
        Index("ix_complaint_feeder_state", "feeder", "state", "id"),
        Index("ix_complaint_office_closed", "office", "closed_at", "id"),
        Index("ix_complaint_feeder_closed", "feeder", "closed_at", "id"),
    )


class Blob(Base):
    """A file by its content. ``path`` is relative to the blob folder of the settings."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str] = mapped_column(String(80))
    path: Mapped[str] = mapped_column(String(200))


class BlobUse(Base):
    """Which complaint shows which file: the ground of the right to read it."""

    __tablename__ = "blob_use"
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), primary_key=True)
    complaint: Mapped[int] = mapped_column(Big, primary_key=True)


class OfficeSeq(Base):
    """The feed counter of one office (``*`` for the company's reference data, ``#`` for complaint numbers).

    ``UPDATE ... SET n = n + k RETURNING n`` is the last statement before the change-log insert and COMMIT, so
    that numbers become visible in their order.
    """

    __tablename__ = "office_seq"
    office: Mapped[str] = mapped_column(String(40), primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger, default=0)


class ChangeLog(Base):
    """The latest change of each row of each office: compacted, so bounded. Carries no operation."""

    __tablename__ = "change_log"
    office: Mapped[str] = mapped_column(String(40), primary_key=True)
    entity: Mapped[str] = mapped_column(String(24), primary_key=True)
    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    version: Mapped[int] = mapped_column(Integer)
    at: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (Index("ix_change_log_seq", "office", "seq"),)


class Receipt(Base):
    """The final result of a command, written in the transaction of its effect."""

    __tablename__ = "receipt"
    officer: Mapped[str] = mapped_column(String(80), primary_key=True)
    command_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    aggregate: Mapped[str] = mapped_column(String(80))
    content_sha256: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(10))
    result: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[int] = mapped_column(BigInteger)
