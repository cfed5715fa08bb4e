"""Chips above the list for conditions that came from elsewhere, each to be taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wzpdcl_desktop.domain.complaints import OPEN_STATES, QueueQuery
from wzpdcl_desktop.domain.periods import Span
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import RowText, state_word
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import Button

#: Conditions that the bar has no button for, as `QueueQuery` has them when nothing is narrowed.
_NOTHING: dict[str, frozenset[object] | None] = {
    "states": frozenset(),
    "assigned": frozenset(),
    "ratings": frozenset(),
    "created": None,
    "accepted": None,
    "closed": None,
}


def without(query: QueueQuery, *names: str) -> QueueQuery:
    """The query without some of these conditions; without all of them if none is named."""
    return replace(query, **{name: _NOTHING[name] for name in names or _NOTHING})  # type: ignore[arg-type]


def narrowed_by(query: QueueQuery) -> list[str]:
    """Names of these conditions that a query has."""
    return [name for name in _NOTHING if getattr(query, name)]


class QueueNarrowing(QWidget):
    """One chip for each condition; hidden while there is none.

    Attributes:
        removed: Name of the condition whose chip was pressed.
    """

    removed = Signal(str)

    def __init__(self, theme: Theme, language: Language, text: RowText) -> None:
        super().__init__()
        self._theme, self._language, self._text = theme, language, text
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 12, 8)
        self._row.setSpacing(6)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_query(self, query: QueueQuery) -> None:
        """Show the conditions of a query."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        names = narrowed_by(query)
        for name in names:
            words = self.words(query, name)
            chip = Button(self._theme, words, icon="x", small=True)
            chip.set_height(24)
            chip.setObjectName(f"chip.{name}")
            chip.setAccessibleName(self.tr("Take away: {0}").format(words))
            chip.clicked.connect(self._remover(name))
            self._row.addWidget(chip)
        self.setVisible(bool(names))

    def words(self, query: QueueQuery, name: str) -> str:
        """A condition in words."""
        if name == "states":
            if query.states == OPEN_STATES:
                return self.tr("Open")
            return ", ".join(state_word(state) for state in sorted(query.states))
        if name == "assigned":
            officers = (self._text.officer(one) or one or self.tr("nobody") for one in sorted(query.assigned))
            return self.tr("Assigned to: {0}").format(", ".join(officers))
        if name == "ratings":
            return self.tr("Rated")
        span: Span = getattr(query, name)
        words = {
            "created": self.tr("Came: {0}"),
            "accepted": self.tr("Accepted: {0}"),
            "closed": self.tr("Closed: {0}"),
        }[name]
        return words.format(self._span(span))

    def _span(self, span: Span) -> str:
        language = self._language
        first, last = language.date(span.start), language.date(span.end - 1)
        if first != last:
            return self.tr("{0} to {1}").format(first, last)
        if span.end - span.start < 86_400_000:
            times = self.tr("{0} to {1}").format(language.time(span.start), language.time(span.end))
            return f"{first} {times}"
        return first

    def _remover(self, name: str) -> Callable[[], None]:
        return lambda: self.removed.emit(name)
