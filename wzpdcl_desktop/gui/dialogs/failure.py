"""An error that stops something: what happened, what to do, and, for a bug, a report to pass on."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wzpdcl_desktop import __version__
from wzpdcl_desktop.domain.errors import DeskError
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.logs import places


class FailureDialog(DialogFrame):
    """Known errors say what to do. A bug shows its report, which holds places in the program and no data."""

    def __init__(self, theme: Theme, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, width=480)
        words = explain(error)
        self.set_heading(words.title)
        self.add_text(words.remedy)
        if not isinstance(error, DeskError):
            self._report = QPlainTextEdit(report(error))
            self._report.setReadOnly(True)
            self._report.setMinimumHeight(140)
            self._report.setAccessibleName(self.tr("Report"))
            self.column.addWidget(self._report)
            self.add_text(self.tr("The report holds no names, numbers or messages."), "second", quiet=True)
            copy = self.add_button(Button(theme, self.tr("Copy the report"), icon="copy"))
            copy.clicked.connect(self._copy)
        close = self.add_button(Button(theme, self.tr("Close"), PRIMARY))
        close.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def report(error: BaseException) -> str:
    """Where in the program it happened. The error's own text is left out: it may quote data."""
    return "\n".join([f"WZPDCL Desktop {__version__}", *places(error)])
