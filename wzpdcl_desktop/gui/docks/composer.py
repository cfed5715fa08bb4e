"""Writing to the customer: a message, or the words that go with accepting, resolving or cancelling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.drafts import draft_key, put_before
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.domain.placeholders import filled, first_blank
from wzpdcl_desktop.domain.reference import Canned, Directory
from wzpdcl_desktop.gui.docks.drafts import DraftKeeper
from wzpdcl_desktop.gui.docks.message_box import MessageBox
from wzpdcl_desktop.gui.docks.ready_texts import ReadyTexts
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.language import BANGLA, Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import DANGER_FILLED, PRIMARY, Button
from wzpdcl_desktop.gui.widgets.flow import FlowLayout
from wzpdcl_desktop.services.drafts import Draft

_ICONS = {Action.ACCEPT: "check", Action.RESOLVE: "check-circle", Action.CANCEL: "x"}


class Composer(QWidget):
    """The foot of the detail panel. In every mode the text is a draft of its own, kept until it is sent.

    Attributes:
        confirmed: ``(Action, text, reason id)``: the person wants it done.
        left: Esc: the person goes back to where they came from.
    """

    confirmed = Signal(object, str, str)
    left = Signal()

    def __init__(self, theme: Theme, language: Language, drafts: DraftKeeper) -> None:
        super().__init__()
        self._theme, self._language, self._drafts = theme, language, drafts
        self._directory: Directory | None = None
        self._complaint: int | None = None
        self._action = Action.MESSAGE
        self._proposed = ""
        self._reason_before = ""
        self.box = MessageBox(theme, language)
        self.reason = QComboBox()
        self.confirm = Button(theme, kind=PRIMARY, badge="Ctrl+Enter")
        self.back = Button(theme)
        self._title, self._error = QLabel(), QLabel()
        self._ready = ReadyTexts(theme)
        self._values: dict[str, str] = {}
        self._foot = QWidget()
        self._build()
        self.retranslate()

    @property
    def action(self) -> Action:
        """What the text is for."""
        return self._action

    @property
    def error(self) -> str:
        """What is missing, as shown; empty for nothing."""
        return "" if self._error.isHidden() else self._error.text()

    def ready_texts(self) -> list[Button]:
        """The chips of ready texts that are shown."""
        return self._ready.chips

    def set_directory(self, directory: Directory) -> None:
        """Ready texts and reasons."""
        self._directory = directory
        self._fill_reasons()
        self._fill_chips()

    def set_values(self, values: dict[str, str]) -> None:
        """What the blanks of ready texts stand for in the complaint that is shown."""
        self._values = values
        self._fill_chips()

    def open(self, complaint_id: int | None, action: Action = Action.MESSAGE) -> None:
        """Turn to a complaint and to what is to be written; the draft comes back."""
        self._complaint, self._action, self._proposed = complaint_id, action, ""
        self._reason_before = ""
        self.box.fill("")
        self.reason.setCurrentIndex(0)
        self._error.hide()
        self._show_mode()
        key = "" if complaint_id is None else draft_key(complaint_id, action)
        self._drafts.open(key, self._begun_before)

    def focus(self) -> None:
        """Into the first field."""
        first = self.reason if self._action is Action.CANCEL else self.box.edit
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def sent(self, complaint_id: int, action: Action) -> None:
        """It is on its way: the text is no draft any more."""
        self._drafts.forget(draft_key(complaint_id, action))
        if complaint_id == self._complaint and action is self._action:
            self.box.fill("")
            self.open(complaint_id)

    def give_back(self, complaint_id: int, action: Action, text: str) -> None:
        """A text came back as a draft: show it, before what is being written here."""
        if (complaint_id, action) != (self._complaint, self._action):
            return
        if self.box.text or self._drafts.unsaved:
            # The box knows more than the draft on the disk: what was typed in the last moment.
            self.box.fill(put_before(text, self.box.text))
            self._typed()
        else:
            self._drafts.open(draft_key(complaint_id, action), self._begun_before)

    def _begun_before(self, draft: Draft) -> None:
        """What was begun here before, text and reason; what was typed meanwhile comes after it."""
        if not self.box.text:
            if not self._drafts.unsaved:  # else all of it was deleted meanwhile
                self.box.fill(draft.text)
        elif draft.text:
            self.box.fill(put_before(draft.text, self.box.text))
            self._typed()
        if not self.reason.currentData():
            self._reason_before = draft.choices.get("reason", "")
            self._fill_reasons()

    def set_busy(self, busy: bool) -> None:
        """While it is being stored, it cannot be sent twice."""
        self.confirm.setEnabled(not busy)
        self.box.edit.setReadOnly(busy)

    def complain(self, code: str) -> None:
        """Something is missing; says what, and goes there."""
        self._error.setText(explain(code).line)
        self._error.show()
        field = self.reason if code == "reason" else self.box.edit
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.back.setText(self.tr("Back"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._ready.retranslate()
        self._fill_reasons()
        self._show_mode()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from every field; the text stays as a draft."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """Leave the mode, or the box. The typed text is kept."""
        if self._action is not Action.MESSAGE:
            self.open(self._complaint)
        self._drafts.flush()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.go_back()
        self.left.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(8)
        self._title.setFont(self._theme.font("title"))
        self.reason.setMinimumHeight(32)
        self._error.setProperty("error", True)
        self._error.setWordWrap(True)
        self._error.setFont(self._theme.font("second"))
        self._error.hide()
        foot = FlowLayout(8)
        self._foot.setLayout(foot)
        foot.addWidget(self.confirm)
        foot.addWidget(self.back)
        column.addWidget(self._title)
        column.addWidget(self.reason)
        column.addWidget(self._ready)
        column.addWidget(self.box)
        column.addWidget(self._error)
        column.addWidget(self._foot)
        self._ready.chosen.connect(self._insert)
        self.box.typed.connect(self._typed)
        self.box.confirmed.connect(self._confirm)
        self.box.escaped.connect(self._leave)
        self.confirm.clicked.connect(self._confirm)
        self.back.clicked.connect(self.go_back)
        self.reason.activated.connect(self._reason_chosen)

    def _show_mode(self) -> None:
        action = self._action
        acting = action is not Action.MESSAGE
        titles = {
            Action.ACCEPT: (self.tr("Instruction to the customer"), self.tr("Accept")),
            Action.RESOLVE: (self.tr("Message with the solution (optional)"), self.tr("Mark as resolved")),
            Action.CANCEL: (self.tr("Why it cannot be solved"), self.tr("Confirm cancelling")),
        }
        title, verb = titles.get(action, ("", self.tr("Send")))
        self._title.setText(title)
        self._title.setVisible(acting)
        self._foot.setVisible(acting)
        self.reason.setVisible(action is Action.CANCEL)
        self.box.send.setVisible(not acting)
        self.confirm.set_kind(DANGER_FILLED if action is Action.CANCEL else PRIMARY)
        self.confirm.set_icon_name(_ICONS.get(action, ""))
        self.confirm.setText(verb)
        self.box.set_words(
            self.tr("Write to the customer"), title or self.tr("Message to the customer"), verb
        )
        self._fill_chips()

    def _canned(self) -> list[Canned]:
        if self._directory is None:
            return []
        found = [canned for canned in self._directory.canned if canned.action == self._action.value]
        return sorted(found, key=lambda canned: canned.order)

    def _fill_chips(self) -> None:
        name, bangla = self._language.name, self._language.code == BANGLA
        self._ready.set_texts(
            [(name(one), self._filled(one.text_bn if bangla else one.text)) for one in self._canned()]
        )

    def _filled(self, text: str) -> str:
        """A ready text for this customer; what is not known stays a blank."""
        return filled(text, self._values)

    def _fill_reasons(self) -> None:
        chosen = self.reason.currentData() or self._reason_before
        self.reason.clear()
        self.reason.addItem(self.tr("Choose the reason"), "")
        if self._directory is not None:
            for reason in sorted(self._directory.cancel_reasons.values(), key=lambda r: r.order):
                self.reason.addItem(self._language.name(reason), reason.id)
        self.reason.setCurrentIndex(max(0, self.reason.findData(chosen)))

    def _reason_chosen(self) -> None:
        """Propose the reason's text, unless the person has written an own one."""
        self._reason_before = ""
        self._drafts.chose("reason", str(self.reason.currentData() or ""))
        reason = self._directory.cancel_reasons.get(self.reason.currentData()) if self._directory else None
        if reason is None or self.box.text.strip() not in ("", self._proposed.strip()):
            return
        self._proposed = self._filled(reason.text_bn if self._language.code == BANGLA else reason.text_en)
        self.box.fill(self._proposed)
        self._typed()

    def _insert(self, text: str) -> None:
        self.box.insert(text)
        self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self._error.hide()
        self._drafts.typed(self.box.text)

    def _confirm(self) -> None:
        if self.box.edit.isReadOnly() or self._complaint is None:
            return
        text, reason = self.box.text.strip(), str(self.reason.currentData() or "")
        if self._action is Action.CANCEL and not reason:
            self.complain("reason")
        elif not text and self._action is not Action.RESOLVE:
            self.complain("text")
        elif self.box.too_long:
            self.complain("too_long")
        elif first_blank(text) is not None:
            self.complain("placeholder")
            self.box.select_blank()
        else:
            self._drafts.flush()
            self.confirmed.emit(self._action, text, reason)
