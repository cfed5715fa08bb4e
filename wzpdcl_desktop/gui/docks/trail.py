"""The way back from a customer's other complaints to the one that is selected in the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class Trail(QObject):
    """The complaints that were left behind, the first one at the bottom.

    Where a list has the keyboard, its selected complaint is what the keys act on: so going to the list is
    going all the way back.

    Attributes:
        changed: The way back is another one.
        left: The complaint (int) at its bottom is to be shown again: the list has the keyboard.
    """

    changed = Signal()
    left = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._behind: list[int] = []

    @property
    def back_to(self) -> int | None:
        """Where one step back leads, None where there is no way back."""
        return self._behind[-1] if self._behind else None

    def push(self, complaint_id: int) -> None:
        """A complaint is left for another one."""
        self._behind.append(complaint_id)
        self.changed.emit()

    def pop(self) -> int | None:
        """One step back."""
        found = self._behind.pop() if self._behind else None
        self.changed.emit()
        return found

    def clear(self) -> None:
        """Another complaint was selected: there is no way back any more."""
        if self._behind:
            self._behind.clear()
            self.changed.emit()

    def follow(self, lst: QWidget) -> None:
        """Go all the way back when this list gets the keyboard."""
        lst.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the focus come to the list."""
        if event.type() == QEvent.Type.FocusIn and self._behind:
            first = self._behind[0]
            self.clear()
            self.left.emit(first)
        return False
