"""Before there is a desk."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.screenshots.registry import LIGHT, Stage, picture
from tests.screenshots.studio import Studio
from wzpdcl_desktop.gui.splash import Splash
from wzpdcl_desktop.journey.robot import until, write
from wzpdcl_desktop.practice import OFFICER, PASSWORD


@picture(Stage.START, docs=LIGHT)
def splash(studio: Studio) -> Iterator[QWidget]:
    """While the stores open."""
    made = Splash(studio.application.theme)
    made.show_step("cache", 0.5)
    made.show()
    yield made
    made.close()


@picture(Stage.START, docs=LIGHT)
def address(studio: Studio) -> Iterator[QWidget]:
    """The first start on a PC: where the server is."""
    before = studio.sign_in.address.ui.addressEdit.text()
    studio.sign_in.show_address()
    studio.sign_in.address.ui.addressEdit.setText("https://central.example")
    yield studio.sign_in
    studio.sign_in.address.ui.addressEdit.setText(before)
    studio.sign_in.show_form()


@picture(Stage.START, docs=LIGHT)
def sign_in(studio: Studio) -> Iterator[QWidget]:
    """Filled in."""
    studio.sign_in.show_form()
    form = studio.sign_in.form
    write(form.ui.userEdit, OFFICER)
    write(form.ui.passwordEdit, PASSWORD)
    yield studio.sign_in
    form.ui.userEdit.clear()
    form.ui.passwordEdit.clear()


@picture(Stage.START, docs=LIGHT)
def sign_in_refused(studio: Studio) -> Iterator[QWidget]:
    """A wrong password."""
    form = studio.sign_in.form
    write(form.ui.userEdit, OFFICER)
    write(form.ui.passwordEdit, "wrong")
    form.submit()
    until(lambda: form.error.text != "", "the refusal")
    yield studio.sign_in
    form.ui.userEdit.clear()
    form.ui.passwordEdit.clear()
