"""The officer's own profile: who, which duty, which office, which feeders."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.gui.words import duty_name


class ProfileDialog(DialogFrame):
    """What the server says of the officer; names of office and feeders come from the directory."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        me, bangla = context.me, context.language.code == "bn"
        self.set_heading((me.name_bn if bangla else me.name) or me.name)
        self._designation = self.add_text(me.designation)
        self.add_text(duty_name(me.duty))
        self._office = self.add_text("", quiet=True)
        self._feeders = self.add_text("", quiet=True)
        for label in (self._office, self._feeders):
            label.hide()
        close = self.add_button(Button(context.theme, self.tr("Close"), PRIMARY))
        close.clicked.connect(self.accept)
        context.tasks.cache(context.directory.directory, self._fill, self._without, owner=self)

    def _fill(self, directory: Directory) -> None:
        me, language = self._context.me, self._context.language
        officer = directory.officers.get(me.officer)
        if officer is not None:
            bangla = language.code == "bn"
            self._designation.setText((officer.designation_bn if bangla else "") or officer.designation)
        office = directory.offices.get(me.office or "")
        if office is not None:
            self._office.setText(language.name(office))
            self._office.show()
        names = [language.name(directory.feeders[one]) for one in me.feeders if one in directory.feeders]
        if names:
            self._feeders.setText(self.tr("Feeders: {0}").format(", ".join(names)))
            self._feeders.show()
        self.adjustSize()

    def _without(self, _error: Exception) -> None:
        """The names that the server sent with the officer stand there anyway."""
