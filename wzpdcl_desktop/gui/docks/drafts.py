"""Keeps what is being typed: soon after the last key, and at once when the box turns to another text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.services.drafts import DraftService

_PAUSE_MS = 500


def draft_key(complaint_id: int, kind: str) -> str:
    """The name of a draft; ``kind`` is the action it is for."""
    return f"complaint:{complaint_id}" if kind == "message" else f"complaint:{complaint_id}:{kind}"


def put_before(text: str, draft: str) -> str:
    """A text that came back, and below it what was written meanwhile."""
    return f"{text}\n\n{draft}" if draft.strip() else text


class DraftKeeper(QObject):
    """One open draft at a time.

    Attributes:
        failed: A draft could not be kept; the exception.
    """

    failed = Signal(object)

    def __init__(self, service: DraftService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self._key = ""
        self._text: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._text is not None

    def open(self, key: str, ready: Callable[[str], None]) -> None:
        """Turn to another draft; ``ready(text)`` is called unless somebody typed meanwhile."""
        self.flush()
        self._key = key

        def loaded(text: str) -> None:
            if self._key == key and self._text is None:
                ready(text)

        if key:
            self._tasks.cache(partial(self._service.load, key), loaded, self._fail, owner=self, key="draft")

    def typed(self, text: str) -> None:
        """The text is different now."""
        self._text = text
        self._timer.start()

    def flush(self) -> None:
        """Keep what was typed, now."""
        self._timer.stop()
        if self._text is not None and self._key:
            self._save(self._key, self._text)
        self._text = None

    def put(self, key: str, text: str) -> None:
        """Write a draft that nobody is typing in; empty clears it."""
        if key == self._key:
            self._timer.stop()
            self._text = None
        self._save(key, text)

    def _save(self, key: str, text: str) -> None:
        # Without an owner: it is kept also when the window has gone meanwhile.
        self._tasks.cache(partial(self._service.save, key, text), lambda _none: None, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
