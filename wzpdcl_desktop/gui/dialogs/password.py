"""Signing in again as the same officer, while the desk stays open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.sign_in.password_edit import PasswordEdit
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.gui.widgets.note import Note


class PasswordDialog(DialogFrame):
    """Asks for the password. Who opened it tries it and calls `refuse` or closes the dialog.

    Attributes:
        submitted: The password that was typed.
    """

    submitted = Signal(str)

    def __init__(self, theme: Theme, officer: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_heading(self.tr("Sign in again"))
        self.add_text(self.tr("Your work is kept. The password of {0} lets it be sent.").format(officer))
        self.password = PasswordEdit()
        self.password.dress(theme)
        self.password.setAccessibleName(self.tr("Password"))
        self.error = Note(theme, error=True)
        self.column.addWidget(self.password)
        self.column.addWidget(self.error)
        back = self.add_button(Button(theme, self.tr("Back")))
        self.button = self.add_button(Button(theme, self.tr("Sign in"), PRIMARY))
        back.clicked.connect(self.reject)
        self.button.clicked.connect(self._submit)
        self.password.returnPressed.connect(self._submit)
        self.password.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why not; what was typed stays."""
        self._set_busy(False)
        self.error.say(explain(error).line)
        self.password.setFocus()
        self.password.selectAll()

    def _submit(self) -> None:
        if self.password.text() and self.button.isEnabled():
            self.error.say("")
            self._set_busy(True)
            self.submitted.emit(self.password.text())

    def _set_busy(self, busy: bool) -> None:
        self.password.setEnabled(not busy)
        self.button.setEnabled(not busy)
        self.button.setText(self.tr("Signing in…") if busy else self.tr("Sign in"))
