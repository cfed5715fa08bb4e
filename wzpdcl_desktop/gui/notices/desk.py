"""Notices of the open desk: when to look for them, and where they are shown."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery, SortKey, View
from wzpdcl_desktop.domain.notices import Notice, NoticeKind
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder
from wzpdcl_desktop.gui.notices.panel import NoticePanel
from wzpdcl_desktop.gui.notices.tray import Tray
from wzpdcl_desktop.gui.notices.words import NoticeWords
from wzpdcl_desktop.services.notices import News, NoticeService, wishes_of
from wzpdcl_desktop.services.settings import NOTICE_SOUND, STAY_IN_TRAY

log = logging.getLogger("wzpdcl.gui")

#: Changes come in bursts: those of one burst are told together.
_GATHER_MS = 1000
_MINUTE_MS = 60_000


class NoticeDesk(QObject):
    """Asks the service after changes and each minute; keeps bell, list and tray up to date.

    Attributes:
        complaint_wanted: A complaint (int) is to be shown.
        rows_wanted: A list (`QueueQuery`) is to be shown.
        popped: Notices (a list) that pop up now.
        panel, tray: Its parts.
        notify: Shows a notification of the desktop: title, text, whether with a sound.
    """

    complaint_wanted = Signal(int)
    rows_wanted = Signal(object)
    popped = Signal(object)

    def __init__(self, context: DeskContext, service: NoticeService, window: MainWindow) -> None:
        super().__init__(window)
        self._context, self._service, self._window = context, service, window
        self._bell = window.top_bar.bell
        self._directory = DirectoryHolder(context.directory, context.tasks, context.notifier, self)
        self._words = NoticeWords(context.language, self._directory, self)
        self.panel = NoticePanel(
            context.theme, context.language, context.clock, self._words, self._bell, window
        )
        self.tray = Tray(context.theme, context.actions, window)
        self.notify: Callable[..., None] = self.tray.notify
        self._ids: set[int] | None = set()
        self._last: Sequence[Notice] = ()
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._connect()
        self._show(())

    def start(self) -> None:
        """Begin to look: the first list is on the screen."""
        self._ids = None
        self._look()
        self._minute.start()

    def open(self, notice: Notice) -> None:
        """Show what a notice is about, and mark it read."""
        self._mark_read([notice.number])
        if len(notice.complaints) == 1:
            self.complaint_wanted.emit(notice.complaints[0])
        else:
            self.rows_wanted.emit(_rows_of(notice, self._context.clock.now()))

    def _connect(self) -> None:
        context = self._context
        self._gather.timeout.connect(self._look)
        self._minute.timeout.connect(self._all_due)
        context.notifier.changed.connect(self._changed)
        context.notifier.progress.connect(self._all_due)
        context.language.changed.connect(self.refresh)
        self._directory.changed.connect(self.refresh)
        context.actions.get("view.notices").triggered.connect(lambda: self.panel.toggle())
        self.panel.chosen.connect(self.open)
        self.panel.read.connect(self._mark_read)
        self.tray.opened.connect(self._forward)
        self.tray.clicked.connect(self._clicked)
        self._window.stays = lambda: self.tray.shown and context.settings.get(STAY_IN_TRAY)

    def _changed(self, changes: ChangeSet, _initiator: object) -> None:
        if changes.everything:
            self._ids = None
        elif not changes.touches("complaint"):
            return
        if self._ids is not None:
            self._ids |= {int(number) for number in changes.of_entity("complaint")}
        if not self._gather.isActive():
            self._gather.start()

    def _all_due(self) -> None:
        """Time or the first load went on: look at all that is open."""
        self._ids = None
        if not self._gather.isActive():
            self._gather.start()

    def _look(self) -> None:
        ids, self._ids = self._ids, set()
        context = self._context
        progress = context.notifier.load_progress
        work = partial(
            self._service.look,
            ids,
            wishes_of(context.settings),
            loaded=progress is not None and progress.usable,
        )
        context.tasks.cache(work, self._take, self._failed, owner=self)

    def _take(self, news: News) -> None:
        self._show(news.recent)
        if news.pop:
            self._last = news.pop
            title, text = self._words.popup(news.pop)
            self.notify(title, text, sound=self._context.settings.get(NOTICE_SOUND))
            self.popped.emit(list(news.pop))

    def _mark_read(self, numbers: list[int] | None) -> None:
        work = partial(self._service.mark_read, numbers)
        self._context.tasks.cache(work, self._show, self._failed, owner=self)

    def _show(self, notices: Sequence[Notice]) -> None:
        unread = sum(not one.read for one in notices)
        self.panel.show_notices(notices)
        words = self._words.unread(unread)
        self._bell.show_unread(unread, words)
        self.tray.show_state(unread, f"{self.tr('WZPDCL Desktop')}\n{words}")

    def refresh(self) -> None:
        """Write everything again: the language or the directory changed."""
        self._show(self.panel.notices)

    def _clicked(self) -> None:
        """The notification was clicked: show what it was about."""
        self._forward()
        if len(self._last) == 1:
            self.open(self._last[0])
        elif self._last:
            self.panel.open()

    def _forward(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _failed(self, error: Exception) -> None:
        log.warning("notices: %s", type(error).__name__)


def _rows_of(notice: Notice, now: int) -> QueueQuery:
    """The list in which the complaints of a notice stand, these on top."""
    feeders = frozenset({notice.feeder} if notice.feeder else ())
    if notice.kind is NoticeKind.NEW:
        return QueueQuery(View.INBOX, now, feeders=feeders, sort=SortKey.CREATED, descending=True)
    if notice.kind is NoticeKind.REOPENED:
        return QueueQuery(View.REOPENED, now, feeders=feeders)
    if notice.kind is NoticeKind.OVERDUE:
        return QueueQuery(View.OVERDUE, now, feeders=feeders, descending=True)
    return QueueQuery(View.ALL, now, feeders=feeders, states=OPEN_STATES)
