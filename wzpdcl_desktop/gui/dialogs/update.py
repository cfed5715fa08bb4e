"""The new version: what it is, how far it has come, and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from wzpdcl_desktop import __version__
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.updates import UpdateDesk, UpdateState
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.gui.widgets.note import Note

_MB = 1_000_000


class UpdateDialog(DialogFrame):
    """Closing it stops nothing: fetching goes on in the background."""

    def __init__(
        self, theme: Theme, language: Language, updates: UpdateDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, width=520)
        self._language, self._updates = language, updates
        self.installed = self.add_text("")
        self.now = self.add_text("", "control")
        self.news = self.add_text("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.column.addWidget(self.bar)
        self.error = Note(theme, error=True)
        self.column.addWidget(self.error)
        self.safe = self.add_text("", "second", quiet=True)
        self.stick = self.add_button(Button(theme, "", icon="hard-drive"))
        self.close_button = self.add_button(Button(theme, ""))
        self.act = self.add_button(Button(theme, "", PRIMARY))
        self.stick.clicked.connect(self._ask_sticks)
        self.act.clicked.connect(self._act)
        self.close_button.clicked.connect(self.accept)
        updates.changed.connect(self.retranslate)
        self.retranslate()
        self.act.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write everything as it is now."""
        updates, digits = self._updates, self._language.digits
        self.set_heading(self.tr("New version"))
        self.installed.setText(self.tr("Installed: version {0}").format(digits(__version__)))
        self.now.setText(self._now())
        self.now.setVisible(bool(self.now.text()))
        bangla = self._language.code == "bn"
        update = updates.update
        notes = (update.notes_bn if bangla else update.notes) if update is not None else ""
        self.news.setText(notes)
        self.news.setVisible(bool(notes))
        fetching = updates.state is UpdateState.FETCHING
        self.bar.setVisible(fetching)
        self.bar.setRange(0, 100 if updates.total else 0)
        self.bar.setValue(updates.done * 100 // updates.total if updates.total else 0)
        self.bar.setAccessibleName(self.now.text())
        self.error.say(explain(updates.error).line if updates.error is not None else "")
        safe = self.tr("Only what the company has signed is installed. Your data and settings stay.")
        if not updates.can_install:
            safe += "\n" + self.tr("On this system the ICT department installs it.")
        self.safe.setText(safe)
        self.stick.setText(self.tr("From a USB stick…"))
        self.stick.setEnabled(not fetching)
        self.close_button.setText(self.tr("Close"))
        verb = self._verb()
        self.act.setText(verb)
        self.act.setVisible(bool(verb))

    def _now(self) -> str:
        updates = self._updates
        version = self._language.digits(updates.update.version) if updates.update is not None else ""
        state = updates.state
        if state is UpdateState.LOOKING:
            return self.tr("Asking the server…")
        if state is UpdateState.FETCHING:
            number = self._language.locale.toString
            done, total = (number(part / _MB, "f", 1) for part in (updates.done, updates.total))
            return self.tr("Being fetched: {0} of {1} MB. You can go on working.").format(done, total)
        if state is UpdateState.READY:
            return self.tr("Version {0} is ready. It is installed when you quit the program.").format(version)
        if state is UpdateState.OFFERED and updates.update is not None:
            size = self._language.locale.toString(updates.update.size / _MB, "f", 1)
            text = self.tr("Version {0} is there, {1} MB.").format(version, size)
            if updates.urgent:
                text += "\n" + self.tr("Until it is installed nothing is sent; what waits is kept.")
            return text
        if updates.error is not None:
            return ""
        return self.tr("No newer version is known.")

    def _verb(self) -> str:
        state = self._updates.state
        if state is UpdateState.FETCHING:
            return self.tr("Stop fetching")
        if state is UpdateState.READY:
            return self.tr("Quit and install") if self._updates.can_install else ""
        if state is UpdateState.OFFERED:
            return self.tr("Fetch it")
        return self.tr("Ask the server") if state is UpdateState.NONE else ""

    def _act(self) -> None:
        updates = self._updates
        if updates.state is UpdateState.FETCHING:
            updates.cancel()
        elif updates.state is UpdateState.READY:
            updates.install_now()
        elif updates.state is UpdateState.OFFERED:
            updates.fetch()
        else:
            updates.look()

    def _ask_sticks(self) -> None:
        self._updates.find_sticks(self._sticks_found)

    def _sticks_found(self, folders: list[Path]) -> None:
        """One stick with a package is taken at once; otherwise a person says where it lies."""
        if len(folders) == 1:
            self._updates.take(folders[0])
            return
        chooser = QFileDialog(self, self.tr("Folder with the package"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda chosen: self._updates.take(Path(chosen)))
        chooser.open()
