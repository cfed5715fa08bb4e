"""The foot of the window: how the line is and what that means, what waits, the last sync, the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStatusBar, QWidget

from wzpdcl_desktop.domain.clock import Clock
from wzpdcl_desktop.domain.complaints import NavCounts
from wzpdcl_desktop.domain.link import LinkState
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import LINK, Button
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel
from wzpdcl_desktop.gui.words import link_look, link_words

HEIGHT = 28


class StatusBar(QStatusBar):
    """Always true: it never promises more than the line holds.

    Attributes:
        outbox_requested: The waiting count was pressed.
    """

    outbox_requested = Signal()

    def __init__(self, theme: Theme, language: Language, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language, self._clock = theme, language, clock
        self._state = LinkState()
        self._waiting = self._failed = 0
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(False)
        self.setFixedHeight(HEIGHT)
        self._icon, self.word, self.meaning = QLabel(), QLabel(), ElidedLabel()
        self.waiting = Button(theme, "", LINK, "hourglass-medium", small=True)
        self.last_sync = QLabel()
        self._dividers = (_divider(), _divider())
        self._keys: list[tuple[QLabel, QLabel]] = []
        self._arrange()
        self.waiting.clicked.connect(self.outbox_requested)
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._write)
        self._minute.start()
        theme.changed.connect(self._write)
        self._write()

    def set_link(self, state: LinkState) -> None:
        """Show the state of the line."""
        self._state = state
        self._write()

    def set_counts(self, counts: NavCounts) -> None:
        """Show what waits."""
        self._waiting, self._failed = counts.outbox, counts.outbox_failed
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _arrange(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(10, 0, 16, 0)
        row.setSpacing(7)
        for part in (self._icon, self.word, self.meaning, self._dividers[0], self.waiting, self._dividers[1]):
            row.addWidget(part)
        row.addWidget(self.last_sync)
        row.addStretch(1)
        for _ in range(4):
            badge, name = QLabel(), QLabel()
            badge.setObjectName("keyBadge")
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            badge.setFixedSize(18, 18)
            badge.setFont(self._theme.font("caption"))
            name.setFont(self._theme.font("second"))
            name.setProperty("quiet", True)
            self._keys.append((badge, name))
            row.addWidget(badge)
            row.addWidget(name)
            row.addSpacing(4)
        bold = self._theme.font("second")
        bold.setWeight(QFont.Weight.DemiBold)
        self.word.setFont(bold)
        self.waiting.setFont(bold)
        self.waiting.set_height(24)
        for label in (self.meaning, self.last_sync):
            label.setFont(self._theme.font("second"))
            label.setProperty("quiet", True)
        self.addPermanentWidget(holder, 1)

    def _write(self) -> None:
        name, token = link_look(self._state.status)
        tokens = self._theme.tokens
        self._icon.setPixmap(icons.pixmap(name, 16, tokens.pick(token), self.devicePixelRatioF()))
        word, meaning = link_words(self._state.status)
        self.word.setText(word)
        self.meaning.setText(meaning)
        self._icon.setToolTip(f"{word}. {meaning}")
        self._write_waiting()
        self.last_sync.setText(self._sync_text())
        self.last_sync.setToolTip(self._check_text())
        digits = self._language.digits
        names = (self.tr("Accept"), self.tr("Message"), self.tr("Resolve"), self.tr("Cancel"))
        for number, ((badge, label), text) in enumerate(zip(self._keys, names, strict=True), 1):
            badge.setText(digits(number))
            label.setText(text)
        self.setAccessibleName(f"{word}. {meaning}. {self.last_sync.text()}")
        self.setAccessibleDescription(self._check_text())

    def _write_waiting(self) -> None:
        parts = []
        if self._waiting:
            parts.append(self.tr("%Ln waiting", "", self._waiting))
        if self._failed:
            parts.append(self.tr("%Ln not sent", "", self._failed))
        self.waiting.setText(", ".join(parts))
        role = "breached" if self._failed else "waiting"
        self.waiting.set_color(role)
        self.waiting.set_icon_name("warning-circle" if self._failed else "hourglass-medium")
        self.waiting.setVisible(bool(parts))
        self._dividers[1].setVisible(bool(parts))

    def _sync_text(self) -> str:
        last = self._state.last_sync_at
        if last is None:
            return self.tr("Not synced yet")
        now = self._clock.now()
        when = self._language.day_time(last, now)
        if now - last < 86_400_000:
            when = self._language.time(last)
        text = self.tr("Last sync {0}").format(when)
        minutes = (now - last) // 60_000
        if 1 <= minutes < 60:
            text += ", " + self.tr("%Ln minute(s) ago", "", minutes)
        return text

    def _check_text(self) -> str:
        checked = self._state.checked_at
        if checked is None:
            return self.tr("Not yet compared with the server; this is done once a day.")
        when = self._language.day_time(checked, self._clock.now())
        return self.tr("Compared with the server {0}: what is on this PC agrees.").format(when)


def _divider() -> QFrame:
    line = QFrame()
    line.setObjectName("divider")
    line.setFixedSize(1, 16)
    return line
