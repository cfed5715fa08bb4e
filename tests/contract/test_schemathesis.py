"""Schemathesis against the live server: all operations, all checks, no failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from central_api.settings import Settings
from central_api.tokens import open_family
from central_api.workflow import Duty
from tests.support.central import central_server

#: More than there are calls of sign-out.
SPARE_TOKENS = 500


def test_no_failure(tmp_path: Path) -> None:
    with central_server(tmp_path / "c") as central:
        client = central.client("xen.khulna1")
        main_token = client.headers["Authorization"].removeprefix("Bearer ")
        settings = Settings(central.database_url, central.blobs)
        with central.database().write() as session:
            spare = [
                open_family(session, "xen.khulna1", Duty.OFFICE_HEAD, "spare", settings).access
                for _ in range(SPARE_TOKENS)
            ]
        config = tmp_path / "schemathesis.toml"
        config.write_text(_CONFIG, encoding="utf-8")
        (tmp_path / "central_hooks.py").write_text(_HOOKS, encoding="utf-8")
        (tmp_path / "tokens.json").write_text(json.dumps([main_token, *spare]), encoding="utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", f"--config-file={config}", "run"),
                f"{central.url}/openapi.json",
                *("--checks", "all", "--generation-deterministic", "--max-examples", "40"),
                *("--phases", "examples,coverage,fuzzing", "--workers", "1"),
                *("--warnings", "off"),
            ],
            env={
                **os.environ,
                "SCHEMATHESIS_HOOKS": "central_hooks",
                "CENTRAL_TOKENS": str(tmp_path / "tokens.json"),
                "PYTHONPATH": str(tmp_path),
                "NO_COLOR": "1",
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=110,
        )
        told = done.stdout[-8000:] + done.stderr[-2000:]
        assert done.returncode == 0, told
        assert "15 selected / 15 total" in done.stdout, told
        # Its rights were never lost on the way, so the operations did more than refuse.
        assert client.get("/v1/me").status_code == 200


#: Statuses by which a well-formed request may be turned down: of state, not of form.
_CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = [200, 204, 206, 401, 403, 404, 409, 410, 416, 422, 423, 425, 426, 429]
"""

#: A long poll is kept short. Signing out would end the session of the test itself: it gets tokens of its own.
_HOOKS = """
import json
import os
from pathlib import Path

import schemathesis

MAIN, *SPARE = json.loads(Path(os.environ["CENTRAL_TOKENS"]).read_text())


@schemathesis.auth(refresh_interval=None)
class Tokens:
    def get(self, case, context):
        return SPARE.pop() if "sign-out" in case.operation.path else MAIN

    def set(self, case, data, context):
        case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.hook
def before_call(context, case, kwargs):
    if str((case.query or {}).get("wait", "")).isdigit() and 0 < int(case.query["wait"]) <= 25:
        case.query["wait"] = 1
"""
