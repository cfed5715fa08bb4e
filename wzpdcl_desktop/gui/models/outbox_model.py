"""The outbox as a list: what waits, in the order in which it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wzpdcl_desktop.domain.changes import ChangeSet
from wzpdcl_desktop.domain.commands import OutboxItem
from wzpdcl_desktop.domain.complaints import QueueRow
from wzpdcl_desktop.gui.models.outbox_text import OutboxText
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.widgets.tip import tip
from wzpdcl_desktop.services.complaints import ComplaintService
from wzpdcl_desktop.services.outbox import OutboxService

#: The OutboxEntry behind an index.
EntryRole = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """A command, and the complaint it acts on, if it is still on this PC."""

    item: OutboxItem
    row: QueueRow | None


class OutboxModel(QAbstractListModel):
    """Unsettled commands.

    Attributes:
        loaded: The list is what the outbox holds now.
        failed: It could not be read; the exception.
    """

    loaded = Signal()
    failed = Signal(object)

    def __init__(
        self,
        outbox: OutboxService,
        complaints: ComplaintService,
        tasks: TaskRunner,
        notifier: Notifier,
        text: OutboxText,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._outbox, self._complaints, self._tasks, self._text = outbox, complaints, tasks, text
        self._entries: list[OutboxEntry] = []
        notifier.changed.connect(self._on_changed)
        self.load()

    @property
    def entries(self) -> list[OutboxEntry]:
        """What is shown, in order. Not to be changed."""
        return self._entries

    def load(self) -> None:
        """Read the outbox; `loaded` follows."""
        self._tasks.cache(self._read, self._show, self.failed.emit, owner=self, key="outbox")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many commands."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, or its words."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text.title(entry.item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                (
                    self._text.title(entry.item),
                    self._text.below(entry.item, entry.row),
                    self._text.state(entry.item),
                )
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._text.below(entry.item, entry.row))
        return None

    def words_changed(self) -> None:
        """The language changed."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def _read(self) -> list[OutboxEntry]:
        items = self._outbox.items()
        ids = sorted({item.command.complaint_id for item in items})
        rows = {row.id: row for row in self._complaints.rows(ids)} if ids else {}
        return [OutboxEntry(item, rows.get(item.command.complaint_id)) for item in items]

    def _show(self, entries: list[OutboxEntry]) -> None:
        """Take out, change and put in: what is selected stays selected."""
        kept = {entry.item.n for entry in entries}
        for place in range(len(self._entries) - 1, -1, -1):
            if self._entries[place].item.n not in kept:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._entries[place]
                self.endRemoveRows()
        for place, entry in enumerate(entries):
            if place < len(self._entries) and self._entries[place].item.n == entry.item.n:
                if self._entries[place] != entry:
                    self._entries[place] = entry
                    self.dataChanged.emit(self.index(place), self.index(place))
            else:
                self.beginInsertRows(QModelIndex(), place, place)
                self._entries.insert(place, entry)
                self.endInsertRows()
        self.loaded.emit()

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        if changes.touches("outbox") or changes.touches("complaint"):
            self.load()
