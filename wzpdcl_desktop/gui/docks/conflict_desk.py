"""Clashes: opens the dialog, asks once more before something is thrown away, and does what was decided."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import TakenBack
from wzpdcl_desktop.domain.conflicts import Choice, Clash
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.conflict import ConflictDialog
from wzpdcl_desktop.gui.docks.complaint_actions import changes_of
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder
from wzpdcl_desktop.gui.models.outbox_text import OutboxText
from wzpdcl_desktop.services.conflicts import ConflictService


class ConflictDesk(QObject):
    """Lays clashes before the officer, one at a time.

    Args:
        window: What the dialog lies over.
        confirm: Asks whether to throw something away: ``(title, text, verb) -> bool``.

    Attributes:
        dialog: The one that is open, or None.
        done: ``(Clash, Choice)``: it was done.
        nothing: There was nothing to decide (any more).
        failed: ``(exception)``: it could not be read.
    """

    done = Signal(object, object)
    nothing = Signal()
    failed = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        service: ConflictService,
        window: QWidget | None,
        confirm: Callable[[str, str, str], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._service, self._window = context, service, window
        self._ask = confirm or self._ask_in_dialog
        self._directory = DirectoryHolder(context.directory, context.tasks, context.notifier, self)
        self._outbox = OutboxText(context.language, self._directory)
        self.dialog: ConflictDialog | None = None
        context.notifier.changed.connect(self._on_changed)

    def open(self, command_id: str) -> None:
        """Lay a command open."""
        self._read(partial(self._service.clash, command_id), self._opened)

    def open_of(self, complaint_id: int) -> None:
        """Lay the first command of a complaint open that waits for a decision."""

        def work() -> Clash | None:
            command_id = self._service.first_of(complaint_id)
            return self._service.clash(command_id) if command_id else None

        self._read(work, self._opened)

    def _read(self, work: Callable[[], Clash | None], then: Callable[[Clash | None], None]) -> None:
        self._context.tasks.cache(work, then, self.failed.emit, owner=self)

    def show(self, clash: Clash) -> None:
        """Show a clash; nothing happens if one is open."""
        if self.dialog is not None:
            return
        dialog = ConflictDialog(self._context, self._directory.value, self._outbox, clash, self._window)
        dialog.decided.connect(self._decide)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _opened(self, clash: Clash | None) -> None:
        if clash is None:
            self.nothing.emit()
        else:
            self.show(clash)

    def _closed(self) -> None:
        self.dialog = None

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        """What is laid open may look different now."""
        if self.dialog is None or not (changes.touches("complaint") or changes.touches("outbox")):
            return
        command_id = self.dialog.clash.item.command.command_id
        self._read(partial(self._service.clash, command_id), self._renewed)

    def _renewed(self, clash: Clash | None) -> None:
        if self.dialog is None:
            return
        if clash is None:
            self.dialog.reject()
        elif clash.item.command.command_id == self.dialog.clash.item.command.command_id:
            self.dialog.show_clash(clash)

    def _decide(self, clash: Clash, choice: Choice) -> None:
        if choice is Choice.THEIRS and not self._sure(clash):
            return
        if self.dialog is not None:
            self.dialog.set_busy(True)
        self._context.tasks.cache(
            partial(self._service.decide, clash, choice),
            partial(self._decided, clash, choice),
            self._not_done,
            owner=self,
        )

    def _decided(self, clash: Clash, choice: Choice, gone: TakenBack) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.done.emit(clash, choice)
        self._context.notifier.on_changes(changes_of(gone), self)

    def _not_done(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.refuse(explain(error).line)

    def _sure(self, clash: Clash) -> bool:
        title = self.tr("Discard: {0}?").format(self._outbox.title(clash.item))
        text = self.tr("It will not be sent. The complaint stays as the server has it.")
        return self._ask(title, text, self.tr("Discard"))

    def _ask_in_dialog(self, title: str, text: str, verb: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=self.dialog or self._window)
        box.setInformativeText(text)
        yes = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton(self.tr("Back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        box.exec()
        return box.clickedButton() is yes
