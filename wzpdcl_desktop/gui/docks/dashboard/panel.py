"""The dashboard (S03): the office's day at a glance. Every number opens the rows behind it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.dashboard import Count, Dashboard, Figure
from wzpdcl_desktop.domain.link import LoadProgress
from wzpdcl_desktop.domain.periods import Period, Span
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.dashboard.blocks import Blocks
from wzpdcl_desktop.gui.docks.dashboard.charts import Pair, PairChart
from wzpdcl_desktop.gui.docks.dashboard.figure import FigureButton
from wzpdcl_desktop.gui.docks.panel_empty import PanelEmpty
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder
from wzpdcl_desktop.gui.models.row_text import RowText
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.widgets.banner import Banner
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel
from wzpdcl_desktop.gui.widgets.segmented import Segmented
from wzpdcl_desktop.gui.widgets.skeleton import Skeleton
from wzpdcl_desktop.gui.words import duty_name
from wzpdcl_desktop.services.dashboard import DashboardService

_GATHER_MS, _SLOW_MS, _MINUTE_MS = 300, 200, 60_000
_COLUMNS = 5
#: Icon, and the colour while there is anything to count.
_FIGURES = {
    Figure.NEW: ("", ""),
    Figure.RESOLVED: ("", ""),
    Figure.IN_PROGRESS: ("", ""),
    Figure.OVERDUE: ("warning-circle", "breached"),
    Figure.DUE_SOON: ("timer", "soon"),
    Figure.INBOX: ("", ""),
    Figure.CANCELLED: ("", ""),
    Figure.REOPENED: ("arrow-counter-clockwise", ""),
    Figure.ACCEPTED: ("", ""),
    Figure.RATED: ("star", ""),
}


class DashboardPanel(QWidget):
    """Profile, numbers, feeders, hours, officers, and what to look at first.

    Attributes:
        rows_wanted: The `QueueQuery` behind a number that was pressed.
        complaint_wanted: A complaint (int) to work on.
        shown: The numbers of now are on the screen.
    """

    rows_wanted = Signal(object)
    complaint_wanted = Signal(int)
    shown = Signal()

    def __init__(
        self, context: DeskContext, service: DashboardService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dashboard")
        self._context, self._service = context, service
        self._directory = DirectoryHolder(context.directory, context.tasks, context.notifier, self)
        self._text = RowText(context.language, context.clock, self._directory)
        self._blocks = Blocks(context.theme, context.language, self._text, self.rows_wanted.emit)
        self.board: Dashboard | None = None
        self.period = Segmented(context.theme, height=28)
        self.figures = {
            figure: FigureButton(context.theme, icon, role) for figure, (icon, role) in _FIGURES.items()
        }
        self.period.value = Period.TODAY.value
        self.chart = PairChart(context.theme, context.language)
        self.every = Button(context.theme, "", LINK, small=True)
        self._title, self._date, self._profile = QLabel(), ElidedLabel(), ElidedLabel()
        self._feeder_title, self._officer_title = QLabel(), QLabel()
        self._chart_title, self._first_title = QLabel(), QLabel()
        self._error = Banner(context.theme, "breached")
        self._skeleton = Skeleton(context.theme, 10)
        self._empty = PanelEmpty(context.theme)
        self._stack, self._page = QStackedWidget(), QWidget()
        self._holders = {name: QVBoxLayout() for name in ("feeders", "officers", "first", "legend", "pairs")}
        self._gather, self._slow, self._minute = QTimer(self), QTimer(self), QTimer(self)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read the numbers anew."""
        period = Period(self.period.value)
        if self.board is None:
            self._slow.start()
        self._context.tasks.cache(
            partial(self._service.dashboard, period), self._take, self._failed, owner=self, key="dashboard"
        )

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was hidden is counted now."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self._title.setText(self.tr("Today at a glance"))
        self.period.setAccessibleName(self.tr("Period"))
        self.period.set_options(
            [
                (Period.TODAY.value, self.tr("Today")),
                (Period.WEEK.value, self.tr("7 days")),
                (Period.MONTH.value, self.tr("Month")),
            ]
        )
        self._feeder_title.setText(self.tr("Open complaints by feeder"))
        self._officer_title.setText(self.tr("Work of the in-charges"))
        self._first_title.setText(self.tr("Look at these first"))
        self._show()

    def _build(self) -> None:
        theme = self._context.theme
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        for timer, pause, act in (
            (self._gather, _GATHER_MS, self._refresh_visible),
            (self._slow, _SLOW_MS, lambda: self._stack.setCurrentWidget(self._skeleton)),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(act)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._refresh_visible)
        self._minute.start()
        self._title.setFont(theme.font("page"))
        for label in (self._date, self._profile):
            label.setFont(theme.font("control"))
            label.setProperty("quiet", True)
        for title in (self._feeder_title, self._officer_title, self._chart_title, self._first_title):
            font = theme.font("control")
            font.setWeight(font.Weight.DemiBold)
            title.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 16, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._date, 1)
        head.addWidget(self.period)
        column.addLayout(head)
        column.addWidget(self._profile)
        column.addWidget(self._error)
        self._error.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        self._page.setBackgroundRole(QPalette.ColorRole.Base)
        self._page.setAutoFillBackground(True)
        for page in (scroll, self._skeleton, self._empty):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
        self._build_page()

    def _build_page(self) -> None:
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 2, 8, 12)
        page.setSpacing(10)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, button in enumerate(self.figures.values()):
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        page.addLayout(grid)
        both = QHBoxLayout()
        both.setSpacing(28)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(6)
        right.setSpacing(6)
        left.addLayout(_headed(self._feeder_title, self._holders["legend"]))
        left.addLayout(self._holders["feeders"])
        left.addSpacing(10)
        left.addWidget(self._officer_title)
        left.addLayout(self._holders["officers"])
        left.addStretch(1)
        right.addLayout(_headed(self._chart_title, self._holders["pairs"]))
        right.addWidget(self.chart)
        first = QHBoxLayout()
        first.addWidget(self._first_title, 1)
        first.addWidget(self.every)
        right.addLayout(first)
        right.addLayout(self._holders["first"])
        right.addStretch(1)
        both.addLayout(left, 17)
        both.addLayout(right, 10)
        page.addLayout(both, 1)

    def _connect(self) -> None:
        notifier = self._context.notifier
        self.period.chosen.connect(lambda _value: self.refresh())
        for figure, button in self.figures.items():
            button.setObjectName(f"figure.{figure.value}")
            button.clicked.connect(partial(self._open_figure, figure))
        self.every.setObjectName("every")
        self.every.clicked.connect(self._open_every)
        self.chart.wanted.connect(self.rows_wanted)
        self._directory.changed.connect(self._show)
        self._context.theme.changed.connect(self._show)
        notifier.changed.connect(self._follow_changes)
        notifier.progress.connect(self._follow_progress)

    def _open_every(self) -> None:
        if self.board is not None:
            self.rows_wanted.emit(self.board.every_open.query)

    def _open_figure(self, figure: Figure, _checked: bool = False) -> None:
        if self.board is not None:
            self.rows_wanted.emit(self.board.figures[figure].query)

    def _follow_changes(self, changes: ChangeSet, _initiator: object) -> None:
        if changes.touches("me"):
            self._profile.setText(self._who())
        counted = changes.touches("complaint") or changes.touches("outbox")
        if counted and not self._gather.isActive():
            self._gather.start()

    def _follow_progress(self, _progress: LoadProgress) -> None:
        if self._stack.currentWidget() is self._empty:
            self._show()

    def _refresh_visible(self) -> None:
        if self.isVisible():
            self.refresh()

    def _take(self, board: Dashboard) -> None:
        self._slow.stop()
        self._error.hide()
        self.board = board
        self._show()
        self.shown.emit()

    def _failed(self, error: Exception) -> None:
        self._slow.stop()
        self._error.set("breached", explain(error).line, self.tr("Try again"), self.refresh)
        self._error.show()
        self.shown.emit()

    def _show(self) -> None:
        """Write everything; the focus stays with its number."""
        board, language = self.board, self._context.language
        now = self._context.clock.now()
        self._profile.setText(self._who())
        self._date.setText(self._days(board.span) if board else language.date(now))
        if board is None:
            return
        focused = self.focusWidget()
        key = focused.objectName() if isinstance(focused, QAbstractButton) and focused.hasFocus() else ""
        self._stack.setCurrentIndex(0)
        self._show_figures(board)
        come, done = self.tr("came"), self.tr("resolved")
        field = (("stripebreached", self.tr("overdue")), ("stripesoon", self.tr("soon")))
        self._fill("legend", self._blocks.legend((*field, ("field", self.tr("in time")))))
        self._fill("pairs", self._blocks.legend((("field", come), ("accent", done))))
        self._fill("feeders", self._blocks.feeders(board))
        self._fill("officers", self._blocks.officers(board))
        self._fill("first", self._blocks.first(board, self.complaint_wanted.emit))
        hours = board.period is Period.TODAY
        self._chart_title.setText(self.tr("Hour by hour") if hours else self.tr("Day by day"))
        self.chart.setAccessibleName(self._chart_title.text())
        self.chart.set(self._pairs(board, hours))
        every = language.number(board.every_open.value)
        self.every.setText(self.tr("All {0}").format(every))
        self.every.setAccessibleName(self.tr("All open complaints: {0}").format(every))
        self._first_title.setVisible(bool(board.first))
        self._officer_title.setVisible(bool(board.officers))
        if not any(count.value for count in board.counts()):
            self._show_empty()
        follow_layout(self)
        layout = self._page.layout()
        if layout is not None:
            layout.activate()
            self._page.setMinimumHeight(layout.minimumSize().height())
        again = self.findChild(QAbstractButton, key) if key else None
        if again is not None:
            again.setFocus()

    def _show_empty(self) -> None:
        notifier = self._context.notifier
        if notifier.load_progress is not None and not notifier.load_progress.usable:
            self._skeleton.set_progress(self.tr("Complaints are coming"), None)
            self._stack.setCurrentWidget(self._skeleton)
            return
        reason = self.tr("As soon as complaints come, their numbers are here.")
        self._empty.set("squares-four", self.tr("Nothing to count yet"), reason)
        self._stack.setCurrentWidget(self._empty)

    def _show_figures(self, board: Dashboard) -> None:
        language, counts = self._context.language, board.figures
        period = {
            Period.TODAY: self.tr("today"),
            Period.WEEK: self.tr("in 7 days"),
            Period.MONTH: self.tr("this month"),
        }[board.period]
        names = {
            Figure.NEW: (self.tr("Came"), period),
            Figure.RESOLVED: (self.tr("Resolved"), self._median(board.resolve_ms) or period),
            Figure.CANCELLED: (self.tr("Cancelled"), period),
            Figure.INBOX: (self.tr("In the inbox"), self.tr("now")),
            Figure.IN_PROGRESS: (self.tr("In progress"), self.tr("now")),
            Figure.OVERDUE: (self.tr("Overdue"), self.tr("now")),
            Figure.DUE_SOON: (self.tr("Due in an hour"), self.tr("now")),
            Figure.REOPENED: (self.tr("Reopened"), self.tr("now")),
            Figure.ACCEPTED: (self.tr("Accepted"), self._median(board.accept_ms) or period),
            Figure.RATED: (self.tr("Customers' rating"), self._rated(counts[Figure.RATED])),
        }
        for figure, button in self.figures.items():
            caption, below = names[figure]
            value = counts[figure].value
            number = language.number(value)
            if figure is Figure.RATED:
                number = "–" if board.rating is None else language.digits(f"{board.rating:.1f}")
            button.set(caption, number, below, urgent=value > 0)

    def _median(self, ms: int | None) -> str:
        if ms is None:
            return ""
        return self.tr("median {0}").format(self._context.language.duration(ms))

    def _rated(self, count: Count) -> str:
        return self.tr("of {0} ratings").format(self._context.language.number(count.value))

    def _pairs(self, board: Dashboard, hours: bool) -> list[Pair]:
        language = self._context.language
        slots = list(board.slots)
        while hours and len(slots) > 8 and not (slots[0].came.value or slots[0].resolved.value):
            slots.pop(0)
        pairs = []
        for slot in slots:
            label = language.time(slot.span.start) if hours else language.date(slot.span.start)
            came = self.tr("{0}: {1} came").format(label, language.number(slot.came.value))
            resolved = self.tr("{0}: {1} resolved").format(label, language.number(slot.resolved.value))
            pairs.append(Pair(label, slot.came, slot.resolved, came, resolved))
        return pairs

    def _who(self) -> str:
        """Name, duty, office and feeders in charge."""
        me, language, directory = self._context.me, self._context.language, self._directory.value
        name = (me.name_bn if language.code == "bn" else me.name) or me.name or me.officer
        office = directory.offices.get(me.office or "")
        feeders = ", ".join(filter(None, (self._text.feeder(feeder) for feeder in me.feeders)))
        parts = [name, duty_name(me.duty), language.name(office) if office else ""]
        if feeders:
            parts.append(self.tr("Feeders in charge: {0}").format(feeders))
        return " · ".join(filter(None, parts))

    def _days(self, span: Span) -> str:
        language, last = self._context.language, span.end - 1
        first, end = language.date(span.start), language.date(last)
        return end if first == end else self.tr("{0} to {1}").format(first, end)

    def _fill(self, name: str, widget: QWidget) -> None:
        holder = self._holders[name]
        while (item := holder.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        holder.addWidget(widget)
        # Shown at once: the page's height is taken before Qt would show it by itself.
        widget.setVisible(True)


def _headed(title: QLabel, beside: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(title, 1)
    row.addLayout(beside)
    return row
