"""The dialogs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, LIGHT, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.dialogs.settings import SettingsDialog


@picture(Stage.ONLINE, docs=LIGHT)
def bulk_message(studio: Studio) -> Iterator[QWidget]:
    """One message to several customers."""
    studio.queue.choose(studio.queue.model.ids[9:14])
    dialog = studio.life.window.bulk.begin(Action.MESSAGE, studio.queue.table.chosen, studio.window)
    yield dialog
    studio.close(dialog)
    studio.queue.table.choose_one()


@picture(Stage.ONLINE, docs=BOTH)
def keys(studio: Studio) -> Iterator[QWidget]:
    """The help page of keys."""
    dialog = studio.dialog("help.keys")
    yield dialog
    studio.close(dialog)


@picture(Stage.ONLINE, docs=BOTH)
def settings(studio: Studio) -> Iterator[QWidget]:
    """All settings."""
    dialog = studio.dialog("file.settings")
    assert isinstance(dialog, SettingsDialog)
    dialog.rows["server"].show_value("https://central.example")  # the real one has another port each time
    yield dialog
    studio.close(dialog)
