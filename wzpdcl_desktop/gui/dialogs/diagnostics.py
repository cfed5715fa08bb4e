"""Collecting diagnostics: what goes in, where it is saved, and that it was."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from wzpdcl_desktop.domain.errors import DeskError
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.gui.widgets.note import Note
from wzpdcl_desktop.services.diagnostics import DiagnosticsService


class DiagnosticsDialog(DialogFrame):
    """Asks for a place and writes the zip there, off the GUI thread."""

    def __init__(
        self, theme: Theme, tasks: TaskRunner, service: DiagnosticsService, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, width=520)
        self._tasks, self._service = tasks, service
        self.set_heading(self.tr("Collect diagnostics"))
        self.add_text(
            self.tr(
                "For the ICT department when something is wrong: logs, a check of every part, versions, "
                "settings, and the sizes of the stores."
            )
        )
        self.add_text(self.tr("It holds no names, numbers, addresses or messages of anybody."), quiet=True)
        self.said = self.add_text("", "control")
        self.said.hide()
        self.error = Note(theme, error=True)
        self.column.addWidget(self.error)
        close = self.add_button(Button(theme, self.tr("Close")))
        close.clicked.connect(self.accept)
        self.button = self.add_button(Button(theme, self.tr("Save as…"), PRIMARY))
        self.button.clicked.connect(self._ask)
        self.button.setFocus()

    def save(self, target: Path) -> None:
        """Collect into a file."""
        self.button.setEnabled(False)
        self.error.say("")
        self.said.setText(self.tr("Collecting. This takes half a minute…"))
        self.said.show()
        self._tasks.network(partial(self._write, target), self._saved, self._failed, owner=self)

    def _write(self, target: Path) -> str:
        try:
            self._service.write(target)
        except OSError:
            return ""
        return target.name

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
        name = time.strftime("WZPDCL-diagnostics-%Y-%m-%d.zip")
        chooser = QFileDialog(self, self.tr("Collect diagnostics"), folder)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("zip")
        chooser.selectFile(name)
        chooser.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        chooser.open()

    def _saved(self, name: str) -> None:
        self.button.setEnabled(True)
        if name:
            self.said.setText(self.tr("Saved as {0}. Send it to the ICT department.").format(name))
        else:
            self.said.hide()
            self.error.say(self.tr("It cannot be saved there. Choose another folder."))

    def _failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.said.hide()
        self.error.say(explain(error if isinstance(error, DeskError) else "unknown").line)
