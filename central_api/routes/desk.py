"""The server itself, the caller, one complaint."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from central_api import examples
from central_api.central import Access, CentralDep
from central_api.cursor import Cursors
from central_api.models import Complaint
from central_api.officers import feeders_of, office_of, officer_of
from central_api.openapi import SIGNED_IN, answer, problems
from central_api.problems import ProblemError
from central_api.rows import encode_line, read_complaints, select_complaints
from central_api.scope import actions, visible
from central_api.settings import API_VERSION, SCHEMA_VERSION
from central_api.shapes import ComplaintLineOut, MeOut, ServerOut

router = APIRouter(prefix="/v1", tags=["desk"])


@router.get(
    "/server",
    operation_id="getServer",
    summary="Identity and health of the server",
    response_model=ServerOut,
    responses={**answer(examples.SERVER, "The server is well"), **problems("internal", "unavailable")},
)
def server(central: CentralDep) -> dict[str, Any]:
    """Needs no sign-in; reads the database, so a good answer means that it is there."""
    settings = central.settings
    least, current = central.versions()
    with central.database.read() as session:
        epoch = Cursors.of(session).epoch
    return {
        "name": settings.name,
        "name_bn": settings.name_bn,
        "api": API_VERSION,
        "schema": SCHEMA_VERSION,
        "epoch": epoch,
        "practice": settings.practice,
        "now": settings.clock.now_ms(),
        "min_client": least,
        "current_client": current,
    }


@router.get(
    "/me",
    operation_id="getMe",
    summary="The caller, and what he may do",
    response_model=MeOut,
    responses={**answer(examples.ME, "The caller"), **problems(*SIGNED_IN)},
)
def me(central: CentralDep, access: Access) -> dict[str, Any]:
    """A client offers exactly the actions listed here, from the states listed here."""
    with central.database.read() as session:
        caller = central.caller(session, access)
        return {
            "officer": officer_of(session, caller.officer),
            "duty": caller.duty,
            "office": office_of(session, caller.office),
            "circle": caller.circle,
            "feeders": feeders_of(session, caller),
            "actions": [
                {
                    "action": action.name,
                    "from": action.origins,
                    "to": action.to,
                    "needs": action.needs,
                    "blocked_reason": None,
                }
                for action in actions(caller)
            ],
            "now": central.settings.clock.now_ms(),
        }


@router.get(
    "/complaints/{id}",
    operation_id="getComplaint",
    summary="One complaint as in the feed",
    response_class=Response,
    responses={
        200: {
            "description": "The complaint",
            "model": ComplaintLineOut,
            "content": {"application/json": {"example": examples.COMPLAINT}},
        },
        **problems(*SIGNED_IN, "not_found"),
    },
)
def complaint(
    central: CentralDep,
    access: Access,
    id_: Annotated[int, Path(alias="id", ge=1, lt=10**15, description="The number that the customer knows")],
) -> Response:
    """404 for a number that is not there and for one outside the caller's area alike."""
    with central.database.read() as session:
        caller = central.caller(session, access)
        found = read_complaints(session, select_complaints().where(Complaint.id == id_, visible(caller)))
    if not found:
        raise ProblemError("not_found")
    return Response(encode_line(found[0]), media_type="application/json")
