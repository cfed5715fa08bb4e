"""How the list looks is kept with the officer."""

from __future__ import annotations

import pytest

from tests.unit.cache.samples import KEY, Desk
from wzpdcl_desktop.cache.preferences import Preferences
from wzpdcl_desktop.cache.store import open_outbox
from wzpdcl_desktop.domain.list_look import Density, ListLook, OptionalColumn
from wzpdcl_desktop.services.list_look import ListLookService

_CHOSEN = ListLook(Density.COMPACT, frozenset({OptionalColumn.FEEDER, OptionalColumn.MARKS}))


def test_it_is_there_after_the_cache_was_thrown_away(desk: Desk) -> None:
    ListLookService(Preferences(desk.outbox_store)).keep(_CHOSEN)
    folder = desk.folder
    desk.close()
    for file in folder.glob("cache*"):
        file.unlink()
    store = open_outbox(folder, KEY, ballast_bytes=0)
    service = ListLookService(Preferences(store))
    service.read()
    store.close()
    assert service.look == _CHOSEN


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "7",
        '{"density": "cosy"}',
        '{"density": null}',
        '{"hidden": 3}',
        '{"hidden": ["complaint", "moon"]}',
    ],
)
def test_what_a_newer_version_kept_breaks_nothing(desk: Desk, kept: str) -> None:
    preferences = Preferences(desk.outbox_store)
    preferences.keep("list", kept)
    service = ListLookService(preferences)
    service.read()
    assert service.look == ListLook()
