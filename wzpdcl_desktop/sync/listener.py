"""Who is told what the engine does, and whom the engine speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import Command, OutboxItem, Receipt
from wzpdcl_desktop.domain.feed import Digest, Page, Scopes
from wzpdcl_desktop.domain.link import LinkState, LoadProgress
from wzpdcl_desktop.domain.people import Duty, Me, ServerInfo, SignedIn


class Listener(Protocol):
    """Told from the engine's threads; must return soon and not raise."""

    def on_changes(self, changes: ChangeSet) -> None:
        """Rows of the cache, the officer (``me``) or commands (``outbox``) changed."""
        ...

    def on_link(self, state: LinkState) -> None:
        """The line is another one now."""
        ...

    def on_progress(self, progress: LoadProgress) -> None:
        """The first load went on."""
        ...

    def on_sent(self, items: Sequence[OutboxItem]) -> None:
        """These commands went on the wire or got their answer; each as it is now."""
        ...

    def on_bug(self, error: Exception) -> None:
        """Something happened that nobody planned for. The engine goes on."""
        ...


@dataclass(frozen=True, slots=True)
class Identity:
    """As whom the engine signs in: always the same officer, on the same PC."""

    officer: str
    duty: Duty
    device_id: str
    device_name: str


class Server(Protocol):
    """What the engine needs of the central API; `api.client.CentralApi` is it."""

    @property
    def has_session(self) -> bool: ...

    def close(self) -> None: ...

    def server_info(self) -> ServerInfo: ...

    def sign_in(
        self, duty: Duty, user_id: str, password: str, device_id: str, device_name: str
    ) -> SignedIn: ...

    def sign_out(self) -> None: ...

    def me(self) -> Me: ...

    def scopes(self, known: str | None = None, wait: int = 0) -> Scopes: ...

    def row_count(self, scope: str) -> int: ...

    def digest(self, scope: str) -> Digest: ...

    def bucket(self, scope: str, bucket: int) -> Page: ...

    def snapshot(self, scope: str, stage: str, after: str | None, limit: int) -> Page: ...

    def changes(self, scope: str, cursor: str, limit: int, wait: int = 0) -> Page: ...

    def send(self, command: Command) -> Receipt: ...
