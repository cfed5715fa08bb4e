"""Everything that can be set about one running server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from central_api.clock import Clock, SystemClock

API_VERSION = 1
#: Version of rows and commands; part of every cursor.
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one server. Durations say their unit in their name."""

    database_url: str
    blobs_folder: Path
    clock: Clock = field(default_factory=SystemClock)
    practice: bool = False
    name: str = "West Zone Power Distribution Company"
    name_bn: str = "ওয়েস্ট জোন পাওয়ার ডিস্ট্রিবিউশন কোম্পানি"
    min_client: str = "0.1.0"
    current_client: str = "0.1.0"
    #: Where signed packages of the desktop are published; what they say of versions wins over the two above.
    updates_folder: Path | None = None
    access_seconds: int = 15 * 60
    refresh_seconds: int = 30 * 24 * 3600
    #: A refresh whose answer got lost may be asked again for so long.
    refresh_grace_seconds: int = 60
    lease_days: int = 30
    account_attempts: int = 5
    address_attempts: int = 30
    lock_seconds: int = 15 * 60
    longest_wait_seconds: int = 25
    #: How often the heads are looked at for changes made by other server processes.
    watch_seconds: float = 1.0
    body_limit_bytes: int = 1024 * 1024
    #: A cursor older than this gets a reset.
    tombstone_days: int = 180
    receipt_days: int = 400
    recent_days: int = 90
