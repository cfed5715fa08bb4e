"""Forgetting: what has passed its time goes, what is needed stays."""

from __future__ import annotations

from pathlib import Path

from central_api.maintenance import clear_away
from central_api.models import Receipt, Token, TokenFamily
from tests.support.local import Local, local_central

DAY_MS = 86_400_000


def counts(local: Local) -> tuple[int, int, int]:
    with local.database.read() as session:
        return (
            session.query(Receipt).count(),
            session.query(Token).count(),
            session.query(TokenFamily).count(),
        )


def clear(local: Local) -> None:
    with local.database.write() as session:
        clear_away(session, local.settings)


def test_receipts_and_tokens(tmp_path: Path) -> None:
    with local_central(tmp_path / "c") as local:
        pair = local.sign_in("xen.khulna1").json()
        header = {"Authorization": f"Bearer {pair['access_token']}"}
        body = local.body("complaint.message", 1)
        local.client.post("/v1/commands", json=body, headers=header)
        clear(local)
        assert counts(local) == (1, 2, 1)
        local.clock.move(20 * DAY_MS)
        clear(local)
        assert local.client.get("/v1/me", headers=header).json()["code"] == "token_expired"
        given = {"refresh_token": pair["refresh_token"]}
        assert local.client.post("/v1/auth/refresh", json=given).status_code == 200
        local.clock.move(32 * DAY_MS)
        clear(local)
        assert counts(local) == (1, 0, 0)
        local.clock.move(349 * DAY_MS)
        clear(local)
        assert counts(local) == (0, 0, 0)
