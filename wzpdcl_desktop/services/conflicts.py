"""Actions that the server did not take: what is there instead, and what the officer decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.outbox_rules import refused_with
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.commands import (
    TARGET_STATE,
    CommandState,
    CommandType,
    OutboxItem,
    Seen,
    TakenBack,
)
from wzpdcl_desktop.domain.complaints import State
from wzpdcl_desktop.domain.conflicts import Choice, Clash, Theirs
from wzpdcl_desktop.domain.errors import ActionNotAllowed
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.domain.people import Action, Me
from wzpdcl_desktop.services.overlay import action_of

_FAILED = (CommandState.CONFLICT, CommandState.REFUSED)
#: The same arguments would be refused again.
_ITS_OWN_FAULT = frozenset({"invalid_args", "invalid", "too_large"})


class ConflictService:
    """Lays clashes open, and carries out what the officer decides. Nothing is decided here."""

    def __init__(self, reader: ComplaintReader, outbox: Outbox, me: Callable[[], Me], clock: Clock) -> None:
        self._reader = reader
        self._outbox = outbox
        self._me = me
        self._clock = clock

    def clash(self, command_id: str) -> Clash | None:
        """A failed command and what can be done about it; None if it is settled, or still under way."""
        live = self._outbox.items()
        item = next((one for one in live if one.command.command_id == command_id), None)
        if item is None or item.state not in _FAILED:
            return None
        theirs = self._theirs(item)
        return Clash(
            item=item,
            seen=item.seen,
            state=TARGET_STATE[item.command.type],
            theirs=theirs,
            along=tuple(refused_with(item, live)),
            refusals=self._refusals(item, theirs),
        )

    def first_of(self, complaint_id: int) -> str | None:
        """The first command of a complaint that waits for a decision."""
        return next(
            (
                item.command.command_id
                for item in self._outbox.items()
                if item.command.complaint_id == complaint_id and item.state in _FAILED
            ),
            None,
        )

    def decide(self, clash: Clash, choice: Choice) -> TakenBack:
        """Do what the officer chose, in one transaction.

        Args:
            clash: As it was shown: what the officer looked at is the new base.

        Returns:
            The commands that are gone, under their old ids.

        Raises:
            ActionNotAllowed: It is not possible (any more); ``detail`` says why.
            DiskFull: Nothing was changed.
        """
        command, now = clash.item.command, self._clock.now()
        refusal = clash.refusals.get(choice)
        if refusal is not None:
            raise ActionNotAllowed(refusal)
        if choice is Choice.THEIRS:
            return self._outbox.discard(command.command_id)
        if choice is Choice.MESSAGE:
            self._outbox.as_message(command.command_id, uuid7(now), now)
            return TakenBack((command,))
        theirs = clash.theirs
        assert theirs is not None  # else it would have been refused
        files = (clash.seen.files if clash.seen else 0) + theirs.files
        entries = (clash.seen.entries if clash.seen else 0) + len(theirs.news)
        seen = Seen(theirs.state, theirs.version, theirs.feeder, theirs.officer, entries, files)
        self._outbox.rebase(command.command_id, seen, partial(uuid7, now), now)
        return TakenBack((command, *(item.command for item in clash.along)))

    def _theirs(self, item: OutboxItem) -> Theirs | None:
        """The row in the cache, or what the receipt says if that is newer."""
        current = (item.receipt.current if item.receipt else None) or {}
        detail = self._reader.detail(item.command.complaint_id)
        if detail is None:
            return None
        row, seen = detail.row, item.seen
        if int(current.get("version") or 0) > row.version:
            return Theirs(int(current["version"]), State(current["state"]), complete=False)
        return Theirs(
            version=row.version,
            state=row.state,
            feeder=row.feeder,
            officer=row.assigned_to,
            news=detail.timeline[seen.entries :] if seen else (),
            files=max(0, row.files - seen.files) if seen else 0,
        )

    def _refusals(self, item: OutboxItem, theirs: Theirs | None) -> dict[Choice, str]:
        command, code = item.command, item.receipt.code if item.receipt else None
        mine = code if code in _ITS_OWN_FAULT else self._refusal(action_of(command.type), theirs)
        message = self._refusal(Action.MESSAGE, theirs)
        if command.type is CommandType.MESSAGE or not command.args.get("text"):
            message = "text"
        found = {Choice.MINE: mine, Choice.MESSAGE: message}
        return {choice: reason for choice, reason in found.items() if reason is not None}

    def _refusal(self, action: Action, theirs: Theirs | None) -> str | None:
        me = self._me()
        if theirs is None:
            return "gone"
        if not me.rules:
            return "read_only"
        if me.rule(action) is None:
            return "duty"
        return None if me.may(action, theirs.state.value) else "state"
