"""The working day by keyboard alone, in Bangla, with Bangla digits: from signing in to both sides equal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.end2end.desk import HEAD, Pc, clear_screen
from tests.end2end.keyboard import Keyboard, bangla
from tests.end2end.surroundings import assert_equal_and_exactly_once
from tests.integration.sync_support import Line
from tests.support.central import PASSWORD, CentralHandle
from wzpdcl_desktop.domain.commands import CommandType
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.journey.robot import until

INSTRUCTION = "লোক ২০ মিনিটে পৌঁছাবে। ছেঁড়া তার থেকে ১০ হাত দূরে থাকুন।"
MESSAGE = "মেরামত চলছে, ১ ঘণ্টার মধ্যে লাইন চালু হবে।"
SOLUTION = "ফিউজ বদলানো হয়েছে, বিদ্যুৎ এসেছে।"
REGRET = "একই অভিযোগ আগেই নেওয়া হয়েছে, কাজ চলছে।"
OFFLINE = "লাইন নেই, তবু ৩ জন লোক রওনা হয়েছে।"
TAKEN_BACK = "এই বার্তা ফিরিয়ে নেওয়া হবে।"


@pytest.fixture
def pc(qt: QApplication, line: Line, tmp_path: Path) -> Iterator[Pc]:
    """A PC whose officer has time to undo."""
    made = Pc(qt, tmp_path / "pc", line.url, undo_seconds=8)
    yield made
    made.switch_off()
    clear_screen(qt)


class Officer:
    """Works at a PC with the keyboard, and reads the screen."""

    def __init__(self, pc: Pc) -> None:
        self.pc, self.keys = pc, Keyboard()
        self.done: list[str] = []

    @property
    def current(self) -> int | None:
        """The complaint whose details are on the screen."""
        return self.pc.panels.detail.complaint_id

    def open_list(self, keys: str, view: View) -> list[int]:
        """A list by its key; its complaints."""
        self.keys.press(keys)
        until(lambda: self.pc.panels.queue.view is view and self.pc.program.tasks.idle(), f"the list {view}")
        self.keys.wait_in(self.pc.panels.queue.table)
        return list(self.pc.panels.queue.model.ids)

    def find(self, words: str, complaint: int) -> None:
        """Search; Enter leads to the one that is found."""
        queue = self.pc.panels.queue
        self.keys.press("Ctrl+F")
        self.keys.wait_in(queue.bar.search)
        self.keys.type(words)
        until(lambda: queue.model.ids == [complaint], f"one found for {words}")
        self.keys.press("Return")
        self.keys.wait_in(queue.table)
        self.look_at(complaint)

    def search_no_more(self) -> None:
        """Esc in the search box empties it, once more leaves it."""
        self.keys.press("Ctrl+F")
        self.keys.press("Esc")
        self.keys.press("Esc")
        until(lambda: not self.pc.panels.queue.bar.words, "no search")
        self.pc.settle()
        self.keys.wait_in(self.pc.panels.queue.table)

    def look_at(self, complaint: int) -> None:
        """Until the details are there."""
        until(lambda: self.current == complaint, f"the details of {complaint}")
        self.pc.settle()

    def begin(self, action: Action, sign: str) -> None:
        """Press an action's key, and wait for its box."""
        composer = self.pc.panels.detail.composer
        if sign.isdigit():
            self.keys.digit(sign)
        else:
            self.keys.press(sign)
        until(lambda: composer.action is action, f"the box for {action}")
        self.keys.wait_in(composer.reason if action is Action.CANCEL else composer.box.edit)
        self.pc.settle()

    def send(self, text: str, kind: CommandType) -> None:
        """Type, press Ctrl+Enter, and go on in the list."""
        complaint, before = self.current, len(self.pc.desk.outbox.items())
        self.keys.type(text)
        assert self.pc.typed == text
        self.keys.press("Ctrl+Return")
        until(lambda: len(self.pc.desk.outbox.items()) > before, f"{kind} in the outbox")
        command = self.pc.desk.outbox.items()[-1].command
        assert (command.type, command.complaint_id, command.args["text"]) == (kind, complaint, text)
        note = {"command_id": command.command_id, "complaint": complaint, "text": text, "kind": kind.value}
        self.done.append(json.dumps(note))
        self.pc.settle()


@pytest.fixture
def officer(pc: Pc) -> Officer:
    """Before a PC on which the program has just started, in Bangla."""
    pc.switch_on()
    return Officer(pc)


def sign_in(officer: Officer) -> None:
    """User id with a Bangla digit, password, Enter."""
    form, keys = officer.pc.sign_in_window.form, officer.keys
    keys.wait_in(form.ui.userEdit)
    keys.type(bangla(HEAD))
    keys.tab_to(form.ui.passwordEdit)
    keys.type(PASSWORD)
    keys.press("Return")
    until(lambda: officer.pc.program.desk_window is not None, "the desk", 60)
    officer.pc.wait_for_all_complaints()


def test_a_working_day_without_a_mouse(officer: Officer, pc: Pc, line: Line, central: CentralHandle) -> None:
    keys = officer.keys
    sign_in(officer)
    keys.wait_in(pc.panels.queue.table)
    assert officer.current is None, "nothing is opened, and marked as read, by itself"
    first, second, third, fourth, *_ = officer.open_list("Ctrl+1", View.INBOX)
    keys.press("Down")
    officer.look_at(first)

    # The first one is found by the customer's mobile number, accepted, and answered.
    (row,) = pc.desk.complaints.rows([first])
    mobile = row.mobile.removeprefix("+88")
    officer.find(bangla(mobile), first)
    officer.begin(Action.ACCEPT, "১")
    officer.send(INSTRUCTION, CommandType.ACCEPT)
    officer.search_no_more()

    officer.open_list("Ctrl+2", View.IN_PROGRESS)
    officer.find(mobile[:5] + bangla(mobile[5:]), first)
    keys.press("Return")
    keys.wait_in(pc.box)
    officer.send(MESSAGE, CommandType.MESSAGE)
    officer.begin(Action.RESOLVE, "৩")
    officer.send(SOLUTION, CommandType.RESOLVE)
    officer.search_no_more()

    # The second one is found by its number in the palette, and cancelled with a reason.
    assert first not in officer.open_list("Ctrl+1", View.INBOX)
    keys.press("Ctrl+K")
    keys.type(bangla(second))
    until(lambda: pc.panels.palette.isVisible() and pc.program.tasks.idle(), "the palette")
    keys.press("Return")
    officer.look_at(second)
    officer.begin(Action.CANCEL, "৪")
    keys.press("Down")
    assert pc.panels.detail.composer.reason.currentData() == "duplicate"
    keys.tab_to(pc.box)
    keys.press("Ctrl+A")
    officer.send(REGRET, CommandType.CANCEL)

    # The cancelled one left the list: the focus is on the next one. The line goes, the work does not stop.
    officer.look_at(third)
    line.down()
    keys.press("F9")
    until(lambda: pc.status is LinkStatus.SERVER_DOWN, "the program to notice")
    keys.wait_in(pc.panels.queue.table)
    officer.begin(Action.MESSAGE, "F2")
    officer.send(TAKEN_BACK, CommandType.MESSAGE)
    waiting = len(pc.waiting())
    keys.press("Ctrl+Z")
    until(lambda: len(pc.waiting()) == waiting - 1, "the message to be taken back")
    taken_back = json.loads(officer.done.pop())
    officer.done.append(json.dumps({**taken_back, "kind": "undone"}))
    pc.settle()
    keys.wait_in(pc.panels.queue.table)
    keys.press("Down")
    officer.look_at(fourth)
    officer.begin(Action.ACCEPT, "F5")
    officer.send(OFFLINE, CommandType.ACCEPT)

    line.up()
    keys.press("F9")
    until(lambda: pc.status is LinkStatus.ONLINE, "the line", 60)
    pc.wait_until_all_is_sent()
    assert_equal_and_exactly_once(pc, central, officer.done)
    assert {first, second, fourth}.isdisjoint(officer.open_list("Ctrl+1", View.INBOX))
    assert first in officer.open_list("Ctrl+3", View.RESOLVED)
    assert second in officer.open_list("Ctrl+4", View.CANCELLED)
