"""Strips above the queue: what stands in the way of sending, and the first load."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from wzpdcl_desktop.domain.link import LinkState, LinkStatus, LoadProgress, Stage
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.updates import UpdateDesk, UpdateState
from wzpdcl_desktop.gui.widgets.banner import Banner

#: While the line is so, or nobody knows yet, the first load goes on.
_COMING = (LinkStatus.ONLINE, LinkStatus.CONNECTING)


class Banners(QWidget):
    """At most one strip about the line, and one about the first load.

    Attributes:
        sign_in_requested: The verb of the strip about the ended session.
        update_requested: The officer wants to see about the new version.
    """

    sign_in_requested = Signal()
    update_requested = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._state = LinkState()
        self._progress: LoadProgress | None = None
        self.link = Banner(theme)
        self.load = Banner(theme, icon="download-simple")
        self.update_strip = Banner(theme, icon="download-simple")
        self._updates: UpdateDesk | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.link, self.load, self._bar, self.update_strip):
            column.addWidget(part)
        self._write()

    def set_link(self, state: LinkState) -> None:
        """The line changed."""
        self._state = state
        self._write()

    def follow_updates(self, updates: UpdateDesk) -> None:
        """Tell of a new version from now on."""
        self._updates = updates
        updates.changed.connect(self._write)
        self._write()

    def set_progress(self, progress: LoadProgress) -> None:
        """The first load went on, or ended."""
        self._progress = progress
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        text, role, verb = self._link_words()
        asked = (
            self.sign_in_requested if self._state.status is LinkStatus.SIGNED_OUT else self.update_requested
        )
        self.link.set(role, text, verb, asked.emit if verb else None)
        self.link.setVisible(bool(text))
        news, verb = self._update_words()
        self.update_strip.set("accent", news, verb, self.update_requested.emit if verb else None)
        self.update_strip.setVisible(bool(news))
        progress = self._progress
        loading = progress is not None and progress.stage is not Stage.DONE
        self.load.setVisible(loading)
        self._bar.setVisible(loading and progress is not None and bool(progress.total))
        if progress is not None and loading:
            self.load.set("quiet", self._load_words(progress))
            self._bar.setRange(0, progress.total or 1)
            self._bar.setValue(min(progress.rows, progress.total or 0))

    def _link_words(self) -> tuple[str, str, str]:
        """Text, role, verb of the strip about the line; all empty where none is due."""
        status = self._state.status
        if status is LinkStatus.SIGNED_OUT:
            return self.tr("Session ended. Work goes on; sign in to send."), "soon", self.tr("Sign in")
        if status is LinkStatus.CLOCK_WRONG:
            minutes = abs(self._state.clock_offset or 0) // 60_000
            text = self.tr(
                "The clock of this PC is %Ln minute(s) off. Set it right in the PC's settings.", "", minutes
            )
            return text, "soon", ""
        if status is LinkStatus.UPGRADE_NEEDED:
            return (
                self.tr("This version is too old to send. Install the new one; what waits is kept."),
                "soon",
                self.tr("New version") if self._updates is not None else "",
            )
        if status is LinkStatus.DISK_FULL:
            return self.tr("The disk is full. Make room; your own work is still being kept."), "breached", ""
        if status is LinkStatus.NOT_THE_SERVER:
            return (
                self.tr("The network asks for its own sign-in. Open a browser and sign in to the Wi-Fi."),
                "soon",
                "",
            )
        return "", "quiet", ""

    def _update_words(self) -> tuple[str, str]:
        """Text and verb of the strip about a new version; both empty where there is none."""
        updates = self._updates
        if updates is None or updates.update is None:
            return "", ""
        version = self._language.digits(updates.update.version)
        if updates.state is UpdateState.READY:
            text = self.tr("Version {0} is ready. It is installed when you quit the program.").format(version)
            return text, self.tr("See")
        if updates.state is UpdateState.OFFERED and self._state.status is not LinkStatus.UPGRADE_NEEDED:
            return self.tr("There is a new version of the program: {0}").format(version), self.tr("See")
        return "", ""

    def _load_words(self, progress: LoadProgress) -> str:
        rows = self._language.number(progress.rows)
        if self._state.status not in _COMING:
            text = self.tr("{0} complaints are on this PC; the rest comes with the line").format(rows)
        elif progress.total is not None:
            text = self.tr("Complaints arriving: {0} of {1}").format(
                rows, self._language.number(progress.total)
            )
        else:
            text = self.tr("Complaints arriving: {0}").format(rows)
        if progress.usable:
            text += " · " + self.tr("the open ones are all here")
        return text
