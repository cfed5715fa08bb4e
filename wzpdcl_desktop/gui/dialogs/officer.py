"""Who an officer is, and how to reach them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.domain.reference import Directory, Officer
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button


class OfficerDialog(DialogFrame):
    """Name, designation, office, feeders and mobile number of the directory; calls and copies.

    Args:
        open_url: Opens a ``tel:`` address; the system's program by default.
    """

    def __init__(
        self,
        context: DeskContext,
        officer: Officer,
        parent: QWidget | None = None,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(context.theme, parent)
        self._context, self._officer, self._open_url = context, officer, open_url
        theme, language = context.theme, context.language
        self.set_heading(language.name(officer))
        designation = (officer.designation_bn if language.code == "bn" else "") or officer.designation
        if designation:
            self.add_text(designation)
        self._office = self.add_text("", quiet=True)
        self._feeders = self.add_text("", quiet=True)
        for label in (self._office, self._feeders):
            label.hide()
        if officer.mobile:
            self.add_text(language.phone(officer.mobile))
            copy = self.add_button(Button(theme, self.tr("Copy the number"), icon="copy"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(officer.mobile))
        close = self.add_button(Button(theme, self.tr("Close")))
        close.clicked.connect(self.accept)
        if officer.mobile:
            call = self.add_button(Button(theme, self.tr("Call"), PRIMARY, icon="phone"))
            call.clicked.connect(self._call)
            call.setFocus()
        else:
            self.add_text(self.tr("No mobile number is known."), "second", quiet=True)
            close.setFocus()
        context.tasks.cache(context.directory.directory, self._fill, _without, owner=self)

    def _call(self) -> None:
        self._open_url(QUrl(f"tel:{self._officer.mobile}"))

    def _fill(self, directory: Directory) -> None:
        language, officer = self._context.language, self._officer
        office = directory.offices.get(officer.office or "")
        if office is not None:
            self._office.setText(language.name(office))
            self._office.show()
        names = [
            language.name(feeder)
            for feeder in directory.feeders.values()
            if officer.id in (feeder.incharge, feeder.supervisor)
        ]
        if names:
            self._feeders.setText(self.tr("Feeders: {0}").format(", ".join(sorted(names))))
            self._feeders.show()
        self.adjustSize()


def _without(_error: Exception) -> None:
    """What is known of the officer stands there anyway."""
