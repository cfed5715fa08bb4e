"""One life of the desk in the journey: the real application, driven through its widgets.

It speaks JSON lines with the journey's main process: steps, pictures and facts go out; what it asks
of the world (`line_down`, `line_up`) is answered on standard input.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from wzpdcl_desktop import app
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.journey.life import Life
from wzpdcl_desktop.journey.robot import GaveUp, until
from wzpdcl_desktop.logs import log_to_file
from wzpdcl_desktop.options import Options

#: What the officer writes; each text is looked for on the server afterwards.
INSTRUCTION = "লোক রওনা হয়েছে। ছেঁড়া তারের কাছে যাবেন না।"
MESSAGE = "মেরামত চলছে, ১ ঘণ্টার মধ্যে লাইন চালু হবে।"
SOLUTION = "ফিউজ বদলানো হয়েছে, বিদ্যুৎ এসেছে।"
REGRET = "একই অভিযোগ আগেই নেওয়া হয়েছে, কাজ চলছে।"
TAKEN_BACK = "এই বার্তা ফিরিয়ে নেওয়া হবে।"


def tell(**message: Any) -> None:
    """One line to the journey's main process."""
    print(json.dumps(message, ensure_ascii=False), flush=True)  # noqa: T201  (this is the protocol)


def ask(wish: str) -> None:
    """Ask the world for something and wait until it is done."""
    tell(ask=wish)
    sys.stdin.readline()


def work(life: Life) -> None:
    """The first life: online, then the line goes, and the work does not stop."""
    life.step("sign in as office head of Khulna-1", life.sign_in)
    life.step("synchronise", life.wait_for_first_load)
    life.snap("inbox")

    def go_offline() -> None:
        ask("line_down")
        life.desk.engine.poke()
        life.wait_for(LinkStatus.SERVER_DOWN, LinkStatus.NO_NETWORK)

    life.step("go offline", go_offline)
    first, second, third = life.show(View.INBOX)[:3]
    life.step("accept, offline", lambda: life.act(Action.ACCEPT, first, INSTRUCTION))
    life.show(View.IN_PROGRESS)
    life.step("message the customer, offline", lambda: life.act(Action.MESSAGE, first, MESSAGE))
    life.step("resolve it, offline", lambda: life.act(Action.RESOLVE, first, SOLUTION))
    life.show(View.INBOX)
    life.step("cancel another, offline", lambda: life.act(Action.CANCEL, second, REGRET, reason=1))

    def write_and_take_back() -> None:
        life.act(Action.MESSAGE, third, TAKEN_BACK, kind="undone")
        life.undo()

    life.step("write to a third and take it back", write_and_take_back)
    life.snap("offline")
    life.window.window.show_outbox()
    until(life.settled, "the outbox")
    life.snap("outbox")


def come_back(life: Life) -> None:
    """The second life: started offline; then the line returns."""

    def start_offline() -> None:
        life.sign_in()
        until(lambda: bool(life.window.queue.model.ids) and life.settled(), "the queue from the cache")
        until(lambda: len(life.desk.outbox.items()) == 4, "four waiting actions")

    life.step("start again, still offline", start_offline)
    life.snap("restarted-offline")

    def go_online() -> None:
        ask("line_up")
        life.desk.engine.poke()
        life.wait_for(LinkStatus.ONLINE)

    life.step("go online", go_online)
    life.step(
        "everything is sent", lambda: until(lambda: not life.desk.outbox.items(), "an empty outbox", 90)
    )
    until(life.settled, "the screen")
    life.show(View.RESOLVED)
    life.snap("online-again")
    tell(desktop=life.desk.reader.digest())


def begin(life: Life) -> None:
    """Only the start, for those who measure it: until there is a window that has drawn itself."""
    until(life.is_shown, "a window")
    tell(shown=True)


def main() -> int:
    """Live one life and close the program as a person does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=("work", "return", "begin"))
    parser.add_argument("--server", required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pictures", type=Path, required=True)
    parser.add_argument("--lang", default="bn")
    given = parser.parse_args()
    options = Options(
        server=given.server, data_folder=given.data, secrets="file", language=given.lang, theme="light"
    )
    log_to_file(given.data / "logs")
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    app.prepare(qt)
    application = app.Application(qt, options)
    application.start()
    life = Life(application, given.pictures, tell)
    try:
        {"work": work, "return": come_back, "begin": begin}[given.part](life)
    except GaveUp:
        return 1
    finally:
        application.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
