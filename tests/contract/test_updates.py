"""Packages of the desktop: signed, published, fetched in parts; the least version is kept."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nacl.signing import VerifyKey

from central_api.updates import CONTEXT, NotAPackageError, new_key, publish
from tests.support.central import ROOT
from tests.support.local import Local, local_central
from tests.support.packages import SETUP, Publisher


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path)


@pytest.fixture
def server(tmp_path: Path, publisher: Publisher) -> Iterator[Local]:
    with local_central(tmp_path / "c", updates_folder=publisher.updates) as made:
        yield made


def test_nothing_published_is_not_found(server: Local) -> None:
    answer = server.client.get("/v1/update")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert server.client.get("/v1/server").json()["min_client"] == "0.1.0"


def test_a_running_server_takes_up_what_is_published_and_its_signature_holds(
    server: Local, publisher: Publisher
) -> None:
    publisher.publish("0.2.0")
    envelope = server.client.get("/v1/update").json()
    VerifyKey(bytes.fromhex(publisher.public)).verify(
        CONTEXT + envelope["manifest"].encode(), base64.b64decode(envelope["signature"])
    )
    manifest = json.loads(envelope["manifest"])
    assert (manifest["version"], manifest["least"], manifest["size"]) == ("0.2.0", "0.1.0", len(SETUP))
    assert manifest["notes_bn"] == "খবর"
    publisher.publish("0.3.0", "0.2.0", b"other")
    info = server.client.get("/v1/server").json()
    assert (info["min_client"], info["current_client"]) == ("0.2.0", "0.3.0")
    assert [path.name for path in publisher.updates.glob("*.exe")] == ["WZPDCL-Desktop-0.3.0-setup.exe"]


def test_the_installer_in_parts_without_a_sign_in(server: Local, publisher: Publisher) -> None:
    sha256 = publisher.publish("0.2.0").sha256
    path = f"/v1/update/package/{sha256}"
    whole = server.client.get(path)
    assert (whole.status_code, whole.content) == (200, SETUP)
    headers = {"Range": "bytes=1000-", "If-Range": f'"{sha256}"'}
    part = server.client.get(path, headers=headers)
    assert (part.status_code, part.content) == (206, SETUP[1000:])
    assert part.headers["content-range"] == f"bytes 1000-{len(SETUP) - 1}/{len(SETUP)}"
    beyond = server.client.get(path, headers={"Range": f"bytes={len(SETUP)}-"})
    assert beyond.json()["code"] == "range_not_satisfiable"
    publisher.publish("0.3.0", content=b"other")
    assert server.client.get(path).status_code == 404


@pytest.mark.parametrize(("version", "status"), [("0.1.9", 426), ("0.2", 200), ("0.2.0", 200), ("0.10", 200)])
def test_below_the_least_version_nothing_is_taken_and_everything_is_read(
    server: Local, publisher: Publisher, version: str, status: int
) -> None:
    publisher.publish("0.3.0", "0.2.0")
    headers = {**server.bearer("xen.khulna1"), "X-Client-Version": version}
    answer = server.client.post("/v1/commands", json=_message(server), headers=headers)
    assert answer.status_code == status
    assert server.client.get("/v1/scopes", headers=headers).status_code == 200


def _message(server: Local) -> dict[str, Any]:
    number = server.new_complaint("khulna-1-dolkhola")
    return {
        "command_id": "019aabaf-5f00-7000-8000-0123456789ab",
        "schema": 1,
        "type": "complaint.message",
        "aggregate": f"complaint:{number}",
        "args": {"text": "A message"},
        "base_version": None,
        "after": None,
        "created_at": server.clock.now_ms(),
    }


def test_only_what_is_whole_and_signed_by_the_key_is_published(publisher: Publisher, tmp_path: Path) -> None:
    signed = publisher.signed("0.2.0")
    stranger = new_key(tmp_path / "other.key")
    with pytest.raises(NotAPackageError, match="key"):
        publish(signed, stranger, publisher.updates)
    (signed / "WZPDCL-Desktop-0.2.0-setup.exe").write_bytes(SETUP[:-1] + b"x")
    with pytest.raises(NotAPackageError, match="not the one"):
        publish(signed, publisher.public, publisher.updates)
    with pytest.raises(NotAPackageError, match="no package"):
        publish(tmp_path / "empty", publisher.public, publisher.updates)
    assert not publisher.updates.exists()


@pytest.mark.parametrize(("version", "least"), [("1", "0.1"), ("0.2.0", "0.3.0"), ("0.2.0-x", "0.1.0")])
def test_versions_that_make_no_sense_are_not_signed(publisher: Publisher, version: str, least: str) -> None:
    with pytest.raises(NotAPackageError):
        publisher.signed(version, least)


def test_the_command_line_from_key_to_offer(tmp_path: Path) -> None:
    setup = tmp_path / "WZPDCL-Desktop-0.2.0-setup.exe"
    setup.write_bytes(SETUP)

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "central_api", *map(str, arguments)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    key, out, offer = tmp_path / "k", tmp_path / "usb", tmp_path / "offer"
    public = run("update-key", "--private", key).stdout.strip()
    assert run("update-key", "--private", key).returncode == 1, "a key is never written over"
    signing = ("sign-update", "--package", setup, "--version", "0.2.0", "--least", "0.1.0")
    assert run(*signing, "--private", key, "--out", out).returncode == 0
    done = run("publish-update", "--signed", out, "--public", public, "--updates", offer)
    assert done.stdout == "0.2.0, least 0.1.0\n"
    assert run("publish-update", "--signed", out, "--public", "00" * 32, "--updates", offer).returncode == 1
