"""The server as a process: how it starts, tells, and ends; the command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.central import ROOT, central_server, prepare_database, sign_in_body, start_central

NOW = "2026-11-22T14:03:00+06:00"
NOW_MS = 1_795_334_580_000


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "central_api", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def test_a_frozen_clock(tmp_path: Path) -> None:
    with central_server(tmp_path / "c", now=NOW) as central:
        first = httpx.get(f"{central.url}/v1/server", trust_env=False).json()
        assert first["now"] == NOW_MS
        assert (first["api"], first["schema"], first["practice"]) == (1, 1, False)
        assert central.client("xen.khulna1").get("/v1/me").json()["now"] == NOW_MS


def test_data_and_tokens_survive_a_restart(tmp_path: Path) -> None:
    with central_server(tmp_path / "c") as central:
        client = central.client("xen.khulna1")
        epoch = client.get("/v1/server").json()["epoch"]
        central.restart()
        assert client.get("/v1/me").status_code == 200
        assert client.get("/v1/server").json()["epoch"] == epoch


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "stdin"])
def test_it_ends_fast(tmp_path: Path, how: str) -> None:
    central = start_central(tmp_path / "c")
    try:
        started = time.monotonic()
        if how == "stdin":
            assert central.process.stdin is not None
            central.process.stdin.close()
        else:
            central.process.send_signal(getattr(signal, how))
        central.process.wait(10)
        assert time.monotonic() - started < 5
        assert central.process.stdout is not None
        assert central.process.stdout.read() == ""
    finally:
        central.close()


def test_officers_by_the_command_line(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    assert run("migrate", "--database", url).returncode == 0
    prepare_database(f"sqlite:///{tmp_path / 'c.db'}", tmp_path / "blobs")
    url = f"sqlite:///{tmp_path / 'c.db'}"
    base = [
        "add-officer",
        "--database",
        url,
        "--id",
        "new.head",
        "--name",
        "New Head",
        "--duty",
        "office_head",
    ]
    assert run(*base, given="long enough\n").returncode == 1
    assert run(*base, "--office", "nowhere", given="long enough\n").returncode == 1
    assert run(*base, "--office", "khulna-2", given="short\n").returncode == 1
    done = run(*base, "--office", "khulna-2", given="long enough\n")
    assert (done.returncode, "long enough" in done.stdout + done.stderr) == (0, False)
    assert run(*base, "--office", "khulna-2", given="long enough\n").returncode == 1
    serve = subprocess.Popen(
        [
            *(sys.executable, "-m", "central_api", "serve", "--exit-with-parent"),
            *("--database", url, "--blobs", str(tmp_path / "blobs")),
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with serve:
        assert serve.stdout is not None
        ready = json.loads(serve.stdout.readline())
        assert ready["ready"] is True
        given = sign_in_body("new.head", password="long enough")
        answer = httpx.post(f"{ready['url']}/v1/auth/sign-in", json=given, trust_env=False)
        assert answer.json()["officer"]["name"] == "New Head"
        assert serve.stdin is not None
        serve.stdin.close()
        assert serve.wait(10) == 0


def test_an_old_schema_is_not_served(tmp_path: Path) -> None:
    done = run("serve", "--database", f"sqlite:///{tmp_path / 'empty.db'}", "--blobs", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "migrate" in done.stderr


def test_after_a_restore_the_command_line_gives_a_new_epoch(tmp_path: Path) -> None:
    with central_server(tmp_path / "c") as central:
        client = central.client("xen.khulna1")
        page = client.get("/v1/snapshot", params={"scope": "office:khulna-1", "stage": "open"})
        cursor = json.loads(page.text.splitlines()[-1])["end"]["as_of"]
        question = {"scope": "office:khulna-1", "cursor": cursor}
        assert client.get("/v1/changes", params=question).status_code == 200
        done = run("new-epoch", "--database", central.database_url)
        assert done.returncode == 0
        assert client.get("/v1/server").json()["epoch"] == done.stdout.strip()
        answer = client.get("/v1/changes", params=question)
        assert (answer.status_code, answer.json()["code"]) == (410, "cursor_reset")
        again = run("new-epoch", "--database", central.database_url)
        assert again.stdout.strip() not in {"", done.stdout.strip()}


def test_a_database_of_another_schema_gets_no_epoch(tmp_path: Path) -> None:
    done = run("new-epoch", "--database", f"sqlite:///{tmp_path / 'empty.db'}")
    assert (done.returncode, done.stdout) == (1, "")
    assert "migrate" in done.stderr


def practise(folder: Path) -> tuple[list[dict[str, Any]], str]:
    """What practice mode tells while it starts, and the epoch of its data."""
    process = subprocess.Popen(
        [
            *(
                sys.executable,
                "-m",
                "central_api",
                "practice",
                "--folder",
                str(folder),
                "--complaints",
                "300",
            ),
            *("--now", NOW, "--quiet-customers", "--exit-with-parent"),
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdout is not None
        told = [json.loads(process.stdout.readline())]
        while not told[-1].get("ready"):
            told.append(json.loads(process.stdout.readline()))
        server = httpx.get(f"{told[-1]['url']}/v1/server", trust_env=False).json()
        assert server["practice"] is True
        given = sign_in_body("xen.khulna1")
        assert (
            httpx.post(f"{told[-1]['url']}/v1/auth/sign-in", json=given, trust_env=False).status_code == 200
        )
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0
    return told, server["epoch"]


def test_practice_makes_its_data_once(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "central.unfinished").write_bytes(b"left by a power cut")
    told, epoch = practise(tmp_path / "p")
    parts = [message["progress"] for message in told[:-1]]
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)
    again, same = practise(tmp_path / "p")
    assert len(again) == 1
    assert same == epoch
