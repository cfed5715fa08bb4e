"""Sign-in, locks, rotation of tokens."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from central_api.models import Account
from tests.support.local import Local

HEAD = "xen.khulna1"


def code(answer: Any) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


def refresh(local: Local, token: str) -> Any:
    return local.client.post("/v1/auth/refresh", json={"refresh_token": token})


def me(local: Local, access: str) -> Any:
    return local.client.get("/v1/me", headers={"Authorization": f"Bearer {access}"})


def test_answer_of_a_sign_in(fresh: Local) -> None:
    given = fresh.sign_in(HEAD).json()
    assert given["access_expires_in"] == 900
    assert given["refresh_expires_in"] == 30 * 86400
    assert given["officer"]["id"] == HEAD
    assert (given["duty"], given["office"], given["lease_days"]) == ("office_head", "khulna-1", 30)
    assert given["now"] == fresh.clock.now_ms()
    assert me(fresh, given["access_token"]).json()["office"]["id"] == "khulna-1"


def test_store_key_is_of_the_officer_and_the_pc_and_stays(fresh: Local) -> None:
    first = fresh.sign_in(HEAD).json()["store_key"]
    assert len(base64.b64decode(first)) == 32
    assert fresh.sign_in(HEAD).json()["store_key"] == first
    assert fresh.sign_in(HEAD, device_id="other-pc").json()["store_key"] != first
    assert fresh.sign_in("xen.khulna2").json()["store_key"] != first


@pytest.mark.parametrize(
    ("officer", "changes", "expected"),
    [
        (HEAD, {"password": "wrong"}, (401, "wrong_password")),
        ("nobody", {}, (401, "wrong_password")),
        (HEAD, {"duty": "central"}, (403, "wrong_duty")),
        (HEAD, {"duty": "central", "password": "wrong"}, (401, "wrong_password")),
        ("gone.khulna1", {}, (403, "account_disabled")),
        ("gone.khulna1", {"password": "wrong"}, (401, "wrong_password")),
        (HEAD, {"duty": "king"}, (422, "invalid")),
        (HEAD, {"more": 1}, (422, "invalid")),
    ],
)
def test_refusals(fresh: Local, officer: str, changes: dict[str, Any], expected: tuple[int, str]) -> None:
    assert code(fresh.sign_in(officer, **changes)) == expected


def test_locked_after_five_and_released_after_a_quarter(fresh: Local) -> None:
    for _ in range(5):
        assert code(fresh.sign_in(HEAD, password="wrong")) == (401, "wrong_password")
    locked = fresh.sign_in(HEAD)
    assert code(locked) == (423, "account_locked")
    assert locked.json()["retry_after"] == 900 == int(locked.headers["retry-after"])
    assert fresh.sign_in("xen.khulna2").status_code == 200
    fresh.clock.move(15 * 60_000 - 1)
    assert code(fresh.sign_in(HEAD)) == (423, "account_locked")
    fresh.clock.move(1)
    assert fresh.sign_in(HEAD).status_code == 200


def test_a_right_password_begins_the_count_anew(fresh: Local) -> None:
    for _ in range(3):
        for _ in range(4):
            fresh.sign_in(HEAD, password="wrong")
        assert fresh.sign_in(HEAD).status_code == 200


def test_guessing_over_many_accounts_is_slowed_down(fresh: Local) -> None:
    for number in range(30):
        assert code(fresh.sign_in(f"nobody{number}")) == (401, "wrong_password")
    assert code(fresh.sign_in(HEAD)) == (429, "too_many_attempts")
    fresh.clock.move(15 * 60_000)
    assert fresh.sign_in(HEAD).status_code == 200


def test_access_expires_and_the_refresh_goes_on(fresh: Local) -> None:
    pair = fresh.sign_in(HEAD).json()
    fresh.clock.move(900_000)
    assert code(me(fresh, pair["access_token"])) == (401, "token_expired")
    new = refresh(fresh, pair["refresh_token"]).json()
    assert me(fresh, new["access_token"]).status_code == 200
    fresh.clock.move(30 * 86_400_000)
    assert code(refresh(fresh, new["refresh_token"])) == (401, "signed_out")


def test_replay_of_a_used_token_ends_the_family(fresh: Local) -> None:
    first = fresh.sign_in(HEAD).json()
    second = refresh(fresh, first["refresh_token"]).json()
    third = refresh(fresh, second["refresh_token"]).json()
    assert code(refresh(fresh, first["refresh_token"])) == (401, "signed_out")
    assert code(me(fresh, third["access_token"])) == (401, "signed_out")
    assert code(refresh(fresh, third["refresh_token"])) == (401, "signed_out")


def test_replay_after_a_minute_ends_the_family(fresh: Local) -> None:
    first = fresh.sign_in(HEAD).json()
    second = refresh(fresh, first["refresh_token"]).json()
    fresh.clock.move(60_001)
    assert code(refresh(fresh, first["refresh_token"])) == (401, "signed_out")
    assert code(refresh(fresh, second["refresh_token"])) == (401, "signed_out")


def test_lost_answer_is_forgiven(fresh: Local) -> None:
    first = fresh.sign_in(HEAD).json()
    lost = refresh(fresh, first["refresh_token"]).json()
    fresh.clock.move(60_000)
    again = refresh(fresh, first["refresh_token"]).json()
    assert me(fresh, again["access_token"]).status_code == 200
    assert refresh(fresh, again["refresh_token"]).status_code == 200
    # The pair that got lost is of no use; whoever found it ends the sign-in.
    assert code(me(fresh, lost["access_token"])) == (401, "token_expired")
    assert code(refresh(fresh, lost["refresh_token"])) == (401, "signed_out")
    assert code(me(fresh, again["access_token"])) == (401, "signed_out")


@pytest.mark.parametrize(
    ("change", "expected"), [({"disabled": 1}, "account_disabled"), ({"duties": ["circle"]}, "wrong_duty")]
)
@pytest.mark.parametrize("away_ms", [0, 900_000, 31 * 86_400_000])
def test_whoever_lost_the_right_is_told_so_and_not_just_signed_out(
    fresh: Local, change: dict[str, Any], expected: str, away_ms: int
) -> None:
    pair = fresh.sign_in(HEAD).json()
    with fresh.database.write() as session:
        account = session.get_one(Account, HEAD)
        for name, value in change.items():
            setattr(account, name, value)
    fresh.clock.move(away_ms)
    assert code(me(fresh, pair["access_token"])) == (403, expected)
    assert code(refresh(fresh, pair["refresh_token"])) == (403, expected)


def test_a_right_that_comes_back_needs_no_new_sign_in(fresh: Local) -> None:
    pair = fresh.sign_in(HEAD).json()
    for disabled, status in ((1, 403), (0, 200)):
        with fresh.database.write() as session:
            session.get_one(Account, HEAD).disabled = disabled
        assert refresh(fresh, pair["refresh_token"]).status_code == status


def test_sign_out_ends_this_sign_in_alone(fresh: Local) -> None:
    first, other = fresh.sign_in(HEAD).json(), fresh.sign_in(HEAD).json()
    header = {"Authorization": f"Bearer {first['access_token']}"}
    assert fresh.client.post("/v1/auth/sign-out", headers=header).status_code == 204
    assert code(me(fresh, first["access_token"])) == (401, "signed_out")
    assert code(refresh(fresh, first["refresh_token"])) == (401, "signed_out")
    assert me(fresh, other["access_token"]).status_code == 200


def test_without_a_token_and_with_the_wrong_kind(fresh: Local) -> None:
    pair = fresh.sign_in(HEAD).json()
    assert code(fresh.client.get("/v1/me")) == (401, "signed_out")
    assert code(me(fresh, pair["refresh_token"])) == (401, "token_expired")
    assert code(refresh(fresh, pair["access_token"])) == (401, "signed_out")
    assert me(fresh, pair["access_token"]).status_code == 200


def test_no_secret_is_kept_in_clear(fresh: Local) -> None:
    pair = fresh.sign_in(HEAD).json()
    raw = b"".join(path.read_bytes() for path in fresh.settings.blobs_folder.parent.glob("central.db*"))
    assert HEAD.encode() in raw
    assert pair["access_token"].encode() not in raw
    assert pair["refresh_token"].encode() not in raw
