"""What the detail panel is made of, from top to bottom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.complaints import ComplaintDetail, History, Mark, View
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.actions import key_text
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.docks.composer import Composer
from wzpdcl_desktop.gui.docks.detail_facts import DetailFacts, Line
from wzpdcl_desktop.gui.docks.detail_head import DetailHead
from wzpdcl_desktop.gui.docks.drafts import DraftKeeper
from wzpdcl_desktop.gui.docks.queue_empty import is_here
from wzpdcl_desktop.gui.docks.timeline_view import TimelineView
from wzpdcl_desktop.gui.models.row_text import RowText
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.widgets.banner import Banner
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.services.ready_texts import values_of


class DetailView(QWidget):
    """The way back, head, facts, timeline, and the box to write in."""

    def __init__(self, context: DeskContext, text: RowText, drafts: DraftKeeper) -> None:
        super().__init__()
        self._context, self._text = context, text
        self._back_to: int | None = None
        theme, language = context.theme, context.language
        self.back = Button(theme, "", LINK, "arrow-left")
        self._back_row, self._back_line = QWidget(), Line(theme)
        self.head = DetailHead(theme, language, context.actions, text)
        self.facts = DetailFacts(theme, language, text, context.actions)
        self.timeline = TimelineView(theme, language, context.clock, context.me)
        self.composer = Composer(theme, language, drafts)
        self.error = Banner(theme, "breached")
        self.clash = Banner(theme, "conflict")
        self._scroll = QScrollArea()
        self._build()

    def show_detail(
        self, detail: ComplaintDetail, allowed: dict[Action, str | None], history: History, *, writable: bool
    ) -> None:
        """Show a complaint.

        Args:
            writable: Whether this officer may do anything to it.
        """
        self.head.show_detail(detail, allowed)
        self.facts.show_detail(detail)
        notifier = self._context.notifier
        complete = is_here(View.RESOLVED, notifier.link_state, notifier.load_progress)
        self.facts.history.show_history(detail.row.id, history, complete=complete)
        self.timeline.show_entries(detail.timeline, notifier.link_state.online)
        directory, office = self._text.directory, self._context.me.office or ""
        self.composer.set_values(values_of(detail.row, directory, office, self._context.language.code))
        self.composer.setVisible(writable)
        self._show_clash(detail.row.mark)
        follow_layout(self)

    def _show_clash(self, mark: Mark) -> None:
        """Say that an action needs a decision."""
        decide = self._context.actions.get("complaint.decide")
        if mark is Mark.CONFLICT:
            text = self.tr("It was changed in two places.")
        else:
            text = self.tr("An action on it was not taken.")
        self.clash.set("conflict", text, self.tr("Decide…"), decide.trigger)
        self.clash.setVisible(decide.isEnabled())

    def show_way_back(self, complaint_id: int | None) -> None:
        """Offer the way back to a complaint; None for none."""
        self._back_to = complaint_id
        self._back_row.setVisible(complaint_id is not None)
        self._back_line.setVisible(complaint_id is not None)
        language = self._context.language
        self.back.setText(self.tr("Back to {0}").format(language.digits(complaint_id or 0)))
        self.back.set_badge(key_text(self._context.actions.get("complaint.back"), language))

    def to_top(self) -> None:
        """Another complaint is read from its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.show_way_back(self._back_to)
        self._scroll.setAccessibleName(self.tr("Customer, place and what has happened"))

    def _build(self) -> None:
        theme = self._context.theme
        row = QHBoxLayout(self._back_row)
        row.setContentsMargins(14, 4, 16, 4)
        row.addWidget(self.back)
        row.addStretch(1)
        self.back.clicked.connect(self._context.actions.get("complaint.back").trigger)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.facts)
        column.addWidget(self.timeline)
        column.addStretch(1)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMinimumHeight(8)  # in a low window what can be done comes first
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for part in (self._back_row, self._back_line, self.head, Line(theme), self.error, self.clash):
            body.addWidget(part)
        body.addWidget(self._scroll, 1)
        body.addWidget(Line(theme))
        body.addWidget(self.composer)
        self.error.hide()
        self.clash.hide()
        self._retranslate()
