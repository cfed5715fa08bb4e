"""The figures of many schedules together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.faults.chances import KINDS
from tests.faults.oracle import Verdict
from tests.faults.schedule import Result

WRONG = ("lost", "duplicated", "reordered", "diverged", "stale", "stuck", "bugs")
#: What a schedule has to hold on average, and the share of all faults that each kind has to have.
MEANS = {"commands": 6.0, "faults": 15.0, "crashes": 3.0}
SHARE = 0.01


@dataclass
class Tally:
    """Sums over schedules."""

    schedules: int = 0
    commands: int = 0
    crashes: int = 0
    slowest: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    total: Verdict = field(default_factory=Verdict)
    bad: list[Result] = field(default_factory=list)

    def add(self, result: Result) -> None:
        """One more."""
        self.schedules += 1
        self.kinds.update(result.by_kind)
        self.commands += result.commands
        self.crashes += result.crashes
        self.slowest = max(self.slowest, result.healed_in)
        for name in WRONG:
            setattr(self.total, name, getattr(self.total, name) + getattr(result.verdict, name))
        if not result.verdict.clean:
            self.bad.append(result)

    def report(self) -> dict[str, Any]:
        """The sums by name."""
        faults = self.kinds.total()
        return {
            "schedules": self.schedules,
            "faults": faults,
            "crashes": self.crashes,
            "commands": self.commands,
            "by_kind": dict(sorted(self.kinds.items())),
            **{name: getattr(self.total, name) for name in WRONG},
            "slowest_healing": self.slowest,
            "failing_seeds": sorted(result.seed for result in self.bad),
        }


def thin_spots(report: Mapping[str, Any]) -> list[str]:
    """What there was too little of for the schedules to prove anything."""
    found = [
        f"{report[name] / report['schedules']:.1f} {name} a schedule, not {least:.0f}"
        for name, least in MEANS.items()
        if report[name] < least * report["schedules"]
    ]
    for kind in KINDS:
        share = report["by_kind"].get(kind, 0) / max(report["faults"], 1)
        if share < SHARE:
            found.append(f"{kind} is {share:.2%} of the faults")
    return found


def summary(result: Result) -> str:
    """A line about a schedule."""
    wrong = {name: getattr(result.verdict, name) for name in WRONG if getattr(result.verdict, name)}
    return (
        f"{wrong or 'well'}; {result.commands} commands, {sum(result.by_kind.values())} faults, "
        f"healed in {result.healed_in:.0f} s"
    )
