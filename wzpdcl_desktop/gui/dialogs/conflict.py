"""Two changed the same: what was, mine, the server's. The officer decides; nothing is chosen beforehand."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.conflicts import Choice, Clash
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.conflict_words import ConflictWords
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.models.outbox_text import ICONS, OutboxText
from wzpdcl_desktop.gui.models.row_text import STATE_ICONS
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.banner import Banner
from wzpdcl_desktop.gui.widgets.buttons import DANGER, PRIMARY, SECONDARY, Button
from wzpdcl_desktop.gui.widgets.choice_card import ChoiceCard
from wzpdcl_desktop.gui.widgets.scrim import Scrim

_WIDTH, _ROOM = 860, 48
_COLUMN_ICONS = ("clock-counter-clockwise", "user", "cloud")
#: Colour of a state's word.
_STATE_TOKENS = {"in_progress": "progress"}


class ConflictDialog(DialogFrame):
    """Shows a clash. Esc and Back change nothing.

    Attributes:
        decided: ``(Clash, Choice)``: as it was shown, and what was chosen.
        cards: The choices; none is made beforehand.
        lead, text, beside: What happened; what the officer wrote, if nothing else can be shown; what fits
            together by itself.
        error: Why what was chosen could not be done.
    """

    decided = Signal(object, object)

    def __init__(
        self,
        context: DeskContext,
        directory: Directory,
        outbox: OutboxText,
        clash: Clash,
        window: QWidget | None,
    ) -> None:
        width = _WIDTH if window is None else min(_WIDTH, window.width() - _ROOM)
        super().__init__(context.theme, window, width=width)
        self._context, self._directory, self._outbox = context, directory, outbox
        self.clash = clash
        self._busy = False
        theme = context.theme
        self.lead = self.add_text("")
        self.text = self.add_text("", quiet=True)
        self.cards = {choice: ChoiceCard(theme) for choice in Choice}
        self._group = QButtonGroup(self)
        self._columns = [_ColumnHead(theme, icon) for icon in _COLUMN_ICONS]
        self._seen = QLabel()
        self._body, self._scroll = QWidget(), QScrollArea()
        self.beside = Banner(theme, "resolved", icon="check-circle")
        self.error = Banner(theme, "breached")
        self.copy_button = self.add_button(Button(theme, "", SECONDARY, "copy"))
        self.back_button = self.add_button(Button(theme))
        self.button = self.add_button(Button(theme, "", PRIMARY))
        self._scrim = Scrim(window) if window is not None else None
        self._build()
        self.show_clash(clash)
        first = next((card for card in self.cards.values() if card.isEnabled()), None)
        (first if first is not None and clash.theirs is not None else self.back_button).setFocus()
        self.finished.connect(self._unveil)

    @property
    def choice(self) -> Choice | None:
        """What is chosen now."""
        return next((choice for choice, card in self.cards.items() if card.isChecked()), None)

    def show_clash(self, clash: Clash) -> None:
        """Show it, or how it is now: a choice that was made over something else is made no more."""
        if clash.theirs != self.clash.theirs:
            self._choose_nothing()
        self.clash = clash
        words = ConflictWords(self._context, self._directory, clash, self._outbox)
        self.set_heading(words.heading())
        self.lead.setText(words.lead())
        for column, (title, when) in zip(self._columns, words.columns(), strict=True):
            column.set(title, when)
        self._seen.setText("\n".join(words.seen()))
        self._show_cards(words)
        beside = words.beside()
        self.beside.set("resolved", beside)
        self.beside.setVisible(bool(beside))
        self.copy_button.setText(self.tr("Copy the text"))
        self.copy_button.setVisible(bool(clash.text))
        self.back_button.setText(self.tr("Back"))
        self._chosen()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_clash(self.clash)
        super().changeEvent(event)

    def refuse(self, text: str) -> None:
        """It could not be done: say why and leave the rest as it is."""
        self.error.set("breached", text)
        self.error.show()
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """What was chosen is being done: not a second time."""
        self._busy = busy
        self._chosen()

    def _show_cards(self, words: ConflictWords) -> None:
        clash, theirs = self.clash, self.clash.theirs
        gone = theirs is None
        self.text.setText(words.short(clash.text))
        self.text.setVisible(gone and bool(clash.text))
        self._body.setVisible(not gone)
        self._scroll.setVisible(not gone)
        if theirs is None:
            return
        title, lines = words.mine()
        icon = STATE_ICONS[clash.state] if clash.state else ICONS[clash.item.command.type]
        token = _token(clash.state.value) if clash.state else "text"
        self.cards[Choice.MINE].set(icon, token, title, lines, words.refusal(Choice.MINE))
        title, lines = words.theirs()
        self.cards[Choice.THEIRS].set(STATE_ICONS[theirs.state], _token(theirs.state.value), title, lines)
        message = self.cards[Choice.MESSAGE]
        title, lines = words.message()
        message.set("chat-text", "text", title, lines, words.refusal(Choice.MESSAGE))
        message.setVisible(clash.refusals.get(Choice.MESSAGE) != "text")
        for card in self.cards.values():
            if card.isChecked() and not card.isEnabled():
                self._choose_nothing()

    def _build(self) -> None:
        theme = self._context.theme
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for place, column in enumerate(self._columns):
            grid.addWidget(column, 0, place)
            grid.setColumnStretch(place, (2, 3, 3)[place])
        self._seen.setFont(theme.font("control"))
        self._seen.setWordWrap(True)
        self._seen.setTextFormat(Qt.TextFormat.PlainText)
        self._seen.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._seen.setContentsMargins(26, 11, 0, 0)
        grid.addWidget(self._seen, 1, 0)
        grid.addWidget(self.cards[Choice.MINE], 1, 1)
        grid.addWidget(self.cards[Choice.THEIRS], 1, 2)
        grid.addWidget(self.cards[Choice.MESSAGE], 2, 1, 1, 2)
        grid.addWidget(self.beside, 3, 0, 1, 3)
        for card in self.cards.values():
            self._group.addButton(card)
        self._group.buttonToggled.connect(self._chosen)
        self._body.setBackgroundRole(QPalette.ColorRole.Base)
        # Its words wrap: the height that it asks for unasked is that of its least width.
        self._body.setMinimumHeight(1)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self._scroll)
        self.column.addWidget(self.error)
        self.error.hide()
        self.copy_button.clicked.connect(self._copy)
        self.back_button.clicked.connect(self.reject)
        self.button.setDefault(True)
        order = (*self.cards.values(), self.copy_button, self.back_button, self.button)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.button.clicked.connect(self._decide)

    def _fit(self) -> None:
        """As high as the content, but not higher than the window: then it scrolls."""
        layout = self._body.layout()
        assert layout is not None
        needed = layout.totalHeightForWidth(self.minimumWidth() - 40)
        parent = self.parentWidget()
        most = max(160, parent.height() - 260) if parent is not None else needed
        self._scroll.setFixedHeight(min(needed, most))

    def _chosen(self) -> None:
        words = ConflictWords(self._context, self._directory, self.clash, self._outbox)
        gone = self.clash.theirs is None
        choice = Choice.THEIRS if gone else self.choice
        self.button.set_kind(DANGER if choice is Choice.THEIRS else PRIMARY)
        self.button.setText(words.verb(choice))
        self.button.setEnabled(choice is not None and not self._busy)

    def _choose_nothing(self) -> None:
        self._group.setExclusive(False)
        for card in self.cards.values():
            card.setChecked(False)
        self._group.setExclusive(True)

    def _decide(self) -> None:
        choice = Choice.THEIRS if self.clash.theirs is None else self.choice
        if choice is not None:
            self.error.hide()
            self.decided.emit(self.clash, choice)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.clash.text)

    def _unveil(self) -> None:
        scrim, self._scrim = self._scrim, None
        if scrim is not None:
            scrim.hide()
            scrim.deleteLater()


class _ColumnHead(QWidget):
    """Icon, title and time over a column."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._title, self._when = QLabel(), QLabel()
        self._title.setFont(theme.font("control"))
        self._when.setFont(theme.font("second"))
        self._when.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 4, 4, 4)
        column.setSpacing(0)
        for label in (self._title, self._when):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)

    def set(self, title: str, when: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._when.setText(when)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and icon."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(QRect(0, 0, self.width() + 12, self.height()), tokens.subtle)
        picture = icons.pixmap(self._icon, 16, tokens.text2, self.devicePixelRatioF())
        painter.drawPixmap(5, 8, picture)


def _token(state: str) -> str:
    return _STATE_TOKENS.get(state, state)
