"""Sign-in, refresh, sign-out."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Request, Response

from central_api import examples
from central_api.auth import check_duty, check_password, store_key
from central_api.central import Access, CentralDep
from central_api.models import Account
from central_api.officers import officer_of
from central_api.openapi import SIGNED_IN, answer, problems
from central_api.problems import ProblemError
from central_api.settings import Settings
from central_api.shapes import RefreshIn, RefreshOut, SignInIn, SignInOut
from central_api.tokens import Pair, end_family, open_family, rotate

router = APIRouter(prefix="/v1/auth", tags=["sign-in"])


def _pair(pair: Pair, settings: Settings) -> dict[str, Any]:
    return {
        "access_token": pair.access,
        "access_expires_in": settings.access_seconds,
        "refresh_token": pair.refresh,
        "refresh_expires_in": settings.refresh_seconds,
    }


@router.post(
    "/sign-in",
    operation_id="signIn",
    summary="Sign in with a password in a duty, on a PC",
    response_model=SignInOut,
    responses={
        **answer(examples.SIGNED_IN, "Signed in"),
        **problems(
            "wrong_password",
            "wrong_duty",
            "account_disabled",
            "account_locked",
            "too_many_attempts",
            "too_large",
            "invalid",
            "internal",
            "unavailable",
        ),
    },
)
def sign_in(
    request: Request,
    central: CentralDep,
    given: Annotated[SignInIn, Body(openapi_examples={"head": {"value": examples.SIGN_IN}})],
) -> dict[str, Any]:
    """Answers tokens, the officer, and the key of his store on this PC (the same at every sign-in)."""
    settings = central.settings
    address = request.client.host[:64] if request.client else "local"
    check_password(central.database, settings, given.user_id, given.password, address)
    now = settings.clock.now_ms()
    with central.database.write() as session:
        account = session.get_one(Account, given.user_id)
        check_duty(account, given.duty)
        pair = open_family(session, account.officer, given.duty, given.device_id, settings)
        return {
            **_pair(pair, settings),
            "officer": officer_of(session, account.officer),
            "duty": given.duty,
            "office": account.office,
            "store_key": store_key(session, account.officer, given.device_id, now),
            "lease_days": settings.lease_days,
            "now": now,
        }


@router.post(
    "/refresh",
    operation_id="refresh",
    summary="Exchange a refresh token for a new pair",
    response_model=RefreshOut,
    responses={
        **answer(examples.REFRESHED, "A new pair; the old refresh token is used up"),
        **problems(
            "signed_out", "account_disabled", "wrong_duty", "too_large", "invalid", "internal", "unavailable"
        ),
    },
)
def refresh(
    central: CentralDep,
    given: Annotated[
        RefreshIn,
        Body(openapi_examples={"refresh": {"value": {"refresh_token": examples.PAIR["refresh_token"]}}}),
    ],
) -> dict[str, Any]:
    """Use of a used-up token ends the sign-in, but for the repetition of a request whose answer got lost."""
    with central.database.write() as session:
        pair = rotate(session, given.refresh_token, central.settings)
    if pair is None:
        raise ProblemError("signed_out")
    return {**_pair(pair, central.settings), "now": central.settings.clock.now_ms()}


@router.post(
    "/sign-out",
    operation_id="signOut",
    summary="End this sign-in",
    status_code=204,
    response_class=Response,
    responses={
        204: {"description": "Signed out; all tokens of this sign-in are of no use"},
        **problems(*SIGNED_IN),
    },
)
def sign_out(central: CentralDep, access: Access) -> None:
    """Ends the sign-in to which the access token belongs."""
    with central.database.write() as session:
        caller = central.caller(session, access)
        end_family(session, caller.family, central.settings.clock.now_ms(), "sign_out")
