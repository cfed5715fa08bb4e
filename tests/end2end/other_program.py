"""The real program in another process, for what needs two of them or a violent end.

``act``: signs in, waits for all complaints, accepts the first one and tells when the screen says so.
``notices``: signs in and tells when it watches, then which notice pops up.
``feeder``: tells the complaints of an in-charge, and what comes with another feeder.
``load``: signs in and tells when complaints begin to arrive. ``sign-in``: tells what the form answers.
Each then goes on running until its standard input closes. The parts of `unfinished` begin something.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.end2end import unfinished
from tests.end2end.desk import Pc
from wzpdcl_desktop import app
from wzpdcl_desktop.domain.notices import Notice
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.logs import log_to_file
from wzpdcl_desktop.services.settings import NOTICE_QUIET_FROM, NOTICE_QUIET_UNTIL

INSTRUCTION = "লোক রওনা হয়েছে, বিদ্যুৎ চলে যাওয়ার ঠিক আগে লেখা।"
NEIGHBOUR = "sae2.khulna1"
_YEAR = 31_536_000.0


def tell(**message: object) -> None:
    """One line to the test."""
    print(json.dumps(message), flush=True)  # noqa: T201  (this is the protocol)


def act(pc: Pc) -> None:
    """Accept the first complaint."""
    pc.sign_in_and_load()
    complaint = pc.complaints()[0]
    command = pc.act(Action.ACCEPT, complaint, INSTRUCTION)
    until(lambda: complaint not in pc.panels.queue.model.ids, "the list without it")
    tell(command=command, complaint=complaint)


def load(pc: Pc) -> None:
    """Begin the first load."""
    pc.sign_in()

    def arriving() -> bool:
        progress = pc.program.notifier.load_progress
        return progress is not None and progress.rows > 0

    until(arriving, "complaints to arrive")
    progress = pc.program.notifier.load_progress
    assert progress is not None
    tell(rows=progress.rows, stage=progress.stage.value)


def notices(pc: Pc) -> None:
    """Wait for something to be told."""
    pc.switch_on()
    wide_awake(pc)
    pc.sign_in_and_load()
    until(pc.desk.notices.begun, "the first look")
    popped: list[list[Notice]] = []
    pc.panels.notices.popped.connect(popped.append)
    tell(watching=True)
    until(lambda: bool(popped), "a notice", 60)
    tell(told=[(one.kind.value, one.complaints) for one in popped[0]])


def feeder(pc: Pc) -> None:
    """Work as the in-charge of one feeder; when another one is given, write to its first customer."""
    pc.sign_in_and_load(NEIGHBOUR, Duty.FEEDER_INCHARGE)
    before = set(pc.complaints())
    tell(rows=sorted(before))
    until(lambda: set(pc.panels.queue.model.ids) > before, "complaints of another feeder", 60)
    pc.settle()
    came = sorted(set(pc.panels.queue.model.ids) - before)
    pc.act(Action.MESSAGE, came[0], INSTRUCTION)
    pc.wait_until_all_is_sent()
    tell(came=came)


def wide_awake(pc: Pc) -> None:
    """No quiet hours: the tests run at night too."""
    pc.program.settings.set(NOTICE_QUIET_FROM, 0)
    pc.program.settings.set(NOTICE_QUIET_UNTIL, 0)


def sign_in(pc: Pc) -> None:
    """Try to sign in."""
    pc.switch_on()
    tell(said=pc.try_sign_in())


def main() -> int:
    """Do one part and stay until told to end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=("act", "load", "notices", "sign-in", "feeder", *unfinished.PARTS))
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--server", required=True)
    parser.add_argument("--undo", type=int, default=0)
    given = parser.parse_args()
    log_to_file(given.folder / "logs")
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    app.prepare(qt)
    told_to_end = threading.Event()

    def listen() -> None:
        sys.stdin.read()
        told_to_end.set()

    threading.Thread(target=listen, daemon=True).start()
    pc = Pc(qt, given.folder, given.server, undo_seconds=given.undo)
    if given.part in unfinished.PARTS:
        unfinished.PARTS[given.part](pc, tell)
    else:
        {"act": act, "feeder": feeder, "load": load, "notices": notices, "sign-in": sign_in}[given.part](pc)
    until(told_to_end.is_set, "the end", _YEAR)
    pc.switch_off()
    return 0


if __name__ == "__main__":
    sys.exit(main())
