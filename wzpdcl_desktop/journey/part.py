"""One life of the desk in the journey: the real application, driven through its widgets.

It speaks JSON lines with the journey's main process: steps, pictures and facts go out; what it asks
of the world (`line_down`, `line_up`) is answered on standard input.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from wzpdcl_desktop import app
from wzpdcl_desktop.desk import Desk
from wzpdcl_desktop.desk_window import DeskWindow
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus, Stage
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.sign_in.window import SignInWindow
from wzpdcl_desktop.journey.robot import GaveUp, click, picture, press, until, write
from wzpdcl_desktop.logs import log_to_file
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.practice import OFFICER, PASSWORD

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


class Life:
    """One run of the program, with hands on its widgets."""

    def __init__(self, application: app.Application, pictures: Path) -> None:
        self._application = application
        self._pictures = pictures

    # ---------------------------------------------------------------- what is on the screen

    @property
    def window(self) -> DeskWindow:
        """The desk's window."""
        assert self._application.desk_window is not None
        return self._application.desk_window

    @property
    def desk(self) -> Desk:
        """The open desk."""
        assert self._application.desk is not None
        return self._application.desk

    @property
    def status(self) -> LinkStatus:
        """The line, as the status bar shows it."""
        return self._application.notifier.link_state.status

    def step(self, name: str, act: Callable[[], None]) -> None:
        """Do something and report it.

        Raises:
            GaveUp: It did not come true; reported already.
        """
        started = time.monotonic()
        try:
            act()
        except GaveUp as error:
            self.snap("failed")
            tell(step=name, ok=False, seconds=time.monotonic() - started, why=f"waited in vain for: {error}")
            raise
        tell(step=name, ok=True, seconds=time.monotonic() - started)

    def snap(self, name: str) -> None:
        """A picture of the window."""
        if self._application.window is not None:
            tell(picture=str(picture(self._application.window, self._pictures / f"{name}.png")))

    def settled(self) -> bool:
        """Nothing is being read or written for the screen."""
        return self._application.tasks.idle()

    # ---------------------------------------------------------------- what the officer does

    def sign_in(self) -> None:
        """Type user id and password into the form."""
        until(lambda: isinstance(self._application.window, SignInWindow), "the sign-in window")
        window = self._application.window
        assert isinstance(window, SignInWindow)
        window.form.ui.userEdit.clear()
        write(window.form.ui.userEdit, OFFICER)
        write(window.form.ui.passwordEdit, PASSWORD)
        self.snap("sign-in")
        click(window.form.button)
        until(lambda: self._application.desk_window is not None, "the desk's window", 60)

    def wait_for_first_load(self) -> None:
        """Until the last stage of the first load is here."""

        def complete() -> bool:
            progress = self._application.notifier.load_progress
            return progress is not None and progress.stage is Stage.DONE

        until(complete, "all complaints", 300)
        until(lambda: bool(self.window.queue.model.ids) and self.settled(), "the queue")

    def wait_for(self, *statuses: LinkStatus) -> None:
        """Until the line is as it should be."""
        until(lambda: self.status in statuses, f"the line to be {statuses}", 90)

    def show(self, view: View) -> list[int]:
        """Open a list; its complaints."""
        self.window.window.show_view(view)
        until(lambda: self.window.queue.view is view and self.settled(), f"the list {view}")
        return list(self.window.queue.model.ids)

    def select(self, complaint: int) -> None:
        """Select a complaint and wait for its details."""
        self.window.queue.select(complaint)
        until(lambda: self.window.detail.complaint_id == complaint, "the complaint's details")
        until(self.settled, "the complaint's details")

    def act(self, action: Action, complaint: int, text: str, reason: int = 0, kind: str = "") -> None:
        """Do something to a complaint by its key, writing a text, and note the command.

        Args:
            reason: Place in the list of reasons, for cancelling.
            kind: Name of the command in the report; the action's by default.
        """
        self.select(complaint)
        detail = self.window.detail
        digit = {
            Action.ACCEPT: Qt.Key.Key_1,
            Action.MESSAGE: Qt.Key.Key_2,
            Action.RESOLVE: Qt.Key.Key_3,
            Action.CANCEL: Qt.Key.Key_4,
        }[action]
        self.window.queue.table.setFocus()
        press(self.window.queue.table, digit)
        until(lambda: detail.composer.action is action and self.settled(), f"the box for {action}")
        if reason:
            detail.composer.reason.setCurrentIndex(reason)
            detail.composer.box.edit.clear()
        write(detail.composer.box.edit, text)
        before = {item.command.command_id for item in self.desk.outbox.items()}
        press(detail.composer.box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        until(lambda: len(self.desk.outbox.items()) == len(before) + 1, f"{action} in the outbox")
        until(self.settled, "the screen")
        (item,) = (one for one in self.desk.outbox.items() if one.command.command_id not in before)
        command = {"command_id": item.command.command_id, "complaint": complaint, "text": text}
        tell(command=json.dumps({**command, "kind": kind or action.value}, ensure_ascii=False))

    def undo(self) -> None:
        """Ctrl+Z while the toast is there."""
        before = len(self.desk.outbox.items())
        self._application.desk_window.window.setFocus()  # type: ignore[union-attr]
        press(self.window.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        until(lambda: len(self.desk.outbox.items()) == before - 1, "the command to be taken back")
        until(self.settled, "the screen")


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


def main() -> int:
    """Live one life and close the program as a person does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=("work", "return"))
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
    life = Life(application, given.pictures)
    try:
        {"work": work, "return": come_back}[given.part](life)
    except GaveUp:
        return 1
    finally:
        application.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
