"""From which day to which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.periods import Span, day_of, days
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.gui.widgets.note import Note

_WEEK_MS = 6 * 86_400_000


class RangeDialog(DialogFrame):
    """Two days, the last one included.

    Attributes:
        chosen: The `Span` of them.
        first, last: The fields.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, language: Language, span: Span | None, now: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, width=380)
        self.set_heading(self.tr("Complaints of which days?"))
        self.first, self.last = QDateEdit(), QDateEdit()
        self.error = Note(theme, error=True)
        shown = span or Span(now - _WEEK_MS, now + 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        for edit, name, at in (
            (self.first, self.tr("From"), shown.start),
            (self.last, self.tr("To"), shown.end - 1),
        ):
            label = QLabel(name)
            label.setFont(theme.font("second"))
            label.setBuddy(edit)
            edit.setAccessibleName(name)
            edit.setLocale(language.locale)
            edit.setDisplayFormat("d MMMM yyyy" if language.code == "bn" else "d MMM yyyy")
            edit.setCalendarPopup(True)
            edit.calendarWidget().setLocale(language.locale)
            edit.setFixedHeight(32)
            edit.setMaximumDate(_to_qt(day_of(now)))
            edit.setDate(_to_qt(day_of(at)))
            edit.dateChanged.connect(lambda _day: self.error.say(""))
            field = QVBoxLayout()
            field.setSpacing(2)
            field.addWidget(label)
            field.addWidget(edit)
            row.addLayout(field, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.error)
        back = self.add_button(Button(theme, self.tr("Back")))
        back.clicked.connect(self.reject)
        self.button = self.add_button(Button(theme, self.tr("Show"), PRIMARY))
        self.button.setDefault(True)
        self.button.clicked.connect(self._choose)
        self.first.setFocus()

    def _choose(self) -> None:
        first, last = _from_qt(self.first.date()), _from_qt(self.last.date())
        if first > last:
            self.error.say(self.tr("The first day is after the last. Change one of them."))
            self.first.setFocus()
            return
        self.chosen.emit(days(first, last))
        self.accept()


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _from_qt(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
