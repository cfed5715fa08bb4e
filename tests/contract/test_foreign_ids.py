"""Real ids of things that are none of the caller's business: no data, and no word on whether they exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.routing import APIRoute

from tests.support.central_data import FILE_SHA256
from tests.support.local import Local

DOLKHOLA, FERRYGHAT, STADIUM = "khulna-1-dolkhola", "khulna-1-ferryghat", "khulna-2-stadium"
#: Who must see nothing of a complaint on Dolkhola: another office, another feeder of the same office, and the
#: heads of another office and another circle.
STRANGERS = ("sae1.khulna2", "sae2.khulna1", "xen.khulna2", "xen.jashore1")
ACTIONS = ("accept", "message", "resolve", "cancel", "reassign")
NOBODY = 999_999_999


@dataclass(frozen=True)
class Question:
    """The same question about something that is there and about something that is not."""

    officer: str
    there: Any
    not_there: Any


def complaints(local: Local) -> Iterator[Question]:
    id_ = local.new_complaint(DOLKHOLA)
    for officer in STRANGERS:
        paths = (f"/v1/complaints/{number}" for number in (id_, NOBODY))
        yield Question(officer, *(local.get(officer, path) for path in paths))


def attachments(local: Local) -> Iterator[Question]:
    # Of a complaint on Dolkhola.
    assert local.get("sae1.khulna1", f"/v1/attachments/{FILE_SHA256}").status_code == 200
    for officer in STRANGERS:
        paths = (f"/v1/attachments/{sha256}" for sha256 in (FILE_SHA256, "ab" * 32))
        yield Question(officer, *(local.get(officer, path) for path in paths))


def scopes(path: str, **more: Any) -> Callable[[Local], Iterator[Question]]:
    """A scope of somebody else's, and one of nobody's."""

    def ask(local: Local) -> Iterator[Question]:
        local.new_complaint(DOLKHOLA)
        for officer in STRANGERS:
            for kind, id_ in (("office", "khulna-1"), ("feeder", DOLKHOLA)):
                if (officer, kind) == ("xen.khulna1", "office"):
                    continue
                asked = (f"{kind}:{id_}", f"{kind}:{id_}-none")
                yield Question(officer, *(local.get(officer, path, scope=one, **more) for one in asked))

    return ask


def commands(local: Local) -> Iterator[Question]:
    for action in ACTIONS:
        for officer in STRANGERS:
            id_ = local.new_complaint(DOLKHOLA)
            before = local.row(id_)
            bodies = (local.body(f"complaint.{action}", number, 1) for number in (id_, NOBODY))
            yield Question(officer, *(local.command(officer, body) for body in bodies))
            assert local.row(id_) == before


#: Routes whose ids are of things.
ASKED: dict[str, Callable[[Local], Iterator[Question]]] = {
    "GET /v1/complaints/{id}": complaints,
    "GET /v1/attachments/{sha256}": attachments,
    "GET /v1/snapshot": scopes("/v1/snapshot", stage="open"),
    "GET /v1/changes": scopes("/v1/changes", cursor="AbC"),
    "GET /v1/digest": scopes("/v1/digest"),
    "GET /v1/digest/{bucket}": scopes("/v1/digest/17"),
    "POST /v1/commands": commands,
}
#: Routes that answer of the caller alone, or the same to everybody.
NO_IDS = {
    "POST /v1/auth/sign-in",
    "POST /v1/auth/refresh",
    "POST /v1/auth/sign-out",
    "GET /v1/server",
    "GET /v1/me",
    "GET /v1/scopes",
    "GET /v1/update",
    "GET /v1/update/package/{sha256}",
}


def test_every_route_is_in_one_of_the_two_lists(local: Local) -> None:
    routes = {
        f"{method} {path}"
        for path, operations in local.client.get("/openapi.json").json()["paths"].items()
        for method in map(str.upper, operations)
    }
    served = {
        route.path.removeprefix("/v1")
        for route in local.client.app.routes
        if isinstance(route, APIRoute)  # type: ignore[attr-defined]
    }
    assert routes == ASKED.keys() | NO_IDS
    assert served <= {route.partition(" ")[2].removeprefix("/v1") for route in routes}


@pytest.mark.parametrize("route", ASKED)
def test_a_strangers_thing_and_nothing_are_answered_alike(local: Local, route: str) -> None:
    asked = 0
    for question in ASKED[route](local):
        answers = [plain(answer.json()) for answer in (question.there, question.not_there)]
        assert question.there.status_code == question.not_there.status_code, question.officer
        assert answers[0] == answers[1], question.officer
        if route == "POST /v1/commands":
            assert answers[0]["outcome"] == "refused"
        else:
            assert question.there.status_code in (403, 404)
        asked += 1
    assert asked


def plain(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without what tells of the question alone."""
    return {key: value for key, value in answer.items() if key not in {"command_id", "instance", "at"}}


@pytest.mark.parametrize("officer", STRANGERS)
def test_a_place_in_somebody_elses_snapshot_is_of_no_use(local: Local, officer: str) -> None:
    for number in range(60):
        local.new_complaint(DOLKHOLA if number % 2 else FERRYGHAT)
    theirs = {"scope": "office:khulna-1", "stage": "open", "limit": 50}
    lines = local.get("xen.khulna1", "/v1/snapshot", **theirs).text.splitlines()
    end = local.client.app.state.central and lines[-1]  # type: ignore[attr-defined]
    after = end.partition('"next":"')[2].partition('"')[0]
    cursor = end.partition('"as_of":"')[2].partition('"')[0]
    own = local.get(officer, "/v1/scopes").json()["scopes"][-1]["scope"]
    assert local.get(officer, "/v1/snapshot", **theirs, after=after).status_code == 403
    assert local.get(officer, "/v1/snapshot", **{**theirs, "scope": own}, after=after).status_code == 422
    assert local.get(officer, "/v1/changes", scope="office:khulna-1", cursor=cursor).status_code == 403
    assert local.get(officer, "/v1/changes", scope=own, cursor=cursor).json()["code"] == "cursor_reset"
