"""The line goes in mid-page, power goes, the session ends while work waits: nothing is lost, all is said."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from central_api import customers
from central_api.clock import SystemClock
from central_api.models import TokenFamily
from central_api.tokens import end_family
from tests.end2end.desk import HEAD, OFFICE, Pc
from tests.end2end.other_program import INSTRUCTION
from tests.end2end.surroundings import OtherProgram, assert_equal_and_exactly_once, in_bangla
from tests.integration.sync_support import Line
from tests.support.central import CentralHandle, central_server, complaint_given
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus, LoadProgress
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.journey import server_side
from wzpdcl_desktop.journey.robot import click, until, write

COMPLAINTS = 1500
#: Bytes of pure chance in the text of each complaint: no compression makes it less on the line.
CHANCE = 700
#: So many bytes of answers pass before the line is cut: the first page of complaints is through by then,
#: the second is not.
CUT_AFTER = 600_000
_PLENTY = 1_000_000_000


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CentralHandle]:
    """Enough complaints for several pages, with texts that do not shrink on the line."""
    with central_server(tmp_path_factory.mktemp("central")) as handle:
        database, clock = handle.database(), SystemClock()
        with database.write() as session:
            for number in range(COMPLAINTS):
                given = complaint_given("khulna-1-dolkhola", number, text=secrets.token_urlsafe(CHANCE))
                customers.new_complaint(session, clock, given)
        yield handle


def end_sessions(central: CentralHandle, officer: str) -> None:
    """The server ends every sign-in of an officer, as after a stolen token."""
    with central.database().write() as session:
        for family in session.scalars(select(TokenFamily.id).where(TokenFamily.officer == officer)):
            end_family(session, family, SystemClock().now_ms(), "test")


def loaded(pc: Pc, central: CentralHandle) -> bool:
    """Whether this PC holds what the server holds."""
    assert central.database_path is not None
    return pc.desk.reader.digest() == server_side.digest(central.database_path, OFFICE)


def test_the_server_goes_in_mid_page_and_the_first_load_goes_on_from_there(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    line.cut_after = CUT_AFTER
    pc.sign_in()
    until(lambda: pc.status is LinkStatus.SERVER_DOWN, "the program to notice")
    assert pc.line_words == ("সার্ভার নীরব", "কাজ চালিয়ে যান, সাড়া দিলে পাঠানো হবে")
    pc.settle()
    here = pc.desk.reader.digest()["complaints"]
    assert 500 <= here < COMPLAINTS, "the first page is kept, the torn one is not"
    assert pc.complaints(), "what is here can be worked on"
    seen: list[LoadProgress] = []
    pc.program.notifier.progress.connect(seen.append)
    line.cut_after = _PLENTY
    pc.wait_for_all_complaints()
    assert min(progress.rows for progress in seen) >= here
    assert _PLENTY - line.cut_after < COMPLAINTS * CHANCE, "it did not begin again"
    assert loaded(pc, central)


def test_power_goes_during_the_first_load_and_it_goes_on_from_there(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    line.cut_after = CUT_AFTER
    other = OtherProgram("load", pc.folder, pc.server)
    assert other.hear()["rows"] > 0
    other.kill()
    line.down()
    pc.sign_in()
    here = pc.desk.reader.digest()["complaints"]
    assert 500 <= here < COMPLAINTS
    seen: list[LoadProgress] = []
    pc.program.notifier.progress.connect(seen.append)
    line.cut_after = _PLENTY
    line.up()
    pc.wait_for_all_complaints()
    assert min(progress.rows for progress in seen) >= here
    assert _PLENTY - line.cut_after < COMPLAINTS * CHANCE, "it did not begin again"
    assert loaded(pc, central)


@pytest.mark.parametrize("undo_seconds", [2, 0], ids=["before it was sent", "while it is sent"])
def test_power_goes_right_after_an_action_and_it_is_there_once_and_sent_once(
    pc: Pc, line: Line, central: CentralHandle, undo_seconds: int
) -> None:
    other = OtherProgram("act", pc.folder, pc.server, undo_seconds)
    told = other.hear()
    other.kill()
    line.down()
    pc.sign_in()
    waiting = pc.waiting()
    assert waiting in ([(told["complaint"], INSTRUCTION)], [])
    assert waiting or not undo_seconds, "what was not sent is still here"
    assert told["complaint"] not in pc.complaints(), "the list shows it as accepted"
    line.up()
    pc.wait_for_line(LinkStatus.ONLINE)
    pc.wait_until_all_is_sent()
    assert_equal_and_exactly_once(pc, central, [told["command"]])


def test_the_session_ends_over_a_full_outbox_and_all_is_sent_once_after_a_new_sign_in(
    pc: Pc, line: Line, central: CentralHandle
) -> None:
    pc.sign_in_and_load()
    line.down()
    pc.wait_for_line(LinkStatus.SERVER_DOWN)
    first, second, third = pc.complaints()[:3]
    done = [
        pc.act(Action.ACCEPT, first, "লোক যাচ্ছে, প্রথমটি।"),
        pc.act(Action.ACCEPT, second, "লোক যাচ্ছে, দ্বিতীয়টি।"),
        pc.act(Action.MESSAGE, third, "তৃতীয়টির খোঁজ নেওয়া হচ্ছে।"),
        pc.act(Action.ACCEPT, third, "লোক যাচ্ছে, তৃতীয়টি।"),
    ]
    end_sessions(central, HEAD)
    line.up()
    pc.wait_for_line(LinkStatus.SIGNED_OUT)
    assert pc.banner == "লগইনের মেয়াদ শেষ। কাজ চলবে, পাঠাতে লগইন লাগবে।"
    assert len(pc.waiting()) == 4
    assert first in pc.complaints(View.IN_PROGRESS)
    done.append(pc.act(Action.MESSAGE, first, "লগইন ছাড়াও কাজ চলছে।"))

    dialog = pc.sign_in_again_dialog()
    write(dialog.password, "not-the-password")
    click(dialog.button)
    until(lambda: bool(dialog.error.text), "the dialog's answer")
    assert dialog.error.text == in_bangla("wrong_password")
    assert len(pc.waiting()) == 5

    dialog.password.clear()
    write(dialog.password, "practice-2026")
    click(dialog.button)
    pc.wait_for_line(LinkStatus.ONLINE)
    pc.wait_until_all_is_sent()
    assert pc.banner == ""
    assert_equal_and_exactly_once(pc, central, done)
