"""Files: who may read them, and parts of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.central import FILE, FILE_SHA256
from tests.support.local import Local

PATH = f"/v1/attachments/{FILE_SHA256}"
ETAG = f'"{FILE_SHA256}"'


def get(local: Local, officer: str = "xen.khulna1", **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return local.client.get(PATH, headers={**local.bearer(officer), **named})


def test_the_whole_file(local: Local) -> None:
    answer = get(local)
    assert (answer.status_code, answer.content) == (200, FILE)
    assert answer.headers["etag"] == ETAG
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-length"] == str(len(FILE))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("officer", "status"),
    [
        ("xen.khulna1", 200),
        ("sae1.khulna1", 200),
        ("se.khulna", 200),
        ("ce.wzpdcl", 200),
        ("sae2.khulna1", 404),
        ("xen.khulna2", 404),
        ("sae1.jashore1", 404),
    ],
)
def test_only_who_sees_the_complaint_reads_its_file(local: Local, officer: str, status: int) -> None:
    assert get(local, officer).status_code == status


def test_a_file_that_is_not_there(local: Local) -> None:
    answer = local.get("ce.wzpdcl", f"/v1/attachments/{'0' * 64}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert local.get("ce.wzpdcl", "/v1/attachments/..%2f..%2fcentral.db").status_code in {404, 422}


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, len(FILE) - 1),
        ("bytes=70000-", 70_000, len(FILE) - 1),
        ("bytes=65535-65537", 65_535, 65_537),
        ("bytes=10-999999999", 10, len(FILE) - 1),
        ("bytes=-5", len(FILE) - 5, len(FILE) - 1),
    ],
)
def test_a_part(local: Local, wanted: str, first: int, last: int) -> None:
    answer = get(local, Range=wanted, If_Range=ETAG)
    assert answer.status_code == 206
    assert answer.content == FILE[first : last + 1]
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(FILE)}"
    assert answer.headers["etag"] == ETAG


@pytest.mark.parametrize("wanted", ["bytes=0-1,5-6", "lines=0-1", "bytes=5-1", "bytes=-", "bytes=x-y"])
def test_what_is_no_range_gets_the_whole(local: Local, wanted: str) -> None:
    answer = get(local, Range=wanted)
    assert (answer.status_code, answer.content) == (200, FILE)


def test_a_part_of_something_else_gets_the_whole(local: Local) -> None:
    assert get(local, Range="bytes=5-9", If_Range='"other"').status_code == 200


@pytest.mark.parametrize("wanted", [f"bytes={len(FILE)}-", "bytes=-0"])
def test_beyond_the_end(local: Local, wanted: str) -> None:
    answer = get(local, Range=wanted)
    assert (answer.status_code, answer.json()["code"]) == (416, "range_not_satisfiable")
    assert answer.headers["content-range"] == f"bytes */{len(FILE)}"
