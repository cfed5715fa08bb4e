"""Shows what nobody expected: one dialog with a report, once for each kind of bug."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.gui.dialogs.failure import FailureDialog
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.logs import places

log = logging.getLogger("wzpdcl.gui")


class BugReports(QObject):
    """Hears of bugs, which are in the log already, and offers their reports.

    A bug that comes again and again must not bury the desk: each kind is shown once, one at a time.

    Args:
        window: The window that is on the screen now.

    Attributes:
        dialog: The report that is on the screen, None for none.
    """

    def __init__(
        self,
        notifier: Notifier,
        theme: Theme,
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._shown: set[tuple[str, str]] = set()
        self.dialog: FailureDialog | None = None
        notifier.bug.connect(self._show)

    def _show(self, error: BaseException) -> None:
        kind = (type(error).__name__, places(error)[-1])
        if self.dialog is not None or kind in self._shown:
            return
        self._shown.add(kind)
        self.dialog = FailureDialog(self._theme, error, self._window())
        self.dialog.destroyed.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None


def unhandled(
    notifier: Notifier, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log and announce what nobody caught, such as a bug in the answer to a click. The program goes on.

    With its notifier bound it is the interpreter's ``sys.excepthook``.
    """
    if not issubclass(kind, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    log.error("unhandled", exc_info=error)
    notifier.on_bug(error)
