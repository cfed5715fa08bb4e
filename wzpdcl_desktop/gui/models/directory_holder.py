"""The directory as the screen has it: read off the GUI thread, renewed when reference data change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.services.directory import DirectoryService

EMPTY = Directory({}, {}, {}, {}, {}, {}, (), {})


class DirectoryHolder(QObject):
    """Keeps the latest directory for painting. ``value`` is empty until the first answer.

    Signals:
        changed: A newer directory is in ``value``.
    """

    changed = Signal()

    def __init__(
        self, service: DirectoryService, tasks: TaskRunner, notifier: Notifier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.value = EMPTY
        self._service = service
        self._tasks = tasks
        notifier.changed.connect(self._on_changed)
        self._load()

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        if changes.touches("reference"):
            self._service.changed(changes)
            self._load()

    def _load(self) -> None:
        self._tasks.cache(self._service.directory, self._loaded, owner=self, key="directory")

    def _loaded(self, directory: Directory) -> None:
        self.value = directory
        self.changed.emit()
