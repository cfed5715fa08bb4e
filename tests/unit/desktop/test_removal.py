"""What the uninstaller has removed when the officer said yes."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cache.test_keys import CHEAP
from wzpdcl_desktop import assets
from wzpdcl_desktop.cache.keys import KeyVault
from wzpdcl_desktop.cache.secrets import FileSecrets
from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.removal import remove


def test_stores_settings_logs_and_the_keys_of_every_officer_go(tmp_path: Path) -> None:
    folders = assets.folders(tmp_path / "mine")
    for folder in (folders.data, folders.config, folders.logs):
        folder.mkdir(parents=True)
        (folder / "kept").write_text("x", encoding="utf-8")
    keyring = FileSecrets(tmp_path / "keyring")
    vault = KeyVault(keyring, folders.known_file, CHEAP)
    for officer in ("one", "two"):
        vault.remember("https://a", officer, Duty.OFFICE_HEAD, "A", "ক", bytes(32), "word", 30, 1)
    neighbour = tmp_path / "other-program"
    neighbour.mkdir()

    remove(folders, keyring)

    assert not folders.data.exists()
    assert not folders.config.exists()
    assert not folders.logs.exists()
    assert list((tmp_path / "keyring").iterdir()) == []
    assert neighbour.exists()


def test_a_pc_that_has_nothing_is_no_error(tmp_path: Path) -> None:
    remove(assets.folders(tmp_path / "nothing"), FileSecrets(tmp_path / "keyring"))
