"""The bell's list: what has been told, and before anything was."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import LIGHT, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.notices import Notice, NoticeKind
from wzpdcl_desktop.journey.robot import until

_MINUTE = 60_000


@picture(Stage.ONLINE)
def notices_empty(studio: Studio) -> Iterator[QWidget]:
    """Nothing has been told yet."""
    desk = studio.life.window.notices
    desk.panel.open()
    yield studio.window
    desk.panel.leave()


@picture(Stage.ONLINE, docs=LIGHT)
def notices(studio: Studio) -> Iterator[QWidget]:
    """A storm on one feeder, a limit that comes near, one that has passed, a reopened one, a customer."""
    window = studio.life.window
    feeder = next(iter(window.queue.bar.feeders.offered))
    now = studio.life.desk.clock.now()
    told = [
        (2, NoticeKind.NEW, tuple(range(418199, 418206)), feeder, False),
        (6, NoticeKind.OVERDUE, (418184,), None, False),
        (25, NoticeKind.SOON, (418190, 418193), None, False),
        (48, NoticeKind.MESSAGE, (418207,), feeder, True),
        (24 * 60, NoticeKind.REOPENED, (418150,), None, True),
    ]
    panel = window.notices.panel
    panel.show_notices(
        [
            Notice(90 - n, now - minutes * _MINUTE, kind, complaints, place, read)
            for n, (minutes, kind, complaints, place, read) in enumerate(told)
        ]
    )
    window.notices.refresh()
    panel.open()
    yield studio.window
    panel.leave()
    panel.read.emit([])
    until(studio.settled, "the list as it was")
