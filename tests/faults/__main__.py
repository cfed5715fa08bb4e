"""`python3 dev.py faults`: schedules of faults by the thousand, and mutants that must be noticed.

    --schedules N    that many schedules (default 300)
    --seed S         the first seed; without it one is drawn
    --only SEED      one schedule alone, with what it found
    --workers N      processes (default: the machine's processors)
    --mutant-schedules N   schedules for each mutant (default 60; 0 for none)
    --kill9 N        kill a real program N times instead
    --wirecut        cut the answer to one exchange of each kind after every byte instead
    --json           the figures as one JSON object, and nothing else, on stdout

Ends with 1 if anything went wrong, a mutant that nobody noticed included.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from typing import Any

from tests.faults import kill9, wirecut
from tests.faults.mutants import ELSEWHERE, MUTANTS
from tests.faults.oracle import Verdict
from tests.faults.play import Player, a_folder, play_all, quiet
from tests.faults.schedule import Result

_WRONG = ("lost", "duplicated", "reordered", "diverged", "stale", "stuck", "bugs")


def main(arguments: list[str]) -> int:
    """Runs what the arguments say and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--schedules", type=int, default=300)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--only", type=int)
    parser.add_argument("--mutant")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--mutant-schedules", type=int, default=60)
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
        print(f"mutant not noticed: {name}", file=sys.stderr)
    return int(bool(bad or unnoticed))


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
    """Schedules of consecutive seeds, and then each mutant; the report and the schedules that went wrong."""
    began = time.monotonic()
    kinds: Counter[str] = Counter()
    total = Verdict()
    bad: list[Result] = []
    commands = crashes = 0
    slowest = 0.0
    mutants: dict[str, dict[str, Any]] = {name: {"caught": 0, "of": 0} for name in MUTANTS}
    jobs: list[tuple[int, str | None]] = [(seed + number, None) for number in range(schedules)]
    jobs += [(seed + number, name) for name in MUTANTS for number in range(per_mutant)]
    for mutant, result in play_all(jobs, workers):
        if mutant is not None:
            mutants[mutant]["of"] += 1
            mutants[mutant]["caught"] += not result.verdict.clean
            continue
        kinds.update(result.by_kind)
        commands += result.commands
        crashes += result.crashes
        slowest = max(slowest, result.healed_in)
        for name in _WRONG:
            setattr(total, name, getattr(total, name) + getattr(result.verdict, name))
        if not result.verdict.clean:
            bad.append(result)
            print(f"seed {result.seed}: {summary(result)}", file=sys.stderr)
            for note in result.verdict.notes[:5]:
                print(f"  {note}", file=sys.stderr)
    if not per_mutant:
        mutants = {}
    report = {
        "seed": seed,
        "schedules": schedules,
        "faults": kinds.total(),
        "crashes": crashes,
        "commands": commands,
        "by_kind": dict(sorted(kinds.items())),
        **{name: getattr(total, name) for name in _WRONG},
        "slowest_healing": slowest,
        "seconds": round(time.monotonic() - began, 1),
        "failing_seeds": sorted(result.seed for result in bad),
        "mutants": mutants
        | ({name: {"caught": 0, "of": 0, "by": why} for name, why in ELSEWHERE.items()} if mutants else {}),
    }
    return report, bad


def summary(result: Result) -> str:
    """A line about a schedule."""
    wrong = {name: getattr(result.verdict, name) for name in _WRONG if getattr(result.verdict, name)}
    return (
        f"{wrong or 'well'}; {result.commands} commands, {sum(result.by_kind.values())} faults, "
        f"healed in {result.healed_in:.0f} s"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
