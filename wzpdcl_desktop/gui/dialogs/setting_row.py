"""One setting in the dialog: its words, and the field that its declaration asks for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.setting_words import SettingWords, word
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.palette.matching import words_of
from wzpdcl_desktop.gui.widgets.note import Note
from wzpdcl_desktop.gui.widgets.segmented import Segmented
from wzpdcl_desktop.services.settings import Setting

_FIELD_WIDTH = 300


class SettingRow(QWidget):
    """Title and meaning at the left, the field at the right.

    Attributes:
        changed: The officer chose another value.
        field: What takes the value: choices side by side, a tick, a number or a line of text.
        locked: Group policy has the say; the row says so.
    """

    changed = Signal(object)

    def __init__(self, context: DeskContext, setting: Setting[Any], words: SettingWords) -> None:
        super().__init__()
        self.setting, self.words = setting, words
        self._context = context
        self.locked = context.settings.is_fixed(setting)
        self._title, self._about, self.error = QLabel(), QLabel(), Note(context.theme, error=True)
        self.field: QWidget = self._make_field()
        self.field.setEnabled(not self.locked)
        self._arrange()
        self.retranslate()

    @property
    def value(self) -> object:
        """The value in the field."""
        field = self.field
        if isinstance(field, Segmented):
            return type(self.setting.default)(field.value)
        if isinstance(field, QCheckBox):
            return field.isChecked()
        if isinstance(field, QSpinBox):
            return field.value()
        assert isinstance(field, QLineEdit)
        return field.text().strip()

    @property
    def title(self) -> str:
        """What it is called."""
        return self._title.text()

    def show_value(self, value: object) -> None:
        """Put a value into the field without announcing it."""
        blocked = self.field.blockSignals(True)
        field = self.field
        if isinstance(field, Segmented):
            field.value = str(value)
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        elif isinstance(field, QSpinBox):
            field.setValue(int(str(value)))
        elif isinstance(field, QLineEdit):
            field.setText(str(value))
        self.field.blockSignals(blocked)

    def refuse(self, error: Exception) -> None:
        """Say why a value was not taken."""
        self.error.say(explain(error).line)

    def fits(self, search: tuple[str, ...]) -> bool:
        """Whether a search finds this setting: by its words in the language shown, or its English ones."""
        texts = words_of(
            self._title.text(),
            self._about.text(),
            str(self.words.title),
            str(self.words.about),
            *(word(name) for name in self.words.choices.values()),
        )
        return all(any(one in text for text in texts) for one in search)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self._title.setText(word(self.words.title))
        about = word(self.words.about)
        if self.words.at_start:
            about += " · " + self.tr("from the next start of the program")
        if self.locked:
            about += " · " + self.tr("set by the ICT department, cannot be changed here")
        self._about.setText(about)
        self.field.setAccessibleName(self._title.text())
        self.field.setAccessibleDescription(about)
        if isinstance(self.field, Segmented):
            self.field.set_options([(str(value), self._choice(value)) for value in self.setting.choices])
        elif isinstance(self.field, QSpinBox):
            self.field.setLocale(self._context.language.locale)
            self.field.setSuffix(word(self.words.suffix))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; it does not change a number on its way."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def _choice(self, value: object) -> str:
        name = self.words.choices.get(value)
        if name is not None:
            return word(name)
        number = isinstance(value, int)
        return self._context.language.digits(f"{value}%" if number else str(value))

    def _make_field(self) -> QWidget:
        theme, setting = self._context.theme, self.setting
        if setting.choices:
            segmented = Segmented(theme, [(str(value), str(value)) for value in setting.choices], height=32)
            segmented.chosen.connect(self._announce)
            return segmented
        if isinstance(setting.default, bool):
            tick = QCheckBox()
            tick.toggled.connect(self._announce)
            return tick
        if isinstance(setting.default, int):
            spin = QSpinBox()
            spin.setRange(*(self.words.limits or (0, 1_000_000)))
            spin.setFixedHeight(32)
            spin.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.PlusMinus)
            spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            spin.installEventFilter(self)
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self._announce)
            return spin
        edit = QLineEdit()
        edit.setFixedWidth(_FIELD_WIDTH)
        edit.editingFinished.connect(self._edited)
        return edit

    def _announce(self) -> None:
        self.error.say("")
        self.changed.emit(self.value)

    def _edited(self) -> None:
        """A line counts when it is left or Enter is pressed, and only if it says something else."""
        if self.value != self._context.settings.get(self.setting):
            self._announce()

    def _arrange(self) -> None:
        theme = self._context.theme
        self._title.setFont(theme.font("control"))
        self._about.setFont(theme.font("second"))
        self._about.setProperty("quiet", True)
        self._about.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for part in (self._title, self._about, self.error):
            texts.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        row.addLayout(texts, 1)
        row.addWidget(self.field, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
