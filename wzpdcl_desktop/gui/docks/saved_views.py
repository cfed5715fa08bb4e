"""The officer's own lists, as the screen knows them: read once, kept at each change, counted when asked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from wzpdcl_desktop.domain.complaints import QueueQuery
from wzpdcl_desktop.domain.saved_views import SavedView, clean_name
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.services.views import ViewService


class SavedViews(QObject):
    """Names, order and numbers of the lists. A change shows at once and is taken back if it cannot be kept.

    Attributes:
        changed: The lists, their order or their names changed.
        counted: Their numbers were counted anew.
        failed: A change could not be kept; the exception.
    """

    changed = Signal()
    counted = Signal()
    failed = Signal(object)

    def __init__(self, service: ViewService, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self.views: tuple[SavedView, ...] = ()
        self.counts: dict[str, int] = {}
        tasks.cache(service.views, self._take, self.failed.emit, owner=self)

    def of(self, query: QueueQuery) -> SavedView | None:
        """The view that a query is, if it is one."""
        return next((view for view in self.views if view.is_of(query)), None)

    def add(self, name: str, query: QueueQuery) -> None:
        """Keep a list under a name, which has been looked at by `fault_of`."""
        self._keep((*self.views, SavedView(clean_name(name), replace(query, now=0))))

    def rename(self, view: SavedView, name: str) -> None:
        """Call a view otherwise."""
        named = replace(view, name=clean_name(name))
        self._keep(tuple(named if one is view else one for one in self.views))

    def remove(self, view: SavedView) -> None:
        """Forget a view. The complaints in it stay what they are."""
        self._keep(tuple(one for one in self.views if one is not view))

    def move(self, view: SavedView, by: int) -> None:
        """Put a view further down (1) or up (-1)."""
        order = list(self.views)
        place = order.index(view)
        order.insert(max(0, place + by), order.pop(place))
        self._keep(tuple(order))

    def count(self) -> None:
        """Count what each holds now."""
        if self.views:
            work = partial(self._service.counts, self.views)
            self._tasks.cache(work, self._take_counts, self.failed.emit, owner=self, key="view counts")

    def _keep(self, views: tuple[SavedView, ...]) -> None:
        before = self.views

        def failed(error: Exception) -> None:
            self._take(before)
            self.failed.emit(error)

        self._take(views)
        self._tasks.cache(partial(self._service.keep, views), lambda _none: None, failed, owner=self)

    def _take(self, views: tuple[SavedView, ...]) -> None:
        self.views = views
        self.changed.emit()
        self.count()

    def _take_counts(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.counted.emit()
