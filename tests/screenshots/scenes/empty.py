"""A list without rows: nothing to do, still on its way, not on this PC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import LIGHT, Picture, Stage, Visit
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain import link
from wzpdcl_desktop.domain.complaints import QueueQuery, View
from wzpdcl_desktop.domain.link import LinkStatus, LoadProgress
from wzpdcl_desktop.journey.robot import until


def _without_rows(view: View, status: LinkStatus, progress: LoadProgress) -> Visit:
    """What stands in place of a list's rows at a point of the first load."""

    def visit(studio: Studio) -> Iterator[QWidget]:
        notifier = studio.application.notifier
        line, before = notifier.link_state, notifier.load_progress
        studio.life.show(view)
        until(studio.settled, "the list")
        notifier.on_link(replace(line, status=status))
        notifier.on_progress(progress)
        until(studio.settled, "the window to follow")
        counts = studio.life.desk.complaints.counts()
        studio.queue.pages.show_state(QueueQuery(view, studio.life.desk.clock.now()), 0, counts)
        yield studio.window
        notifier.on_link(line)
        notifier.on_progress(before or LoadProgress(link.Stage.DONE, 3000, 3000))
        until(studio.settled, "the window to follow")

    return visit


inbox_done = Picture(
    "inbox-done",
    Stage.ONLINE,
    _without_rows(View.INBOX, LinkStatus.ONLINE, LoadProgress(link.Stage.DONE, 3000, 3000)),
)
loading = Picture(
    "loading",
    Stage.ONLINE,
    _without_rows(View.INBOX, LinkStatus.ONLINE, LoadProgress(link.Stage.OPEN, 1240, 3000)),
    LIGHT,
)
not_downloaded = Picture(
    "not-downloaded",
    Stage.ONLINE,
    _without_rows(View.RESOLVED, LinkStatus.NO_NETWORK, LoadProgress(link.Stage.RECENT, 1240, 3000)),
    LIGHT,
)
