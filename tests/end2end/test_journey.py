"""The journey of the README holds, and its report has the shape that scripts rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.central import ROOT


def test_the_journey_holds_and_reports_in_one_json_object(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "wzpdcl_desktop.journey", "--complaints", "600", "--json", "-"]
    command += ["--pictures", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)  # fails if anything else stands there
    assert set(report) == {"ok", "steps", "desktop", "server", "pictures"}
    assert report["ok"] is True
    assert report["steps"]
    for step in report["steps"]:
        assert set(step) == {"name", "ok", "seconds"}
        assert step["ok"] is True
        assert step["seconds"] >= 0
    assert report["desktop"] == report["server"]
    assert len(report["desktop"]["digest"]) == 64
    assert report["desktop"]["complaints"] > 0
    assert report["pictures"]
    for picture in report["pictures"]:
        assert Path(picture).parent == tmp_path
        assert Path(picture).read_bytes().startswith(b"\x89PNG")
