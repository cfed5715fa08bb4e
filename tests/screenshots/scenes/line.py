"""What stands in the way of sending, with four actions that wait.

What the line says of itself is put in its place: the officer sees what a server's answer would bring about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import LIGHT, Picture, Stage, Visit, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.updates import Update
from wzpdcl_desktop.gui.updates import UpdateState
from wzpdcl_desktop.journey.robot import until

_MINUTE = 60_000
_DAY = 24 * 60 * _MINUTE


def _line(status: LinkStatus, *, synced: int = 17 * _MINUTE, ahead: int = 0) -> Visit:
    """The line in a state.

    Args:
        synced: How long ago the last sync was (ms).
        ahead: How much this PC's clock is before the server's (ms).
    """

    def visit(studio: Studio) -> Iterator[QWidget]:
        notifier = studio.application.notifier
        before, now = notifier.link_state, studio.life.desk.clock.now()
        notifier.on_link(replace(before, status=status, last_sync_at=now - synced, clock_offset=-ahead))
        until(studio.settled, "the window to follow the line")
        yield studio.window
        notifier.on_link(before)

    return visit


session_ended = Picture("session-ended", Stage.OFFLINE, _line(LinkStatus.SIGNED_OUT), LIGHT)
clock_wrong = Picture("clock-wrong", Stage.OFFLINE, _line(LinkStatus.CLOCK_WRONG, ahead=23 * _MINUTE), LIGHT)
disk_full = Picture("disk-full", Stage.OFFLINE, _line(LinkStatus.DISK_FULL), LIGHT)
not_the_server = Picture("not-the-server", Stage.OFFLINE, _line(LinkStatus.NOT_THE_SERVER))
stale = Picture("stale", Stage.OFFLINE, _line(LinkStatus.NO_NETWORK, synced=3 * _DAY), LIGHT)


@picture(Stage.OFFLINE, docs=LIGHT)
def update_needed(studio: Studio) -> Iterator[QWidget]:
    """The server takes nothing from this version, and offers the next."""
    updates = studio.application.updates
    updates.state, updates.update, updates.urgent = UpdateState.OFFERED, NEXT, True
    updates.changed.emit()
    yield from _line(LinkStatus.UPGRADE_NEEDED)(studio)
    updates.state, updates.update, updates.urgent = UpdateState.NONE, None, False
    updates.changed.emit()


#: A version that the company might have published.
NEXT = Update(
    "0.2.0",
    "0.2.0",
    "wzpdcl-desktop-0.2.0-setup.exe",
    68_400_000,
    "",
    "Customers' photos open larger. The list of outages is new.",
    "গ্রাহকের ছবি বড় করে দেখা যায়। বিভ্রাটের তালিকা নতুন।",
)
