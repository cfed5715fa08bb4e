"""The palette itself: a box over the window, painted by the window, not by the window manager."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from wzpdcl_desktop.domain.complaints import QueueRow
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.palette import entries
from wzpdcl_desktop.gui.palette.delegate import EntryRole
from wzpdcl_desktop.gui.palette.entries import Entry
from wzpdcl_desktop.gui.palette.matching import words_of
from wzpdcl_desktop.gui.palette.results import ResultList

_WIDTH, _TOP, _SEARCH_AFTER_MS = 640, 52, 80
_PAGE = 8


class Palette(QWidget):
    """Search box and grouped results. Enter runs, Esc leaves; the focus goes back to where it was.

    Args:
        window: What it covers.
        why_not: The reason for which an action is disabled now.
        feeders: Ids of the feeders that the queue can be filtered by.
        lists: The officer's own lists.

    Attributes:
        complaint_wanted: A complaint (int) was chosen.
        feeder_wanted: A feeder (str) was chosen.
        officer_wanted: An `Officer` was chosen.
    """

    complaint_wanted = Signal(int)
    feeder_wanted = Signal(str)
    officer_wanted = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        window: QWidget,
        why_not: Callable[[str], str],
        feeders: Callable[[], Iterable[str]],
        lists: Callable[[], Iterable[Entry]] = tuple,
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._why_not, self._feeders, self._lists = why_not, feeders, lists
        self._directory: Directory | None = None
        self._offered: list[Entry] = []
        self._rows: list[QueueRow] = []
        self._searched = ""
        self._run_first = False
        self._focus_before: QWidget | None = None
        self.edit = QLineEdit()
        self.list = ResultList(context.theme)
        self._empty = QLabel()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_AFTER_MS)
        self._build()
        self.hide()
        window.installEventFilter(self)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._typed)
        self.list.clicked.connect(lambda index: self._run(index.data(EntryRole)))
        self._soon.timeout.connect(self._search)

    def toggle(self) -> None:
        """Open, or leave if it is open."""
        if self.isVisible():
            self.leave()
        else:
            self.open()

    def open(self) -> None:
        """Show it over the window, empty, ready to be typed into."""
        self._focus_before = QApplication.focusWidget()
        self.edit.setPlaceholderText(self.tr("Search or type what to do"))
        self.edit.setAccessibleName(self.tr("Search or type what to do"))
        self.list.setAccessibleName(self.tr("Results"))
        self.edit.clear()
        self._rows, self._searched, self._run_first = [], "", False
        self._gather()
        self._fill()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)
        tasks, directory = self._context.tasks, self._context.directory
        tasks.cache(directory.directory, self._take_directory, _without, owner=self, key="directory")

    def leave(self) -> None:
        """Hide, and give the focus back."""
        before, self._focus_before = self._focus_before, None
        self._soon.stop()
        self.hide()
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def shown(self) -> list[Entry]:
        """The entries in their order."""
        return self.list.entries

    @property
    def current(self) -> Entry | None:
        """The entry that Enter runs."""
        return self.list.current

    def changeEvent(self, event: QEvent) -> None:
        """Another language under an open palette: its entries are other words now."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.leave()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window; while typing, keep the keys of the window away from what lies below."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.setGeometry(self._window.rect())
            return False
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box leaves."""
        if not self._box.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window, then draw the box."""
        tokens = self._context.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 130 if self._context.theme.dark else 70))
        painter.setPen(QPen(tokens.btn, 1))
        painter.setBrush(tokens.surface)
        painter.drawRoundedRect(QRectF(self._box.geometry()).adjusted(-0.5, -0.5, 0.5, 0.5), 6, 6)

    def resizeEvent(self, event: object) -> None:
        """The box keeps its place at the top of the window."""
        self._place()

    def _build(self) -> None:
        theme = self._context.theme
        self._box = QWidget(self)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        self.edit.setFont(theme.font("body"))
        self.edit.setProperty("tall", True)
        self._empty.setProperty("quiet", True)
        self._empty.setContentsMargins(8, 10, 8, 12)
        self._empty.setWordWrap(True)
        theme.changed.connect(self.update)

    def _place(self) -> None:
        width = min(_WIDTH, self.width() - 40)
        lines = self.list.lines_height
        room = self.height() - 2 * _TOP
        height = 40 + 30 + (lines if lines else self._empty.sizeHint().height() + 4)
        self._box.setGeometry((self.width() - width) // 2, _TOP, width, max(90, min(height, room, 560)))
        self.update()

    # ---------------------------------------------------------------- what is offered

    def _gather(self) -> None:
        context = self._context
        self._offered = entries.action_entries(context.actions, context.language, self._why_not)
        self._offered += self._lists()
        if self._directory is not None:
            names, language = self._directory, context.language
            self._offered += entries.feeder_entries(names, language, self._feeders(), self.feeder_wanted.emit)
            self._offered += entries.officer_entries(names, language, self.officer_wanted.emit)

    def _take_directory(self, directory: Directory) -> None:
        if directory is not self._directory:
            self._directory = directory
            self._gather()
            self._fill()

    def _typed(self) -> None:
        self._rows, self._run_first = [], False
        self._fill()
        self._soon.start()

    def _search(self) -> None:
        """Look for complaints by what is typed; nothing is looked for by a single letter."""
        search = self.edit.text().strip()
        if len(search) < 2:
            self._searched = search
            return
        context = self._context

        def found(rows: list[QueueRow]) -> None:
            self._searched = search
            if search != self.edit.text().strip() or not self.isVisible():
                return
            self._rows = rows
            self._fill()
            if self._run_first:
                self._run_first = False
                self._run(self.current)

        context.tasks.cache(
            partial(entries.find_complaints, context.complaints, context.clock, search),
            found,
            _without,
            owner=self,
            key="complaints",
        )

    def _fill(self) -> None:
        """Write the lines anew; the same one stays chosen."""
        kept = self.current.title if self.current is not None else None
        chosen = entries.choose(words_of(self.edit.text()), self._offered)
        if self._rows and self._directory is not None:
            context = self._context
            chosen += entries.complaint_entries(
                self._rows, self._directory, context.language, self.complaint_wanted.emit
            )
        self.list.fill(chosen)
        self.list.setVisible(bool(chosen))
        self._empty.setVisible(not chosen)
        self._empty.setText(self.tr("Nothing found. Try a name, a number or another word."))
        titles = [entry.title for entry in chosen]
        # What was typed decides; what comes later only adds to it.
        same = kept in titles and bool(self._rows)
        self.list.choose(titles.index(kept) if same and kept is not None else 0)
        self._speak()
        self._place()

    # ---------------------------------------------------------------- keys

    def _key(self, event: QKeyEvent) -> bool:
        """What a key does in the box; False leaves it to the box."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        if key in steps:
            self.list.step(steps[key])
            self._speak()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape or (control and key == Qt.Key.Key_K):
            self.leave()
        else:
            return False
        return True

    def _enter(self) -> None:
        """Run; if the complaints are still being looked for and nothing else fits, run the first of them."""
        search = self.edit.text().strip()
        if self.current is None and len(search) > 1 and self._searched != search:
            self._run_first = True
        else:
            self._run(self.current)

    def _run(self, entry: Entry | None) -> None:
        if entry is not None and entry.run is not None:
            self.leave()  # first: what runs may want the focus for itself
            entry.run()

    def _speak(self) -> None:
        """A screen reader in the box hears what is chosen below it."""
        entry = self.current
        self.edit.setAccessibleDescription(self._empty.text() if entry is None else entry.spoken)


def _without(_error: Exception) -> None:
    """The palette works without what could not be read; the queue says what is wrong."""
