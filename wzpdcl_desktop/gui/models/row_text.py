"""The words of a row of the queue, the same for the painter, the tooltip and the screen reader."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.complaints import Mark, QueueRow, State
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.domain.urgency import Elapse, Urgency, holiday_ahead, time_gone, time_left, urgency
from wzpdcl_desktop.domain.working_time import noon_of
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder

_DAY = 86_400_000

STATE_ICONS = {
    State.INBOX: "tray",
    State.IN_PROGRESS: "wrench",
    State.RESOLVED: "check-circle",
    State.CANCELLED: "x-circle",
}
#: Icon of each clock, as the look has it.
CLOCK_ICONS = {Urgency.OK: "clock", Urgency.SOON: "timer", Urgency.BREACHED: "warning-octagon"}
MARK_ICONS = {
    Mark.WAITING: "hourglass-medium",
    Mark.SENDING: "arrows-clockwise",
    Mark.HELD: "pause",
    Mark.FAILED: "warning",
    Mark.CONFLICT: "git-merge",
}
#: Role of colour of each mark.
MARK_ROLES = {
    Mark.WAITING: "waiting",
    Mark.SENDING: "progress",
    Mark.HELD: "text2",
    Mark.FAILED: "breached",
    Mark.CONFLICT: "conflict",
}


class Column(IntEnum):
    """Columns of the queue, in order."""

    TIME = 0
    COMPLAINT = 1
    CUSTOMER = 2
    FEEDER = 3
    RECEIVED = 4
    MARKS = 5


def state_word(state: State) -> str:
    """A state in the user's language."""
    translate = QCoreApplication.translate
    return {
        State.INBOX: translate("RowText", "Inbox"),
        State.IN_PROGRESS: translate("RowText", "In progress"),
        State.RESOLVED: translate("RowText", "Resolved"),
        State.CANCELLED: translate("RowText", "Cancelled"),
    }[state]


def mark_word(mark: Mark) -> str:
    """A mark in the user's language; empty for none."""
    translate = QCoreApplication.translate
    return {
        Mark.NONE: "",
        Mark.WAITING: translate("RowText", "Waiting"),
        Mark.SENDING: translate("RowText", "Sending"),
        Mark.HELD: translate("RowText", "Held"),
        Mark.FAILED: translate("RowText", "Not sent"),
        Mark.CONFLICT: translate("RowText", "Conflict"),
    }[mark]


class RowText:
    """Words of rows, with the directory and the clock of now."""

    def __init__(self, language: Language, clock: Clock, directory: DirectoryHolder) -> None:
        self.language = language
        self._clock = clock
        self._directory = directory

    @property
    def directory(self) -> Directory:
        """The company's reference data of now."""
        return self._directory.value

    def now(self) -> int:
        """The time of now, by the server's clock (ms)."""
        return self._clock.now()

    def urgency(self, row: QueueRow) -> Urgency:
        """Where the row's clock stands now."""
        return urgency(row, self._clock.now(), self._directory.value)

    def left(self, row: QueueRow) -> Elapse:
        """Time to its limit, as its policy counts."""
        return time_left(row, self._clock.now(), self._directory.value)

    def policy_clock(self, row: QueueRow) -> str:
        """How its time is counted, how much has gone by, and the holiday on the way: a line of the detail."""
        translate, now, directory = QCoreApplication.translate, self._clock.now(), self._directory.value
        gone = time_gone(row, now, directory)
        parts = [
            translate("RowText", "Sunday–Thursday, 9–17")
            if gone.working
            else translate("RowText", "Around the clock"),
            translate("RowText", "{0} gone").format(self.language.duration(gone.ms, working=gone.working)),
        ]
        found = holiday_ahead(row, now, directory)
        if found is not None:
            day, holiday = found
            text = translate("RowText", "holiday {date}: {name}")
            parts.append(
                text.format(date=self.language.date(noon_of(day), now), name=self.language.name(holiday))
            )
        return " · ".join(parts)

    def lines(self, row: QueueRow, column: Column) -> tuple[str, str]:
        """Upper and lower line of a cell."""
        if column is Column.TIME:
            return self.clock(row)
        if column is Column.COMPLAINT:
            return self.category(row.category), f"{self.language.digits(row.id)}  {self.excerpt(row)}"
        if column is Column.CUSTOMER:
            return row.customer, row.locality
        if column is Column.FEEDER:
            return self.feeder(row.feeder), self.incharge(row)
        if column is Column.RECEIVED:
            return self.received(row)
        return self._marks(row)

    def line(self, row: QueueRow, column: Column) -> str:
        """A cell in the one line of a compact row: of two the one that says more."""
        upper, lower = self.lines(row, column)
        if column is Column.RECEIVED:
            return lower or upper
        if column is Column.TIME and row.closed_at is not None and not self._is_today(row.closed_at):
            return lower
        return upper

    def spoken(self, row: QueueRow) -> str:
        """The whole row in one sentence, for a screen reader."""
        parts = [part for column in Column for part in self.lines(row, column) if part]
        if row.unread:
            parts.insert(0, QCoreApplication.translate("RowText", "New"))
        return ", ".join(parts)

    def category(self, category: str) -> str:
        """Name of a category; its id while the directory is not here yet."""
        found = self._directory.value.categories.get(category)
        return self.language.name(found) if found else category

    def feeder(self, feeder: str | None) -> str:
        """Name of a feeder, empty for none."""
        found = self._directory.value.feeders.get(feeder or "")
        return self.language.name(found) if found else (feeder or "")

    def incharge(self, row: QueueRow) -> str:
        """Name of who looks after it: whom it is assigned to, else the in-charge of its feeder."""
        feeder = self._directory.value.feeders.get(row.feeder or "")
        officer = row.assigned_to or (feeder.incharge if feeder else None)
        return self.officer(officer)

    def officer(self, officer: str | None) -> str:
        """Name of an officer, empty for none."""
        found = self._directory.value.officers.get(officer or "")
        return self.language.name(found) if found else ""

    def excerpt(self, row: QueueRow) -> str:
        """The customer's words on one line."""
        return " ".join(row.text.split())

    def calls(self, row: QueueRow) -> str:
        """How often the customer has called, short."""
        return QCoreApplication.translate("RowText", "{0}×").format(self.language.digits(row.calls))

    def received(self, row: QueueRow) -> tuple[str, str]:
        """When it came: the time, and the day below it unless that is today."""
        today = self._is_today(row.created_at)
        return self.language.time(row.created_at), "" if today else self.language.date(row.created_at)

    def deadline(self, row: QueueRow) -> str:
        """Until when: a time for today, day and time for tomorrow, else the day."""
        now = self._clock.now()
        days = (row.due_at + 6 * 3_600_000) // _DAY - (now + 6 * 3_600_000) // _DAY
        if days == 0:
            text = QCoreApplication.translate("RowText", "until {time}")
        elif days == 1:
            text = QCoreApplication.translate("RowText", "tmrw {time}")
        else:
            return self.language.date(row.due_at, now)
        return text.format(time=self.language.time(row.due_at))

    def clock(self, row: QueueRow) -> tuple[str, str]:
        """Time left and the word or deadline below it; of a closed one, when it was closed."""
        now = self._clock.now()
        kind = self.urgency(row)
        if kind is Urgency.CLOSED:
            # Between closing here and the server's answer there is no closing time yet.
            if row.closed_at is None:
                return state_word(row.state), ""
            return self.language.time(row.closed_at), self.language.date(row.closed_at, now)
        left = self.left(row)
        countdown = self.language.countdown(left.ms, working=left.working)
        if kind is Urgency.BREACHED:
            return countdown, QCoreApplication.translate("RowText", "overdue")
        if kind is Urgency.SOON:
            return countdown, QCoreApplication.translate("RowText", "due soon")
        return countdown, self.deadline(row)

    def _is_today(self, ms: int) -> bool:
        return (ms + 6 * 3_600_000) // _DAY == (self._clock.now() + 6 * 3_600_000) // _DAY

    def _marks(self, row: QueueRow) -> tuple[str, str]:
        translate = QCoreApplication.translate
        above = []
        if row.rating is not None and self.urgency(row) is Urgency.CLOSED:
            above.append(translate("RowText", "rated {0} of 5").format(self.language.digits(row.rating)))
        if row.calls > 1:
            above.append(translate("RowText", "called {0} times").format(self.language.digits(row.calls)))
        if row.files:
            above.append(translate("RowText", "files: {0}").format(self.language.digits(row.files)))
        return ", ".join(above), mark_word(row.mark)
