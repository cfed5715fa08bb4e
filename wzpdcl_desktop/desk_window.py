"""The desk's window with its panels, joined to the officer's desk: part of the composition root."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, QTimer, Signal

from wzpdcl_desktop.desk import Desk
from wzpdcl_desktop.domain.commands import CommandType, Queued
from wzpdcl_desktop.domain.complaints import QueueQuery, View
from wzpdcl_desktop.domain.conflicts import Choice
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.officer import OfficerDialog
from wzpdcl_desktop.gui.dialogs.password import PasswordDialog
from wzpdcl_desktop.gui.docks.bulk_desk import BulkDesk
from wzpdcl_desktop.gui.docks.conflict_desk import ConflictDesk
from wzpdcl_desktop.gui.docks.dashboard.panel import DashboardPanel
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.outbox_panel import OutboxPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.look_desk import LookDesk
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.notices.desk import NoticeDesk
from wzpdcl_desktop.gui.palette.palette import Palette
from wzpdcl_desktop.gui.views_desk import ViewsDesk
from wzpdcl_desktop.services.bulk import Undone
from wzpdcl_desktop.services.settings import UNDO_SECONDS

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
        queue, detail, outbox, dashboard: Its panels; notices the bell, its list and the tray.
        views: The officer's own lists; look how any list looks.
        palette: What Ctrl+K opens over it.
        conflicts: What the officer has to decide.
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
        self.bulk = BulkDesk(context, self)
        self.dashboard = DashboardPanel(context, desk.dashboard)
        self.window = MainWindow(context, self.queue, self.detail, self.outbox, self.dashboard)
        self.notices = NoticeDesk(context, desk.notices, self.window)
        self.notices.complaint_wanted.connect(self._show_complaint)
        self.notices.rows_wanted.connect(self._show_rows)
        self.first_list_shown.connect(self.notices.start, once)
        self.detail.shown.connect(self.window.set_complaint)
        self.detail.wanted.connect(self.window.show_detail)
        self.detail.left.connect(self.window.show_queue)
        self.detail.left.connect(self.queue.focus_list)
        self.dashboard.rows_wanted.connect(self._show_rows)
        self.dashboard.complaint_wanted.connect(self._show_complaint)
        self.conflicts = ConflictDesk(context, desk.conflicts, self.window, parent=self)
        self.views = ViewsDesk(context, desk.views, self.queue, self.window)
        self.look = LookDesk(context, desk.list_look, self.queue.table, self.window)
        self.palette = Palette(
            context,
            self.window,
            self._why_not,
            lambda: self.queue.bar.feeders.offered,
            self.views.entries,
        )
        self.palette.complaint_wanted.connect(self._show_complaint)
        self.palette.feeder_wanted.connect(self._show_feeder)
        self.palette.officer_wanted.connect(
            lambda officer: OfficerDialog(context, officer, self.window).open()
        )
        context.actions.get("edit.palette").triggered.connect(lambda: self.palette.toggle())
        self.queue.current_changed.connect(self.detail.show_complaint)
        self.detail.trail.follow(self.queue.table)
        self.queue.opened.connect(self.detail.open)
        self.detail.queued.connect(self._queued)
        self.detail.copies.copied.connect(self._say)
        self.detail.undone.connect(self.queue.select)
        self._connect_bulk()
        self._connect_conflicts()
        self.outbox.taken_back.connect(self.detail.take_back)
        self.outbox.complaint_wanted.connect(self._show_complaint)
        self.window.view_selected.connect(self.queue.show_view)
        self.window.sync_requested.connect(desk.engine.poke)
        self.window.closing.connect(self.detail.keep_draft)
        self.window.sign_in_requested.connect(self.ask_password)
        self.window.sign_out_requested.connect(self.sign_out_requested)
        context.notifier.changed.connect(self._changed)
        if desk.outbox_was_restored:
            self.window.show_toast(
                self.tr("The outbox on this PC was damaged and was restored from its copy. Look through it."),
                icon="warning-octagon",
            )
        elif desk.cache_was_rebuilt:
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

    def _show_rows(self, query: QueueQuery) -> None:
        self.queue.show_query(query)
        self.window.mark_view(query.view)

    def _show_feeder(self, feeder: str) -> None:
        self.window.show_queue()
        self.queue.show_feeder(feeder)

    def _show_complaint(self, complaint_id: int) -> None:
        self.window.show_queue()
        self.queue.reveal(complaint_id)

    def _connect_bulk(self) -> None:
        bulk = self.bulk
        self.queue.bulk_wanted.connect(lambda action, ids: bulk.begin(action, ids, self.window))
        self.queue.chosen_changed.connect(self.detail.show_chosen)
        self.detail.reassign_wanted.connect(lambda number: bulk.begin(Action.REASSIGN, [number], self.window))
        bulk.done.connect(self._bulk_done)
        bulk.undone.connect(self._bulk_undone)
        bulk.failed.connect(lambda error: self.window.show_toast(explain(error).line, icon="warning-octagon"))

    def _connect_conflicts(self) -> None:
        conflicts, window = self.conflicts, self.window
        self.outbox.decision_wanted.connect(conflicts.open)
        self.detail.decision_wanted.connect(conflicts.open_of)
        conflicts.done.connect(self._conflict_decided)
        conflicts.nothing.connect(window.show_outbox)
        conflicts.failed.connect(lambda error: window.show_toast(explain(error).line, icon="warning-octagon"))

    def _conflict_decided(self, _clash: object, choice: Choice) -> None:
        sent = self.tr("Decided: it is sent now.")
        self.window.show_toast(
            self.tr("Discarded. The complaint stays as the server has it.")
            if choice is Choice.THEIRS
            else sent
        )
        self._desk.engine.poke()

    def _bulk_done(self, queued: list[Queued]) -> None:
        done = QCoreApplication.translate("DeskWindow", str(_DONE[queued[0].type]))
        online = self._context.notifier.link_state.online
        then = self.tr("It will be sent.") if online else self.tr("Sent when the line is back.")
        left = min(one.undo_until for one in queued) - self._context.clock.now()
        count = self.tr("%Ln complaint(s):", "", len(queued)) if len(queued) > 1 else ""
        self.window.show_toast(
            f"{count} {done} {then}".strip(),
            self.tr("Undo all") if len(queued) > 1 else self.tr("Undo"),
            partial(self.bulk.undo, queued),
            max(1, left // 1000),
            icon="hourglass-medium",
        )
        self.queue.acted_on(*(one.complaint_id for one in queued))
        self._desk.engine.poke()

    def _bulk_undone(self, undone: Undone) -> None:
        if undone.left:
            left = len(undone.left)
            text = self.tr("%Ln complaint(s) had been sent already and stay as they are.", "", left)
            self.window.show_toast(text, icon="warning-octagon")
        self.queue.choose(command.complaint_id for command in undone.commands)

    def _queued(self, queued: Queued) -> None:
        done = QCoreApplication.translate("DeskWindow", str(_DONE[queued.type]))
        online = self._context.notifier.link_state.online
        then = self.tr("It will be sent.") if online else self.tr("Sent when the line is back.")
        self.window.show_toast(
            f"{done} {then}",
            self.tr("Undo"),
            partial(self.detail.undo, queued.command_id),
            seconds=self._context.settings.get(UNDO_SECONDS),
            icon="hourglass-medium",
        )
        self.window.show_queue()
        self.queue.acted_on(queued.complaint_id)
        self._desk.engine.poke()

    def _say(self, text: str) -> None:
        """Say something small, but never in place of an undo."""
        if not self._context.actions.get("edit.undo").isEnabled():
            self.window.show_toast(text, seconds=3)

    def _why_not(self, action_id: str) -> str:
        """Why an action of the palette cannot be done now."""
        if action_id == "edit.undo":
            return self.tr("Nothing to undo")
        if action_id == "complaint.back":
            return self.tr("There is nothing to go back to")
        group, _, name = action_id.partition(".")
        known = group == "complaint" and name in {action.value for action in Action}
        return self.detail.why_not(Action(name)) if known else ""

    def _changed(self, changes: object, initiator: object) -> None:
        """The officer changed the outbox by hand: the engine looks at it anew."""
        if initiator is not None:
            self._desk.engine.poke()
