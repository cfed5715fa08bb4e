"""Bangla or English, each named in itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.gui.language import BANGLA, ENGLISH, Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.segmented import Segmented


class LanguageSwitch(Segmented):
    """Switches the whole program at once."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(theme, [(BANGLA, "বাংলা"), (ENGLISH, "English")], height=28, parent=parent)
        self._language = language
        self.value = language.code
        self.chosen.connect(language.set)
        language.changed.connect(self._follow)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _follow(self) -> None:
        self.value = self._language.code

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Language"))
