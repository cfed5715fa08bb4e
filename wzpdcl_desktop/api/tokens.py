"""Where the session's long-lived token is kept between two starts."""

from __future__ import annotations

from typing import Protocol


class TokenStore(Protocol):
    """Keeps the refresh token of one officer; the access token never leaves the memory of the client."""

    def load(self) -> str | None:
        """The refresh token, None if there is none."""
        ...

    def save(self, refresh_token: str | None) -> None:
        """Keep another one before the old one is forgotten; None forgets it."""
        ...


class MemoryTokens:
    """Tokens that end with the program: for a sign-in whose officer is not known yet, and for tests."""

    def __init__(self, refresh_token: str | None = None) -> None:
        self._refresh_token = refresh_token

    def load(self) -> str | None:
        """See :class:`TokenStore`."""
        return self._refresh_token

    def save(self, refresh_token: str | None) -> None:
        """See :class:`TokenStore`."""
        self._refresh_token = refresh_token
