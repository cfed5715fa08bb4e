"""The list of notices that opens below the bell."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.notices import Notice
from wzpdcl_desktop.gui.docks.panel_empty import PanelEmpty
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notices.delegate import ROW, NoticeDelegate, NoticeRole, WhenRole, WhereRole
from wzpdcl_desktop.gui.notices.words import NoticeWords
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.tip import tip

_WIDTH, _HEAD, _EMPTY, _MARGIN = 396, 45, 230, 8


class NoticePanel(QFrame):
    """Lies over the window, below the bell. Enter opens a notice, the space bar marks it read, Esc leaves.

    Attributes:
        chosen: The officer wants to see what a `Notice` is about.
        read: These notices (a list of numbers) are read; None for all.
        list, all_read: Its parts.
    """

    chosen = Signal(object)
    read = Signal(object)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        clock: Clock,
        words: NoticeWords,
        bell: QWidget,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._language, self._clock, self._words = language, clock, words
        self._bell, self._window = bell, window
        self._notices: tuple[Notice, ...] = ()
        self._focus_before: QWidget | None = None
        self._title = QLabel()
        self.all_read = Button(theme, "", LINK, small=True)
        self._empty = PanelEmpty(theme)
        self.list = QListView()
        self._model = QStandardItemModel(self)
        self._build(theme)
        self.hide()
        window.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.all_read.clicked.connect(lambda: self.read.emit(None))
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.retranslate()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is listed, newest first."""
        return self._notices

    @property
    def empty_text(self) -> str:
        """What it says where there is no notice; empty while there are some."""
        return "" if self._empty.isHidden() else self._empty.fact

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """List these, newest first; the choice stays where it was."""
        current = self.list.currentIndex().data(NoticeRole)
        self._notices = tuple(notices)
        self._model.clear()
        now = self._clock.now()
        for place, notice in enumerate(self._notices):
            item = QStandardItem(self._words.headline(notice))
            item.setData(notice, NoticeRole)
            item.setData(self._words.where(notice), WhereRole)
            item.setData(self._language.day_time(notice.at, now), WhenRole)
            item.setData(self._words.spoken(notice, now), Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(tip(f"{self._words.headline(notice)}\n{self._words.where(notice)}"))
            self._model.appendRow(item)
            if current is not None and current.number == notice.number:
                self.list.setCurrentIndex(self._model.index(place, 0))
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._empty.setVisible(not self._notices)
        self.list.setVisible(bool(self._notices))
        self.all_read.setVisible(any(not one.read for one in self._notices))
        self._place()

    def toggle(self) -> None:
        """Open, or leave if it is open."""
        if self.isVisible():
            self.leave()
        else:
            self.open()

    def open(self) -> None:
        """Show it, with the newest notice chosen."""
        self._focus_before = QApplication.focusWidget()
        self.show_notices(self._notices)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.scrollToTop()
        self.show()
        self.raise_()
        target: QWidget = self.list if self._notices else self
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Hide, and give the focus back."""
        before, self._focus_before = self._focus_before, None
        self.hide()
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.setAccessibleName(self.tr("Notices"))
        self._title.setText(self.tr("Notices"))
        self.list.setAccessibleName(self.tr("Notices"))
        self.all_read.setText(self.tr("Mark all as read"))
        self._empty.set(
            "bell",
            self.tr("No notices"),
            self.tr("New, overdue and reopened complaints and customers' messages are told here."),
        )
        self.show_notices(self._notices)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place below the bell; the keys of the list."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Space:
                notice = self.list.currentIndex().data(NoticeRole)
                if notice is not None:
                    self.read.emit([notice.number])
                return True
        return False

    def _choose(self, index: QModelIndex) -> None:
        notice = index.data(NoticeRole)
        if notice is not None and self.isVisible():
            self._focus_before = None  # the focus goes to what opens
            self.hide()
            self.chosen.emit(notice)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Who goes on elsewhere in the window does not need the list any more."""
        if now is None or not self.isVisible() or now.window() is not self.window():
            return
        if now not in (self, self._bell) and not self.isAncestorOf(now):
            self._focus_before = None
            self.hide()

    def _place(self) -> None:
        below = self._bell.mapTo(self._window, QPoint(self._bell.width(), self._bell.height() + 4))
        width = min(_WIDTH, self._window.width() - 2 * _MARGIN)
        left = max(_MARGIN, min(below.x() - width + 48, self._window.width() - width - _MARGIN))
        wanted = _HEAD + (len(self._notices) * ROW if self._notices else _EMPTY) + 2
        height = min(wanted, self._window.height() - below.y() - 36)
        self.setGeometry(left, below.y(), width, height)

    def _build(self, theme: Theme) -> None:
        self.setObjectName("popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title.setFont(theme.font("control"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(NoticeDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 10, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self.all_read)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        theme.changed.connect(self.list.viewport().update)
