"""The settings: made from their declarations, found by words, in effect at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.errors import DeskError
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.dialogs.setting_row import SettingRow
from wzpdcl_desktop.gui.dialogs.setting_words import WORDS, shown, word
from wzpdcl_desktop.gui.palette.matching import words_of
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.services.settings import (
    LANGUAGE,
    LAST_OFFICER,
    REMEMBER,
    SERVER,
    THEME,
    UNDO_SECONDS,
)
from wzpdcl_desktop.services.sign_in import normalised

_HEIGHT = 530


class SettingsDialog(DialogFrame):
    """A search box above all settings. There is no button to save: what is chosen holds.

    Attributes:
        rows: The settings, by key.
    """

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, width=680)
        self._context = context
        self.search = QLineEdit()
        self.rows: dict[str, SettingRow] = {}
        self._headings: dict[object, QLabel] = {}
        self._none = QLabel()
        self._column = QVBoxLayout()
        self._effects: dict[str, Callable[[Any], None]] = {
            LANGUAGE.key: context.language.set,
            THEME.key: self._set_theme,
            UNDO_SECONDS.key: context.complaints.set_undo_seconds,
            REMEMBER.key: self._set_remember,
        }
        self._build()
        self.close_button = self.add_button(Button(context.theme, "", PRIMARY))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        self.search.textChanged.connect(self._narrow)
        self.retranslate()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, which is chosen here."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes over what is typed and closes nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.set_heading(self.tr("Settings"))
        self.search.setPlaceholderText(self.tr("Search in the settings"))
        self.search.setAccessibleName(self.tr("Search in the settings"))
        self._none.setText(self.tr("No setting is called so. Try another word."))
        self.close_button.setText(self.tr("Close"))
        for group, heading in self._headings.items():
            heading.setText(word(group))
        for row in self.rows.values():
            row.retranslate()
        self._narrow()

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(4)
        # For this run the command line may have said otherwise.
        in_use = {LANGUAGE.key: self._context.language.code, THEME.key: self._context.theme.mode}
        for setting in shown():
            words = WORDS[setting.key]
            if words.group not in self._headings:
                self._add_heading(words.group)
            row = SettingRow(self._context, setting, words)
            row.show_value(in_use.get(setting.key, self._context.settings.get(setting)))
            row.changed.connect(partial(self._change, row))
            self.rows[setting.key] = row
            self._column.addWidget(row)
        self._none.setProperty("quiet", True)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(_HEIGHT)
        area.setWidget(page)
        self.column.addWidget(self.search)
        self.column.addWidget(area, 1)

    def _add_heading(self, group: object) -> None:
        heading = QLabel()
        heading.setFont(self.theme.font("body_unread"))
        heading.setContentsMargins(0, 10, 0, 0)
        self._headings[group] = heading
        self._column.addWidget(heading)

    def _narrow(self) -> None:
        """Show what the search finds, and the headings above it."""
        search = words_of(self.search.text())
        groups = set()
        for row in self.rows.values():
            fits = row.fits(search)
            row.setVisible(fits)
            if fits:
                groups.add(row.words.group)
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        self._none.setVisible(not groups)

    def _change(self, row: SettingRow, value: Any) -> None:
        """Keep a value, off the GUI thread, and let it take effect."""
        settings = self._context.settings
        if row.setting.key == SERVER.key:
            try:
                value = normalised(str(value))
            except DeskError as error:
                row.refuse(error)
                return
            row.show_value(value)
        self._context.tasks.cache(
            partial(settings.set, row.setting, value), lambda _none: None, row.refuse, owner=row
        )
        effect = self._effects.get(row.setting.key)
        if effect is not None:
            effect(value)

    def _set_theme(self, mode: str) -> None:
        self._context.theme.mode = mode
        self._context.actions.get(f"view.theme.{mode}").setChecked(True)

    def _set_remember(self, remember: bool) -> None:
        """Who is not to be remembered is forgotten now, not only at the next sign-in."""
        if not remember:
            self._context.tasks.cache(
                partial(self._context.settings.set, LAST_OFFICER, ""),
                lambda _none: None,
                self.rows[REMEMBER.key].refuse,
                owner=self,
            )
