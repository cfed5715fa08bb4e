"""The name of an officer's own list: asked for, looked at, and taken or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from wzpdcl_desktop.domain.saved_views import LONGEST_NAME, MOST_VIEWS, NameFault, SavedView, fault_of
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.gui.widgets.note import Note


def fault_words(fault: NameFault, language: Language) -> str:
    """What is wrong with a name and what to do, in the user's language."""
    translate = QCoreApplication.translate
    return {
        NameFault.EMPTY: translate("ViewNameDialog", "Write a name for the list."),
        NameFault.LONG: translate("ViewNameDialog", "The name is too long. Use up to {0} letters.").format(
            language.number(LONGEST_NAME)
        ),
        NameFault.TAKEN: translate("ViewNameDialog", "A list of yours has this name. Choose another one."),
        NameFault.MANY: translate(
            "ViewNameDialog", "You have {0} lists, and there is no room for more. Delete one first."
        ).format(language.number(MOST_VIEWS)),
    }[fault]


class ViewNameDialog(DialogFrame):
    """Asks for a name that no other list has.

    Args:
        about: What will be kept, in words; empty for a new name of a list.
        others: The lists whose names are taken.

    Attributes:
        named: The name that was chosen.
    """

    named = Signal(str)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        heading: str,
        about: str,
        name: str,
        others: Sequence[SavedView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._language, self._others = language, others
        self.set_heading(heading)
        if about:
            self.add_text(about, "second", quiet=True)
        label = QLabel(self.tr("Name"))
        label.setFont(theme.font("second"))
        self.edit = QLineEdit(name)
        self.edit.setAccessibleName(label.text())
        label.setBuddy(self.edit)
        self.error = Note(theme, error=True)
        for part in (label, self.edit, self.error):
            self.column.addWidget(part)
        back = self.add_button(Button(theme, self.tr("Back")))
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        self.button = self.add_button(Button(theme, self.tr("Save"), PRIMARY))
        self.button.setDefault(True)
        self.button.clicked.connect(self._choose)
        self.edit.textChanged.connect(lambda _text: self.error.say(""))
        self.edit.selectAll()
        self.edit.setFocus()

    def _choose(self) -> None:
        fault = fault_of(self.edit.text(), self._others)
        if fault is not None:
            self.error.say(fault_words(fault, self._language))
            self.edit.setAccessibleDescription(self.error.text)
            self.edit.setFocus()
            return
        self.named.emit(self.edit.text())
        self.accept()
