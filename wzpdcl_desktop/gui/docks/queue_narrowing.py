"""Chips above the list: one for each condition, each to be taken away by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wzpdcl_desktop.domain.complaints import QueueQuery
from wzpdcl_desktop.gui.docks.queue_conditions import ConditionWords, narrowed_by
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.flow import FlowLayout

_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FilterChip(Button):
    """A condition. Enter, the space bar, Delete and Backspace take it away; the arrows go to the others."""

    def __init__(self, theme: Theme, text: str, name: str) -> None:
        super().__init__(theme, text, icon="x", small=True)
        self.name = name
        self.set_height(24)
        self.setObjectName(f"chip.{name}")
        self.setAccessibleName(self.tr("Take away: {0}").format(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() in _AWAY:
            self.click()
            return
        parent = self.parentWidget()
        if event.key() in _STEPS and parent is not None:
            shown = (one for one in parent.findChildren(Button) if not one.isHidden())
            others = sorted(shown, key=lambda one: (one.y(), one.x()))
            place = others.index(self) + _STEPS[Qt.Key(event.key())]
            others[max(0, min(place, len(others) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


class QueueNarrowing(QWidget):
    """A chip for each condition, and a way to take all away; hidden while there is none.

    Attributes:
        removed: Name of the condition whose chip was pressed.
        cleared: All are to go.
        emptied: The last chip went away while it had the focus.
    """

    removed = Signal(str)
    cleared = Signal()
    emptied = Signal()

    def __init__(self, theme: Theme, words: ConditionWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._shown: list[tuple[str, str]] = []
        self._flow = FlowLayout(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 12, 8)
        column.addLayout(self._flow)
        self._clear = Button(theme, kind=LINK, small=True)
        self._clear.set_height(24)
        self._clear.setObjectName("chips.clear")
        self._clear.clicked.connect(self.cleared)
        self._retranslate()
        self.hide()

    @property
    def chips(self) -> list[FilterChip]:
        """The chips, in their order."""
        found = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, FilterChip)]

    def show_query(self, query: QueueQuery) -> None:
        """Show the conditions of a query. The focus stays where it was among the chips."""
        wanted = [(name, self._words.words(query, name)) for name in narrowed_by(query)]
        if wanted == self._shown:
            return
        inside = self.window().focusWidget()
        focused = next((place for place, chip in enumerate(self.chips) if chip is inside), None)
        had_focus = focused is not None or self._clear is inside
        self._shown = wanted
        before = self.chips
        while self._flow.takeAt(0) is not None:
            pass
        for name, text in wanted:
            chip = FilterChip(self._theme, text, name)
            chip.clicked.connect(self._remover(name))
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._clear)
        self.setVisible(bool(wanted))
        follow_layout(self.parentWidget() or self)
        self.updateGeometry()
        # The focus goes on before the old chips do: a hidden widget would pass it to just anybody.
        if had_focus and not wanted:
            self.emptied.emit()
        elif focused is not None:
            self.chips[min(focused, len(wanted) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        for old in before:
            old.hide()
            old.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the chips themselves are written anew with the query."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._clear.setText(self.tr("Clear filters"))
        self.setAccessibleName(self.tr("Filters in force"))

    def _remover(self, name: str) -> Callable[[], None]:
        # Afterwards: the chip whose click this is goes away by it.
        return lambda: QTimer.singleShot(0, self, lambda: self.removed.emit(name))
