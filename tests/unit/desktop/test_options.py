"""The command line wins over the environment."""

from __future__ import annotations

from pathlib import Path

from wzpdcl_desktop import options


def test_nothing_given_asks_the_settings_and_uses_the_pcs_keyring() -> None:
    given = options.parse([], {})
    assert given.server is None
    assert given.secrets == "keyring"
    assert not given.practice


def test_the_environment_stands_in_for_arguments(tmp_path: Path) -> None:
    given = options.parse(
        [], {"WZPDCL_SERVER": "https://a.example", "WZPDCL_DATA": str(tmp_path), "WZPDCL_SECRETS": "file"}
    )
    assert given.server == "https://a.example"
    assert given.data_folder == tmp_path
    assert given.secrets == "file"


def test_an_argument_wins_over_the_environment() -> None:
    given = options.parse(["--server", "https://b.example"], {"WZPDCL_SERVER": "https://a.example"})
    assert given.server == "https://b.example"
