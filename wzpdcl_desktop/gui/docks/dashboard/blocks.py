"""The dashboard's blocks of rows: feeders, officers, and what to look at first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.complaints import QueueQuery
from wzpdcl_desktop.domain.dashboard import Count, Dashboard
from wzpdcl_desktop.domain.urgency import Urgency
from wzpdcl_desktop.gui.docks.dashboard.charts import FeederBar
from wzpdcl_desktop.gui.docks.dashboard.first import FirstRow
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import CLOCK_ICONS, RowText
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel
from wzpdcl_desktop.gui.widgets.tip import tip

Open = Callable[[QueueQuery], None]


class Blocks:
    """Makes the rows of a `Dashboard`. Each number is a button that asks for the rows behind it."""

    def __init__(self, theme: Theme, language: Language, text: RowText, open_rows: Open) -> None:
        self._theme, self._language, self._text, self._open = theme, language, text, open_rows

    def feeders(self, board: Dashboard) -> QWidget:
        """A bar and the numbers of each feeder."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        most = max((one.open.value for one in board.feeders), default=0)
        for place, work in enumerate(board.feeders):
            name = self._text.feeder(work.feeder) or QCoreApplication.translate("Dashboard", "No feeder")
            label = ElidedLabel(name)
            label.setFont(self._theme.font("control"))
            label.setFixedWidth(104)
            grid.addWidget(label, place, 0)
            grid.addWidget(FeederBar(self._theme, work, most), place, 1)
            opens = QCoreApplication.translate("Dashboard", "{name}: {count} open")
            grid.addWidget(self._number(work.open, "text", f"open.{work.feeder}", name, opens), place, 2)
            late, soon = (
                QCoreApplication.translate("Dashboard", "{count} overdue"),
                QCoreApplication.translate("Dashboard", "{count} soon"),
            )
            for column, (count, key, role, icon, words) in enumerate(
                (
                    (work.overdue, "late", "breached", "warning-circle", late),
                    (work.soon, "soon", "soon", "timer", soon),
                ),
                start=3,
            ):
                if count.value:
                    shown = words.format(count=self._language.number(count.value))
                    button = self._button(
                        count, shown, role, f"{key}.{work.feeder}", f"{name}: {shown}", icon
                    )
                    grid.addWidget(button, place, column, Qt.AlignmentFlag.AlignLeft)
        return box

    def officers(self, board: Dashboard) -> QWidget:
        """What each officer has to do and did."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        heads = (
            QCoreApplication.translate("Dashboard", "Name"),
            QCoreApplication.translate("Dashboard", "Open"),
            QCoreApplication.translate("Dashboard", "Resolved"),
            QCoreApplication.translate("Dashboard", "Median time"),
            QCoreApplication.translate("Dashboard", "Customers' rating"),
        )
        for column, head in enumerate(heads):
            label = QLabel(head)
            label.setFont(self._theme.font("second"))
            label.setProperty("quiet", True)
            label.setMinimumHeight(24)
            grid.addWidget(label, 0, column, right if column else Qt.AlignmentFlag.AlignLeft)
        for place, work in enumerate(board.officers, start=1):
            name = (
                self._text.officer(work.officer)
                or work.officer
                or QCoreApplication.translate("Dashboard", "Not assigned")
            )
            label = ElidedLabel(name)
            label.setFont(self._theme.font("control"))
            grid.addWidget(label, place, 0)
            key = work.officer
            opens, done = (
                QCoreApplication.translate("Dashboard", "{name}: {count} open"),
                QCoreApplication.translate("Dashboard", "{name}: {count} resolved"),
            )
            grid.addWidget(self._number(work.open, "text", f"todo.{key}", name, opens), place, 1, right)
            grid.addWidget(self._number(work.resolved, "text", f"done.{key}", name, done), place, 2, right)
            took = QLabel("–" if work.median_ms is None else self._language.duration(work.median_ms))
            took.setFont(self._theme.font("control"))
            grid.addWidget(took, place, 3, right)
            if work.rating is not None:
                stars = self._language.digits(f"{work.rating:.1f}")
                heard = QCoreApplication.translate("Dashboard", "{name}: rated {stars} by {count}").format(
                    name=name, stars=stars, count=self._language.number(work.rated.value)
                )
                button = self._button(work.rated, stars, "text", f"rated.{key}", heard, "star")
                grid.addWidget(button, place, 4, right)
        return box

    def first(self, board: Dashboard, select: Callable[[int], None]) -> QWidget:
        """The complaints that are overdue or due soonest."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in board.first:
            kind = self._text.urgency(row)
            upper, lower = self._text.clock(row)
            place = " · ".join(filter(None, (self._text.feeder(row.feeder), self._text.incharge(row))))
            role = "text2" if kind in (Urgency.OK, Urgency.CLOSED) else kind.value
            button = FirstRow(
                self._theme,
                CLOCK_ICONS.get(kind, "check-circle"),
                role,
                (upper, lower),
                (self._text.category(row.category), place),
            )
            button.setObjectName(f"first.{row.id}")
            button.clicked.connect(lambda _checked=False, number=row.id: select(number))
            column.addWidget(button)
        return box

    def legend(self, parts: tuple[tuple[str, str], ...]) -> QWidget:
        """Colour tokens and what they stand for."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for token, words in parts:
            square = QLabel()
            square.setFixedSize(10, 10)
            square.setStyleSheet(f"background: {self._theme.tokens.pick(token).name()};")
            label = QLabel(words)
            label.setFont(self._theme.font("second"))
            label.setProperty("quiet", True)
            row.addWidget(square)
            row.addWidget(label)
        return box

    def _number(self, count: Count, role: str, key: str, name: str, heard: str) -> Button:
        number = self._language.number(count.value)
        return self._button(count, number, role, key, heard.format(name=name, count=number))

    def _button(self, count: Count, shown: str, role: str, key: str, heard: str, icon: str = "") -> Button:
        button = Button(self._theme, shown, LINK, icon=icon, small=True)
        button.set_color(role)
        button.setObjectName(key)
        button.setAccessibleName(heard)
        button.setToolTip(tip(heard))
        button.clicked.connect(lambda _checked=False: self._open(count.query))
        return button
