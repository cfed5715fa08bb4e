"""The right side of the bar above the queue while several complaints are selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wzpdcl_desktop.domain.people import Action, Me
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import DANGER, PRIMARY, SECONDARY, Button
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel

#: What can be done to several, in the order drawn: kind of the button, and its digit.
BULK_ACTIONS = {
    Action.ACCEPT: (PRIMARY, "1"),
    Action.MESSAGE: (SECONDARY, "2"),
    Action.CANCEL: (DANGER, "4"),
    Action.REASSIGN: (SECONDARY, ""),
}

_GAP = 6


class SelectionBar(QWidget):
    """How many are selected, and what can be done to them. What the duty never does is not offered.

    Where there is little room the buttons do without their digits, and the last one without its word.

    Attributes:
        buttons: Those that the duty has.
        cleared: Back to one.
    """

    cleared = Signal()

    def __init__(self, theme: Theme, language: Language, actions: Actions, me: Me) -> None:
        super().__init__()
        self._language = language
        self._count = 0
        self._compact = False
        self.label = ElidedLabel()
        self.label.setFont(theme.font("title"))
        self._made = {
            action: Button(theme, kind=kind, small=True) for action, (kind, _) in BULK_ACTIONS.items()
        }
        self.buttons: dict[Action, Button] = {}
        self.clear = Button(theme, kind=SECONDARY, icon="x", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.label, 1)
        for action, button in self._made.items():
            button.clicked.connect(actions.get(f"complaint.{action.value}").trigger)
            row.addWidget(button)
        self.clear.clicked.connect(self.cleared)
        row.addWidget(self.clear)
        self.set_me(me)

    def set_me(self, me: Me) -> None:
        """The officer as the server sees them now."""
        self.buttons = {one: button for one, button in self._made.items() if me.rule(one) is not None}
        for one, button in self._made.items():
            button.setVisible(one in self.buttons)
        self._write()

    def set_count(self, count: int) -> None:
        """How many are selected."""
        self._count = count
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it gets, whatever it shows now."""
        return QSize(self._width(compact=True), self.clear.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With digits and words, if there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _width(self, *, compact: bool) -> int:
        least = self.label.minimumSizeHint() if compact else self.label.sizeHint()
        parts = [button.width_for(compact=compact) for button in (*self.buttons.values(), self.clear)]
        return least.width() + sum(parts) + _GAP * len(parts)

    def _fit(self) -> None:
        compact = self._width(compact=False) > self.width()
        for button in (*self.buttons.values(), self.clear):
            button.set_compact(compact)

    def _write(self) -> None:
        self.label.setText(self.tr("%Ln selected", "", self._count))
        words = {
            Action.ACCEPT: self.tr("Accept"),
            Action.MESSAGE: self.tr("Message"),
            Action.CANCEL: self.tr("Cancel"),
            Action.REASSIGN: self.tr("Reassign"),
        }
        for action, button in self.buttons.items():
            button.setText(words[action])
            button.set_badge(self._language.digits(BULK_ACTIONS[action][1]))
        self.clear.setText(self.tr("Clear"))
        self.clear.setAccessibleName(self.clear.text())
        self.clear.setToolTip(self.tr("Select only one again (Esc)"))
        self._fit()
