"""What the audit says of the auditor's answers."""

from __future__ import annotations

import json

import pytest

from dev_tools.audit import judged

SAFE = {"name": "a", "version": "1", "vulns": []}
UNKNOWN = {"name": "b", "skip_reason": "not found"}
UNSAFE = {"name": "c", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1", "3"]}]}


@pytest.mark.parametrize(
    ("answer", "code", "last"),
    [
        (json.dumps({"dependencies": [SAFE, UNKNOWN]}), 0, "0 on 1 of 2"),
        (json.dumps({"dependencies": [SAFE, UNSAFE, UNKNOWN]}), 1, "1 on 2 of 3"),
        (json.dumps({"dependencies": [UNKNOWN]}), 0, "not checked"),
        ("", 0, "not checked"),
        ("[]", 0, "not checked"),
    ],
)
def test_only_a_known_advisory_ends_with_one(answer: str, code: int, last: str) -> None:
    lines, found = judged(answer)
    assert found == code
    assert last in lines[-1]
    assert ("c 2: PYSEC-1, mended in 2.1, 3" in lines) == bool(code)
