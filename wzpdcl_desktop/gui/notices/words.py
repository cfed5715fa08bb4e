"""The words of notices, the same for list, desktop and screen reader. They name no person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from wzpdcl_desktop.domain.notices import Notice, NoticeKind
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.directory_holder import DirectoryHolder

#: Icon and role of colour of each kind.
LOOKS = {
    NoticeKind.NEW: ("tray", "inbox"),
    NoticeKind.REOPENED: ("arrow-counter-clockwise", "inbox"),
    NoticeKind.SOON: ("timer", "soon"),
    NoticeKind.OVERDUE: ("warning-octagon", "breached"),
    NoticeKind.MESSAGE: ("chat-text", "progress"),
}
_NUMBERS = 3


class NoticeWords(QObject):
    """Writes notices in the language of now."""

    def __init__(self, language: Language, directory: DirectoryHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._directory = language, directory

    def headline(self, notice: Notice) -> str:
        """What happened, and to how many."""
        return self._counted(notice.kind, len(notice.complaints))

    def where(self, notice: Notice) -> str:
        """The feeder, if it is one, and the numbers of the first complaints."""
        feeder = self._directory.value.feeders.get(notice.feeder or "")
        numbers = [self._language.digits(number) for number in notice.complaints[:_NUMBERS]]
        text = ", ".join(numbers)
        if len(notice.complaints) > _NUMBERS:
            text += " …"
        return f"{self._language.name(feeder)} · {text}" if feeder else text

    def spoken(self, notice: Notice, now: int) -> str:
        """A notice in one sentence, for a screen reader."""
        parts = [self.headline(notice), self.where(notice), self._language.day_time(notice.at, now)]
        if not notice.read:
            parts.insert(0, self.tr("Not read"))
        return ", ".join(parts)

    def popup(self, notices: Sequence[Notice]) -> tuple[str, str]:
        """Title and text of one desktop notification about all of them."""
        if len(notices) == 1:
            return self.headline(notices[0]), self.where(notices[0])
        counts = dict.fromkeys(NoticeKind, 0)
        for notice in notices:
            counts[notice.kind] += len(notice.complaints)
        lines = [self._counted(kind, count) for kind, count in counts.items() if count]
        if len(lines) > 1:
            return self.tr("%Ln notice(s)", "", len(notices)), "\n".join(lines)
        return lines[0], "\n".join(self.where(notice) for notice in notices[:_NUMBERS])

    def unread(self, count: int) -> str:
        """How many have not been read."""
        return self.tr("%Ln notice(s) not read", "", count) if count else self.tr("No unread notices")

    def _counted(self, kind: NoticeKind, count: int) -> str:
        if kind is NoticeKind.NEW:
            return self.tr("%Ln new complaint(s)", "", count)
        if kind is NoticeKind.REOPENED:
            return self.tr("%Ln complaint(s) reopened", "", count)
        if kind is NoticeKind.SOON:
            return self.tr("%Ln complaint(s) due soon", "", count)
        if kind is NoticeKind.OVERDUE:
            return self.tr("%Ln complaint(s) overdue", "", count)
        return self.tr("%Ln customer(s) wrote", "", count)
