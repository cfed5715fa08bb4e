"""The top of the detail panel: number, title, state, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.complaints import OPEN_STATES, ComplaintDetail, Mark, State
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.domain.urgency import Urgency
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.complaint_copies import CALL, COPIES
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.row_text import (
    CLOCK_ICONS,
    MARK_ICONS,
    STATE_ICONS,
    RowText,
    mark_word,
    state_word,
)
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import DANGER, PRIMARY, SECONDARY, Button
from wzpdcl_desktop.gui.widgets.chip import Chip
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel
from wzpdcl_desktop.gui.widgets.flow import FlowLayout

#: Digit, kind and icon of each button, in the order drawn.
_BUTTONS = {
    Action.ACCEPT: ("1", PRIMARY, "check"),
    Action.RESOLVE: ("3", PRIMARY, "check-circle"),
    Action.MESSAGE: ("2", SECONDARY, ""),
    Action.CANCEL: ("4", DANGER, ""),
}
#: The way on from each state; the button is drawn even where it is not allowed, with the reason beside. What
#: the server allows has its button anyway.
_OFFERED = {
    State.INBOX: (Action.ACCEPT, Action.MESSAGE, Action.CANCEL),
    State.IN_PROGRESS: (Action.RESOLVE, Action.MESSAGE, Action.CANCEL),
    State.RESOLVED: (Action.MESSAGE,),
    State.CANCELLED: (Action.MESSAGE,),
}
_MARK_ROLES = {
    Mark.WAITING: "waiting",
    Mark.SENDING: "progress",
    Mark.HELD: "quiet",
    Mark.FAILED: "breached",
    Mark.CONFLICT: "conflict",
}


class DetailHead(QWidget):
    """Number and source, title, chips, buttons."""

    def __init__(self, theme: Theme, language: Language, actions: Actions, text: RowText) -> None:
        super().__init__()
        self._theme, self._language, self._actions, self._text = theme, language, actions, text
        self._detail: ComplaintDetail | None = None
        self._allowed: dict[Action, str | None] = {}
        self._number, self.title, self.why = ElidedLabel(), QLabel(), QLabel()
        self.policy = ElidedLabel()
        self._chips = [Chip(theme) for _ in range(3)]
        self.buttons = {action: Button(theme, "", kind, icon) for action, (_, kind, icon) in _BUTTONS.items()}
        self._previous, self._next, self._more = QToolButton(), QToolButton(), QToolButton()
        self._menu = QMenu(self._more)
        self._build()
        self._draw()
        theme.changed.connect(self._draw)

    def show_detail(self, detail: ComplaintDetail, allowed: dict[Action, str | None]) -> None:
        """Show a complaint.

        Args:
            allowed: For each action None, or the code of the reason why not.
        """
        self._detail, self._allowed = detail, allowed
        self.refresh()

    @property
    def chips(self) -> list[str]:
        """Words of the chips shown."""
        return [chip.text for chip in self._chips if not chip.isHidden()]

    def refresh(self) -> None:
        """Write everything again: the clock or the language went on."""
        if self._detail is None:
            return
        row = self._detail.row
        digits = self._language.digits
        when = self._language.day_time(row.created_at, self._text.now())
        self._number.setText(f"{digits(row.id)} · {when}, {self._source(self._detail.source)}")
        self.title.setText(self._text.category(row.category))
        self._show_chips(self._detail)
        self._show_buttons(row.state)
        self._previous.setToolTip(self.tr("Previous (Alt+Up)"))
        self._previous.setAccessibleName(self.tr("Previous complaint"))
        self._next.setToolTip(self.tr("Next (Alt+Down)"))
        self._next.setAccessibleName(self.tr("Next complaint"))
        self._more.setToolTip(self.tr("More"))
        self._more.setAccessibleName(self.tr("More"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 10)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(0)
        self._number.setFont(self._theme.font("second"))
        self._number.setProperty("quiet", True)
        top.addWidget(self._number, 1)
        for tool in (self._previous, self._next, self._more):
            tool.setFixedSize(26, 26)
            tool.setIconSize(QSize(16, 16))
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        top.addWidget(self._previous)
        top.addWidget(self._next)
        top.addWidget(self._more)
        self.title.setFont(self._theme.font("title"))
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        chips = FlowLayout(6)
        for chip in self._chips:
            chips.addWidget(chip)
        self.policy.setFont(self._theme.font("caption"))
        self.policy.setProperty("quiet", True)
        row = FlowLayout(8)
        for action, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(self._actions.get(f"complaint.{action.value}").trigger)
        self.why.setFont(self._theme.font("second"))
        self.why.setProperty("quiet", True)
        self.why.setWordWrap(True)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addLayout(chips)
        column.addWidget(self.policy)
        column.addSpacing(2)
        column.addLayout(row)
        column.addWidget(self.why)
        self._previous.clicked.connect(self._actions.get("queue.prev").trigger)
        self._next.clicked.connect(self._actions.get("queue.next").trigger)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.addAction(self._actions.get(CALL))
        self._menu.addActions([self._actions.get(action) for action in COPIES])
        self._menu.aboutToShow.connect(self._actions.draw_icons)
        self._menu.addSeparator()
        self._menu.addAction(self._actions.get("complaint.reassign"))

    def _show_chips(self, detail: ComplaintDetail) -> None:
        row, kind = detail.row, self._text.urgency(detail.row)
        state, clock, mark = self._chips
        state.set(STATE_ICONS[row.state], state_word(row.state), row.state.value)
        clock.setVisible(row.state in OPEN_STATES)
        self.policy.setVisible(row.state in OPEN_STATES)
        self.policy.setText(self._text.policy_clock(row))
        if kind is not Urgency.CLOSED:
            clock.set(CLOCK_ICONS[kind], self._clock_words(detail, kind), kind.value)
        reopened = row.reopen_count > 0
        mark.setVisible(row.mark is not Mark.NONE or reopened)
        if row.mark is not Mark.NONE:
            mark.set(MARK_ICONS[row.mark], mark_word(row.mark), _MARK_ROLES[row.mark])
        elif reopened:
            count = self._language.digits(row.reopen_count)
            mark.set("arrow-counter-clockwise", self.tr("Reopened: {0}").format(count), "quiet")

    def _clock_words(self, detail: ComplaintDetail, kind: Urgency) -> str:
        left = self._text.left(detail.row)
        duration = self._language.duration(left.ms, working=left.working)
        if kind is Urgency.BREACHED:
            return self.tr("{0} overdue").format(duration)
        rest = self.tr("{0} left").format(duration)
        if detail.row.mark is not Mark.NONE or detail.row.reopen_count:
            return rest  # a third chip needs the room
        return f"{rest} · {self._text.deadline(detail.row)}"

    def _show_buttons(self, state: State) -> None:
        words = {
            Action.ACCEPT: self.tr("Accept"),
            Action.RESOLVE: self.tr("Resolve"),
            Action.MESSAGE: self.tr("Message"),
            Action.CANCEL: self.tr("Cancel"),
        }
        reasons = []
        for action, button in self.buttons.items():
            reason = self._allowed.get(action)
            offered = reason is None or action in _OFFERED[state]
            button.setVisible(offered)
            button.setEnabled(reason is None)
            button.setText(words[action])
            button.set_badge(self._language.digits(_BUTTONS[action][0]))
            if offered and reason is not None:
                reasons.append(explain(reason).line)
        self.why.setText(reasons[0] if reasons else "")
        self.why.setVisible(bool(reasons))

    def _source(self, source: str) -> str:
        return {
            "app": self.tr("from the app"),
            "web": self.tr("from the web"),
            "call_centre": self.tr("from the call centre"),
            "office": self.tr("at the office"),
        }.get(source, source)

    def _draw(self) -> None:
        color = self._theme.tokens.text2
        for button, name in (
            (self._previous, "caret-up"),
            (self._next, "caret-down"),
            (self._more, "dots-three"),
        ):
            button.setIcon(icons.icon(name, color))
