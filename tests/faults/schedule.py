"""One schedule: a storm chosen by a seed, then calm, then judgement."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.chances import CRASHES, PC, PC_WEIGHTS, SERVER, Chances
from tests.faults.clock import World
from tests.faults.desk import Desk
from tests.faults.oracle import Ledger, Verdict, judge
from tests.faults.server import OFFICE, Server, Template
from tests.support.central_data import FEEDERS
from wzpdcl_desktop.domain.people import Duty

#: Time (s) in which everything has to be well again with nobody doing anything.
HEAL_SECONDS = 60.0
_HEAD, _INCHARGE = "xen.khulna1", "sae1.khulna1"
_FEEDERS = sorted(FEEDERS)
_OWN_FEEDERS = [feeder for feeder in _FEEDERS if FEEDERS[feeder][0] == OFFICE]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one schedule."""

    seed: int
    verdict: Verdict
    by_kind: dict[str, int]
    commands: int
    healed_in: float

    @property
    def crashes(self) -> int:
        """How often a desk was killed."""
        return sum(count for kind, count in self.by_kind.items() if kind in CRASHES)


class Schedule:
    """One seed, played once."""

    def __init__(self, seed: int, folder: Path, template: Template, loop: asyncio.AbstractEventLoop) -> None:
        self.seed = seed
        self._folder = folder / f"seed-{seed}"
        shutil.rmtree(self._folder, ignore_errors=True)
        self.world = World()
        self.chances = Chances(seed)
        self.ledger = Ledger()
        self.server = Server(template.copy(self._folder / "server"), self.world, loop)
        self.desks = [
            Desk(self._folder / "head", _HEAD, Duty.OFFICE_HEAD, self.server, self.chances, self.ledger),
            Desk(
                self._folder / "incharge",
                _INCHARGE,
                Duty.FEEDER_INCHARGE,
                self.server,
                self.chances,
                self.ledger,
            ),
        ]

    def run(self) -> Result:
        """Storm, calm, judgement."""
        try:
            self._storm()
            healed_in = self._heal()
            verdict = judge(self.ledger, self.desks, self.server, converged=healed_in <= HEAL_SECONDS)
        finally:
            for desk in self.desks:
                desk.close()
            self.server.close()
            shutil.rmtree(self._folder, ignore_errors=True)
        commands = sum(len(texts) for texts in self.ledger.safe.values())
        return Result(self.seed, verdict, dict(self.chances.happened), commands, healed_in)

    # ------------------------------------------------------------ storm

    def _storm(self) -> None:
        dice = self.chances.random
        for _ in range(dice.randint(40, 68)):
            desk = dice.choice(self.desks)
            roll = dice.random()
            if roll < 0.47:
                self._turn(desk)
            elif roll < 0.67:
                desk.act()
            elif roll < 0.71:
                desk.second_thought()
            elif roll < 0.78:
                self._others()
            elif roll < 0.81:
                self._arrive_late()
            elif roll < 0.855:
                self.world.seconds += dice.choice((0.5, 5.0, 20.0, 60.0, 600.0))
            elif roll < 0.945:
                self._misfortune(desk, dice.choices(PC, PC_WEIGHTS)[0])
            else:
                self._of_server(desk, dice.choice(SERVER))

    def _turn(self, desk: Desk) -> None:
        dice = self.chances.random
        desk.hold_flights = dice.random() < 0.3
        if dice.random() < 0.5:
            for _ in range(dice.randint(1, 6)):
                desk.pull()
                if desk.loading and dice.random() < 0.1:
                    # The world does not wait until a load is through.
                    self._others()
                    self.world.seconds += 6.0
        else:
            self.world.seconds += dice.choice((0.0, 1.0, 16.0))
            desk.push()
        if dice.random() < 0.6:
            desk.land()
        if dice.random() < 0.2:
            desk.sign_in_if_asked()

    def _others(self) -> None:
        """Customers and the centre."""
        dice = self.chances.random
        what = dice.randrange(4)
        if what == 0:
            self.server.new_complaint(dice.choice(_OWN_FEEDERS), dice.randrange(1000))
            return
        number = dice.choice(self.server.complaints(OFFICE) or self.server.complaints())
        (self.server.customer_writes, self.server.customer_returns, self.server.centre_closes)[what - 1](
            number
        )

    def _arrive_late(self) -> None:
        for desk in self.desks:
            if desk.line.late:
                desk.line.late.pop(self.chances.random.randrange(len(desk.line.late))).deliver()

    def _misfortune(self, desk: Desk, kind: str) -> None:
        """Of a desk's PC."""
        dice = self.chances.random
        self.chances.note(kind)
        if kind == "kill":
            if dice.random() < 0.5:
                desk.disk.kill_in = dice.randint(1, 60)
            else:
                desk.disk.kill_after = dice.randint(1, 4)
        elif kind == "kill_at_wire":
            desk.line.kill_in = dice.randint(1, 4)
        elif kind == "power_loss":
            desk.crash(lose_cache_since_backup=True)
        elif kind == "cache_damaged":
            desk.crash(damage=True)
        elif kind == "disk_full":
            desk.disk.full = True
            self._turn(desk)
            desk.disk.full = False
        elif kind == "sql_fails":
            desk.disk.fail_in = dice.randint(1, 40)
        elif kind == "line_dies":
            self._line_dies(desk)
        else:
            desk.pc.off_ms += dice.choice((-7_200_000, -90_000, 60_000, 3_600_000))
        if dice.random() < 0.5:
            desk.keep_backup()

    def _line_dies(self, desk: Desk) -> None:
        """Slowly, as lines do: first what is sent gets lost, then there is none; at last it is back."""
        desk.act()
        desk.line.eats_commands = True
        self._play(self.world.seconds + 240.0, [desk], pulls=False)
        desk.line.eats_commands, desk.line.down = False, True
        self._play(self.world.seconds + 60.0, [desk])
        desk.line.down = False

    def _of_server(self, desk: Desk, kind: str) -> None:
        """What the company's people do to accounts, feeders and the database."""
        dice = self.chances.random
        self.chances.note(kind)
        if kind == "session_ended":
            self.server.end_sessions(desk.officer)
        elif kind == "account_disabled":
            self.server.disable(desk.officer, True)
            self._turn(desk)
            if dice.random() < 0.7:
                self.server.disable(desk.officer, False)
        elif kind == "feeder_taken":
            incharge = dice.choice((_INCHARGE, "sae2.khulna1", None))
            self.server.give_feeder(dice.choice(_OWN_FEEDERS), incharge)
        elif kind == "moved_to_feeder":
            self.server.move(dice.choice(self.server.complaints()), dice.choice(_OWN_FEEDERS))
        elif kind == "moved_to_office":
            self.server.move(dice.choice(self.server.complaints()), dice.choice(_FEEDERS))
        else:
            # In a time so long, or after a restore, something is not where it was.
            for _ in range(dice.randrange(3)):
                self.server.move(dice.choice(self.server.complaints()), dice.choice(_FEEDERS))
            if kind == "tombstones_forgotten":
                self.server.forget_tombstones(OFFICE)
            else:
                self.server.renew_epoch()

    # ------------------------------------------------------------ calm

    def _heal(self) -> float:
        """Let the line be good and nobody do anything; the seconds until all is well."""
        self.chances.calm = True
        for desk in self.desks:
            self.server.disable(desk.officer, False)
            desk.hold_flights = False
            desk.disk.calm()
            desk.line.kill_in = None
            if desk.line.dead:
                desk.crash()
            desk.land()
            for late in desk.line.late:
                late.deliver()
            desk.line.late = []
            desk.sign_in_if_asked()
            desk.let_everything_go()
        # What was done in the last moment still has its time of undo before it.
        self._play(self.world.seconds + 16.0)
        for desk in self.desks:
            desk.sign_in_if_asked()
        began = self.world.seconds
        while self.world.seconds - began <= HEAL_SECONDS:
            if self._well():
                return self.world.seconds - began
            self._play(self.world.seconds + 2.0)
        return float("inf") if not self._well() else self.world.seconds - began

    def _play(self, until: float, desks: Sequence[Desk] | None = None, *, pulls: bool = True) -> None:
        """Whatever the engines want to do up to a moment."""
        playing = self.desks if desks is None else desks
        while True:
            due = [
                (when, number, turn)
                for number, desk in enumerate(playing)
                for when, turn in ((desk.next_pull, "pull"), (desk.next_push, "push"))
                if when is not None and when <= until and (pulls or turn == "push")
            ]
            if not due:
                break
            when, number, turn = min(due)
            self.world.seconds = max(self.world.seconds, when)
            if self.world.seconds > until:
                break
            getattr(playing[number], turn)()
        self.world.seconds = max(self.world.seconds, until)

    def _well(self) -> bool:
        return all(
            desk.settled() and desk.rows() == self.server.rows_of(desk.officer, desk.duty is Duty.OFFICE_HEAD)
            for desk in self.desks
        )
