"""An office PC with the real program on it, and what an officer does there: the words of these tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from tests.support.central import PASSWORD
from wzpdcl_desktop.app import Application
from wzpdcl_desktop.desk import Desk
from wzpdcl_desktop.desk_window import DeskWindow
from wzpdcl_desktop.domain.commands import Queued
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus, Stage
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.gui.dialogs.conflict import ConflictDialog
from wzpdcl_desktop.gui.dialogs.password import PasswordDialog
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.sign_in.window import SignInWindow
from wzpdcl_desktop.gui.words import link_words
from wzpdcl_desktop.journey.robot import click, press, until, write
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.services.settings import UNDO_SECONDS

HEAD = "xen.khulna1"
OFFICE = "khulna-1"
_KEYS = {
    Action.ACCEPT: Qt.Key.Key_1,
    Action.MESSAGE: Qt.Key.Key_2,
    Action.RESOLVE: Qt.Key.Key_3,
    Action.CANCEL: Qt.Key.Key_4,
}


class Pc:
    """A PC with the program on it.

    Args:
        undo_seconds: For how long an action waits before it is sent.
        secrets: ``file`` stands for a keyring that works.
    """

    def __init__(
        self, qt: QApplication, folder: Path, server: str, *, undo_seconds: int = 0, secrets: str = "file"
    ) -> None:
        self._qt = qt
        self.folder = folder
        self.server = server
        self.undo_seconds = undo_seconds
        self.secrets = secrets
        self.application: Application | None = None

    # ---------------------------------------------------------------- the program

    def switch_on(self) -> None:
        """Start the program; the sign-in window is there afterwards."""
        assert self.application is None
        options = Options(
            server=self.server, data_folder=self.folder, secrets=self.secrets, language="bn", theme="light"
        )
        self.application = Application(self._qt, options)
        self.application.settings.set(UNDO_SECONDS, self.undo_seconds)
        self.application.start()

    def switch_off(self) -> None:
        """Close the program as a person does; nothing happens if it is off."""
        application, self.application = self.application, None
        if application is not None:
            application.close()
            clear_screen(self._qt)

    @property
    def program(self) -> Application:
        """The running program."""
        assert self.application is not None
        return self.application

    @property
    def desk(self) -> Desk:
        """The open desk."""
        assert self.program.desk is not None
        return self.program.desk

    @property
    def panels(self) -> DeskWindow:
        """The panels of the desk's window."""
        assert self.program.desk_window is not None
        return self.program.desk_window

    @property
    def window(self) -> MainWindow:
        """The desk's window."""
        return self.panels.window

    @property
    def sign_in_window(self) -> SignInWindow:
        """The window before the desk."""
        assert isinstance(self.program.window, SignInWindow)
        return self.program.window

    def settle(self) -> None:
        """Until nothing is being read or written for the screen."""
        until(self.program.tasks.idle, "a quiet program")

    # ---------------------------------------------------------------- signing in

    def try_sign_in(
        self, officer: str = HEAD, password: str = PASSWORD, duty: Duty = Duty.OFFICE_HEAD
    ) -> str:
        """Type into the form and press the button. What the form says then; empty if the desk opens."""
        form = self.sign_in_window.form
        form.duty.value = duty
        form.ui.userEdit.clear()
        form.ui.passwordEdit.clear()
        write(form.ui.userEdit, officer)
        write(form.ui.passwordEdit, password)
        click(form.button)
        until(lambda: self.program.desk_window is not None or bool(form.error.text), "an answer", 60)
        return "" if self.program.desk_window is not None else form.error.text

    def sign_in(self, officer: str = HEAD, duty: Duty = Duty.OFFICE_HEAD) -> None:
        """Sign in and wait until the desk is open."""
        if self.application is None:
            self.switch_on()
        said = self.try_sign_in(officer, duty=duty)
        assert not said, said
        self.settle()

    def sign_in_and_load(self, officer: str = HEAD, duty: Duty = Duty.OFFICE_HEAD) -> None:
        """Sign in and wait for the line and for all complaints."""
        self.sign_in(officer, duty)
        self.wait_for_all_complaints()

    def wait_for_all_complaints(self) -> None:
        """Until the first load is complete and on the screen."""

        def complete() -> bool:
            progress = self.program.notifier.load_progress
            return progress is not None and progress.stage is Stage.DONE

        until(complete, "all complaints", 60)
        self.wait_for_line(LinkStatus.ONLINE)
        self.settle()

    # ---------------------------------------------------------------- the line

    @property
    def status(self) -> LinkStatus:
        """The line, as the status bar shows it."""
        return next(one for one in LinkStatus if self.line_words == link_words(one))

    def wait_for_line(self, *statuses: LinkStatus) -> None:
        """Until the line is as named; looks at once rather than at the next try."""
        self.desk.engine.poke()
        until(lambda: self.status in statuses, f"the line {statuses}, not {self.status}", 60)

    @property
    def line_words(self) -> tuple[str, str]:
        """What the status bar says of the line."""
        bar = self.window.status_bar
        return bar.word.text(), bar.meaning.text()

    # ---------------------------------------------------------------- complaints

    def complaints(self, view: View = View.INBOX) -> list[int]:
        """Open a list; its complaints."""
        self.window.show_view(view)
        until(lambda: self.panels.queue.view is view and self.program.tasks.idle(), f"the list {view}")
        return list(self.panels.queue.model.ids)

    def select(self, complaint: int) -> None:
        """Select a complaint of the list that is shown and wait for its details."""
        self.panels.queue.select(complaint)
        until(lambda: self.panels.detail.complaint_id == complaint, "the complaint")
        self.settle()

    def begin(self, action: Action, complaint: int, text: str) -> None:
        """Select a complaint, press the key of an action and write the text that goes with it."""
        self.select(complaint)
        table, composer = self.panels.queue.table, self.panels.detail.composer
        table.setFocus()
        press(table, _KEYS[action])
        until(lambda: composer.action is action and self.program.tasks.idle(), f"the box for {action}")
        write(composer.box.edit, text)

    def confirm(self) -> None:
        """Ctrl+Enter, and wait for what the program says to it."""
        press(self.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def act(self, action: Action, complaint: int, text: str) -> str:
        """Do something to a complaint; what is to be found on the server afterwards."""
        kept: list[Queued] = []
        self.panels.detail.queued.connect(kept.append)
        self.begin(action, complaint, text)
        self.confirm()
        self.panels.detail.queued.disconnect(kept.append)
        assert len(kept) == 1, f"{len(kept)} actions were kept for one: {self.action_banner}"
        return json.dumps(
            {"command_id": kept[0].command_id, "complaint": complaint, "text": text, "kind": action.value}
        )

    @property
    def box(self) -> Any:
        """The field the officer writes in."""
        return self.panels.detail.composer.box.edit

    @property
    def typed(self) -> str:
        """What is written in it."""
        return str(self.panels.detail.composer.box.text)

    @property
    def toast(self) -> str:
        """The short message at the foot, empty for none."""
        return self.window.toast.text

    @property
    def banner(self) -> str:
        """The strip about the line, empty for none."""
        strip = self.window.banners.link
        return "" if strip.isHidden() else strip.text

    @property
    def action_banner(self) -> str:
        """The strip over the complaint, which says why an action was not kept; empty for none."""
        strip = self.panels.detail.error
        return "" if strip.isHidden() else strip.text

    def enabled_actions(self) -> set[Action]:
        """What the officer may do to the selected complaint, as the menus and keys offer it."""
        menu = self.window.top_bar.menus["complaint"]
        offered = {one.objectName(): one.isEnabled() for one in menu.actions()}
        return {one for one in Action if offered.get(f"complaint.{one.value}", False)}

    # ---------------------------------------------------------------- the outbox

    def waiting(self) -> list[tuple[int, str]]:
        """Complaint and text of each action that is kept on this PC and not settled yet."""
        return [
            (item.command.complaint_id, str(item.command.args.get("text")))
            for item in self.desk.outbox.items()
        ]

    def wait_until_all_is_sent(self) -> None:
        """Until the outbox is empty."""
        until(lambda: not self.desk.outbox.items(), "an empty outbox", 60)
        self.settle()

    def sign_in_again_dialog(self) -> PasswordDialog:
        """Press the verb of the banner and take the dialog that opens."""
        click(self.window.banners.link.button)
        dialog = self.window.findChild(PasswordDialog)
        assert dialog is not None
        return dialog

    def decision_dialog(self) -> ConflictDialog:
        """By keyboard, from the outbox: what the officer has to decide, the only one there."""
        self.window.show_outbox()
        panel = self.panels.outbox
        until(lambda: len(panel.model.entries) == 1 and self.program.tasks.idle(), "the row of the outbox")
        self.settle()
        panel.list.setCurrentIndex(panel.model.index(0))
        press(panel.list, Qt.Key.Key_Return)
        until(lambda: self.panels.conflicts.dialog is not None, "the dialog")
        assert self.panels.conflicts.dialog is not None
        return self.panels.conflicts.dialog

    # ---------------------------------------------------------------- files

    @property
    def store_folder(self) -> Path:
        """The folder of the one officer who signed in here."""
        (cache,) = (self.folder / "data").glob("*/cache.db")
        return cache.parent


def clear_screen(qt: QApplication) -> None:
    """Nothing of a program that was closed stays on the screen."""
    for widget in qt.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for translator in qt.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
