"""Helpers for a complete OpenAPI document: problems per operation, examples, the problem schema."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from central_api.problems import KINDS, MEDIA_TYPE, document
from central_api.shapes import ProblemOut

#: What every operation with a bearer token may answer.
SIGNED_IN = (
    "token_expired",
    "signed_out",
    "account_disabled",
    "wrong_duty",
    "invalid",
    "internal",
    "unavailable",
)


def problems(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an operation for some problem codes, each with its example."""
    by_status: dict[int | str, dict[str, Any]] = defaultdict(dict)
    for code in codes:
        retry = 1 if code in {"in_flight", "predecessor_unknown", "unavailable"} else None
        example = document(code, "/v1/…", retry_after=retry)
        by_status[KINDS[code].status][code] = {"summary": KINDS[code].title, "value": example}
    return {
        status: {
            "description": " · ".join(f"`{code}`" for code in examples),
            "content": {
                MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}, "examples": examples}
            },
        }
        for status, examples in by_status.items()
    }


def answer(example: Any, description: str, *, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` entry of a good answer with its example."""
    return {status: {"description": description, "content": {"application/json": {"example": example}}}}


def lines(example: str, description: str) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` entry of a page of lines."""
    schema = {"type": "string", "description": "Newline-delimited JSON; the last line is the end line."}
    return {
        200: {
            "description": description,
            "content": {"application/x-ndjson": {"schema": schema, "example": example}},
        }
    }


def build(app: FastAPI) -> dict[str, Any]:
    """The document of an application, with the schema of problems."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        schema = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}")
        components = made["components"]["schemas"]
        components.update(schema.pop("$defs"))
        components["ProblemOut"] = schema
        app.openapi_schema = made
    return app.openapi_schema
