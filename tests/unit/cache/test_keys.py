"""The key vault: a password and the keyring together, for as long as the company allows."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from wzpdcl_desktop.cache.keys import Effort, KeyVault
from wzpdcl_desktop.cache.secrets import FileSecrets, KeyringSecrets
from wzpdcl_desktop.domain.errors import KeyringMissing, LeaseEnded, NotKnownHere, OfflinePasswordWrong
from wzpdcl_desktop.domain.people import Duty

CHEAP = Effort(1, 8192)
SERVER, OFFICER, PASSWORD = "https://central", "xen.khulna1", "গোপন-১২৩"
KEY = bytes(range(32))
DAY = 86_400_000
NOW = 1_795_334_580_000


@pytest.fixture
def vault(tmp_path: Path) -> KeyVault:
    vault = KeyVault(FileSecrets(tmp_path / "secrets"), tmp_path / "known.json", CHEAP)
    remember(vault)
    return vault


def remember(vault: KeyVault, password: str = PASSWORD, now: int = NOW, officer: str = OFFICER) -> None:
    vault.remember(SERVER, officer, Duty.OFFICE_HEAD, "Md. Karim", "মোঃ করিম", KEY, password, 30, now)


def test_the_password_opens_the_key_and_another_does_not(vault: KeyVault) -> None:
    assert vault.unlock(SERVER, OFFICER, PASSWORD, NOW + DAY) == KEY
    with pytest.raises(OfflinePasswordWrong):
        vault.unlock(SERVER, OFFICER, PASSWORD + " ", NOW + DAY)
    with pytest.raises(NotKnownHere):
        vault.unlock(SERVER, "someone.else", PASSWORD, NOW)
    with pytest.raises(NotKnownHere):
        vault.unlock("https://other", OFFICER, PASSWORD, NOW)


def test_the_lease_runs_from_the_last_online_sign_in_not_from_the_last_use(vault: KeyVault) -> None:
    vault.unlock(SERVER, OFFICER, PASSWORD, NOW + 29 * DAY)
    vault.unlock(SERVER, OFFICER, PASSWORD, NOW + 30 * DAY)
    with pytest.raises(LeaseEnded):
        vault.unlock(SERVER, OFFICER, PASSWORD, NOW + 30 * DAY + 1)
    with pytest.raises(OfflinePasswordWrong):
        vault.unlock(SERVER, OFFICER, "wrong", NOW + 40 * DAY)
    vault.renew(SERVER, OFFICER, KEY, 30, NOW + 31 * DAY)
    assert vault.unlock(SERVER, OFFICER, PASSWORD, NOW + 60 * DAY) == KEY


def test_setting_the_clock_back_does_not_lengthen_the_lease(vault: KeyVault) -> None:
    vault.unlock(SERVER, OFFICER, PASSWORD, NOW + 20 * DAY)
    with pytest.raises(LeaseEnded) as caught:
        vault.unlock(SERVER, OFFICER, PASSWORD, NOW + 10 * DAY)
    assert caught.value.detail == "clock_back"
    assert vault.unlock(SERVER, OFFICER, PASSWORD, NOW + 20 * DAY - 3_600_000) == KEY


def test_neither_the_key_nor_the_lease_lies_open_and_without_the_lease_nothing_opens(
    vault: KeyVault, tmp_path: Path
) -> None:
    files = {path: path.read_bytes() for path in (tmp_path / "secrets").iterdir()}
    assert len(files) == 2
    assert all(KEY not in data and str(NOW).encode() not in data for data in files.values())
    for path, data in files.items():
        path.unlink()
        with pytest.raises((LeaseEnded, NotKnownHere)):
            vault.unlock(SERVER, OFFICER, PASSWORD, NOW)
        path.write_bytes(data)
    assert vault.unlock(SERVER, OFFICER, PASSWORD, NOW) == KEY


def test_after_the_keyring_was_lost_the_same_key_is_wrapped_again(vault: KeyVault, tmp_path: Path) -> None:
    for path in (tmp_path / "secrets").iterdir():
        path.unlink()
    assert [one.officer for one in vault.known()] == [OFFICER]
    with pytest.raises(NotKnownHere):
        vault.unlock(SERVER, OFFICER, PASSWORD, NOW)
    remember(vault, "নতুন")
    assert vault.unlock(SERVER, OFFICER, "নতুন", NOW) == KEY


def test_a_changed_password_wraps_the_same_key(vault: KeyVault) -> None:
    vault.rewrap(SERVER, OFFICER, KEY, "নতুন")
    assert vault.unlock(SERVER, OFFICER, "নতুন", NOW) == KEY
    with pytest.raises(OfflinePasswordWrong):
        vault.unlock(SERVER, OFFICER, PASSWORD, NOW)


def test_the_refresh_token_opens_with_the_store_s_key_alone(vault: KeyVault, tmp_path: Path) -> None:
    assert vault.refresh_token(SERVER, OFFICER, KEY) is None
    vault.set_refresh_token(SERVER, OFFICER, KEY, "refresh-canary")
    assert vault.refresh_token(SERVER, OFFICER, KEY) == "refresh-canary"
    assert vault.refresh_token(SERVER, OFFICER, bytes(32)) is None
    assert all(b"canary" not in path.read_bytes() for path in (tmp_path / "secrets").iterdir())
    vault.set_refresh_token(SERVER, OFFICER, KEY, None)
    assert vault.refresh_token(SERVER, OFFICER, KEY) is None


def test_known_officers_are_offered_the_last_one_first_and_can_be_forgotten(
    vault: KeyVault, tmp_path: Path
) -> None:
    remember(vault, now=NOW + 1, officer="ae.khulna1")
    assert [one.officer for one in vault.known()] == ["ae.khulna1", OFFICER]
    vault.forget(SERVER, "ae.khulna1")
    assert [one.name_bn for one in vault.known()] == ["মোঃ করিম"]
    with pytest.raises(NotKnownHere):
        vault.unlock(SERVER, "ae.khulna1", PASSWORD, NOW)
    (tmp_path / "known.json").write_text("{broken")
    assert vault.known() == []
    assert PASSWORD not in repr(vault.known())


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")
def test_secrets_in_files_are_for_this_user_alone_and_their_names_say_nothing(
    vault: KeyVault, tmp_path: Path
) -> None:
    for path in (tmp_path / "secrets").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert "khulna" not in path.name


def test_without_a_keyring_nothing_is_kept_and_nothing_falls_back_to_a_file(tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    try:
        vault = KeyVault(KeyringSecrets(), tmp_path / "known.json", CHEAP)
        with pytest.raises(KeyringMissing):
            remember(vault)
        with pytest.raises(KeyringMissing):
            vault.unlock(SERVER, OFFICER, PASSWORD, NOW)
        assert list(tmp_path.iterdir()) == []
    finally:
        keyring.set_keyring(before)
