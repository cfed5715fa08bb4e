"""One run of the program, with hands on its widgets: what the journey and the pictures do."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from wzpdcl_desktop import app
from wzpdcl_desktop.desk import Desk
from wzpdcl_desktop.desk_window import DeskWindow
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus, Stage
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.gui.sign_in.window import SignInWindow
from wzpdcl_desktop.journey.robot import GaveUp, click, picture, press, until, write
from wzpdcl_desktop.practice import OFFICER, PASSWORD

Tell = Callable[..., None]


class Life:
    """Hands and eyes on a running program.

    Args:
        pictures: Folder for pictures.
        tell: Told of steps, pictures and commands.
    """

    def __init__(
        self, application: app.Application, pictures: Path, tell: Tell = lambda **_message: None
    ) -> None:
        self._application = application
        self._pictures = pictures
        self._tell = tell

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
            self._tell(
                step=name, ok=False, seconds=time.monotonic() - started, why=f"waited in vain for: {error}"
            )
            raise
        self._tell(step=name, ok=True, seconds=time.monotonic() - started)

    def snap(self, name: str) -> None:
        """A picture of the window."""
        if self._application.window is not None:
            self.rest()
            self._tell(picture=str(picture(self._application.window, self._pictures / f"{name}.png")))

    def is_shown(self) -> bool:
        """There is a window, and it is on the screen."""
        window = self._application.window
        handle = window.windowHandle() if window is not None else None
        return handle is not None and handle.isExposed()

    def settled(self) -> bool:
        """Nothing is being read or written for the screen."""
        return self._application.tasks.idle()

    def rest(self) -> None:
        """Until nothing is under way and the numbers beside the navigation are those of the stores."""
        if self._application.desk_window is not None:
            until(
                lambda: self.settled() and self.window.window.counts == self.desk.complaints.counts(), "rest"
            )

    # ---------------------------------------------------------------- what the officer does

    def sign_in(self, officer: str = OFFICER, duty: Duty = Duty.OFFICE_HEAD) -> None:
        """Type user id and password into the form."""
        until(lambda: isinstance(self._application.window, SignInWindow), "the sign-in window")
        window = self._application.window
        assert isinstance(window, SignInWindow)
        window.form.duty.value = duty
        window.form.ui.userEdit.clear()
        window.form.ui.passwordEdit.clear()
        write(window.form.ui.userEdit, officer)
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
        self._tell(command=json.dumps({**command, "kind": kind or action.value}, ensure_ascii=False))

    def undo(self) -> None:
        """Ctrl+Z while the toast is there."""
        before = len(self.desk.outbox.items())
        self.window.window.setFocus()
        press(self.window.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        until(lambda: len(self.desk.outbox.items()) == before - 1, "the command to be taken back")
        until(self.settled, "the screen")
