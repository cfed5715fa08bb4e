"""One action on many complaints: a command of its own for each, and a result of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from wzpdcl_desktop.domain.commands import Command, Order, Queued
from wzpdcl_desktop.domain.complaints import QueueRow
from wzpdcl_desktop.domain.drafts import draft_key
from wzpdcl_desktop.domain.errors import DeskError
from wzpdcl_desktop.domain.placeholders import first_blank
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.outbox import OutboxService

#: Text and complaint -> the text for this complaint.
Fill = Callable[[str, QueueRow], str]
#: Rows done in one go; between two goes the caller may show progress, and stop.
STEP = 10


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing all of it did: commands that came back, and complaints whose command did not."""

    commands: tuple[Command, ...] = field(default=())
    left: tuple[int, ...] = field(default=())


class BulkRun:
    """Goes through the complaints in steps. Not to be used from two threads at once.

    Args:
        fill: Fills the blanks of the common text for one of them.

    Attributes:
        queued: A `Queued` for each complaint it was done to.
        failed: Why it was not done, for each complaint where it was not.
        waiting: Complaints that were not tried yet.
    """

    def __init__(
        self, service: ComplaintService, ids: Sequence[int], order: Order, fill: Fill | None = None
    ) -> None:
        self._service, self._order, self._fill = service, order, fill
        self.total = len(ids)
        self.waiting = list(ids)
        self.queued: list[Queued] = []
        self.failed: dict[int, DeskError] = {}
        self._undo_until = service.undo_until(self.total)

    @property
    def text(self) -> str:
        """The common text, its blanks not filled."""
        return self._order.text

    @property
    def tried(self) -> int:
        """How many were tried."""
        return self.total - len(self.waiting)

    def step(self) -> None:
        """Do it to the next few. An error of one complaint is noted and ends nothing."""
        for number in self.waiting[:STEP]:
            try:
                draft = draft_key(number, self._order.action) if self.total == 1 else ""
                order = self._order_for(number)
                self.queued.append(self._service.act(number, order, self._undo_until, draft))
            except DeskError as error:
                self.failed[number] = error
            self.waiting.remove(number)

    def _order_for(self, number: int) -> Order:
        """The order with the blanks of its text filled for one complaint."""
        if self._fill is None or first_blank(self._order.text) is None:
            return self._order
        rows = self._service.rows([number])
        return replace(self._order, text=self._fill(self._order.text, rows[0])) if rows else self._order

    def retry(self, order: Order) -> None:
        """Let the failed ones, and what was not tried before a stop, wait again; `step` does them."""
        self._order = order
        self.waiting = [*self.failed, *self.waiting]
        self.failed = {}
        self._undo_until = self._service.undo_until(len(self.waiting))


def undo_all(outbox: OutboxService, queued: Sequence[Queued]) -> Undone:
    """Take back what was never sent, the last first; what was sent meanwhile is named.

    What was done to a complaint after it comes back as its draft. So does the text if it is of one complaint;
    the common text of several is the caller's to keep.
    """
    commands: list[Command] = []
    left: list[int] = []
    gone: set[str] = set()
    common = {one.command_id for one in queued} if len(queued) > 1 else set[str]()
    for one in reversed(queued):
        if one.command_id in gone:
            continue
        try:
            taken = outbox.undo(one.command_id, lambda command: command.command_id not in common)
        except DeskError:
            left.append(one.complaint_id)
            continue
        gone |= {command.command_id for command in taken.commands}
        commands += taken.commands
    return Undone(tuple(commands), tuple(left))
