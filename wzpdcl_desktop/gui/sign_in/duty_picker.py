"""The duty under which somebody signs in: three at hand, two more on request."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.segmented import Segmented
from wzpdcl_desktop.gui.words import duty_name

_USUAL = (Duty.OFFICE_HEAD, Duty.FEEDER_SUPERVISOR, Duty.FEEDER_INCHARGE)
_OTHER = (Duty.CIRCLE, Duty.CENTRAL)


class DutyPicker(QWidget):
    """Exactly one duty is chosen at any time."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual = Segmented(theme, tick=True)
        self.other = Segmented(theme, tick=True)
        self.more = Button(theme, "", LINK, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.usual)
        column.addWidget(self.other)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignRight)
        self.more.set_height(22)
        self.usual.chosen.connect(self._choose)
        self.other.chosen.connect(self._choose)
        self.more.clicked.connect(self._open)
        self._value = Duty.OFFICE_HEAD
        self._retranslate()
        self.value = Duty.OFFICE_HEAD

    @property
    def value(self) -> Duty:
        """The chosen duty."""
        return self._value

    @value.setter
    def value(self, duty: Duty) -> None:
        self._value = duty
        self.usual.value = duty.value if duty in _USUAL else ""
        self.other.value = duty.value if duty in _OTHER else ""
        self.other.setVisible(duty in _OTHER)
        self.more.setVisible(duty in _USUAL)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _open(self) -> None:
        self.other.show()
        self.more.hide()
        self.other.setFocus()

    def _choose(self, value: str) -> None:
        self._value = Duty(value)
        self.usual.value = value if self._value in _USUAL else ""
        self.other.value = value if self._value in _OTHER else ""
        self.changed.emit()

    def _retranslate(self) -> None:
        self.usual.set_options([(duty.value, duty_name(duty)) for duty in _USUAL])
        self.other.set_options([(duty.value, duty_name(duty)) for duty in _OTHER])
        self.more.setText(self.tr("Circle or central office"))
        for part in (self.usual, self.other):
            part.setAccessibleName(self.tr("Duty"))
