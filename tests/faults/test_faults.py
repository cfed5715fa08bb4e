"""A few of the schedules of `python3 dev.py faults`, and whether a mutant is noticed."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.faults.play import Player, a_folder

#: The mutants that a handful of schedules is sure to show; the others need the command.
_PLAIN = {
    "receipt_in_another_transaction": range(20, 28),
    "outbox_dropped_on_reset": range(1, 5),
    "no_sweep_after_snapshot": range(1, 11),
}


@pytest.fixture(scope="module")
def player() -> Iterator[Player]:
    with a_folder() as folder:
        player = Player(folder)
        yield player
        player.close()


@pytest.mark.parametrize("seed", range(1, 31))
def test_after_the_storm_all_is_well(player: Player, seed: int) -> None:
    result = player.play(seed)

    assert result.verdict.clean, result.verdict


def test_after_storms_of_today_all_is_well(player: Player) -> None:
    first = random.SystemRandom().randrange(1 << 40)
    for seed in range(first, first + 10):
        result = player.play(seed)

        assert result.verdict.clean, f"python3 dev.py faults --only {seed}: {result.verdict}"


@pytest.mark.parametrize("mutant", _PLAIN)
def test_a_mutant_is_noticed(player: Player, mutant: str) -> None:
    assert any(not player.play(seed, mutant).verdict.clean for seed in _PLAIN[mutant])


def test_a_seed_takes_the_same_way_twice(player: Player) -> None:
    first, second = player.play(7), player.play(7)

    assert (first.by_kind, first.commands) == (second.by_kind, second.commands)
