"""The self-check finds what is wrong, and never ends with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from wzpdcl_desktop import options
from wzpdcl_desktop.assets import folders
from wzpdcl_desktop.cache.secrets import FileSecrets
from wzpdcl_desktop.domain.errors import KeyringMissing, NoNetwork
from wzpdcl_desktop.gui.theme import load_fonts
from wzpdcl_desktop.self_check import parts, surroundings
from wzpdcl_desktop.self_check.report import Check, all_needed
from wzpdcl_desktop.self_check.screen import CONJUNCTS, joins
from wzpdcl_desktop.self_check.words import TITLES

_ROOT = Path(__file__).resolve().parents[3]


def start(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it, with the declared store for secrets."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(_ROOT),
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
    }
    return subprocess.run(
        [sys.executable, "-m", "wzpdcl_desktop", *arguments, "--data-folder", folder, "--secrets", "file"],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
        timeout=110,
    )


def test_every_part_of_the_real_program_is_in_order(tmp_path: Path) -> None:
    done = start("--self-check", "--json", folder=tmp_path)
    report = json.loads(done.stdout)
    assert [check["name"] for check in report["checks"]] == list(TITLES)
    wrong = [check for check in report["checks"] if not check["ok"]]
    assert wrong == []
    assert report["ok"] is True
    assert done.returncode == 0
    assert not [path for path in tmp_path.rglob("*") if path.is_file()], "it leaves nothing behind"


def test_people_read_it_in_their_language_in_a_file_too(tmp_path: Path) -> None:
    # A file where a folder should be: the program can write nowhere.
    root = tmp_path / "root"
    root.write_text("no folder")
    told = tmp_path / "told.txt"
    done = start("--self-check", "--lang", "bn", "--output", str(told), folder=root)
    assert done.returncode == 1
    assert done.stdout == ""
    text = told.read_text(encoding="utf-8")
    assert "নিজের ফোল্ডার" in text
    assert "কী করবেন" in text


@pytest.mark.parametrize(
    ("code", "seconds", "said"),
    [
        ("import os; os.abort()", 30, "code"),
        ("import time; time.sleep(60)", 1, "1 seconds"),
        ("print('no check')", 30, "code 0"),
    ],
)
def test_a_part_that_crashes_hangs_or_is_silent_is_a_failed_check(
    qapp: QApplication, code: str, seconds: float, said: str
) -> None:
    [check] = parts.outside("web", [sys.executable, "-c", code], seconds)
    assert not check.ok
    assert not check.needed
    assert said in check.detail
    assert check.remedy


def test_a_part_that_crashes_in_its_middle_keeps_what_it_had_found(qapp: QApplication) -> None:
    line = json.dumps({"name": "qt", "ok": True, "needed": True, "detail": "Qt", "remedy": ""})
    command = [sys.executable, "-c", f"import os; print('{line}', flush=True); os.abort()"]
    found = {check.name: check for check in parts.outside("screen", command)}
    assert found["qt"].ok
    assert not found["bangla"].ok
    assert found["bangla"].needed


def test_what_is_not_needed_does_not_make_the_whole_wrong() -> None:
    fine, missing = Check("store", True, True, ""), Check("web_engine", False, False, "")
    assert all_needed([fine, missing])
    assert not all_needed([fine, Check("store", False, True, "")])


def test_conjuncts_that_come_apart_are_noticed(qapp: QApplication) -> None:
    load_fonts()
    assert all(joins(conjunct) for conjunct in CONJUNCTS)
    apart = [conjunct.replace("\N{BENGALI SIGN VIRAMA}", "\u09cd\u200c") for conjunct in CONJUNCTS]
    assert not any(joins(conjunct) for conjunct in apart)


def test_a_full_disk_and_a_clock_of_another_century_are_wrong(qapp: QApplication, tmp_path: Path) -> None:
    assert not surroundings.disk(tmp_path, lambda _: 20_000_000).ok
    assert surroundings.disk(tmp_path / "not" / "made", lambda _: 20_000_000_000).ok
    assert not surroundings.clock(lambda: 0).ok
    assert surroundings.clock(lambda: 1_790_000_000_000).ok


class _NoKeyring:
    def get(self, name: str) -> bytes | None:
        raise KeyringMissing("none")

    def set(self, name: str, value: bytes) -> None:
        raise KeyringMissing("none")

    def delete(self, name: str) -> None:
        raise KeyringMissing("none")


class _Forgetful(FileSecrets):
    def get(self, name: str) -> bytes | None:
        return None


def test_a_keyring_that_is_missing_or_forgets_is_wrong(qapp: QApplication, tmp_path: Path) -> None:
    assert not surroundings.keyring(_NoKeyring(), in_files=False).ok
    assert not surroundings.keyring(_Forgetful(tmp_path), in_files=False).ok
    assert surroundings.keyring(FileSecrets(tmp_path), in_files=True).ok


def test_a_server_out_of_reach_is_told_and_not_needed(qapp: QApplication) -> None:
    class Away:
        def server_info(self) -> None:
            raise NoNetwork

        def close(self) -> None: ...

    check = surroundings.server("https://central.example", lambda _: Away())  # type: ignore[arg-type, return-value]
    assert not check.ok
    assert not check.needed
    assert "no_network" in check.detail


def test_folders_that_cannot_be_written_are_told(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    check = surroundings.write_access(folders(tmp_path))
    assert not check.ok
    assert "config" in check.detail


def test_the_arguments_are_known() -> None:
    given = options.parse(["--self-check", "--json", "--output", "x.json"], {})
    assert given.self_check
    assert given.as_json
    assert given.output == Path("x.json")
