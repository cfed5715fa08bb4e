"""What must hold after the storm, whatever happened in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wzpdcl_desktop.domain.commands import Command, CommandState, OutboxItem

if TYPE_CHECKING:
    from tests.faults.desk import Desk
    from tests.faults.server import Server


@dataclass
class Ledger:
    """What the officers were told. Each command carries a text of its own, by which it is found again.

    Attributes:
        safe: Texts of commands that the desk said were kept, by officer, in that order.
        gone: Texts of commands that were taken back, and must never take effect.
        unsure: Texts of commands that were being taken back when the desk was killed.
        stale: How often a reader saw a row go back.
        mended: How often the daily comparison found something to put right: it must never have to.
    """

    safe: dict[str, list[str]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    stale: int = 0
    mended: int = 0
    _last: int = 0

    def token(self, officer: str) -> str:
        """A text for a new command."""
        self._last += 1
        return f"কাজ {officer} {self._last:05d}"

    def accepted(self, officer: str, token: str) -> None:
        """The desk said that a command is safe."""
        kept = self.safe.setdefault(officer, [])
        if token not in kept:
            kept.append(token)

    def adopt(self, officer: str, items: Iterable[OutboxItem]) -> None:
        """What a new life finds in the outbox counts as accepted, even if the last one could not say so."""
        for item in items:
            self.accepted(officer, str(item.command.args["text"]))

    def perhaps_gone(self, commands: Iterable[Command]) -> None:
        """Something of these is being taken back."""
        self.unsure.update(str(command.args["text"]) for command in commands)

    def taken_back(self, commands: Iterable[Command]) -> None:
        """The desk said that these will never take effect."""
        self.gone.update(str(command.args["text"]) for command in commands)


@dataclass
class Verdict:
    """What went wrong; all numbers are 0 if nothing did."""

    lost: int = 0
    duplicated: int = 0
    reordered: int = 0
    diverged: int = 0
    stale: int = 0
    stuck: int = 0
    bugs: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (
            self.lost
            or self.duplicated
            or self.reordered
            or self.diverged
            or self.stale
            or self.stuck
            or self.bugs
        )


def judge(ledger: Ledger, desks: Sequence[Desk], server: Server, *, converged: bool) -> Verdict:
    """Compare what the officers were told with what the server holds and what the desks show."""
    verdict = Verdict(stale=ledger.stale, diverged=ledger.mended, stuck=int(not converged))
    if ledger.mended:
        verdict.notes.append(f"the daily comparison had to put right what it found, {ledger.mended} times")
    entries = server.entries()
    for desk in desks:
        _judge_commands(verdict, ledger, desk, entries)
        expected = server.rows_of(desk.officer, desk.duty.name == "OFFICE_HEAD")
        found = desk.rows()
        if found != expected:
            verdict.diverged += 1
            differing = sorted(set(found.items()) ^ set(expected.items()))[:4]
            verdict.notes.append(f"{desk.officer}: {differing}")
        verdict.bugs += len(desk.ear.bugs)
        verdict.notes += [f"bug: {type(bug).__name__}: {bug}" for bug in desk.ear.bugs]
    return verdict


def _judge_commands(
    verdict: Verdict, ledger: Ledger, desk: Desk, entries: Mapping[int, Sequence[tuple[str | None, str]]]
) -> None:
    effects = Counter(text for found in entries.values() for by, text in found if by == desk.officer)
    kept = {str(item.command.args["text"]): item for item in desk.outbox.items(include_settled=True)}
    for token in ledger.safe.get(desk.officer, []):
        count, item = effects[token], kept.get(token)
        if count > 1:
            verdict.duplicated += 1
            verdict.notes.append(f"{token}: {count} times")
        if token in ledger.gone or (item is None and token in ledger.unsure):
            if count:
                verdict.duplicated += 1
                verdict.notes.append(f"{token}: took effect although taken back")
        elif item is None:
            verdict.lost += 1
            verdict.notes.append(f"{token}: not in the outbox, {count} effects")
        elif item.state is CommandState.APPLIED and not count:
            verdict.lost += 1
            verdict.notes.append(f"{token}: applied, without effect")
        elif item.state in (CommandState.CONFLICT, CommandState.REFUSED) and count:
            verdict.duplicated += 1
            verdict.notes.append(f"{token}: refused, with effect")
        elif item.state not in (CommandState.APPLIED, CommandState.CONFLICT, CommandState.REFUSED):
            verdict.stuck += 1
            verdict.notes.append(f"{token}: {item.state.value} {item.last_error}")
    place = {token: n for n, token in enumerate(ledger.safe.get(desk.officer, []))}
    for number, found in entries.items():
        order = [place[text] for by, text in found if by == desk.officer and text in place]
        if order != sorted(order):
            verdict.reordered += 1
            verdict.notes.append(f"complaint {number}: {order}")
