"""The dialogs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import BOTH, LIGHT, Picture, Stage, Visit, picture
from tests.screenshots.scenes.line import NEXT
from tests.screenshots.studio import Studio
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.dialogs.failure import FailureDialog
from wzpdcl_desktop.gui.dialogs.officer import OfficerDialog
from wzpdcl_desktop.gui.dialogs.settings import SettingsDialog
from wzpdcl_desktop.gui.updates import UpdateState
from wzpdcl_desktop.journey.robot import until, write


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


def _opened(action: str) -> Visit:
    """What an entry of the menus opens, as it comes."""

    def visit(studio: Studio) -> Iterator[QWidget]:
        dialog = studio.dialog(action)
        until(studio.settled, "the dialog's names")
        yield dialog
        studio.close(dialog)

    return visit


about = Picture("about", Stage.ONLINE, _opened("help.about"), LIGHT)
diagnostics = Picture("diagnostics", Stage.ONLINE, _opened("help.diagnostics"), LIGHT)
profile = Picture("profile", Stage.ONLINE, _opened("file.profile"), LIGHT)
update_none = Picture("update-none", Stage.ONLINE, _opened("help.update"))


def _update(state: UpdateState, done: int = 0) -> Visit:
    def visit(studio: Studio) -> Iterator[QWidget]:
        updates = studio.application.updates
        updates.state, updates.update = state, NEXT
        updates.done, updates.total = done, NEXT.size
        updates.changed.emit()
        yield from _opened("help.update")(studio)
        updates.state, updates.update = UpdateState.NONE, None
        updates.changed.emit()

    return visit


update_offered = Picture("update-offered", Stage.ONLINE, _update(UpdateState.OFFERED), LIGHT)
update_fetching = Picture("update-fetching", Stage.ONLINE, _update(UpdateState.FETCHING, 25_700_000), LIGHT)
update_ready = Picture("update-ready", Stage.ONLINE, _update(UpdateState.READY))


@picture(Stage.ONLINE, docs=LIGHT)
def sign_in_again(studio: Studio) -> Iterator[QWidget]:
    """The password of the same officer, so that what waits can be sent."""
    dialog = studio.life.window.ask_password()
    yield dialog
    studio.close(dialog)


@picture(Stage.ONLINE)
def sign_in_again_refused(studio: Studio) -> Iterator[QWidget]:
    """A wrong one."""
    dialog = studio.life.window.ask_password()
    write(dialog.password, "wrong")
    dialog.button.click()
    until(lambda: dialog.error.isVisible(), "the refusal")
    yield dialog
    studio.close(dialog)


@picture(Stage.ONLINE, docs=LIGHT)
def officer(studio: Studio) -> Iterator[QWidget]:
    """The officer of a feeder, with the number to call."""
    window = studio.life.window
    directory = studio.life.desk.directory.directory()
    feeder = directory.feeders[next(iter(window.queue.bar.feeders.offered))]
    window.palette.officer_wanted.emit(directory.officers[feeder.incharge or ""])
    (dialog,) = studio.window.findChildren(OfficerDialog)
    until(studio.settled, "the names of the feeders")
    yield dialog
    studio.close(dialog)


@picture(Stage.ONLINE)
def failure(studio: Studio) -> Iterator[QWidget]:
    """A fault of the program, and its report."""
    dialog = FailureDialog(studio.application.theme, _fault(), studio.window)
    dialog.open()
    yield dialog
    studio.close(dialog)


def _fault() -> Exception:
    try:
        raise ValueError
    except ValueError as error:
        return error
