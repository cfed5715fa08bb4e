"""The desk's window with its panels, joined to the officer's desk: part of the composition root."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, QTimer, Signal

from wzpdcl_desktop.desk import Desk
from wzpdcl_desktop.domain.commands import CommandType, Queued
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.password import PasswordDialog
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.outbox_panel import OutboxPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.main_window import MainWindow

_DONE = {
    CommandType.ACCEPT: QT_TRANSLATE_NOOP("DeskWindow", "Accepted."),
    CommandType.MESSAGE: QT_TRANSLATE_NOOP("DeskWindow", "Message kept."),
    CommandType.RESOLVE: QT_TRANSLATE_NOOP("DeskWindow", "Resolved."),
    CommandType.CANCEL: QT_TRANSLATE_NOOP("DeskWindow", "Complaint cancelled."),
    CommandType.REASSIGN: QT_TRANSLATE_NOOP("DeskWindow", "Reassigned."),
}


class DeskWindow(QObject):
    """Makes the panels and the window, and passes their signals on.

    Attributes:
        window: The window itself.
        queue, detail, outbox: Its panels.
        sign_out_requested: The officer wants to sign out.
        first_list_shown: The first list is on the screen, or the reason why it is not.
    """

    sign_out_requested = Signal()
    first_list_shown = Signal()

    def __init__(self, context: DeskContext, desk: Desk) -> None:
        super().__init__()
        self._context = context
        self._desk = desk
        self.queue = QueuePanel(context)
        once = Qt.ConnectionType.SingleShotConnection
        self.queue.settled.connect(lambda: QTimer.singleShot(0, self.first_list_shown.emit), once)
        # First of all: the cache is read while the rest of the window is being made.
        self.queue.show_view(View.INBOX)
        self.detail = DetailPanel(context)
        self.outbox = OutboxPanel(context)
        self.window = MainWindow(context, self.queue, self.detail, self.outbox)
        self.queue.current_changed.connect(self.detail.show_complaint)
        self.queue.opened.connect(partial(self.detail.begin, Action.MESSAGE))
        self.detail.queued.connect(self._queued)
        self.detail.undone.connect(self.queue.select)
        self.outbox.taken_back.connect(self.detail.take_back)
        self.outbox.complaint_wanted.connect(self.queue.reveal)
        self.window.view_selected.connect(self.queue.show_view)
        self.window.sync_requested.connect(desk.engine.poke)
        self.window.closing.connect(self.detail.keep_draft)
        self.window.sign_in_requested.connect(self.ask_password)
        self.window.sign_out_requested.connect(self.sign_out_requested)
        context.notifier.changed.connect(self._changed)
        if desk.cache_was_rebuilt:
            self.window.show_toast(
                self.tr("The data on this PC was damaged and is fetched anew. Nothing unsent was lost."),
                icon="warning-octagon",
            )

    def ask_password(self) -> PasswordDialog:
        """Ask for the password of the same officer, so that what waits can be sent."""
        me = self._desk.me()
        name = me.name_bn if self._context.language.code == "bn" else me.name
        dialog = PasswordDialog(self._context.theme, name or me.officer, self.window)

        def submit(password: str) -> None:
            self._context.tasks.network(
                partial(self._desk.sign_in_again, password),
                lambda _none: dialog.accept(),
                dialog.refuse,
                owner=dialog,
            )

        dialog.submitted.connect(submit)
        dialog.open()
        return dialog

    def _queued(self, queued: Queued) -> None:
        done = QCoreApplication.translate("DeskWindow", str(_DONE[queued.type]))
        online = self._context.notifier.link_state.online
        then = self.tr("It will be sent.") if online else self.tr("Sent when the line is back.")
        self.window.show_toast(
            f"{done} {then}",
            self.tr("Undo"),
            partial(self.detail.undo, queued.command_id),
            icon="hourglass-medium",
        )
        self.queue.acted_on(queued.complaint_id)
        self._desk.engine.poke()

    def _changed(self, changes: object, initiator: object) -> None:
        """The officer changed the outbox by hand: the engine looks at it anew."""
        if initiator is not None:
            self._desk.engine.poke()
