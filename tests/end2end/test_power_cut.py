"""The power goes while an officer is in the middle of something: what was begun is there the next time."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from tests.end2end import unfinished
from tests.end2end.desk import Pc
from tests.end2end.surroundings import OtherProgram, assert_equal_and_exactly_once
from tests.support.central import CentralHandle
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.services.settings import SERVER, THEME


def receipts(central: CentralHandle, command: str) -> int:
    """How often the server took a command."""
    assert central.database_path is not None
    with closing(sqlite3.connect(str(central.database_path))) as connection:
        (count,) = connection.execute(
            "SELECT count(*) FROM receipt WHERE command_id = ?", (json.loads(command)["command_id"],)
        ).fetchone()
        return int(count)


def test_what_was_typed_until_a_second_ago_is_there(pc: Pc) -> None:
    other = OtherProgram("write", pc.folder, pc.server)
    heard = [other.hear() for _ in unfinished.WORDS]
    other.kill()
    pc.sign_in_and_load()
    pc.complaints()
    pc.select(heard[0]["complaint"])
    safe = [one["word"] for one in heard if one["at"] <= heard[-1]["at"] - unfinished.BOUND]
    assert len(safe) > len(heard) // 4, "it was typed without a pause for longer than the bound"
    assert pc.typed.startswith("".join(unfinished.WORDS[: len(safe)]))
    assert "".join(unfinished.WORDS).startswith(pc.typed)
    assert pc.waiting() == []


def test_what_was_begun_in_each_dialog_is_there_and_nowhere_else(pc: Pc, central: CentralHandle) -> None:
    told = {}
    for part in ("cancel", "reassign", "bulk", "settings"):
        other = OtherProgram(part, pc.folder, pc.server)
        told[part] = other.hear()
        other.kill()
    first, second = told["cancel"]["complaint"], told["reassign"]["complaint"]
    assert told["reassign"]["before"] == {
        "text": unfinished.REGRET,
        "reason": "duplicate",
        "complaint": first,
    }
    (third, text, feeder), begun = told["bulk"]["before"]
    assert (text, feeder) == ("", ""), "another complaint has nothing of it"
    assert third != second
    assert begun[:2] == [second, unfinished.REASSIGNED]
    assert begun[2], "the feeder that was chosen"
    assert told["settings"]["before"] == unfinished.TO_ALL
    pc.sign_in_and_load()
    assert pc.program.settings.get(THEME) == "dark"
    assert pc.program.settings.get(SERVER) != "http://half"
    assert pc.waiting() == []
    assert_equal_and_exactly_once(pc, central, [])


def test_what_was_taken_back_is_never_sent_and_what_was_not_is_sent_once(
    pc: Pc, central: CentralHandle
) -> None:
    other = OtherProgram("undo", pc.folder, pc.server, undo_seconds=6)
    told = other.hear()
    other.kill()
    assert receipts(central, told["command"]) == receipts(central, told["other"]) == 0, (
        "within the time to undo"
    )
    pc.sign_in_and_load()
    assert told["kept"] not in pc.complaints()
    assert told["undone"] in pc.complaints()
    pc.begin(Action.ACCEPT, told["undone"], "")
    until(lambda: pc.typed == "এটি ফিরিয়ে নেওয়া হলো।", "the text that came back")
    pc.wait_until_all_is_sent()
    assert receipts(central, told["other"]) == 0
    assert_equal_and_exactly_once(pc, central, [told["command"]])
