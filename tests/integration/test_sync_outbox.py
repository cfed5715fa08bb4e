"""Commands from the desk to the real server: exactly once, in order, and kept whatever happens."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from central_api.models import Complaint, Token, TokenFamily
from tests.integration.sync_support import Desk, Line, desk, wait_until
from tests.support.central import PASSWORD, CentralHandle, central_server
from wzpdcl_desktop.domain.commands import CommandState, CommandType
from wzpdcl_desktop.domain.errors import SignInRefused
from wzpdcl_desktop.domain.link import LinkStatus, Stage


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralHandle]:
    with central_server(tmp_path / "central") as handle:
        yield handle


@pytest.fixture
def line(central: CentralHandle) -> Iterator[Line]:
    made = Line(central.url)
    yield made
    made.down()


def messages(central: CentralHandle, complaint: int) -> list[str]:
    """The texts of a complaint's messages, as the server holds them, oldest first."""
    with central.database().read() as session:
        timeline = session.get_one(Complaint, complaint).timeline
        entries = sorted(timeline, key=lambda entry: entry["at"])
        return [entry["text"] for entry in entries if entry["kind"] == "message"]


def online(made: Desk) -> None:
    made.engine.start(PASSWORD)
    wait_until(lambda: made.heard.progress and made.heard.progress[-1].stage is Stage.DONE, "loaded")


def in_state(made: Desk, state: str) -> int:
    return next(id_ for id_, (here, _) in sorted(made.rows().items()) if here == state)


def test_what_was_done_offline_goes_out_in_order_when_the_line_is_back(
    central: CentralHandle, line: Line, tmp_path: Path
) -> None:
    with desk(tmp_path / "desk", line.url) as made:
        online(made)
        one, other = sorted(made.rows())[:2]
        line.down()
        wait_until(lambda: made.status() is LinkStatus.SERVER_DOWN, "offline")
        for text in ("১", "২", "৩"):
            made.message(one, text)
        made.message(other, "x")
        wait_until(lambda: made.outbox.next_due(made.clock.now()) is not None, "waiting")
        assert {item.attempts for item in made.outbox.items()} == {0}, (
            "nothing was on the wire: undo is possible"
        )
        line.up()
        wait_until(lambda: not made.outbox.items(), "sent", 60)
        assert messages(central, one)[-3:] == ["১", "২", "৩"]
        assert messages(central, other)[-1:] == ["x"]


def test_a_command_whose_reply_is_lost_has_its_effect_once(
    central: CentralHandle, line: Line, tmp_path: Path
) -> None:
    with desk(tmp_path / "desk", line.url) as made:
        online(made)
        one = in_state(made, "inbox")
        before = messages(central, one)
        line.drop_answers_to = b"POST /v1/commands"
        made.message(one, "একবার")
        wait_until(lambda: line.dropped >= 2, "two lost replies")
        assert messages(central, one) == [*before, "একবার"]
        line.drop_answers_to = None
        wait_until(lambda: not made.outbox.items(), "the receipt")
        assert messages(central, one) == [*before, "একবার"]


def test_a_server_killed_while_commands_go_out_gets_each_of_them_once(
    central: CentralHandle, tmp_path: Path
) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        online(made)
        wanted = {id_: [f"{id_}-{number}" for number in range(4)] for id_ in sorted(made.rows())[:6]}
        for number in range(4):
            for id_ in wanted:
                made.message(id_, f"{id_}-{number}")
        wait_until(lambda: any(item.receipt for item in made.heard.sent), "the first receipts")
        central.kill()
        wait_until(lambda: made.status() is LinkStatus.SERVER_DOWN, "the loss to be noticed")
        central.restart()
        wait_until(lambda: not made.outbox.items(), "everything sent", 60)
        assert {id_: messages(central, id_)[-4:] for id_ in wanted} == wanted
        assert all(len(set(messages(central, id_))) == len(messages(central, id_)) for id_ in wanted)


def test_a_conflict_is_kept_for_the_officer_and_stops_nobody(central: CentralHandle, tmp_path: Path) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        online(made)
        resolved, other = in_state(made, "resolved"), in_state(made, "inbox")
        made.command(CommandType.ACCEPT, resolved, {"text": "যান"}, base=99)
        made.message(other, "ok")
        wait_until(
            lambda: [item.state for item in made.outbox.items()] == [CommandState.CONFLICT],
            "the conflict alone",
        )
        receipt = made.outbox.items()[0].receipt
        assert receipt is not None
        assert receipt.code == "transition_not_allowed"
        assert receipt.current is not None
        assert receipt.current["state"] == "resolved"


def test_a_session_that_ended_keeps_everything_until_the_same_officer_signs_in(
    central: CentralHandle, tmp_path: Path
) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        online(made)
        one = in_state(made, "inbox")
        with central.database().write() as session:
            session.execute(delete(Token))
            session.execute(delete(TokenFamily))
        made.message(one, "প্রথম")
        made.message(one, "দ্বিতীয়")
        wait_until(lambda: made.status() is LinkStatus.SIGNED_OUT, "signed out")
        wait_until(lambda: {i.state for i in made.outbox.items()} == {CommandState.PENDING}, "kept")
        assert len(made.outbox.items()) == 2
        with pytest.raises(SignInRefused):
            made.engine.sign_in_again("wrong")
        assert made.status() is LinkStatus.SIGNED_OUT
        made.engine.sign_in_again(PASSWORD)
        wait_until(lambda: not made.outbox.items(), "sent")
        wait_until(lambda: made.status() is LinkStatus.ONLINE, "online")
        assert messages(central, one)[-2:] == ["প্রথম", "দ্বিতীয়"]


def test_a_wrong_password_at_start_is_signed_out_and_not_tried_again(
    central: CentralHandle, tmp_path: Path
) -> None:
    with desk(tmp_path / "desk", central.url) as made:
        made.engine.start("wrong")
        wait_until(lambda: made.status() is LinkStatus.SIGNED_OUT, "signed out")
        for _ in range(5):
            made.engine.poke()
        made.engine.sign_in_again(PASSWORD)  # five failures would have locked the account
        wait_until(lambda: made.rows(), "rows")


class _Portal(http.server.BaseHTTPRequestHandler):
    """A captive portal: its own page for everything."""

    def do_GET(self) -> None:
        body = b"<html>Welcome to the hotel. Please sign in.</html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


def test_a_captive_portal_is_told_apart_and_nothing_is_lost(
    central: CentralHandle, line: Line, tmp_path: Path
) -> None:
    with desk(tmp_path / "desk", line.url) as made:
        online(made)
        one = in_state(made, "inbox")
        line.down()
        portal = http.server.ThreadingHTTPServer(("127.0.0.1", line.port), _Portal)
        thread = threading.Thread(target=portal.serve_forever, args=(0.01,))
        thread.start()
        try:
            made.message(one, "ঠিক আছে")
            wait_until(lambda: made.status() is LinkStatus.NOT_THE_SERVER, "the portal to be told")
            assert len(made.outbox.items()) == 1
            assert made.tokens.load() is not None
        finally:
            portal.shutdown()
            portal.server_close()
            thread.join()
        line.up()
        made.engine.poke()
        wait_until(lambda: not made.outbox.items(), "sent", 60)
        assert messages(central, one)[-1] == "ঠিক আছে"
