"""A text is a draft or a command: never both, never neither, whenever the power goes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from tests.unit.cache.samples import Desk, command
from wzpdcl_desktop.cache import draft_rows, outbox_rows
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.domain.commands import Command, CommandType

KEY = "complaint:1:cancel"


class PowerCut(Exception):
    """In the middle of a write."""


def cancelling() -> Command:
    args = {"text": "একই অভিযোগ", "reason": "duplicate"}
    return replace(command(number=1), type=CommandType.CANCEL, args=args)


def begun(desk: Desk) -> DeskNotes:
    """A text and a reason, not sent yet."""
    notes = DeskNotes(desk.outbox_store, desk.clock)
    notes.keep_draft(KEY, "একই অভিযোগ")
    notes.keep_choice(KEY, "reason", "duplicate")
    return notes


def cut(*_given: object) -> None:
    raise PowerCut


def test_a_sent_draft_is_gone_with_its_choice_and_other_drafts_stay(desk: Desk) -> None:
    notes = begun(desk)
    notes.keep_draft("complaint:1", "অন্য লেখা")
    desk.outbox.add(cancelling(), 0, KEY)
    assert (notes.draft(KEY), notes.choices(KEY)) == ("", {})
    assert notes.draft("complaint:1") == "অন্য লেখা"


def test_what_is_taken_back_is_a_draft_again_before_what_was_written_meanwhile(desk: Desk) -> None:
    notes, made = begun(desk), cancelling()
    desk.outbox.add(made, 0, KEY)
    notes.keep_draft(KEY, "পরে লেখা")
    desk.outbox.take_back(made.command_id)
    assert notes.draft(KEY) == "একই অভিযোগ\n\nপরে লেখা"
    assert notes.choices(KEY) == {"reason": "duplicate"}


def test_whoever_looks_after_the_text_gets_no_draft(desk: Desk) -> None:
    notes, made = begun(desk), cancelling()
    desk.outbox.add(made, 0, KEY)
    desk.outbox.take_back(made.command_id, lambda _command: False)
    assert notes.draft(KEY) == ""


def test_the_power_goes_between_the_draft_and_the_command(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = begun(desk)
    insert = outbox_rows.insert

    def insert_and_cut(connection: Connection, made: Command, *more: Any) -> int:
        insert(connection, made, *more)
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(outbox_rows, "insert", insert_and_cut)
        with pytest.raises(PowerCut):
            desk.outbox.add(cancelling(), 0, KEY)
    assert desk.outbox.items() == []
    assert (notes.draft(KEY), notes.choices(KEY)) == ("একই অভিযোগ", {"reason": "duplicate"})


def test_the_power_goes_while_a_command_is_taken_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    notes, made = begun(desk), cancelling()
    desk.outbox.add(made, 0, KEY)
    with monkeypatch.context() as patch:
        patch.setattr(draft_rows, "give_back", cut)
        with pytest.raises(PowerCut):
            desk.outbox.take_back(made.command_id)
    assert [item.command for item in desk.outbox.items()] == [made]
    assert notes.draft(KEY) == ""
