"""`python3 dev.py faults`: schedules of faults by the thousand, and mutants that must be noticed.

    --schedules N    that many schedules (default 300)
    --seed S         the first seed; without it one is drawn
    --only SEED      one schedule alone, with what it found
    --workers N      processes (default: the machine's processors)
    --mutant-schedules N   at most so many schedules for each mutant (default 200; 0 for none)
    --kill9 N        kill a real program N times instead
    --wirecut        cut the answer to one exchange of each kind after every byte instead
    --json           the figures as one JSON object, and nothing else, on stdout

Ends with 1 if anything went wrong: a mutant that nobody noticed included, and, of a thousand schedules or
more, too few commands, faults, crashes or faults of a kind.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from contextlib import suppress
from typing import Any

from tests.faults import kill9, wirecut
from tests.faults.mutants import ELSEWHERE, MUTANTS
from tests.faults.play import Player, Players, a_folder, players, quiet
from tests.faults.schedule import Result
from tests.faults.tally import Tally, summary, thin_spots

#: A mutant that so many schedules noticed is known well enough.
_ENOUGH = 3
#: Schedules of a mutant at a time.
_ROUND = 16
#: From so many schedules on the means have to be right.
_MANY = 1_000


def main(arguments: list[str]) -> int:
    """Runs what the arguments say and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--schedules", type=int, default=300)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--only", type=int)
    parser.add_argument("--mutant")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--mutant-schedules", type=int, default=200)
    parser.add_argument("--kill9", type=int)
    parser.add_argument("--wirecut", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    seed = int(time.time()) % 1_000_000_000 if given.seed is None else given.seed
    if given.only is not None:
        return one(given.only, given.mutant)
    if given.kill9 is not None:
        found = kill9.run(given.kill9, seed)
        print(json.dumps(found, ensure_ascii=False))
        return int(any(found[name] for name in ("corrupt", "lost", "duplicated", "stuck")))
    if given.wirecut:
        quiet()
        found = wirecut.run(list(wirecut.KINDS))
        print(json.dumps(found))
        return int(found["wrong"] > 0)
    report, bad = many(seed, given.schedules, given.mutant_schedules, given.workers)
    print(json.dumps(report, ensure_ascii=False, indent=None if given.json else 2))
    unnoticed = [
        name for name, found in report["mutants"].items() if "by" not in found and not found["caught"]
    ]
    for name in unnoticed:
        _say(f"mutant not noticed: {name}")
    thin = thin_spots(report) if given.schedules >= _MANY else []
    for spot in thin:
        _say(f"too thin: {spot}")
    return int(bool(bad or unnoticed or thin or report["schedules"] < given.schedules))


def one(seed: int, mutant: str | None) -> int:
    """One schedule in this process, in full."""
    with a_folder() as folder:
        quiet()
        player = Player(folder)
        result = player.play(seed, mutant)
        player.close()
    print(f"seed {seed}: {summary(result)}")
    for note in result.verdict.notes:
        print(f"  {note}")
    return int(not result.verdict.clean)


def many(seed: int, schedules: int, per_mutant: int, workers: int) -> tuple[dict[str, Any], list[Result]]:
    """Schedules of consecutive seeds, and then each mutant; the report and the schedules that went wrong.

    Ctrl+C ends it early, with the figures so far.
    """
    began = time.monotonic()
    tally = Tally()
    mutants: dict[str, dict[str, Any]] = {}
    with suppress(KeyboardInterrupt), players(workers) as play:
        for _, result in play((seed + number, None) for number in range(schedules)):
            tally.add(result)
            if not result.verdict.clean:
                _say("\n  ".join([f"seed {result.seed}: {summary(result)}", *result.verdict.notes[:5]]))
            if tally.schedules % 500 == 0:
                _say(f"{tally.schedules} of {schedules} in {time.monotonic() - began:.0f} s")
        seconds = time.monotonic() - began
        if per_mutant:
            mutants = {name: hunt(play, name, seed, per_mutant) for name in MUTANTS}
            mutants |= {name: {"caught": 0, "of": 0, "by": why} for name, why in ELSEWHERE.items()}
    if tally.schedules < schedules:
        seconds = time.monotonic() - began
    report = {"seed": seed, **tally.report(), "seconds": round(seconds, 1), "mutants": mutants}
    return report, tally.bad


def hunt(play: Players, name: str, seed: int, most: int) -> dict[str, Any]:
    """Play a mutant until enough schedules have noticed it, or for as many as are allowed."""
    found = {"caught": 0, "of": 0}
    while found["caught"] < _ENOUGH and found["of"] < most:
        first = seed + found["of"]
        count = min(_ROUND, most - found["of"])
        for _, result in play((first + number, name) for number in range(count)):
            found["of"] += 1
            found["caught"] += not result.verdict.clean
    _say(f"{name}: {found['caught']} of {found['of']}")
    return found


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
