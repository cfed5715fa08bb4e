"""The complaint desk: the server's rows with the officer's pending commands applied."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from tests.unit.cache.samples import HOUR, NOW, OFFICE, Desk, complaint, entry, page
from wzpdcl_desktop.cache.complaints import ComplaintReader
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.domain.commands import CommandType, Outcome, Receipt
from wzpdcl_desktop.domain.complaints import Mark, QueueQuery, State, View
from wzpdcl_desktop.domain.errors import ActionNotAllowed
from wzpdcl_desktop.domain.feed import Removal
from wzpdcl_desktop.domain.people import Action, ActionRule, Duty, Me
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.outbox import OutboxService

_OPEN = frozenset({"inbox", "in_progress"})
RULES = (
    ActionRule(Action.ACCEPT, frozenset({"inbox"}), "in_progress", frozenset({"text"})),
    ActionRule(Action.MESSAGE, _OPEN | {"resolved", "cancelled"}, None, frozenset({"text"})),
    ActionRule(Action.RESOLVE, frozenset({"in_progress"}), "resolved", frozenset()),
    ActionRule(Action.CANCEL, _OPEN, "cancelled", frozenset({"text", "reason"})),
)
ME = Me("xen.khulna1", "Karim", "করিম", "XEN", Duty.OFFICE_HEAD, "khulna-1", None, (), RULES)


@dataclass
class At:
    """A service over an open desk."""

    desk: Desk
    service: ComplaintService
    me: list[Me]

    def view(self, view: View) -> list[int]:
        return self.service.queue(QueueQuery(view, NOW))

    def sent(self, command_id: str, version: int) -> None:
        self.desk.outbox.mark_sending(command_id)
        self.desk.outbox.record(command_id, Receipt(command_id, Outcome.APPLIED, version), at=NOW)


@pytest.fixture
def at(desk: Desk) -> At:
    me = [ME]
    notes = DeskNotes(desk.outbox_store, desk.clock)
    service = ComplaintService(ComplaintReader(desk.cache), desk.outbox, notes, lambda: me[0], desk.clock)
    return At(desk, service, me)


def test_an_accepted_complaint_moves_at_once_and_is_marked_as_waiting(at: At) -> None:
    at.desk.load(complaint(1, 4), complaint(2))
    queued = at.service.accept(1, " লাইনম্যান যাচ্ছে \r\n")
    assert queued.undo_until == NOW + 15_000
    assert (at.view(View.INBOX), at.view(View.IN_PROGRESS)) == ([2], [1])
    row = at.service.rows([1])[0]
    assert (row.state, row.mark) == (State.IN_PROGRESS, Mark.WAITING)
    item = at.desk.outbox.items()[0]
    assert (item.command.base_version, item.command.args) == (4, {"text": "লাইনম্যান যাচ্ছে"})
    detail = at.service.detail(1)
    assert detail is not None
    top = detail.timeline[0]
    assert (top.kind, top.mark, top.command_id) == ("accepted", Mark.WAITING, queued.command_id)


def test_undo_puts_everything_back(at: At) -> None:
    at.desk.load(complaint(1))
    queued = at.service.accept(1, "আসছি")
    OutboxService(at.desk.outbox, at.desk.clock).undo(queued.command_id)
    assert at.view(View.INBOX) == [1]
    row = at.service.rows([1])[0]
    assert (row.state, row.mark) == (State.INBOX, Mark.NONE)


def test_the_next_action_builds_on_the_one_before_until_the_cache_shows_its_result(at: At) -> None:
    at.desk.load(complaint(1, 4))
    accept = at.service.accept(1, "আসছি")
    resolve = at.service.resolve(1)
    commands = {item.command.command_id: item.command for item in at.desk.outbox.items()}
    assert commands[resolve.command_id].after == accept.command_id
    assert at.view(View.RESOLVED) == [1]
    at.sent(accept.command_id, 5)
    message = at.service.message(1, "ধন্যবাদ")
    assert at.desk.outbox.item(message.command_id).command.after == resolve.command_id  # type: ignore[union-attr]
    OutboxService(at.desk.outbox, at.desk.clock).undo(resolve.command_id)
    assert at.view(View.IN_PROGRESS) == [1]
    again = at.service.resolve(1)
    command = at.desk.outbox.item(again.command_id).command  # type: ignore[union-attr]
    assert (command.after, command.base_version) == (accept.command_id, 4)


def test_a_message_is_nothing_to_build_an_action_on(at: At) -> None:
    at.desk.load(complaint(1, 4))

    def after(command_id: str) -> str | None:
        item = at.desk.outbox.item(command_id)
        assert item is not None
        return item.command.after

    first = at.service.message(1, "আসছি")
    accept = at.service.accept(1, "লোক যাচ্ছে")
    assert after(accept.command_id) is None
    second = at.service.message(1, "পথে আছি")
    assert after(second.command_id) == accept.command_id
    third = at.service.message(1, "এসে গেছি")
    assert after(third.command_id) == second.command_id
    resolve = at.service.resolve(1)
    assert after(resolve.command_id) == accept.command_id
    assert after(first.command_id) is None


def test_an_applied_command_stays_on_the_screen_until_the_cache_shows_it_and_never_longer(at: At) -> None:
    at.desk.load(complaint(1, 4))
    queued = at.service.accept(1, "আসছি")
    at.sent(queued.command_id, 5)
    row = at.service.rows([1])[0]
    assert (row.state, row.mark) == (State.IN_PROGRESS, Mark.NONE)
    # The customer reopened it meanwhile: the row is past the receipt, though nobody settled the outbox yet.
    at.desk.put(complaint(1, 9, state="inbox", reopen_count=1, timeline=[entry(1, "accepted", "আসছি")]))
    assert at.service.rows([1])[0].state is State.INBOX
    detail = at.service.detail(1)
    assert detail is not None
    assert [one.mark for one in detail.timeline] == [Mark.NONE]
    assert at.view(View.INBOX) == [1]


def test_an_own_entry_that_came_by_the_feed_before_its_receipt_is_shown_once(at: At) -> None:
    at.desk.load(complaint(1, 4))
    queued = at.service.message(1, "আসছি")
    came = {**entry(1, "message", "আসছি"), "id": queued.command_id}
    at.desk.put(complaint(1, 5, timeline=[came]))
    detail = at.service.detail(1)
    assert detail is not None
    assert [one.text for one in detail.timeline] == ["আসছি"]


def test_a_command_that_the_new_server_state_forbids_changes_nothing_on_the_screen(at: At) -> None:
    at.desk.load(complaint(1, 4))
    at.service.accept(1, "আসছি")
    at.desk.put(complaint(1, 5, state="cancelled"))
    row = at.service.rows([1])[0]
    assert (row.state, row.mark) == (State.CANCELLED, Mark.WAITING)
    assert at.view(View.IN_PROGRESS) == []
    assert at.view(View.CANCELLED) == [1]


def test_a_conflict_shows_the_server_s_state_and_its_mark(at: At) -> None:
    at.desk.load(complaint(1, 4))
    queued = at.service.accept(1, "আসছি")
    at.desk.outbox.mark_sending(queued.command_id)
    assert at.service.rows([1])[0].mark is Mark.SENDING
    at.desk.outbox.record(
        queued.command_id, Receipt(queued.command_id, Outcome.CONFLICT, code="state_changed")
    )
    row = at.service.rows([1])[0]
    assert (row.state, row.mark) == (State.INBOX, Mark.CONFLICT)
    counts = at.service.counts()
    assert (counts.outbox, counts.outbox_failed) == (0, 1)


def test_what_the_state_or_the_duty_forbids_is_refused_and_nothing_is_stored(at: At) -> None:
    at.desk.load(complaint(1), complaint(2, state="resolved"))
    inbox, resolved = at.service.rows([1, 2])
    assert at.service.allowed(inbox) == {
        Action.ACCEPT: None,
        Action.MESSAGE: None,
        Action.RESOLVE: "state",
        Action.CANCEL: None,
        Action.REASSIGN: "duty",
    }
    assert at.service.allowed(resolved)[Action.ACCEPT] == "state"
    for act, reason in (
        (lambda: at.service.resolve(1), "state"),
        (lambda: at.service.accept(2, "আসছি"), "state"),
        (lambda: at.service.accept(1, " \n "), "text"),
        (lambda: at.service.cancel(1, "", "কারণ"), "reason"),
        (lambda: at.service.message(1, "অ" * 1001), "too_long"),
        (lambda: at.service.message(77, "আসছি"), "gone"),
    ):
        with pytest.raises(ActionNotAllowed) as caught:
            act()
        assert caught.value.detail == reason
    at.me[0] = replace(ME, rules=())
    assert set(at.service.allowed(inbox).values()) == {"read_only"}
    with pytest.raises(ActionNotAllowed):
        at.service.accept(1, "আসছি")
    assert at.desk.outbox.items() == []


def test_the_rule_looks_at_the_state_after_the_pending_commands(at: At) -> None:
    at.desk.load(complaint(1))
    at.service.accept(1, "আসছি")
    with pytest.raises(ActionNotAllowed):
        at.service.accept(1, "আবার")
    assert at.service.allowed(at.service.rows([1])[0])[Action.RESOLVE] is None


def test_counts_follow_the_pending_commands_and_unread_ones_what_was_opened_here(at: At) -> None:
    at.desk.load(
        complaint(1, due_at=NOW - HOUR),
        complaint(2, due_at=NOW + HOUR // 2),
        complaint(3, state="in_progress"),
        complaint(4, state="resolved"),
    )
    before = at.service.counts()
    assert (before.views[View.INBOX], before.views[View.OVERDUE], before.views[View.DUE_SOON]) == (2, 1, 1)
    assert (before.unread[View.INBOX], before.unread[View.RESOLVED]) == (2, 0)
    assert at.service.mark_opened(1)
    assert not at.service.mark_opened(1)
    assert not at.service.mark_opened(4)
    at.service.cancel(1, "duplicate", "একই অভিযোগ")
    at.service.accept(2, "আসছি")
    after = at.service.counts()
    assert {view: after.views[view] for view in (View.INBOX, View.IN_PROGRESS, View.CANCELLED)} == {
        View.INBOX: 0,
        View.IN_PROGRESS: 2,
        View.CANCELLED: 1,
    }
    assert (after.views[View.OVERDUE], after.views[View.RESOLVED], after.outbox) == (0, 1, 2)
    for view in (View.INBOX, View.IN_PROGRESS, View.CANCELLED, View.OVERDUE, View.DUE_SOON):
        assert len(at.view(view)) == after.views[view], view


def test_a_reopened_complaint_is_unread_again(at: At) -> None:
    at.desk.load(complaint(1, reopen_count=1))
    at.service.mark_opened(1)
    assert not at.service.rows([1])[0].unread
    at.desk.put(complaint(1, 2, reopen_count=2))
    assert at.service.rows([1])[0].unread


def test_a_complaint_that_left_the_cache_leaves_the_lists_but_not_the_outbox(at: At) -> None:
    at.desk.load(complaint(1), complaint(2))
    at.service.accept(1, "আসছি")
    at.desk.writer.apply_changes_page(OFFICE, page(removals=[Removal("complaint", 1, 9)]))
    assert at.view(View.IN_PROGRESS) == []
    assert [row.id for row in at.service.rows([1, 2])] == [2]
    assert at.service.detail(1) is None
    assert at.service.counts().outbox == 1
    assert at.desk.outbox.items()[0].command.type is CommandType.ACCEPT


def test_the_timeline_is_newest_first(at: At) -> None:
    at.desk.load(
        complaint(
            1,
            timeline=[
                entry(1, at=NOW - 9),
                entry(2, "message", "ক", NOW - 5),
                entry(3, "message", "খ", NOW - 5),
            ],
        )
    )
    at.service.message(1, "গ")
    at.service.message(1, "ঘ")
    detail = at.service.detail(1)
    assert detail is not None
    assert [one.text for one in detail.timeline] == ["ঘ", "গ", "খ", "ক", ""]
