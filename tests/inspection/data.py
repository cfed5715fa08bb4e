"""The words of the office's data that stand on the screen: names, places, what customers wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from tests.screenshots.registry import Stage
from tests.screenshots.studio import NOW, Studio
from wzpdcl_desktop.domain.complaints import QueueQuery, View
from wzpdcl_desktop.gui.models.queue_model import RowRole
from wzpdcl_desktop.practice import OFFICER, PASSWORD


def data_of(studio: Studio, stage: Stage) -> frozenset[str]:
    """All of them, in both languages and both scripts of digits."""
    found = {OFFICER, PASSWORD, "https://central.example"}
    if stage is not Stage.START:
        desk, model = studio.life.desk, studio.queue.model
        found.update(_texts(desk.directory.directory()))
        found.update(_texts(desk.me()))
        found.update(view.name for view in studio.life.window.views.saved.views)
        rows = (model.index(row, 0).data(RowRole) for row in range(min(60, model.rowCount())))
        for row in rows:
            found.update(_texts(row))
        found.update(view.name for view in studio.life.window.views.saved.views)
        now = round(datetime.fromisoformat(NOW).timestamp() * 1000)
        for view in View:
            for row in desk.complaints.rows(desk.complaints.queue(QueueQuery(view, now))):
                found.update((row.customer, row.locality))
        if studio.detail.complaint_id is not None:
            found.update(_texts(desk.complaints.detail(studio.detail.complaint_id)))
        found.update(text for item in desk.outbox.items() for text in _texts(item))
        found.update(_texts(studio.application.updates.update))
        dialog = studio.life.window.conflicts.dialog
        if dialog is not None:
            found.update(_texts(dialog.clash))
    return frozenset(found)


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        if len(thing) > 1:
            yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name))
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from _texts(value)
    elif isinstance(thing, list | tuple | set | frozenset):
        for value in thing:
            yield from _texts(value)
