"""Known ways to get synchronisation wrong, switched on one at a time: the harness has to notice each.

Where one line of defence is backed by another, a mutant takes both away, and its docstring says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from central_api import commands, effects
from central_api.models import Receipt as ReceiptRow
from central_api.problems import ProblemError
from central_api.routes import commands as command_route
from tests.faults import server
from wzpdcl_desktop.cache import apply, outbox_rows
from wzpdcl_desktop.cache import outbox as outbox_module
from wzpdcl_desktop.cache.outbox import Outbox
from wzpdcl_desktop.cache.writer import CacheWriter
from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import CommandState, OutboxItem, Outcome, Receipt
from wzpdcl_desktop.domain.feed import Page
from wzpdcl_desktop.domain.ids import uuid7
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.sync.ahead import Ahead
from wzpdcl_desktop.sync.engine import SyncEngine
from wzpdcl_desktop.sync.pull import Puller
from wzpdcl_desktop.sync.push import Pusher

Patches = list[tuple[object, str, object]]


def receipt_in_another_transaction() -> Patches:
    """The effect is committed, then the receipt: the server can die in between."""
    real = commands.carry_out

    def carry_out(session: Session, *args: Any) -> Any:
        done = real(session, *args)
        session.flush()
        kept = session.get(ReceiptRow, (args[0].officer, done.receipt["command_id"]))
        if not done.changed or kept is None:
            return done
        values = {column.name: getattr(kept, column.name) for column in ReceiptRow.__table__.columns}
        session.delete(kept)
        session.flush()
        bind = session.get_bind()

        def afterwards(_: Session) -> None:
            with Session(bind) as another, another.begin():
                another.add(ReceiptRow(**values))

        event.listen(session, "after_commit", afterwards, once=True)
        return done

    return [(command_route, "carry_out", carry_out)]


def new_id_on_retry() -> Patches:
    """A command that got no answer goes out again under another id."""
    real = Outbox.retry_at

    def retry_at(self: Outbox, command_id: str, when: int, error: str | None) -> None:
        real(self, command_id, when, error)
        now = self._now()
        self._write(lambda connection: outbox_rows.rename(connection, command_id, uuid7(now), now))

    return [(Outbox, "retry_at", retry_at)]


def cursor_before_rows() -> Patches:
    """The cursor of a page is on the disk before its rows."""
    real = CacheWriter.apply_changes_page

    def apply_changes_page(self: CacheWriter, scope: str, page: Page) -> ChangeSet:
        self._store.transaction(
            lambda connection: connection.exec_driver_sql(
                "UPDATE scope_state SET cursor = ? WHERE scope = ?", (page.next, scope)
            )
        )
        return real(self, scope, page)

    return [(CacheWriter, "apply_changes_page", apply_changes_page)]


def no_removal_on_move() -> Patches:
    """The office that loses a complaint is not told."""
    real = effects.publish

    def publish(
        session: Session, complaint: Any, at: int, *, old_office: str | None, state_changed: bool
    ) -> None:
        told = None if old_office is None else complaint.office
        real(session, complaint, at, old_office=told, state_changed=state_changed)

    return [(server, "publish", publish), (commands, "publish", publish)]


def rows_kept_after_scope_loss() -> Patches:
    """A lost scope stays on the disk."""
    return [(Puller, "_drop_lost", lambda self, heads: None)]


def no_sweep_after_snapshot() -> Patches:
    """What a fresh snapshot does not hold any more stays."""

    def finish_snapshot(self: CacheWriter, scope: str) -> ChangeSet:
        def done(connection: Connection) -> None:
            connection.exec_driver_sql(
                "UPDATE scope_state SET stage = ?, after = NULL, completed_at = 1 WHERE scope = ?",
                (Stage.DONE.value, scope),
            )

        self._store.transaction(done)
        return ChangeSet(everything=True)

    return [(CacheWriter, "finish_snapshot", finish_snapshot)]


def as_of_of_the_last_page() -> Patches:
    """The feed goes on from the snapshot's last page rather than its first."""
    real = CacheWriter.apply_snapshot_page

    def apply_snapshot_page(
        self: CacheWriter,
        scope: str,
        stage: Stage,
        page: Page,
        as_of: str | None = None,
    ) -> ChangeSet:
        changes = real(self, scope, stage, page, as_of)
        self._store.transaction(
            lambda connection: connection.exec_driver_sql(
                "UPDATE scope_state SET as_of = ?, cursor = ? WHERE scope = ?",
                (page.as_of, page.as_of, scope),
            )
        )
        return changes

    return [(CacheWriter, "apply_snapshot_page", apply_snapshot_page)]


def _drop_pending(outbox: Outbox) -> None:
    outbox._write(
        lambda connection: connection.exec_driver_sql(
            "DELETE FROM outbox WHERE state IN ('pending', 'sending')"
        )
    )


def outbox_dropped_on_401() -> Patches:
    """Whoever is signed out loses what waited."""
    real = SyncEngine._session_over

    def session_over(self: SyncEngine, error: Any) -> float | None:
        _drop_pending(self._outbox)
        return real(self, error)

    return [(SyncEngine, "_session_over", session_over)]


def outbox_dropped_on_reset() -> Patches:
    """A cursor reset clears everything, the outbox too."""
    real = Puller._refused

    def refused(self: Puller, scope: str, error: Any) -> float:
        _drop_pending(self._settler._outbox)
        return real(self, scope, error)

    return [(Puller, "_refused", refused)]


def done_before_the_reply() -> Patches:
    """A command counts as done when it goes out."""
    real = Pusher._start

    def start(self: Pusher, item: OutboxItem) -> None:
        real(self, item)
        found = self._outbox.item(item.command.command_id)
        if found is not None and found.state in (CommandState.SENDING, CommandState.PENDING):
            self._outbox.record(item.command.command_id, Receipt(item.command.command_id, Outcome.APPLIED))

    return [(Pusher, "_start", start)]


def no_order_per_complaint() -> Patches:
    """Each command goes as soon as it can. The second line, the server's check, is gone too."""
    real = commands._version_of_predecessor

    def heads(items: Any) -> list[OutboxItem]:
        return [item for item in reversed(list(items)) if item.state is CommandState.PENDING]

    def version_of_predecessor(session: Session, caller: Any, command: Any) -> int | None:
        try:
            return real(session, caller, command)
        except ProblemError:
            return None

    return [(outbox_module, "heads", heads), (commands, "_version_of_predecessor", version_of_predecessor)]


def version_guard_gone() -> Patches:
    """Older rows overwrite newer ones. Forgetting the page fetched ahead is the first line: gone too."""
    real = apply.put_complaints

    def put_complaints(
        connection: Connection, rows: Any, scope: str, generation: int, **options: Any
    ) -> list[int]:
        ids = [row[0] for row in rows]
        known = {
            number
            for number in ids
            if connection.exec_driver_sql("SELECT 1 FROM complaint WHERE id = ?", (number,)).first()
        }
        apply.forget_complaints(connection, sorted(known))
        options.pop("entries", None)
        return real(connection, rows, scope, generation, **options)

    return [
        (apply, "put_complaints", put_complaints),
        (Ahead, "forget", lambda self: None),
    ]


def probe_never_restarts() -> Patches:
    """The line is back, and the commands keep waiting as if it were not."""
    return [(Pusher, "restart", lambda self: None)]


MUTANTS: dict[str, Callable[[], Patches]] = {
    make.__name__: make
    for make in (
        receipt_in_another_transaction,
        new_id_on_retry,
        cursor_before_rows,
        no_removal_on_move,
        rows_kept_after_scope_loss,
        no_sweep_after_snapshot,
        as_of_of_the_last_page,
        outbox_dropped_on_401,
        outbox_dropped_on_reset,
        done_before_the_reply,
        no_order_per_complaint,
        version_guard_gone,
        probe_never_restarts,
    )
}

#: Mutants that this harness cannot catch by its nature, and what does.
ELSEWHERE = {
    "sequence_order_instead_of_commit_order": (
        "SQLite has one writer at a time; with PostgreSQL and concurrent writers "
        "tests/contract/test_naive_cursor.py sees the naive feed lose changes"
    ),
}


@contextmanager
def switched_on(name: str | None) -> Iterator[None]:
    """One mutant, for the time of a block; None for the real program."""
    with ExitStack() as stack:
        for target, attribute, value in MUTANTS[name]() if name else []:
            stack.enter_context(patch.object(target, attribute, value))
        yield
