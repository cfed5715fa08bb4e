"""The outbox: what is not settled with the server, in order, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import CommandState, OutboxItem, TakenBack
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.complaint_actions import changes_of
from wzpdcl_desktop.gui.docks.complaint_corrections import correct
from wzpdcl_desktop.gui.docks.detail_facts import Line
from wzpdcl_desktop.gui.docks.outbox_delegate import OutboxDelegate
from wzpdcl_desktop.gui.docks.panel_empty import PanelEmpty
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder
from wzpdcl_desktop.gui.models.outbox_model import OutboxModel
from wzpdcl_desktop.gui.models.outbox_text import OutboxText, Verb, main_verb, verbs
from wzpdcl_desktop.gui.widgets.banner import Banner
from wzpdcl_desktop.gui.widgets.buttons import Button


class OutboxPanel(QWidget):
    """Lists the outbox. Enter does the verb of a row, Space holds and resumes, Delete takes it out.

    Args:
        confirm: Asks whether to throw something away: ``(title, text, verb) -> bool``.
        choose_file: Asks where to write: ``(title, proposed name) -> path``, empty for nowhere.

    Attributes:
        complaint_wanted: The complaint (int) behind a row was asked for.
        taken_back: A `TakenBack`: texts that are drafts again.
        decision_wanted: The officer wants to decide on the command with this id.
    """

    complaint_wanted = Signal(int)
    taken_back = Signal(object)
    decision_wanted = Signal(str)

    def __init__(
        self,
        context: DeskContext,
        confirm: Callable[[str, str, str], bool] | None = None,
        choose_file: Callable[[str, str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("outbox")
        self._context = context
        self._ask = confirm or self._ask_in_dialog
        self._choose_file = choose_file or self._choose_in_dialog
        theme, language = context.theme, context.language
        directory = DirectoryHolder(context.directory, context.tasks, context.notifier, self)
        self._text = OutboxText(language, directory)
        self.model = OutboxModel(
            context.outbox, context.complaints, context.tasks, context.notifier, self._text, self
        )
        self._delegate = OutboxDelegate(theme, language, self._text, self)
        self.list = QListView()
        self.empty = PanelEmpty(theme)
        self.error = Banner(theme, "breached")
        self.export_button = Button(theme, icon="download-simple", small=True)
        self._title, self._count, self._stack = QLabel(), QLabel(), QStackedWidget()
        self._build()
        directory.changed.connect(self.list.viewport().update)
        theme.changed.connect(self.list.viewport().update)
        self.retranslate()

    def act(self, verb: Verb, item: OutboxItem) -> None:
        """Do something about a command."""
        context, command = self._context, item.command
        if verb is Verb.COPY:
            QGuiApplication.clipboard().setText(str(command.args.get("text") or ""))
        elif verb is Verb.DECIDE:
            self.decision_wanted.emit(command.command_id)
        elif verb is Verb.TAKE_BACK:
            self._run(partial(context.outbox.undo, command.command_id), self._taken)
        elif verb is Verb.CORRECT:
            self._run(partial(correct, context, item), partial(self._corrected, command.complaint_id))
        elif verb is Verb.DISCARD:
            if self._sure(item):
                self._run(partial(context.outbox.discard, command.command_id), self._discarded)
        else:
            work = {
                Verb.HOLD: context.outbox.hold,
                Verb.RESUME: context.outbox.resume,
                Verb.RETRY: context.outbox.retry,
            }
            self._run(partial(work[verb], command.command_id), partial(self._changed, item))

    def export(self) -> None:
        """Write everything to a JSON file that the officer chooses."""
        path = self._choose_file(self.tr("Export the outbox"), "outbox.json")
        if path:
            self._run(partial(self._context.outbox.export, Path(path)), self._exported)

    def menu_for(self, item: OutboxItem) -> QMenu:
        """All that can be done about a command."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show the complaint")).triggered.connect(
            partial(self.complaint_wanted.emit, item.command.complaint_id)
        )
        menu.addSeparator()
        for verb in verbs(item):
            menu.addAction(self._text.verb(verb)).triggered.connect(partial(self.act, verb, item))
        return menu

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self._title.setText(self.tr("Outbox: in the order of sending"))
        self.export_button.setText(self.tr("Export"))
        self.list.setAccessibleName(self.tr("Outbox"))
        self.empty.set(
            "paper-plane-tilt",
            self.tr("Outbox empty"),
            self.tr("Everything you did has reached the server."),
        )
        self.model.words_changed()
        self._loaded()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The verbs by key, before the list takes Space and Ctrl+C for itself."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self._current()
            return item is not None and self._key(event, item)
        return False

    def _key(self, event: QKeyEvent, item: OutboxItem) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do_main(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Space:
            self._do_first((Verb.RESUME, Verb.HOLD), verbs(item), item)
        elif key == Qt.Key.Key_Delete:
            self._do_first((Verb.TAKE_BACK, Verb.DISCARD), verbs(item), item)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.act(Verb.COPY, item)
        else:
            return False
        return True

    def _build(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        theme = self._context.theme
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 4, 12, 4)
        bar.setSpacing(8)
        self._title.setFont(theme.font("control"))
        self._count.setFont(theme.font("control"))
        self._count.setProperty("quiet", True)
        bar.addWidget(self._title)
        bar.addStretch(1)
        bar.addWidget(self._count)
        bar.addWidget(self.export_button)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.installEventFilter(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Line(theme))
        column.addWidget(self.error)
        column.addWidget(self._stack, 1)
        self.error.hide()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.export_button.clicked.connect(self.export)
        self._delegate.verb_clicked.connect(self._do_main)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.doubleClicked.connect(lambda index: self._show_complaint(index.row()))
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._failed)

    def _current(self) -> OutboxItem | None:
        row = self.list.currentIndex().row()
        return self.model.entries[row].item if 0 <= row < len(self.model.entries) else None

    def _do_main(self, row: int) -> None:
        item = self.model.entries[row].item
        verb = main_verb(item)
        if verb is not None:
            self.act(verb, item)

    def _do_first(self, wanted: tuple[Verb, ...], offered: tuple[Verb, ...], item: OutboxItem) -> None:
        verb = next((verb for verb in wanted if verb in offered), None)
        if verb is not None:
            self.act(verb, item)

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self.menu_for(self.model.entries[index.row()].item).popup(self.list.viewport().mapToGlobal(at))

    def _show_complaint(self, row: int) -> None:
        self.complaint_wanted.emit(self.model.entries[row].item.command.complaint_id)

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self.error.hide()
        self._context.tasks.cache(work, done, self._failed, owner=self)

    def _taken(self, taken: object) -> None:
        if isinstance(taken, TakenBack):
            self.taken_back.emit(taken)
            self._context.notifier.on_changes(changes_of(taken), self)

    def _discarded(self, taken: object) -> None:
        if isinstance(taken, TakenBack):
            self._context.notifier.on_changes(changes_of(taken), self)

    def _corrected(self, complaint_id: int, taken: object) -> None:
        """The text is back in the message box of the complaint: go there."""
        self._taken(taken)
        self.complaint_wanted.emit(complaint_id)

    def _changed(self, item: OutboxItem, _nothing: object) -> None:
        changes = ChangeSet(
            {
                "outbox": frozenset({item.command.command_id}),
                "complaint": frozenset({item.command.complaint_id}),
            }
        )
        self._context.notifier.on_changes(changes, self)

    def _exported(self, count: object) -> None:
        number = self._context.language.digits(str(count))
        self.error.set(
            "quiet", self.tr("{0} written to the file").format(number), self.tr("Close"), self.error.hide
        )
        self.error.show()

    def _failed(self, error: Exception) -> None:
        self.error.set("breached", explain(error).line, self.tr("Close"), self.error.hide)
        self.error.show()

    def _loaded(self) -> None:
        count = len(self.model.entries)
        self._count.setText(self.tr("{0} in all").format(self._context.language.number(count)))
        self._count.setVisible(count > 0)
        self.export_button.setEnabled(count > 0)
        self._stack.setCurrentWidget(self.list if count else self.empty)

    def _sure(self, item: OutboxItem) -> bool:
        held = item.state is CommandState.HELD
        text = (
            self.tr("It will not be sent, and what you did after it on this complaint goes with it.")
            if held
            else self.tr("The customer does not get it. The complaint stays as the server has it.")
        )
        title = self.tr("Discard: {0}?").format(self._text.title(item))
        return self._ask(title, text, self.tr("Discard"))

    def _ask_in_dialog(self, title: str, text: str, verb: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=self)
        box.setInformativeText(text)
        yes = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton(self.tr("Back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        box.exec()
        return box.clickedButton() is yes

    def _choose_in_dialog(self, title: str, name: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, title, name, "JSON (*.json)")
        return path
