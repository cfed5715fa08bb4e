"""The desk's window (S03-S10): it only assembles its parts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import NavCounts, View
from wzpdcl_desktop.domain.link import LinkState
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui import layout
from wzpdcl_desktop.gui.actions import SPECS, VIEWS
from wzpdcl_desktop.gui.banners import Banners
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.about import AboutDialog
from wzpdcl_desktop.gui.dialogs.diagnostics import DiagnosticsDialog
from wzpdcl_desktop.gui.dialogs.keys import KeysDialog
from wzpdcl_desktop.gui.dialogs.profile import ProfileDialog
from wzpdcl_desktop.gui.dialogs.settings import SettingsDialog
from wzpdcl_desktop.gui.dialogs.update import UpdateDialog
from wzpdcl_desktop.gui.nav import Navigation
from wzpdcl_desktop.gui.panels import Panels
from wzpdcl_desktop.gui.status_bar import StatusBar
from wzpdcl_desktop.gui.top_bar import TopBar
from wzpdcl_desktop.gui.widgets.toast import Toast
from wzpdcl_desktop.gui.words import view_name
from wzpdcl_desktop.services.settings import LANGUAGE, REDUCED_MOTION, THEME

log = logging.getLogger("wzpdcl.gui")

_COUNT_AFTER_MS = 120
_MINUTE_MS = 60_000
#: In a narrower window the navigation shows icons.
_ICONS_BELOW = 1000


class MainWindow(QMainWindow):
    """Top bar, navigation, queue, detail and outbox docks, status bar.

    Args:
        queue, detail, outbox, dashboard: The panels, made by whoever wires the desk.

    Attributes:
        stays: Whether the window, closed by hand, only hides.
        end: Ends the program where closing the window does not: it waits in the tray.
        counts: The numbers that the navigation shows, None before the first.
        view_selected: The officer chose a `View`.
        outbox_requested: The officer asked for the outbox; the window shows its dock by itself.
        sign_in_requested: The session ended and the officer wants to sign in again.
        sign_out_requested, sync_requested: From the file menu.
        counted: The numbers of the navigation were counted anew.
        closing: The window is about to close; its layout is on its way to the settings.
    """

    view_selected = Signal(object)
    outbox_requested = Signal()
    sign_in_requested = Signal()
    sign_out_requested = Signal()
    sync_requested = Signal()
    counted = Signal()
    closing = Signal()

    def __init__(
        self,
        context: DeskContext,
        queue: QWidget,
        detail: QWidget,
        outbox: QWidget,
        dashboard: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._view = View.INBOX
        self._directory: Directory | None = None
        self._was_offline = False
        self._complaint: int | None = None
        self.counts: NavCounts | None = None
        self.stays: Callable[[], bool] = lambda: False
        self.end: Callable[[], None] = QCoreApplication.quit
        theme, language = context.theme, context.language
        self.setObjectName("desk")
        self.setWindowIcon(QIcon(":/icons/app.svg"))
        self.top_bar = TopBar(theme, language, context.actions, context.me, practice=context.practice)
        self.navigation = Navigation(theme, language)
        self.banners = Banners(theme, language)
        self.status_bar = StatusBar(theme, language, context.clock)
        self.panels = Panels(self, theme, queue, detail, outbox, dashboard)
        self.detail_dock, self.outbox_dock = self.panels.detail_dock, self.panels.outbox_dock
        self._centre = QWidget()
        self.toast = Toast(self._centre, theme, language)
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(_COUNT_AFTER_MS)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._assemble()
        self.navigation.today.setVisible(dashboard is not None)
        self._connect()
        queue.setFocus()
        self.resize(1366, 738)
        # A screen of 1366x768 at 150 %, less the bars of Windows.
        self.setMinimumSize(880, 472)
        self.panels.restore(context.settings.layout(layout.place_of(context.me)))
        self.panels.follow_width(self.width())
        self._retranslate()
        self.navigation.select(self._view)
        self._follow_link(context.notifier.link_state)
        if context.notifier.load_progress is not None:
            self.banners.set_progress(context.notifier.load_progress)
        self._count()
        context.tasks.cache(context.directory.directory, self._take_directory, self._ignore, owner=self)

    @property
    def current_view(self) -> View:
        """The list that the navigation marks."""
        return self._view

    def show_view(self, view: View) -> None:
        """Mark a list and announce it; the keys are for the list then."""
        self.mark_view(view)
        self.view_selected.emit(view)
        self.panels.focus_list()

    def mark_view(self, view: View) -> None:
        """Mark a list that the queue shows already, and bring the queue to the front."""
        self._view = view
        self.show_queue()
        self.navigation.select(view)
        self._retranslate()

    def show_queue(self) -> None:
        """Bring the queue to the front, with the detail if it was there before the dashboard."""
        self._leave_dashboard()
        self.panels.show_list()

    def show_detail(self) -> None:
        """Bring the complaint to the front."""
        self._leave_dashboard()
        self.panels.show_detail()

    def show_dashboard(self) -> None:
        """Bring the dashboard to the front."""
        self.panels.show_dashboard()
        if self.panels.dashboard_is_front:
            self.navigation.select_today()

    def show_outbox(self) -> None:
        """Bring the outbox to the front."""
        self.panels.show_outbox()
        self.outbox_requested.emit()

    def set_complaint(self, complaint_id: int | None) -> None:
        """The detail shows another complaint: its tab is called after it."""
        self._complaint = complaint_id
        self._retranslate()

    def show_toast(
        self,
        text: str,
        verb: str = "",
        callback: Callable[[], None] | None = None,
        seconds: int = 15,
        icon: str = "check-circle",
    ) -> None:
        """Say something at the foot of the queue. While it has a verb, Ctrl+Z does the same."""
        undo = self._context.actions.get("edit.undo")
        undo.setEnabled(callback is not None)
        keys = undo.shortcut().toString().replace("+", " ") if callback is not None else ""
        self.toast.fades = not self._context.settings.get(REDUCED_MOTION)
        self.toast.show_message(text, verb, callback, seconds, icon=icon, key=keys)

    def reset_layout(self) -> None:
        """Put all panels back to where they were first."""
        self._leave_dashboard()
        self._context.actions.get("window.arrange").setChecked(False)
        self.panels.reset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the complaint becomes a tab, in a narrower one the navigation a row of icons."""
        super().resizeEvent(event)
        self.navigation.set_compact(event.size().width() < _ICONS_BELOW)
        self.panels.follow_width(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout and say good-bye; closed by hand, it may stay in the tray instead."""
        self.show_queue()
        place, kept = layout.place_of(self._context.me), self.panels.pack()
        self._later(partial(self._context.settings.set_layout, place, kept))
        self.closing.emit()
        program = QGuiApplication.instance()
        ending = isinstance(program, QGuiApplication) and program.isSavingSession()
        if event.spontaneous() and self.stays() and not ending:
            event.ignore()
            self.hide()
            return
        super().closeEvent(event)

    def _quit(self) -> None:
        hidden = self.isHidden()
        self.close()
        if hidden:
            self.end()

    def _assemble(self) -> None:
        self._centre.setObjectName("center")
        column = QVBoxLayout(self._centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.panels.front, 1)
        self.setMenuWidget(self.top_bar)
        middle = QWidget()  # the navigation stands still: it is no dock
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self._centre, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status_bar)
        panels = self.top_bar.menus["window"]
        first = panels.actions()[0]
        for dock in (self.detail_dock, self.outbox_dock):
            panels.insertAction(first, dock.toggleViewAction())
        panels.insertSeparator(first)

    def _connect(self) -> None:
        actions, notifier = self._context.actions, self._context.notifier
        for view, action_id in VIEWS.items():
            actions.get(action_id).triggered.connect(partial(self._choose, view))
        self.navigation.view_chosen.connect(self.show_view)
        self.navigation.outbox_chosen.connect(self.show_outbox)
        self.navigation.today_chosen.connect(self.show_dashboard)
        # What acts on a complaint is done where complaints are seen.
        for spec in SPECS:
            if spec.group == "complaint":
                actions.get(spec.id).triggered.connect(partial(_call, self._leave_dashboard))
            elif spec.id.startswith("queue."):
                actions.get(spec.id).triggered.connect(partial(_call, self.show_queue))
        self.status_bar.outbox_requested.connect(self.show_outbox)
        self.banners.sign_in_requested.connect(self.sign_in_requested)
        self.toast.ended.connect(lambda: actions.get("edit.undo").setEnabled(False))
        actions.get("edit.undo").setEnabled(False)
        simple = {
            "edit.undo": self.toast.act,
            "view.outbox": self.show_outbox,
            "view.dashboard": self.show_dashboard,
            "view.language": self._switch_language,
            "view.refresh": self.sync_requested.emit,
            "file.profile": self._show_profile,
            "file.sign_out": self.sign_out_requested.emit,
            "file.quit": self._quit,
            "window.reset_layout": self.reset_layout,
            "file.settings": self._show_settings,
            "help.keys": self._show_keys,
            "help.about": self._show_about,
            "help.update": self._show_update,
            "help.diagnostics": self._show_diagnostics,
        }
        for action_id, act in simple.items():
            actions.get(action_id).triggered.connect(partial(_call, act))
        for mode in ("system", "light", "dark"):
            action = actions.get(f"view.theme.{mode}")
            action.setChecked(self._context.theme.mode == mode)
            action.triggered.connect(partial(self._set_theme, mode))
        self.banners.update_requested.connect(self._show_update)
        actions.get("help.update").setEnabled(self._context.updates is not None)
        actions.get("help.diagnostics").setEnabled(self._context.diagnostics is not None)
        if self._context.updates is not None:
            self.banners.follow_updates(self._context.updates)
        arrange = actions.get("window.arrange")
        for dock in (self.detail_dock, self.outbox_dock):
            arrange.toggled.connect(dock.set_arranging)
        notifier.changed.connect(self._follow_changes)
        notifier.link.connect(self._follow_link)
        notifier.progress.connect(self.banners.set_progress)
        notifier.sent.connect(self._follow_sent)
        self._count_soon.timeout.connect(self._count)
        self._minute.timeout.connect(self._count)
        self._minute.start()

    def _choose(self, view: View, _checked: bool = False) -> None:
        self.show_view(view)

    def _switch_language(self) -> None:
        language = self._context.language
        language.set(language.other)
        self._later(partial(self._context.settings.set, LANGUAGE, language.code))

    def _set_theme(self, mode: str, _checked: bool = False) -> None:
        self._context.theme.mode = mode
        self._later(partial(self._context.settings.set, THEME, mode))

    def _show_about(self) -> None:
        AboutDialog(self._context.theme, self._context.language, self).open()

    def _show_update(self) -> None:
        context = self._context
        if context.updates is not None:
            UpdateDialog(context.theme, context.language, context.updates, self).open()

    def _show_diagnostics(self) -> None:
        context = self._context
        if context.diagnostics is not None:
            DiagnosticsDialog(context.theme, context.tasks, context.diagnostics, self).open()

    def _show_keys(self) -> None:
        KeysDialog(self._context, self).open()

    def _show_settings(self) -> None:
        SettingsDialog(self._context, self).open()

    def _show_profile(self) -> None:
        ProfileDialog(self._context, self).open()

    def _leave_dashboard(self) -> None:
        if self.panels.dashboard_is_front:
            self.navigation.select(self._view)
            self.panels.leave_dashboard()

    def _count(self) -> None:
        service = self._context.complaints
        self._context.tasks.cache(service.counts, self._take_counts, self._ignore, owner=self, key="counts")

    def _take_counts(self, counts: NavCounts) -> None:
        self.counts = counts
        self.navigation.set_counts(counts)
        self.status_bar.set_counts(counts)
        self.counted.emit()

    def _take_directory(self, directory: Directory) -> None:
        self._directory = directory
        self._retranslate()

    def _follow_changes(self, changes: ChangeSet, _initiator: object) -> None:
        if changes.touches("me"):
            self.top_bar.set_me(self._context.me)
            self._retranslate()
        if changes.touches("complaint") or changes.touches("outbox"):
            self._count_soon.start()
        if changes.touches("reference"):
            tasks = self._context.tasks
            tasks.cache(self._context.directory.directory, self._take_directory, self._ignore, owner=self)

    def _follow_link(self, state: LinkState) -> None:
        self._was_offline = self._was_offline or not state.online
        self.status_bar.set_link(state)
        self.banners.set_link(state)

    def _follow_sent(self, count: int) -> None:
        """Say once that the line came back and what it took along; never in place of an undo."""
        if count < 1 or not self._was_offline or not self._context.notifier.link_state.online:
            return
        self._was_offline = False
        if not self._context.actions.get("edit.undo").isEnabled():
            self.show_toast(self.tr("Online. %Ln action(s) sent", "", count), icon="cloud-check")

    def _ignore(self, error: Exception) -> None:
        log.warning("window: %s", type(error).__name__)

    def _later(self, work: Callable[[], None]) -> None:
        """Write a setting off the GUI thread. It holds in this run even if it could not be kept."""
        self._context.tasks.cache(work, lambda _none: None, self._ignore)

    def _retranslate(self) -> None:
        name = self.tr("WZPDCL Desktop")
        if self._directory is not None:
            office = self._directory.offices.get(self._context.me.office or "")
            name += f" · {self._context.language.name(office)}" if office is not None else ""
        self.setWindowTitle(name)
        number = self._context.language.digits(self._complaint) if self._complaint is not None else ""
        complaint = self.tr("Complaint {0}").format(number) if number else self.tr("Complaint")
        self.panels.retranslate(view_name(self._view), complaint)


def _call(act: Callable[[], object], _checked: bool = False) -> None:
    act()
