"""The complaint desk: lists, one complaint, and the actions on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.view_counts import is_unread
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.commands import (
    CHECKS_BASE,
    UNRESOLVED,
    Command,
    CommandState,
    CommandType,
    Order,
    OutboxItem,
    Queued,
    Seen,
)
from wzpdcl_desktop.domain.complaints import (
    ComplaintDetail,
    History,
    Moved,
    NavCounts,
    QueueQuery,
    QueueRow,
    State,
)
from wzpdcl_desktop.domain.drafts import draft_key
from wzpdcl_desktop.domain.errors import ActionNotAllowed
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.domain.people import Action, Me
from wzpdcl_desktop.domain.placeholders import first_blank
from wzpdcl_desktop.domain.text import clean_message
from wzpdcl_desktop.services import overlay

#: Longest text of a command, by the contract.
LONGEST_TEXT = 1000
#: Room in the time of undo for each further command that is queued along with others.
_ROW_MS = 30
#: Of a customer's other complaints so many are shown, the newest.
_MOST_OTHERS = 50


class ComplaintService:
    """Shows the server's rows with the officer's pending commands applied, and queues new commands.

    Args:
        me: The signed-in officer as last heard of; the server's rules come from there.
        undo_seconds: For how long a command is kept back so that it can be undone.
    """

    def __init__(
        self,
        reader: ComplaintReader,
        outbox: Outbox,
        notes: DeskNotes,
        me: Callable[[], Me],
        clock: Clock,
        undo_seconds: float = 15,
    ) -> None:
        self._reader = reader
        self._outbox = outbox
        self._notes = notes
        self._me = me
        self._clock = clock
        self._undo_ms = round(undo_seconds * 1000)
        self._lock = threading.Lock()
        self._items: tuple[int, list[OutboxItem]] = (-1, [])
        self._opened: dict[int, int] | None = None

    def set_undo_seconds(self, seconds: float) -> None:
        """From now on commands are kept back for so long; those that wait already keep their time."""
        self._undo_ms = round(seconds * 1000)

    def queue(self, query: QueueQuery) -> list[int]:
        """Ids of a list, in its order, after the pending commands."""
        return self._reader.ids(query, self.moved())

    def count(self, query: QueueQuery) -> int:
        """How many complaints a list has, after the pending commands."""
        return self._reader.count(query, self.moved())

    def moved(self) -> dict[int, Moved]:
        """What the pending commands make of the complaints whose state, feeder or officer they change."""
        items = self._live()
        rows = self._reader.states({item.command.complaint_id for item in items}) if items else {}
        made = overlay.effects(items, rows, self._me().may)
        return {
            number: Moved(one.state, one.feeder, one.officer)
            for number, one in made.items()
            if one.state is not rows[number][1] or one.feeder or one.officer
        }

    def rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Rows of some ids in their order, with marks and unread; ids that left the cache are left out."""
        own = overlay.by_complaint(self._live())
        opened = self._opened_here()
        return [self._shown(row, own.get(row.id, ()), opened) for row in self._reader.rows(ids)]

    def detail(self, complaint_id: int) -> ComplaintDetail | None:
        """One complaint: timeline newest first with the pending entries on top; None if it left the cache."""
        detail = self._reader.detail(complaint_id)
        if detail is None:
            return None
        own = overlay.by_complaint(self._live()).get(complaint_id, [])
        return replace(
            detail,
            row=self._shown(detail.row, own, self._opened_here()),
            timeline=overlay.over_timeline(detail, own, self._me()),
        )

    def history(self, detail: ComplaintDetail) -> History:
        """The other complaints of the same customer on this PC, after the pending commands."""
        row = detail.row
        found = self._reader.others(row.id, row.mobile, detail.account, _MOST_OTHERS)
        own, opened = overlay.by_complaint(self._live()), self._opened_here()
        shown = tuple(self._shown(other, own.get(other.id, ()), opened) for other in found.rows)
        return replace(found, rows=shown)

    def counts(self) -> NavCounts:
        """The numbers beside the navigation, after the pending commands."""
        items = self._live()
        counted = self._reader.counts(self._clock.now(), self.moved(), self._opened_here())
        return NavCounts(
            views=counted.views,
            unread=counted.unread,
            outbox=sum(item.state in UNRESOLVED for item in items),
            outbox_failed=overlay.needs_attention(items),
        )

    def allowed(self, row: QueueRow) -> dict[Action, str | None]:
        """For each action None if the server allows it from the row's state, else why not.

        The reason is ``read_only`` (this duty does nothing), ``duty`` (it does not do this) or ``state``.
        """
        me = self._me()
        return {action: _refusal(me, action, row.state) for action in Action}

    def accept(self, complaint_id: int, text: str) -> Queued:
        """Inbox → in progress, with the instruction to the customer.

        Raises:
            ActionNotAllowed: ``detail`` says why: ``read_only``, ``duty``, ``state``, ``gone``, ``text``,
                ``too_long``, ``placeholder`` (a blank of a ready text is not filled in).
            DiskFull: Nothing was stored.
        """
        return self._queue(complaint_id, CommandType.ACCEPT, {"text": text})

    def message(self, complaint_id: int, text: str) -> Queued:
        """A message to the customer; the state stays. Errors as for `accept`."""
        return self._queue(complaint_id, CommandType.MESSAGE, {"text": text})

    def resolve(self, complaint_id: int, text: str = "") -> Queued:
        """In progress → resolved; the message is optional. Errors as for `accept`."""
        return self._queue(complaint_id, CommandType.RESOLVE, {"text": text})

    def cancel(self, complaint_id: int, reason: str, text: str) -> Queued:
        """Inbox or in progress → cancelled, with a reason code and a message.

        Errors as for `accept`, and ``reason``.
        """
        return self._queue(complaint_id, CommandType.CANCEL, {"reason": reason, "text": text})

    def reassign(self, complaint_id: int, feeder: str, officer: str, text: str) -> Queued:
        """To another feeder, another officer, or both (empty ids: unchanged), with the reason.

        Errors as for `accept`, and ``target`` where neither is given.
        """
        order = Order(Action.REASSIGN, text, feeder=feeder, officer=officer)
        return self.act(complaint_id, order, sent_draft=draft_key(complaint_id, Action.REASSIGN))

    def act(
        self, complaint_id: int, order: Order, undo_until: int | None = None, sent_draft: str = ""
    ) -> Queued:
        """Any of the actions; errors as theirs.

        Args:
            undo_until: Until when (ms) the command is kept back, where several are undone together.
            sent_draft: The draft whose text this is, if it is this complaint's alone.
        """
        args: dict[str, Any] = {"text": order.text}
        if order.action is Action.CANCEL:
            args["reason"] = order.reason
        elif order.action is Action.REASSIGN:
            args |= {"feeder": order.feeder or None, "officer": order.officer or None}
        kind = CommandType(f"complaint.{order.action.value}")
        return self._queue(complaint_id, kind, args, undo_until, sent_draft)

    def undo_until(self, count: int = 1) -> int:
        """Until when (ms) so many commands that are made now can be undone together."""
        return self._clock.now() + self._undo_ms + (count - 1) * _ROW_MS

    def mark_opened(self, complaint_id: int) -> bool:
        """Note that the officer has opened a complaint. True if it was unread."""
        rows = self._reader.rows([complaint_id])
        if not rows or not is_unread(
            rows[0].state, rows[0].reopen_count, self._opened_here().get(complaint_id)
        ):
            return False
        self._notes.mark_opened(complaint_id, rows[0].reopen_count)
        self._opened_here()[complaint_id] = rows[0].reopen_count
        return True

    def _queue(
        self,
        complaint_id: int,
        kind: CommandType,
        args: dict[str, Any],
        undo_until: int | None = None,
        sent_draft: str | None = None,
    ) -> Queued:
        args["text"] = clean_message(args["text"])
        with self._lock:
            rows = self.rows([complaint_id])
            if not rows:
                raise ActionNotAllowed("gone")
            self._check(rows[0], kind, args)
            now = self._clock.now()
            me = self._me()
            command = Command(
                command_id=uuid7(now),
                officer=me.officer,
                type=kind,
                aggregate=f"complaint:{complaint_id}",
                args=args,
                base_version=rows[0].version if kind in CHECKS_BASE else None,
                after=self._predecessor(complaint_id, kind),
                created_at=now,
            )
            until = now + self._undo_ms if undo_until is None else undo_until
            if sent_draft is None:
                sent_draft = draft_key(complaint_id, overlay.action_of(kind))
            seen = Seen(
                rows[0].state,
                rows[0].version,
                rows[0].feeder,
                rows[0].assigned_to,
                self._reader.entries(complaint_id),
                rows[0].files,
            )
            self._outbox.add(command, until, sent_draft, seen)
        return Queued(command.command_id, kind, complaint_id, until)

    def _check(self, row: QueueRow, kind: CommandType, args: Mapping[str, Any]) -> None:
        me, action = self._me(), overlay.action_of(kind)
        refusal = _refusal(me, action, row.state)
        if refusal is not None:
            raise ActionNotAllowed(refusal)
        rule = me.rule(action)
        missing = next(
            (name for name in ("reason", "text") if rule and name in rule.needs and not args.get(name)), None
        )
        if missing:
            raise ActionNotAllowed(missing)
        if kind is CommandType.REASSIGN and not (args["feeder"] or args["officer"]):
            raise ActionNotAllowed("target")
        if first_blank(args["text"]) is not None:
            raise ActionNotAllowed("placeholder")
        if len(args["text"]) > LONGEST_TEXT:
            raise ActionNotAllowed("too_long")

    def _predecessor(self, complaint_id: int, kind: CommandType) -> str | None:
        """The last own command whose result the server's row here does not show yet.

        For a command that checks its base only one that checks too: that one's version becomes the base, and
        a message that went through must not hide what others did to the state.
        """
        own = overlay.by_complaint(self._live()).get(complaint_id, ())
        live = [
            item.command
            for item in own
            if (item.state in UNRESOLVED or item.state is CommandState.APPLIED)
            and (kind not in CHECKS_BASE or item.command.type in CHECKS_BASE)
        ]
        return live[-1].command_id if live else None

    def _shown(self, row: QueueRow, own: Sequence[OutboxItem], opened: Mapping[int, int]) -> QueueRow:
        made = overlay.effect(own, row.version, row.state, self._me().may) if own else None
        row = overlay.over_row(row, made)
        unread = is_unread(row.state, row.reopen_count, opened.get(row.id))
        return replace(row, unread=True) if unread else row

    def _live(self) -> list[OutboxItem]:
        """The outbox's commands, read again only after it was written to."""
        revision, items = self._items
        if revision != self._outbox.revision:
            revision = self._outbox.revision
            items = self._outbox.items()
            self._items = (revision, items)
        return items

    def _opened_here(self) -> dict[int, int]:
        if self._opened is None:
            self._opened = self._notes.opened()
        return self._opened


def _refusal(me: Me, action: Action, state: State) -> str | None:
    if not me.rules:
        return "read_only"
    if me.rule(action) is None:
        return "duty"
    return None if me.may(action, state.value) else "state"
