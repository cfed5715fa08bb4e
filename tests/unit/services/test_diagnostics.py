"""The zip for the ICT department: what is in it, and what never is."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from wzpdcl_desktop.services.diagnostics import DiagnosticsService
from wzpdcl_desktop.services.settings import LAST_OFFICER, THEME, Settings


@pytest.fixture
def service(tmp_path: Path) -> DiagnosticsService:
    data, logs = tmp_path / "data", tmp_path / "logs"
    (data / "0a1b").mkdir(parents=True)
    (data / "0a1b" / "cache.db").write_bytes(b"canary-content" * 10)
    logs.mkdir()
    (logs / "desktop.log").write_text("wzpdcl.app started\n", encoding="utf-8")
    (logs / "desktop.log.1").write_text("older\n", encoding="utf-8")
    (logs / "crash.log").write_text('  File "C:\\Users\\canary-user\\wzpdcl\\app.py", line 3 in run\n')
    settings = Settings(tmp_path / "settings.json", {THEME.key: "dark"})
    settings.set(LAST_OFFICER, "canary-officer")
    return DiagnosticsService(
        data,
        logs,
        settings,
        lambda: {"program": "0.1.0"},
        lambda: '{"ok": true}',
        lambda: {"cache.db": "ok"},
        lambda: {"scopes": 2, "rows": 3},
    )


def test_everything_is_in_it_and_nobody(service: DiagnosticsService, tmp_path: Path) -> None:
    target = tmp_path / "d.zip"
    service.write(target)
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(parts) == {
        *("about.json", "settings.json", "stores.json", "self-check.json"),
        *("logs/desktop.log", "logs/desktop.log.1", "logs/crash.log"),
    }
    stores = json.loads(parts["stores.json"])
    assert stores["whole"] == {"cache.db": "ok"}
    assert stores["compared"] == {"scopes": 2, "rows": 3}
    assert [(one["file"], one["bytes"]) for one in stores["files"]] == [("0a1b/cache.db", 140)]
    assert json.loads(parts["settings.json"])["theme (policy)"] is True
    assert 'File "wzpdcl/app.py", line 3' in parts["logs/crash.log"]
    assert "canary" not in "".join(parts.values())


def test_it_is_written_whole_or_not_at_all(service: DiagnosticsService, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such"):
        service.write(tmp_path / "not there" / "d.zip")

    def broken() -> str:
        raise RuntimeError

    service._self_check = broken
    with pytest.raises(RuntimeError):
        service.write(tmp_path / "d.zip")
    assert not list(tmp_path.glob("d.zip*"))
