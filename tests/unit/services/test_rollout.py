"""Policy wins over the officer's own setting, and that over what setup wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from wzpdcl_desktop.services.rollout import POLICY, SETUP, read_rollout
from wzpdcl_desktop.services.settings import LANGUAGE, PRACTICE_ONLY, SERVER, THEME, Settings


class Registry:
    """Values as they would lie in Windows' registry."""

    def __init__(self, **keys: dict[str, object]) -> None:
        places = {"policy": POLICY, "setup": SETUP}
        self._values = {}
        for name, values in keys.items():
            hive, _, place = name.partition("_")
            self._values[hive, places[place]] = values

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        return self._values.get((hive, key), {})


def settings(tmp_path: Path, **keys: dict[str, object]) -> Settings:
    rollout = read_rollout(Registry(**keys))
    return Settings(tmp_path / "settings.json", rollout.fixed, rollout.proposed)


def test_the_keys_are_those_that_setup_and_group_policy_write() -> None:
    assert (POLICY, SETUP) == (r"Software\Policies\WZPDCL\Desktop", r"Software\WZPDCL\Desktop")


def test_what_setup_wrote_holds_until_the_officer_chooses(tmp_path: Path) -> None:
    given = {"ServerAddress": "https://central.example", "Language": "EN"}
    first = settings(tmp_path, user_setup=given)
    assert first.get(SERVER) == "https://central.example"
    assert first.get(LANGUAGE) == "en"
    assert not first.is_fixed(SERVER)
    first.set(LANGUAGE, "bn")
    assert settings(tmp_path, user_setup=given).get(LANGUAGE) == "bn"


def test_policy_wins_and_cannot_be_changed(tmp_path: Path) -> None:
    plain = Settings(tmp_path / "settings.json")
    plain.set(SERVER, "https://own.example")
    fixed = settings(tmp_path, machine_policy={"ServerAddress": "https://central.example"})
    assert fixed.get(SERVER) == "https://central.example"
    assert fixed.is_fixed(SERVER)
    assert not fixed.is_fixed(THEME)
    fixed.set(SERVER, "https://other.example")
    assert fixed.get(SERVER) == "https://central.example"
    # Once the policy is taken away the officer's own setting is there again.
    assert Settings(tmp_path / "settings.json").get(SERVER) == "https://own.example"


def test_the_machines_policy_wins_over_the_users_and_the_users_setup_over_the_machines(
    tmp_path: Path,
) -> None:
    made = settings(
        tmp_path,
        machine_policy={"Language": "en"},
        user_policy={"Language": "bn", "PracticeOnly": 1},
        machine_setup={"ServerAddress": "https://machine.example"},
        user_setup={"ServerAddress": "https://user.example"},
    )
    assert made.get(LANGUAGE) == "en"
    assert made.get(PRACTICE_ONLY) is True
    assert made.get(SERVER) == "https://user.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ServerAddress", "http://far.example"),
        ("ServerAddress", ""),
        ("Language", "fr"),
        ("PracticeOnly", "perhaps"),
    ],
)
def test_a_value_that_makes_no_sense_counts_as_not_set(tmp_path: Path, name: str, value: object) -> None:
    made = settings(tmp_path, machine_policy={name: value, "Other": "x"})
    for setting in (SERVER, LANGUAGE, PRACTICE_ONLY):
        assert not made.is_fixed(setting)
        assert made.get(setting) == setting.default


@pytest.mark.parametrize(("value", "meant"), [(1, True), ("1", True), (0, False)])
def test_practice_only_as_number_or_text(tmp_path: Path, value: object, meant: bool) -> None:
    assert settings(tmp_path, user_setup={"PracticeOnly": value}).get(PRACTICE_ONLY) is meant
