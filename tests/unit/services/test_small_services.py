"""Drafts, directory, outbox file, settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cache.samples import Desk, command, open_desk, page, reference
from wzpdcl_desktop.assets import folders
from wzpdcl_desktop.cache.desk_notes import DeskNotes
from wzpdcl_desktop.cache.reference import ReferenceReader
from wzpdcl_desktop.domain.link import Stage
from wzpdcl_desktop.services.directory import DirectoryService
from wzpdcl_desktop.services.drafts import DraftService
from wzpdcl_desktop.services.outbox import OutboxService
from wzpdcl_desktop.services.settings import ALL, LANGUAGE, SERVER, UNDO_SECONDS, Settings


def test_a_draft_outlives_the_program(desk: Desk) -> None:
    DraftService(DeskNotes(desk.outbox_store)).save("complaint:1", "অর্ধেক")
    desk.close()
    again = open_desk(desk.folder)
    drafts = DraftService(DeskNotes(again.outbox_store))
    assert drafts.load("complaint:1") == "অর্ধেক"
    drafts.clear("complaint:1")
    assert drafts.load("complaint:1") == ""
    again.close()


def test_the_directory_is_read_again_only_after_it_changed(desk: Desk) -> None:
    service = DirectoryService(ReferenceReader(desk.cache))
    assert service.directory().feeders == {}
    desk.writer.begin_snapshot("company", Stage.REFERENCE)
    rows = [reference("feeder", "f1", office="khulna-1")]
    changes = desk.writer.apply_snapshot_page("company", Stage.REFERENCE, page(reference=rows))
    assert service.directory().feeders == {}
    service.changed(changes)
    assert list(service.directory().feeders) == ["f1"]
    assert service.directory() is service.directory()


def test_the_outbox_is_exported_whole(desk: Desk, tmp_path: Path) -> None:
    desk.outbox.add(command(), 0)
    path = tmp_path / "outbox.json"
    assert OutboxService(desk.outbox, desk.clock).export(path) == 1
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["commands"][0]["command"]["args"] == {"text": "আসছি"}
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["outbox.json"]


def test_settings_are_kept_and_what_does_not_fit_counts_as_not_set(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    settings = Settings(path)
    assert settings.get(LANGUAGE) == "bn"
    settings.set(LANGUAGE, "en")
    settings.set_layout("office_head", {"version": 1, "state": "abc"})
    assert Settings(path).get(LANGUAGE) == "en"
    assert Settings(path).layout("office_head") == {"version": 1, "state": "abc"}
    assert Settings(path).layout("circle") is None
    with pytest.raises(ValueError, match="language"):
        settings.set(LANGUAGE, "fr")
    path.write_text(json.dumps({"language": 5, "undo_seconds": True, "server": "https://x", "later": [1]}))
    damaged = Settings(path)
    assert (damaged.get(LANGUAGE), damaged.get(UNDO_SECONDS), damaged.get(SERVER)) == ("bn", 15, "https://x")
    damaged.set(UNDO_SECONDS, 5)
    assert json.loads(path.read_text())["later"] == [1]
    path.write_text("not json")
    assert Settings(path).get(LANGUAGE) == "bn"


def test_every_setting_has_its_own_key_and_accepts_its_default() -> None:
    assert len({setting.key for setting in ALL}) == len(ALL)
    assert all(setting.accepts(setting.default) and setting.description for setting in ALL)


def test_the_folder_of_an_officer_says_nothing_of_who_it_is(tmp_path: Path) -> None:
    where = folders(tmp_path)
    one = where.officer("https://central", "xen.khulna1")
    assert one == where.officer("https://central", "xen.khulna1")
    assert one != where.officer("https://other", "xen.khulna1")
    assert "khulna" not in str(one.relative_to(tmp_path))
