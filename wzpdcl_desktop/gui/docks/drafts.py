"""Keeps what is being typed: while one types, and at once when the box turns to another text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.services.drafts import Draft, DraftService

#: What is typed is on the disk after so long at the latest, however fast one types.
_WAIT_MS = 400


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
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._text is not None

    def open(self, key: str, ready: Callable[[Draft], None]) -> None:
        """Turn to another draft; ``ready(draft)`` is called with what was kept before anybody typed here."""
        self.flush()
        self._key = key

        def loaded(draft: Draft) -> None:
            if self._key == key:
                ready(draft)

        if key:
            self._tasks.cache(partial(self._service.draft, key), loaded, self._fail, owner=self, key="draft")

    def typed(self, text: str) -> None:
        """The text is different now."""
        self._text = text
        if not self._timer.isActive():  # not begun anew with each key: who never pauses is safe as well
            self._timer.start()

    def chose(self, name: str, value: str) -> None:
        """Something was chosen along with the text: kept at once."""
        if self._key:
            self._tasks.cache(
                partial(self._service.choose, self._key, name, value), lambda _none: None, self._fail
            )

    def flush(self) -> None:
        """Keep what was typed, now."""
        self._timer.stop()
        if self._text is not None and self._key:
            self._save(self._key, self._text)
        self._text = None

    def forget(self, key: str) -> None:
        """A draft was sent."""
        if key == self._key:
            self._timer.stop()
            self._text = None
        self._tasks.cache(partial(self._service.clear, key), lambda _none: None, self._fail)

    def _save(self, key: str, text: str) -> None:
        # Without an owner: it is kept also when the window has gone meanwhile.
        self._tasks.cache(partial(self._service.save, key, text), lambda _none: None, self._fail)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
