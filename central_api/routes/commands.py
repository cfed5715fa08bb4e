"""The one door for everything that officers do."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Header

from central_api import examples
from central_api.central import Access, CentralDep
from central_api.commands import carry_out
from central_api.openapi import SIGNED_IN, problems
from central_api.problems import ProblemError
from central_api.shapes import CommandIn, ReceiptOut
from central_api.updates import numbers

router = APIRouter(prefix="/v1", tags=["commands"])

_VERSION = r"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}([-+.a-z][-+.a-z0-9]{0,40})?$"


@router.post(
    "/commands",
    operation_id="postCommand",
    summary="Carry out a command, exactly once",
    response_model=ReceiptOut,
    responses={
        200: {
            "description": "The final result",
            "content": {
                "application/json": {
                    "examples": {
                        "applied": {"value": examples.RECEIPT},
                        "conflict": {"value": examples.CONFLICT},
                    }
                }
            },
        },
        **problems(
            *SIGNED_IN, "in_flight", "too_large", "command_reused", "predecessor_unknown", "upgrade_needed"
        ),
    },
)
def post_command(
    central: CentralDep,
    access: Access,
    command: Annotated[CommandIn, Body(openapi_examples=examples.COMMANDS)],
    client_version: Annotated[
        str | None, Header(alias="X-Client-Version", pattern=_VERSION, description="Version of the program")
    ] = None,
) -> dict[str, Any]:
    """The same command again gets the same receipt. `conflict` and `refused` are results too, and final."""
    with central.database.write() as session:
        caller = central.caller(session, access)
        if client_version is not None and numbers(client_version) < numbers(central.versions()[0]):
            raise ProblemError("upgrade_needed")
        done = carry_out(session, caller, command, central.settings)
    if done.changed:
        central.wakeup.ring()
    return done.receipt
