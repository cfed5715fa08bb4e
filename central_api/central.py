"""What the operations share, and how they get at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.orm import Session

from central_api.db import Database
from central_api.problems import ProblemError
from central_api.scope import Caller
from central_api.settings import Settings
from central_api.tokens import authenticate
from central_api.updates import Updates
from central_api.wakeup import Wakeup


@dataclass(frozen=True, slots=True)
class Central:
    """The parts of one running server."""

    settings: Settings
    database: Database
    wakeup: Wakeup
    updates: Updates

    def versions(self) -> tuple[str, str]:
        """The least version that may send, and the current one."""
        published = self.updates.current()
        if published is None:
            return self.settings.min_client, self.settings.current_client
        return published.least, published.version

    def caller(self, session: Session, access: str) -> Caller:
        """The caller behind an access token.

        Raises:
            ProblemError: One of the codes for 401, or ``account_disabled``.
        """
        return authenticate(session, access, self.settings.clock.now_ms())


_BEARER = HTTPBearer(auto_error=False, bearerFormat="opaque", description="The access token of a sign-in.")


def _central(request: Request) -> Central:
    central: Central = request.app.state.central
    return central


def _access(credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> str:
    if credentials is None:
        raise ProblemError("signed_out")
    return credentials.credentials


CentralDep = Annotated[Central, Depends(_central)]
#: The access token of the request; also marks the operation in the OpenAPI document.
Access = Annotated[str, Depends(_access)]
