"""An empty state whose reason, when it wraps, gets the room of all its lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel

from wzpdcl_desktop.gui.widgets.buttons import SECONDARY
from wzpdcl_desktop.gui.widgets.empty import EmptyState

_WIDTH = 264


class PanelEmpty(EmptyState):
    """For panels that may be narrow."""

    def set(
        self,
        icon: str,
        fact: str,
        reason: str = "",
        button: str = "",
        callback: Callable[[], None] | None = None,
        *,
        role: str = "text3",
        kind: str = SECONDARY,
    ) -> None:
        """Say what is empty and why; see `EmptyState.set`."""
        super().set(icon, fact, reason, button, callback, role=role, kind=kind)
        for label in self.findChildren(QLabel):
            if label.text() == reason and reason:
                # Centred labels are measured at the width of the whole panel, and cut at their own.
                room = QRect(0, 0, _WIDTH, 1000)
                flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)
                high = label.fontMetrics().boundingRect(room, flags, reason).height()
                label.setFixedSize(_WIDTH, high + 4)
