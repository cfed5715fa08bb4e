"""One complaint: what it is, what happened, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import Queued, TakenBack
from wzpdcl_desktop.domain.complaints import ComplaintDetail, History, Mark
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.complaint_actions import ComplaintActions, texts_of
from wzpdcl_desktop.gui.docks.complaint_copies import ComplaintCopies
from wzpdcl_desktop.gui.docks.detail_view import DetailView
from wzpdcl_desktop.gui.docks.digit_keys import DigitKeys
from wzpdcl_desktop.gui.docks.drafts import DraftKeeper
from wzpdcl_desktop.gui.docks.panel_empty import PanelEmpty
from wzpdcl_desktop.gui.docks.trail import Trail
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder
from wzpdcl_desktop.gui.models.row_text import RowText

_MINUTE = 60_000
_ACTIONS = (Action.ACCEPT, Action.MESSAGE, Action.RESOLVE, Action.CANCEL)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What is read of a complaint in one go."""

    detail: ComplaintDetail
    allowed: dict[Action, str | None]
    history: History


class DetailPanel(QWidget):
    """Shows the complaint of `show_complaint`, follows its changes, and acts on it.

    Args:
        open_url: Opens a ``tel:`` address; the system's program by default.

    Attributes:
        queued: A `Queued`: the officer acted; offer to undo it with `undo`.
        undone: The complaint (int) whose command was taken back.
        shown: Another complaint (int) is shown, or None.
        wanted: The officer goes to work on the complaint: bring the panel to the front.
        left: Esc: the officer wants to go back to the list.
        reassign_wanted: The officer wants to give the complaint (int) to somebody else.
        decision_wanted: The officer wants to decide on what the server did not take of the complaint (int).
    """

    queued = Signal(object)
    undone = Signal(int)
    shown = Signal(object)
    wanted = Signal()
    left = Signal()
    reassign_wanted = Signal(int)
    decision_wanted = Signal(int)

    def __init__(
        self,
        context: DeskContext,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self._context = context
        self._id: int | None = None
        self._chosen = 0
        self._detail: ComplaintDetail | None = None
        self._history = History()
        self._allowed: dict[Action, str | None] = {}
        self._reading = False
        self._wish: Callable[[], None] | None = None
        self.directory = DirectoryHolder(context.directory, context.tasks, context.notifier, self)
        text = RowText(context.language, context.clock, self.directory)
        self.acting = ComplaintActions(context, self)
        self.trail = Trail(self)
        self._drafts = DraftKeeper(context.drafts, context.tasks, self)
        self.view = view = DetailView(context, text, self._drafts)
        self.copies = ComplaintCopies(context.actions, text, open_url, self)
        self.head, self.facts, self.timeline = view.head, view.facts, view.timeline
        self.composer, self.error = view.composer, view.error
        self.empty = PanelEmpty(context.theme)
        self._stack = QStackedWidget()
        self._minute = QTimer(self)
        self._build()
        self._connect()
        self._show_empty()

    @property
    def complaint_id(self) -> int | None:
        """The complaint that is shown."""
        return self._id

    def show_complaint(self, complaint_id: int | None) -> None:
        """Show another complaint, or none. What is being typed is kept as its draft."""
        self.trail.clear()
        self._turn_to(complaint_id)

    def visit(self, complaint_id: int) -> None:
        """Show another complaint of the customer, with a way back."""
        if self._id is not None and complaint_id != self._id:
            self.trail.push(self._id)
            self._turn_to(complaint_id)

    def go_back(self) -> None:
        """One step of the way back."""
        complaint_id = self.trail.pop()
        if complaint_id is not None:
            self._turn_to(complaint_id)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, complaint_id: int | None) -> None:
        if complaint_id == self._id:
            return
        self._id, self._detail = complaint_id, None
        self._reading, self._wish = complaint_id is not None, None
        self.shown.emit(complaint_id)
        self.error.hide()
        self.composer.open(complaint_id)
        self._set_allowed({})
        if complaint_id is None:
            self._drafts.flush()
            self._show_empty()
            return
        self._context.actions.get("complaint.decide").setEnabled(True)
        self._load()
        context = self._context
        context.tasks.cache(
            lambda: context.complaints.mark_opened(complaint_id),
            lambda was_unread: self._opened(complaint_id, was_unread),
            self._failed,
            owner=self,
        )

    def show_chosen(self, count: int) -> None:
        """Several complaints are selected in the list: none of them is shown."""
        self._chosen = count
        if self._id is None:
            self._show_empty()

    def undo(self, command_id: str) -> None:
        """Take an action back that was not sent yet."""
        self.acting.undo(command_id)

    def take_back(self, taken: TakenBack) -> None:
        """Commands were taken back, here or in the outbox: their texts are drafts again."""
        for text in reversed(texts_of(taken)):
            self.composer.give_back(*text)
        if taken.commands:
            self.undone.emit(taken.commands[0].complaint_id)

    def keep_draft(self) -> None:
        """Keep what was typed in the last moment: the window is about to close."""
        self._drafts.flush()

    def open(self) -> None:
        """Go to work on the complaint: to its message box, or where nothing may be written, to the panel."""
        self.wanted.emit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin(Action.MESSAGE)

    def begin(self, action: Action) -> None:
        """Turn the composer to an action and go there; once the complaint is read, if it is being read."""
        if self._later(lambda: self.begin(action)):
            return
        if self._detail is None or self._allowed.get(action, "state") is not None:
            return
        self.wanted.emit()
        if self.composer.action is not action:
            self.composer.open(self._id, action)
        self.composer.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back, and in the end to the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.trail.back_to is not None:
            self.go_back()
        else:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.setMinimumWidth(300)

    def _connect(self) -> None:
        context = self._context
        for action in _ACTIONS:
            context.actions.get(f"complaint.{action.value}").triggered.connect(
                lambda _checked=False, action=action: self.begin(action)
            )
        context.actions.get("complaint.reassign").triggered.connect(self._reassign)
        context.actions.get("complaint.decide").triggered.connect(self._decide)
        self.composer.confirmed.connect(self._confirm)
        self.composer.left.connect(self.left)
        self.acting.queued.connect(self._queued)
        self.acting.failed.connect(self._failed)
        self.acting.taken_back.connect(self.take_back)
        self._drafts.failed.connect(self._failed)
        self.directory.changed.connect(self._directory_changed)
        context.notifier.changed.connect(self._on_changed)
        context.notifier.link.connect(self._follow_line)
        context.notifier.progress.connect(self._follow_line)
        context.actions.get("complaint.back").triggered.connect(self.go_back)
        self.facts.history.wanted.connect(self.visit)
        self.trail.changed.connect(self._follow_trail)
        self._follow_trail()
        self.trail.left.connect(self._turn_to)
        DigitKeys(context.actions, self).watch(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._minute_passed)
        self._minute_passed()

    def _follow_line(self, _state: object) -> None:
        # A method, not a lambda: the notifier outlives the panel, and lets go of a method's object by itself.
        self._show()

    def _follow_trail(self) -> None:
        self.view.show_way_back(self.trail.back_to)
        self._context.actions.get("complaint.back").setEnabled(self.trail.back_to is not None)

    def _load(self) -> None:
        number, context = self._id, self._context
        if number is None:
            return

        def work() -> _Loaded | None:
            detail = context.complaints.detail(number)
            if detail is None:
                return None
            service = context.complaints
            return _Loaded(detail, service.allowed(detail.row), service.history(detail))

        context.tasks.cache(work, self._loaded, self._not_loaded, owner=self, key="detail")

    def _later(self, act: Callable[[], None]) -> bool:
        """Whether ``act`` has to wait until the complaint is read.

        The first wish counts: had it been done at once, the next keys would have been text.
        """
        if self._reading and self._wish is None:
            self._wish = act
        return self._reading

    def _not_loaded(self, error: Exception) -> None:
        self._reading, self._wish = False, None
        if self._detail is None:
            self._set_allowed({})
            self._context.actions.get("complaint.decide").setEnabled(False)
        self._failed(error)

    def _loaded(self, answer: _Loaded | None) -> None:
        if self._id is None or (answer is not None and answer.detail.row.id != self._id):
            return  # another one was selected meanwhile
        wish, self._reading, self._wish = self._wish, False, None
        if answer is None:
            self._detail = None
            self._set_allowed({})
            self._show_empty(gone=True)
            return
        other = self._detail is None
        self._detail, self._history = answer.detail, answer.history
        self._set_allowed(answer.allowed)
        self._show()
        if other:
            self.view.to_top()
        if wish is not None:
            wish()

    def _show(self) -> None:
        if self._reading and self._detail is None:
            return  # its answer is on the way and is shown then
        if self._detail is None:
            self._show_empty()
            return
        self._context.actions.get("complaint.decide").setEnabled(self._undecided)
        may_write = any(self._allowed.get(action, "state") is None for action in _ACTIONS)
        self.view.show_detail(self._detail, self._allowed, self._history, writable=may_write)
        self._stack.setCurrentWidget(self.view)

    def _show_empty(self, gone: bool = False) -> None:
        self._context.actions.get("complaint.decide").setEnabled(False)
        if gone:
            words = explain("gone")
            self.empty.set("folder-open", words.title, words.remedy)
        elif self._chosen:
            self.empty.set(
                "check-square",
                self.tr("%Ln complaints selected", "", self._chosen),
                self.tr("What you choose above the list is done to all of them. Esc selects one again."),
            )
        else:
            self.empty.set(
                "hand-pointing",
                self.tr("No complaint selected"),
                self.tr("Choose one in the list, with the mouse or the arrow keys."),
            )
        self._stack.setCurrentWidget(self.empty)

    def _set_allowed(self, allowed: dict[Action, str | None]) -> None:
        self._allowed = allowed
        me = self._context.me
        for action in (*_ACTIONS, Action.REASSIGN):
            # While the complaint is read nobody knows yet: a disabled action would swallow the key.
            unknown = self._reading and me.rule(action) is not None
            possible = unknown or allowed.get(action, "state") is None
            self._context.actions.get(f"complaint.{action.value}").setEnabled(possible)
        self.copies.set_detail(self._detail)

    def why_not(self, action: Action) -> str:
        """Why an action cannot be done to the complaint that is shown; empty if there is nothing to say."""
        if self._detail is None:
            return self.tr("No complaint selected")
        reason = self._allowed.get(action)
        return explain(reason).line if reason else ""

    def _opened(self, complaint_id: int, was_unread: bool) -> None:
        if was_unread:
            self._context.notifier.on_changes(ChangeSet.of("complaint", [complaint_id]), self)

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        shown = {self._id, *(row.id for row in self._history.rows)}
        mine = not shown.isdisjoint(changes.of_entity("complaint"))
        if changes.everything or mine or changes.touches("outbox") or changes.touches("me"):
            self._load()

    def _reassign(self) -> None:
        if self._later(self._reassign):
            return
        if self._id is not None and self._allowed.get(Action.REASSIGN, "state") is None:
            self.reassign_wanted.emit(self._id)

    @property
    def _undecided(self) -> bool:
        return self._detail is not None and self._detail.row.mark in (Mark.CONFLICT, Mark.FAILED)

    def _decide(self) -> None:
        if self._later(self._decide):
            return
        if self._id is not None and self._undecided:
            self.decision_wanted.emit(self._id)

    def _confirm(self, action: Action, text: str, reason: str) -> None:
        if self._id is None:
            return
        self.error.hide()
        self.composer.set_busy(True)
        self.acting.do(action, self._id, text, reason)

    def _queued(self, queued: Queued) -> None:
        self.composer.set_busy(False)
        self.composer.sent(queued.complaint_id, Action(queued.type.value.removeprefix("complaint.")))
        self.queued.emit(queued)

    def _failed(self, error: Exception) -> None:
        """Nothing was done: the text stays where it is, and the banner says what to do."""
        self.composer.set_busy(False)
        self.error.set("breached", explain(error).line, self.tr("Close"), self.error.hide)
        self.error.show()

    def _directory_changed(self) -> None:
        self.composer.set_directory(self.directory.value)
        self._show()

    def _minute_passed(self) -> None:
        """The clock in the chip goes on."""
        self.head.refresh()
        self._minute.start(_MINUTE - self._context.clock.now() % _MINUTE)
