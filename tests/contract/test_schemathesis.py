"""Schemathesis against the live server: all operations, all checks, no failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.central import central_server

SEED = "20261122"


def test_no_failure(tmp_path: Path) -> None:
    with central_server(tmp_path / "c") as central:
        client = central.client("xen.khulna1")
        config = tmp_path / "schemathesis.toml"
        config.write_text(_CONFIG, encoding="utf-8")
        (tmp_path / "hooks.py").write_text(_HOOKS, encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", f"--config-file={config}", "run"),
                f"{central.url}/openapi.json",
                *("--checks", "all", "--seed", SEED, "--max-examples", "30", "--workers", "1"),
                *("--header", f"Authorization: {client.headers['Authorization']}"),
                *("--phases", "examples,coverage,fuzzing", "--generation-database", "none"),
                *("--report", "ndjson", "--report-ndjson-path", str(tmp_path / "report.ndjson")),
            ],
            env={**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(tmp_path), "NO_COLOR": "1"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=110,
        )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert json.dumps("getAttachment") in (tmp_path / "report.ndjson").read_text(encoding="utf-8")


#: Statuses by which a well-formed request may be turned down: of state, not of form.
_CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = [200, 204, 206, 401, 403, 404, 409, 410, 416, 422, 423, 425, 426, 429]
"""

#: A long poll is kept short; signing out would end the session of the test itself.
_HOOKS = """
import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.query and "wait" in case.query and case.query["wait"] not in (0, "0"):
        try:
            if 0 < int(case.query["wait"]) <= 25:
                case.query["wait"] = 1
        except (TypeError, ValueError):
            pass
"""
