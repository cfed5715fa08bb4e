"""The OpenAPI document: complete, and the server keeps to it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from central_api.problems import KINDS
from tests.support.central import ROOT
from tests.support.local import Local

METHODS = {"get", "post", "put", "patch", "delete"}
OPEN = {"getServer", "signIn", "refresh", "getUpdate", "getUpdatePackage"}
EXPECTED = {
    "getServer": "GET /v1/server",
    "signIn": "POST /v1/auth/sign-in",
    "refresh": "POST /v1/auth/refresh",
    "signOut": "POST /v1/auth/sign-out",
    "getMe": "GET /v1/me",
    "getScopes": "GET /v1/scopes",
    "getSnapshot": "GET /v1/snapshot",
    "getChanges": "GET /v1/changes",
    "getDigest": "GET /v1/digest",
    "getBucket": "GET /v1/digest/{bucket}",
    "postCommand": "POST /v1/commands",
    "getComplaint": "GET /v1/complaints/{id}",
    "getUpdate": "GET /v1/update",
    "getUpdatePackage": "GET /v1/update/package/{sha256}",
    "getAttachment": "GET /v1/attachments/{sha256}",
}


@pytest.fixture(scope="module")
def document(local: Local) -> dict[str, Any]:
    made: dict[str, Any] = local.client.get("/openapi.json").json()
    return made


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method.upper()} {path}", operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    ]


def test_the_operations_of_the_contract_and_no_others(document: dict[str, Any]) -> None:
    assert {operation["operationId"]: where for where, operation in operations(document)} == EXPECTED


def test_the_table_of_the_contract_page_names_the_same() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for where in EXPECTED.values():
        method, path = where.split()
        assert f"`{method} {path}" in page


def test_each_operation_is_complete(document: dict[str, Any]) -> None:
    for where, operation in operations(document):
        assert operation["summary"], where
        assert operation["description"], where
        assert bool(operation.get("security")) == (operation["operationId"] not in OPEN), where
        for parameter in operation.get("parameters", []):
            described = parameter.get("description") or parameter["name"] in {"after", "cursor", "sha256"}
            assert described, (where, parameter["name"])
        if "requestBody" in operation:
            content = operation["requestBody"]["content"]["application/json"]
            assert content["examples"], where
        for status, answer in operation["responses"].items():
            assert answer["description"], (where, status)
            if status == "204":
                continue
            for media_type, content in answer["content"].items():
                assert "example" in content or content.get("examples"), (where, status)
                assert (media_type == "application/problem+json") == (status >= "400"), (where, status)
        codes = {code for answer in operation["responses"].values() for code in problem_codes(answer)}
        assert {"internal", "unavailable"} <= codes, where
        if operation.get("security"):
            assert {"token_expired", "signed_out"} <= codes, where


def problem_codes(answer: dict[str, Any]) -> set[str]:
    return set(answer.get("content", {}).get("application/problem+json", {}).get("examples", {}))


def test_every_problem_with_a_status_stands_somewhere(document: dict[str, Any]) -> None:
    named = {
        code
        for _, operation in operations(document)
        for a in operation["responses"].values()
        for code in problem_codes(a)
    }
    # 405 is of addresses, not of operations.
    assert named == {code for code, kind in KINDS.items() if kind.status != 200} - {"method_not_allowed"}


def test_the_examples_of_commands_are_commands(local: Local, document: dict[str, Any]) -> None:
    body = document["paths"]["/v1/commands"]["post"]["requestBody"]["content"]["application/json"]
    for name, example in body["examples"].items():
        answer = local.command("xen.khulna1", example["value"])
        assert answer.status_code in {200, 422}, name
        assert answer.status_code == 200 or answer.json()["code"] == "command_reused", name


def test_the_command_line_prints_the_same(document: dict[str, Any]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "central_api", "openapi"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout) == document
