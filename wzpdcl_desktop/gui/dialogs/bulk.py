"""One action on the chosen complaints: one text for all, a result for each, the failed ones once more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QProgressBar, QWidget

from wzpdcl_desktop.domain.commands import Order
from wzpdcl_desktop.domain.drafts import draft_key
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.domain.placeholders import OF_COMPLAINT, first_blank
from wzpdcl_desktop.domain.reference import Canned, Directory
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.docks.drafts import DraftKeeper
from wzpdcl_desktop.gui.docks.message_box import MessageBox
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.language import BANGLA
from wzpdcl_desktop.gui.widgets.buttons import DANGER_FILLED, PRIMARY, Button
from wzpdcl_desktop.services.bulk import BulkRun
from wzpdcl_desktop.services.drafts import Draft
from wzpdcl_desktop.services.ready_texts import Filler


def bulk_draft_key(action: Action) -> str:
    """The name of the draft of a text for many."""
    return f"bulk:{action.value}"


class BulkDialog(DialogFrame):
    """Asks for the text, goes through the complaints, and names those where it did not work.

    It closes by itself when all are done. Closing it while it runs stops it; what is done stays done.

    Attributes:
        ended: The `BulkRun`, when the dialog closes after at least one complaint was tried.
    """

    ended = Signal(object)

    def __init__(
        self, context: DeskContext, action: Action, ids: list[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, parent)
        self._context, self._action, self._ids = context, action, ids
        self._directory: Directory | None = None
        self._run: BulkRun | None = None
        self._stopped = False
        self._proposed = ""
        self._drafts = DraftKeeper(context.drafts, context.tasks, self)
        #: What is asked about one complaint is begun for it alone.
        self._key = draft_key(ids[0], action) if len(ids) == 1 else bulk_draft_key(action)
        self._before = Draft()
        self.reason, self.feeder, self.officer = QComboBox(), QComboBox(), QComboBox()
        self.ready = QComboBox()
        self.box = MessageBox(context.theme, context.language)
        self.error = QLabel()
        self.progress = QProgressBar()
        self.results = QListWidget()
        self.close_button = self.add_button(Button(context.theme))
        kind = DANGER_FILLED if action is Action.CANCEL else PRIMARY
        self.confirm = self.add_button(Button(context.theme, kind=kind, badge="Ctrl+Enter"))
        self._build()
        self._write()
        self.finished.connect(self._closed)
        self._drafts.open(self._key, self._begun_before)
        context.tasks.cache(context.directory.directory, self._fill, self._failed, owner=self)

    @property
    def running(self) -> bool:
        """Whether complaints are being gone through."""
        return self._run is not None and bool(self._run.waiting) and not self._stopped

    def stop(self) -> None:
        """Leave the rest as it is."""
        self._stopped = True

    def reject(self) -> None:
        """Esc or the button: while it runs, stop; else close."""
        if self.running:
            self.stop()
        else:
            super().reject()

    def _build(self) -> None:
        for box in (self.reason, self.feeder, self.officer, self.ready):
            box.setMinimumHeight(32)
            self.column.addWidget(box)
        self.reason.setVisible(self._action is Action.CANCEL)
        self.feeder.setVisible(self._action is Action.REASSIGN)
        self.officer.setVisible(self._action is Action.REASSIGN)
        self.ready.hide()
        self.box.send.hide()
        self.box.filled_later = OF_COMPLAINT
        self.error.setProperty("error", True)
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.hide()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.results.setMaximumHeight(160)
        self.results.setWordWrap(True)
        self.results.hide()
        for part in (self.box, self.error, self.progress, self.results):
            self.column.addWidget(part)
        self.box.typed.connect(self._typed)
        self.box.confirmed.connect(self.start)
        self.box.escaped.connect(self.reject)
        self.confirm.clicked.connect(self.start)
        self.close_button.clicked.connect(self.reject)
        self.reason.activated.connect(self._reason_chosen)
        for name, box in (("reason", self.reason), ("feeder", self.feeder), ("officer", self.officer)):
            box.activated.connect(partial(self._chose, name, box))
        self.feeder.currentIndexChanged.connect(self._offer_officers)
        self.ready.activated.connect(self._ready_chosen)

    def _write(self) -> None:
        count = len(self._ids)
        headings = {
            Action.ACCEPT: self.tr("Accept %Ln complaint(s)", "", count),
            Action.MESSAGE: self.tr("Message to the customer(s) of %Ln complaint(s)", "", count),
            Action.RESOLVE: self.tr("Mark %Ln complaint(s) as resolved", "", count),
            Action.CANCEL: self.tr("Cancel %Ln complaint(s)", "", count),
            Action.REASSIGN: self.tr("Reassign %Ln complaint(s)", "", count),
        }
        words = {
            Action.REASSIGN: self.tr("Why it is reassigned"),
            Action.CANCEL: self.tr("Why it cannot be solved"),
            Action.ACCEPT: self.tr("Instruction to the customer"),
        }
        verbs = {
            Action.ACCEPT: self.tr("Accept"),
            Action.MESSAGE: self.tr("Send"),
            Action.RESOLVE: self.tr("Mark as resolved"),
            Action.CANCEL: self.tr("Confirm cancelling"),
            Action.REASSIGN: self.tr("Reassign"),
        }
        self.set_heading(headings[self._action])
        text, verb = words.get(self._action, self.tr("Message to the customer")), verbs[self._action]
        self.box.set_words(text, text, verb)
        self.confirm.setText(verb)
        self.close_button.setText(self.tr("Back"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.feeder.setAccessibleName(self.tr("New feeder"))
        self.officer.setAccessibleName(self.tr("New officer"))
        self.ready.setAccessibleName(self.tr("Ready texts"))
        self.results.setAccessibleName(self.tr("Not done"))
        self.progress.setAccessibleName(self.tr("Progress"))

    def _fill(self, directory: Directory) -> None:
        self._directory = directory
        name, office = self._context.language.name, self._context.me.office
        self.reason.addItem(self.tr("Choose the reason"), "")
        for reason in sorted(directory.cancel_reasons.values(), key=lambda one: one.order):
            self.reason.addItem(name(reason), reason.id)
        self.feeder.addItem(self.tr("Feeder stays as it is"), "")
        for feeder in sorted(directory.feeders.values(), key=name):
            if feeder.office == office:
                self.feeder.addItem(name(feeder), feeder.id)
        self._offer_officers()
        self._choose_as_before()
        canned = sorted((c for c in directory.canned if c.action == self._action.value), key=_order)
        self.ready.addItem(self.tr("Choose a ready text"), "")
        for one in canned:
            text = one.text_bn if self._context.language.code == BANGLA else one.text
            self.ready.addItem(name(one), text)
        self.ready.setVisible(bool(canned))
        first = next((box for box in (self.reason, self.feeder) if not box.isHidden()), None)
        (first or self.box.edit).setFocus(Qt.FocusReason.TabFocusReason)

    def _begun_before(self, draft: Draft) -> None:
        """What was begun before, text and choices."""
        self.box.fill(draft.text)
        self._before = draft
        self._choose_as_before()

    def _choose_as_before(self) -> None:
        for name, box in (("reason", self.reason), ("feeder", self.feeder), ("officer", self.officer)):
            place = box.findData(self._before.choices.get(name, ""))
            if place > 0 and not box.currentData():
                box.setCurrentIndex(place)

    def _chose(self, name: str, box: QComboBox, _place: int) -> None:
        self._drafts.chose(name, str(box.currentData() or ""))

    def _offer_officers(self) -> None:
        """Those of the office; with a new feeder its in-charge is who looks after it unless chosen."""
        if self._directory is None:
            return
        name, chosen = self._context.language.name, self.officer.currentData()
        feeder = self._directory.feeders.get(str(self.feeder.currentData() or ""))
        incharge = self._directory.officers.get(feeder.incharge or "") if feeder else None
        if incharge is not None:
            unchanged = self.tr("In-charge of the feeder: {0}").format(name(incharge))
        elif feeder is not None:
            unchanged = self.tr("Nobody in particular")
        else:
            unchanged = self.tr("Officer stays as they are")
        self.officer.clear()
        self.officer.addItem(unchanged, "")
        for officer in sorted(self._directory.officers.values(), key=name):
            if officer.office == self._context.me.office:
                self.officer.addItem(name(officer), officer.id)
        self.officer.setCurrentIndex(max(0, self.officer.findData(chosen)))

    def _reason_chosen(self) -> None:
        """Propose the reason's text, unless the person has written an own one."""
        reasons = self._directory.cancel_reasons if self._directory else {}
        reason = reasons.get(str(self.reason.currentData() or ""))
        if reason is None or self.box.text.strip() not in ("", self._proposed.strip()):
            return
        self._proposed = reason.text_bn if self._context.language.code == BANGLA else reason.text_en
        self.box.fill(self._proposed)
        self._typed()

    def _ready_chosen(self) -> None:
        text = str(self.ready.currentData() or "")
        if text:
            self.box.insert(text)
        self.ready.setCurrentIndex(0)
        self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self.error.hide()
        self._drafts.typed(self.box.text)

    def start(self) -> None:
        """Do it to all; after a first round, to those where it did not work."""
        if self.running:
            return
        order = Order(
            self._action,
            self.box.text.strip(),
            reason=str(self.reason.currentData() or ""),
            feeder=str(self.feeder.currentData() or ""),
            officer=str(self.officer.currentData() or ""),
        )
        missing = self._missing(order)
        if missing:
            self._complain(missing)
            return
        self._drafts.flush()
        self._stopped = False
        if self._run is None:
            self._run = BulkRun(self._context.complaints, self._ids, order, self._filler())
        else:
            self._run.retry(order)
        self.results.clear()
        self.results.hide()
        self._set_running(True)
        self._step()

    def _filler(self) -> Filler | None:
        """Fills the blanks of a ready text for each customer."""
        if self._directory is None:
            return None
        return Filler(self._directory, self._context.me.office or "", self._context.language.code)

    def _missing(self, order: Order) -> str:
        if order.action is Action.CANCEL and not order.reason:
            return "reason"
        if order.action is Action.REASSIGN and not (order.feeder or order.officer):
            return "target"
        if not order.text and order.action is not Action.RESOLVE:
            return "text"
        if first_blank(order.text, but=OF_COMPLAINT) is not None:
            return "placeholder"
        return "too_long" if self.box.too_long else ""

    def _complain(self, code: str) -> None:
        self.error.setText(explain(code).line)
        self.error.show()
        fields: dict[str, QWidget] = {"reason": self.reason, "target": self.feeder}
        fields.get(code, self.box.edit).setFocus(Qt.FocusReason.OtherFocusReason)
        if code == "placeholder":
            self.box.select_blank()

    def _step(self) -> None:
        run = self._run
        assert run is not None
        self.progress.setRange(0, run.total)
        self.progress.setValue(run.tried)
        if self.running:
            self._context.tasks.cache(run.step, lambda _none: self._step(), self._failed, owner=self)
            return
        self._set_running(False)
        if run.failed or run.waiting:
            self._show_results(run)
        else:
            self._drafts.forget(self._key)
            self.accept()

    def _show_results(self, run: BulkRun) -> None:
        language = self._context.language
        for number, error in run.failed.items():
            self.results.addItem(f"{language.digits(number)} · {explain(error).line}")
        for number in run.waiting:
            self.results.addItem(f"{language.digits(number)} · {self.tr('Stopped before it was done')}")
        self.results.setCurrentRow(0)
        self.results.show()
        done, left = language.number(len(run.queued)), len(run.failed) + len(run.waiting)
        self.error.setText(self.tr("{done} done, {left} not").format(done=done, left=language.number(left)))
        self.error.show()
        self.confirm.setText(self.tr("Try the %Ln failed one(s) again", "", left))
        self.close_button.setText(self.tr("Close"))
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _set_running(self, running: bool) -> None:
        for part in (self.reason, self.feeder, self.officer, self.ready, self.box, self.confirm):
            part.setEnabled(not running)
        self.error.hide()
        self.progress.setVisible(running)
        self.close_button.setText(self.tr("Stop") if running else self.tr("Back"))

    def _failed(self, error: Exception) -> None:
        self.stop()
        self._set_running(False)
        self.error.setText(explain(error).line)
        self.error.show()

    def _closed(self) -> None:
        self._drafts.flush()
        if self._run is not None and self._run.tried:
            self.ended.emit(self._run)


def _order(canned: Canned) -> int:
    return canned.order
