"""The outbox: what the officer did, on disk before anybody is told that it is done."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection

from wzpdcl_desktop.cache import draft_rows
from wzpdcl_desktop.cache import outbox_decisions as decisions
from wzpdcl_desktop.cache import outbox_rows as rows
from wzpdcl_desktop.cache.outbox_rules import dependants, heads, ready_at, was_sent, why_kept
from wzpdcl_desktop.cache.store import Store
from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.commands import (
    Command,
    CommandState,
    OutboxItem,
    Outcome,
    Receipt,
    Seen,
    TakenBack,
)
from wzpdcl_desktop.domain.errors import ActionNotAllowed

T = TypeVar("T")

#: Settled commands are kept this long, for whoever asks what was sent.
KEEP_SETTLED_MS = 30 * 86_400_000

_FINAL = {
    Outcome.APPLIED: CommandState.APPLIED,
    Outcome.CONFLICT: CommandState.CONFLICT,
    Outcome.REFUSED: CommandState.REFUSED,
}


class Outbox:
    """Commands in their order, each with its fate so far. May be used from several threads.

    Attributes:
        revision: Rises with every write; what is derived from the items is good as long as it stays.
    """

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        self._store = store
        self._now = clock.now if clock else _wall_ms
        self.revision = 0

    def add(self, command: Command, not_before: int, sent_draft: str = "", seen: Seen | None = None) -> int:
        """Put a command on disk. When this returns, a power cut does not lose it.

        Args:
            not_before: Time (ms) before which it is not sent.
            sent_draft: The draft that becomes this command: there is never both, nor neither.
            seen: The complaint as the officer saw it, in case somebody else changes it first.

        Returns:
            Its place in the outbox.

        Raises:
            DiskFull: Nothing was stored.
        """

        def work(connection: Connection) -> int:
            if sent_draft:
                draft_rows.forget(connection, sent_draft)
            return rows.insert(connection, command, not_before, seen)

        return self._write(work)

    def items(self, include_settled: bool = False) -> list[OutboxItem]:
        """All commands in their order; with `include_settled` also those that left the screen lately."""
        with self._store.read() as connection:
            return rows.select(connection, "" if include_settled else "WHERE settled_at IS NULL")

    def item(self, command_id: str) -> OutboxItem | None:
        """One command, settled or not."""
        with self._store.read() as connection:
            return next(iter(rows.select(connection, "WHERE command_id = ?", command_id)), None)

    def take_back(
        self, command_id: str, texts_of: Callable[[Command], bool] = lambda _any: True
    ) -> TakenBack:
        """Delete a command that was never put on the wire, with everything that builds on it.

        Their texts are drafts again, in the same moment.

        Args:
            texts_of: Whose texts; whoever says no looks after the text.

        Raises:
            ActionNotAllowed: It was sent meanwhile, or is not there any more.
        """

        def work(connection: Connection) -> TakenBack:
            live = rows.select(connection, "WHERE settled_at IS NULL")
            target = next((item for item in live if item.command.command_id == command_id), None)
            if target is None:
                raise ActionNotAllowed("gone")
            family = [target, *dependants(target, live)]
            if any(was_sent(item) for item in family):
                raise ActionNotAllowed("sent")
            rows.delete(connection, family)
            commands = tuple(item.command for item in family)
            for command in reversed(commands):
                if texts_of(command):
                    draft_rows.give_back(connection, command, self._now())
            return TakenBack(commands)

        return self._write(work)

    def due(self, now: int) -> list[OutboxItem]:
        """What can be sent now.

        Of each aggregate its first unresolved command, if nothing holds that one back.
        """
        return [item for item in heads(self.items()) if ready_at(item, now) <= now]

    def next_due(self, now: int) -> int | None:
        """When (ms) something can be sent next, `now` if at once, None if nothing waits for its time."""
        times = [max(ready_at(item, now), now) for item in heads(self.items())]
        return min(times, default=None)

    def mark_sending(self, command_id: str) -> bool:
        """Note, on disk, that a command goes on the wire. False: it was taken back or held meanwhile.

        Do not send it.
        """

        def work(connection: Connection) -> bool:
            result = connection.exec_driver_sql(
                "UPDATE outbox SET state = ?, attempts = attempts + 1 WHERE command_id = ? AND state = ?",
                (CommandState.SENDING.value, command_id, CommandState.PENDING.value),
            )
            return result.rowcount == 1

        return self._write(work)

    def reissue(self, command_id: str, new_id: str, at: int) -> Command | None:
        """Give a command that was never put on the wire another id and time; what names it names that.

        Args:
            new_id: Never used before.
            at: The time (ms) at which it was made, as it is known now.

        Returns:
            The same command under its new id; None if it was taken back, held or sent meanwhile.
        """

        def work(connection: Connection) -> Command | None:
            found = rows.select(connection, "WHERE command_id = ?", command_id)
            if not found or found[0].state is not CommandState.PENDING or found[0].attempts:
                return None
            rows.log(connection, self._now(), "reissued", found)
            rows.rename(connection, command_id, new_id, at)
            return rows.select(connection, "WHERE command_id = ?", new_id)[0].command

        return self._write(work)

    def retry_at(self, command_id: str, when: int, error: str | None) -> None:
        """Back to waiting, until `when` (ms); `error` is the code of what went wrong."""
        self._set(
            "state = ?, next_try = ?, last_error = ?",
            (CommandState.PENDING.value, when, error),
            command_id,
            (CommandState.SENDING, CommandState.PENDING),
        )

    def record(self, command_id: str, receipt: Receipt, at: int | None = None) -> None:
        """Keep the server's final answer.

        Args:
            at: When it came (ms); now if None. `settle` compares with it.
        """
        state = _FINAL[receipt.outcome]
        self._set(
            "state = ?, receipt = ?, receipt_at = ?, last_error = ?",
            (state.value, rows.receipt_json(receipt), self._now() if at is None else at, receipt.code),
            command_id,
        )

    def hold(self, command_id: str) -> None:
        """Keep a waiting or set-aside command back until `resume`, and what follows it for its complaint."""
        states = (CommandState.PENDING, CommandState.SET_ASIDE)
        self._decide("state = ?", (CommandState.HELD.value,), command_id, states)

    def resume(self, command_id: str) -> None:
        """Let a held or set-aside command go on, at once."""
        self._decide(
            "state = ?, next_try = 0",
            (CommandState.PENDING.value,),
            command_id,
            (CommandState.HELD, CommandState.SET_ASIDE, CommandState.PENDING),
        )

    def set_aside(self, command_id: str, error: str | None) -> None:
        """Put a command that the server fails on out of the way of the others.

        Only its own complaint waits.
        """
        self._set(
            "state = ?, last_error = ?",
            (CommandState.SET_ASIDE.value, error),
            command_id,
            (CommandState.SENDING, CommandState.PENDING),
        )

    def discard(self, command_id: str) -> TakenBack:
        """Throw away a command that failed for good, or is held or set aside and was never sent.

        What was thrown away stays in the log. Never-sent commands that build on a held one go with it: the
        server would wait for it for ever.

        Raises:
            ActionNotAllowed: It can still take effect, or is not there any more.
        """

        def work(connection: Connection) -> TakenBack:
            live = rows.select(connection, "WHERE settled_at IS NULL")
            target = next((item for item in live if item.command.command_id == command_id), None)
            if target is None:
                raise ActionNotAllowed("gone")
            reason = why_kept(target)
            if reason is not None:
                raise ActionNotAllowed(reason)
            family = [target]
            if target.state in (CommandState.HELD, CommandState.SET_ASIDE):
                family += [item for item in dependants(target, live) if not was_sent(item)]
            rows.log(connection, self._now(), "discarded", family)
            rows.delete(connection, family)
            return TakenBack(tuple(item.command for item in family))

        return self._write(work)

    def rebase(self, command_id: str, seen: Seen, new_ids: Callable[[], str], at: int) -> list[Command]:
        """The officer's action all the same, over what the server has now: new id, new base, the same place.

        What was refused only because this one failed goes with it. All of it is one transaction.

        Args:
            seen: What the officer has looked at before deciding so.
            new_ids: Gives ids that were never used.
            at: Now (ms).

        Returns:
            The new commands, the one asked for first.

        Raises:
            ActionNotAllowed: It was decided on before, or is not there any more.
        """
        return self._write(lambda connection: decisions.rebase(connection, command_id, seen, new_ids, at))

    def as_message(self, command_id: str, new_id: str, at: int) -> Command:
        """The text of a failed action as a message, in its place; the action itself is dropped.

        Errors as for `rebase`.
        """
        return self._write(lambda connection: decisions.as_message(connection, command_id, new_id, at))

    def settle(
        self, versions: Mapping[int, int | None], complete_since: int, asked_since: int = 0
    ) -> list[str]:
        """Let applied commands leave whose effect the cache shows.

        Args:
            versions: The cache's version of each complaint of `applied_ids`, None for one that is not in the
                cache.
            complete_since: When (ms, the clock of `record`) the pull began that is now complete: whatever the
                server had applied by then is in the cache, or gone from it.
            asked_since: When the server was asked how far that pull has to go, which can be long before it
                answered. An older version than that of a receipt of before is the server's last word all the
                same: it was restored from a copy.

        Returns:
            Ids of the commands that left.
        """

        def work(connection: Connection) -> list[str]:
            left = []
            for item, receipt_at in rows.applied(connection):
                version = versions.get(item.command.complaint_id)
                wanted = item.receipt.version if item.receipt else None
                shown = version is not None and (wanted is None or version >= wanted)
                known = item.command.complaint_id in versions
                gone = known and version is None and receipt_at <= complete_since
                restored = known and receipt_at <= asked_since
                if shown or gone or restored:
                    left.append(item.command.command_id)
            rows.settle(connection, left, self._now())
            return left

        return self._write(work) if self.applied_ids() else []

    def applied_ids(self) -> list[int]:
        """Complaints with applied commands that the screen still replays."""
        with self._store.read() as connection:
            return sorted({item.command.complaint_id for item, _ in rows.applied(connection)})

    def recover(self) -> int:
        """At start: what was on the wire when the program ended waits again, under the same id.

        Returns how many.
        """

        def work(connection: Connection) -> int:
            connection.exec_driver_sql(
                "DELETE FROM outbox WHERE settled_at < ?", (self._now() - KEEP_SETTLED_MS,)
            )
            return connection.exec_driver_sql(
                "UPDATE outbox SET state = ? WHERE state = ?",
                (CommandState.PENDING.value, CommandState.SENDING.value),
            ).rowcount

        return self._write(work)

    def restart_backoff(self) -> None:
        """The line is back: try everything at once."""
        self._write(
            lambda connection: connection.exec_driver_sql("UPDATE outbox SET next_try = 0 WHERE next_try > 0")
        )

    def export(self) -> list[dict[str, Any]]:
        """Everything that has not left, as plain data for a file: commands, states, errors and receipts."""
        return [rows.plain(item) for item in self.items()]

    def counts(self) -> dict[CommandState, int]:
        """How many commands are in each state; settled ones are not counted."""
        with self._store.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT state, count(*) FROM outbox WHERE settled_at IS NULL GROUP BY state"
            )
            return {CommandState(state): number for state, number in found}

    def _set(
        self,
        assignments: str,
        values: tuple[object, ...],
        command_id: str,
        states: tuple[CommandState, ...] = (),
    ) -> bool:
        sql = f"UPDATE outbox SET {assignments} WHERE command_id = ? AND settled_at IS NULL"  # noqa: S608 own text
        if states:
            sql += f" AND state IN ({', '.join('?' * len(states))})"
        parameters = (*values, command_id, *(state.value for state in states))
        return self._write(lambda connection: connection.exec_driver_sql(sql, parameters).rowcount == 1)

    def _decide(
        self, assignments: str, values: tuple[object, ...], command_id: str, states: tuple[CommandState, ...]
    ) -> None:
        if not self._set(assignments, values, command_id, states):
            raise ActionNotAllowed("gone")

    def _write(self, work: Callable[[Connection], T]) -> T:
        result = self._store.transaction(work)
        self.revision += 1
        return result


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000
