"""What stands in place of the queue when it has no rows: always with the reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wzpdcl_desktop.domain.complaints import NavCounts, View
from wzpdcl_desktop.domain.link import LinkState, LoadProgress, Stage
from wzpdcl_desktop.gui.actions import VIEWS, Actions
from wzpdcl_desktop.gui.docks.panel_empty import PanelEmpty
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.models.queue_model import CLOSED_VIEWS
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button
from wzpdcl_desktop.gui.words import view_name

#: Where the work goes on when a list is empty.
_NEXT = {View.INBOX: View.IN_PROGRESS, View.IN_PROGRESS: View.INBOX}


class QueueEmpty(PanelEmpty):
    """The three reasons why a list is empty: all done, filtered away, or not here yet."""

    def __init__(
        self, theme: Theme, language: Language, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._theme_of_chips, self._language, self._actions = theme, language, actions
        self._chips = QWidget()
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.extra.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_done(self, view: View, counts: NavCounts | None) -> None:
        """Nothing is left to do in a list."""
        self._set_chips([])
        following = _NEXT.get(view)
        waiting = counts.views.get(following, 0) if counts and following else 0
        button, callback = "", None
        if following and waiting:
            button = self.tr("See {list} ({count})").format(
                list=view_name(following), count=self._language.number(waiting)
            )
            callback = self._actions.get(VIEWS[following]).trigger
        self.set(
            "check-circle", self._done_fact(view), self._done_reason(view), button, callback, role="resolved"
        )

    def show_filtered(
        self,
        chips: list[tuple[str, Callable[[], None]]],
        total: int | None,
        view: View,
        clear: Callable[[], None],
    ) -> None:
        """Search or filters hold everything back.

        Args:
            chips: What is filtered, and how to take just that away.
            total: How many there are without filters, None while unknown.
        """
        reason = ""
        if total is not None:
            reason = self.tr("Without filters, {list} has {count}.").format(
                list=view_name(view), count=self._language.number(total)
            )
        self.set("funnel", self.tr("Nothing matches"), reason, self.tr("Clear filters"), clear, kind=PRIMARY)
        self._set_chips(chips)

    def show_not_here(self, link: LinkState) -> None:
        """The list has never been fetched."""
        self._set_chips([])
        reason = (
            self.tr("It is on its way. You can go on with everything else.")
            if link.online
            else self.tr("It could not be fetched offline. It comes by itself when the line is back.")
        )
        retry = self._actions.get("view.refresh").trigger
        self.set("cloud-slash", self.tr("Not downloaded yet"), reason, self.tr("Try again"), retry)

    def _done_fact(self, view: View) -> str:
        return {
            View.INBOX: self.tr("Inbox empty"),
            View.IN_PROGRESS: self.tr("Nothing in progress"),
            View.RESOLVED: self.tr("Nothing resolved yet"),
            View.CANCELLED: self.tr("Nothing cancelled"),
            View.DUE_SOON: self.tr("Nothing is due within an hour"),
            View.OVERDUE: self.tr("Nothing is overdue"),
            View.REOPENED: self.tr("Nothing was reopened"),
            View.ALL: self.tr("No complaints"),
        }[view]

    def _done_reason(self, view: View) -> str:
        if view is View.INBOX:
            return self.tr("Every complaint has been taken up. New ones appear here by themselves.")
        if view is View.IN_PROGRESS:
            return self.tr("What you accept from the inbox appears here.")
        if view in CLOSED_VIEWS:
            return self.tr("What is closed appears here with the customer's rating.")
        return self.tr("This list fills by itself as time goes on.")

    def _set_chips(self, chips: list[tuple[str, Callable[[], None]]]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for text, remove in chips:
            chip = Button(self._theme_of_chips, text, icon="x", small=True)
            chip.set_height(24)
            chip.setAccessibleName(self.tr("Take away: {0}").format(text))
            chip.clicked.connect(remove)
            self._row.addWidget(chip)
        self._chips.setVisible(bool(chips))


def is_here(view: View, link: LinkState, progress: LoadProgress | None) -> bool:
    """Whether a list has been fetched far enough to be called empty."""
    if progress is None:
        return link.last_sync_at is not None
    return progress.stage is Stage.DONE if view in CLOSED_VIEWS else progress.usable
