"""The pictures of the documentation: ``python -m tests.screenshots [--lang bn]``.

The real program against a real practice server whose clock stands still, so that the pictures change only
when the program does.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from wzpdcl_desktop import app
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.dialogs.settings import SettingsDialog
from wzpdcl_desktop.gui.palette.entries import COMPLAINTS
from wzpdcl_desktop.gui.sign_in.window import SignInWindow
from wzpdcl_desktop.gui.splash import Splash
from wzpdcl_desktop.journey.__main__ import free_port
from wzpdcl_desktop.journey.life import Life
from wzpdcl_desktop.journey.robot import picture, until, write
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.practice import OFFICER, PASSWORD, PracticeServer
from wzpdcl_desktop.services.settings import REDUCED_MOTION

NOW = "2026-11-22T14:03:00+06:00"
SIZE = (1366, 768)
#: The complaint of the pictures in the design.
SHOWN = 418207


class Photographer:
    """Takes all pictures of one language."""

    def __init__(
        self, qt: QApplication, server: PracticeServer, folder: Path, target: Path, lang: str
    ) -> None:
        options = Options(server=server.url, data_folder=folder, secrets="file", language=lang, theme="light")
        frozen = round(datetime.fromisoformat(NOW).timestamp() * 1000)
        self._application = app.Application(qt, options, wall=lambda: frozen)
        self._application.settings.set(REDUCED_MOTION, True)  # no picture of something half faded in
        self._life = Life(self._application, target)
        self._server = server
        self._target = target

    def all(self) -> None:
        """From the first window to the outbox with the line down."""
        self._before_the_desk()
        self._online()
        self._server.kill()
        self._life.desk.engine.poke()
        self._life.wait_for(LinkStatus.SERVER_DOWN, LinkStatus.NO_NETWORK)
        self._offline()
        self._application.close()

    def take(self, name: str) -> None:
        """A picture of the window as it is when everything has come to rest."""
        window = self._application.window
        assert window is not None
        window.resize(*SIZE)
        self._life.rest()
        picture(window, self._target / f"{name}.png")
        sys.stderr.write(f"{self._target / name}.png\n")

    def _before_the_desk(self) -> None:
        splash = Splash(self._application.theme)
        splash.show_step("cache", 0.5)
        splash.show()
        picture(splash, self._target / "splash.png")
        splash.close()
        self._application.start()
        window = self._application.window
        assert isinstance(window, SignInWindow)
        form = window.form
        window.show_address()
        window.address.ui.addressEdit.setText("https://central.example")
        self.take("address")
        window.show_form()
        write(form.ui.userEdit, OFFICER)
        write(form.ui.passwordEdit, PASSWORD)
        self.take("sign-in")
        form.ui.passwordEdit.clear()
        write(form.ui.passwordEdit, "wrong")
        form.submit()
        until(lambda: form.error.text != "", "the refusal")
        self.take("sign-in-refused")
        self._life.sign_in()
        self._life.wait_for_first_load()

    def _online(self) -> None:
        self._life.select(SHOWN)
        self.take("inbox")
        self._in_theme("dark", "dark")
        self._life.window.window.show_dashboard()
        self.take("dashboard")
        self._in_theme("dark", "dashboard-dark")
        for view in (View.IN_PROGRESS, View.RESOLVED, View.CANCELLED, View.OVERDUE):
            first = self._life.show(view)[0]
            self._life.select(first)
            self.take(view.value.replace("_", "-"))
        self._life.show(View.INBOX)
        self._life.select(SHOWN)
        for action in (Action.ACCEPT, Action.CANCEL):
            self._life.window.detail.begin(action)
            self.take(f"detail-{action.value}")
            self._life.window.detail.composer.go_back()
        search = self._life.window.queue.bar.search
        write(search, "দোলখোলা")
        until(lambda: self._life.window.queue.bar.narrowed and self._life.settled(), "the search")
        self.take("search")
        search.clear()
        write(search, "xyz")
        until(lambda: not self._life.window.queue.model.ids and self._life.settled(), "no hits")
        self.take("nothing-found")
        self._life.window.queue.bar.clear()
        self._life.show(View.INBOX)

        self._bulk()
        self._palette()
        for action, name in (("help.keys", "keys"), ("file.settings", "settings")):
            self._dialog(action, name)

    def _bulk(self) -> None:
        queue = self._life.window.queue
        queue.choose(queue.model.ids[9:14])
        self.take("bulk")
        dialog = self._life.window.bulk.begin(Action.MESSAGE, queue.table.chosen, self._life.window.window)
        self._life.rest()
        picture(dialog, self._target / "bulk-message.png")
        dialog.reject()
        until(lambda: not self._life.window.window.findChildren(DialogFrame), "the dialog to close")
        queue.table.choose_one()

    def _palette(self) -> None:
        palette = self._life.window.palette
        for name, typed in (("palette", ""), ("palette-search", "দোল")):
            palette.open()
            if typed:
                write(palette.edit, typed)
                until(
                    lambda: any(one.group == COMPLAINTS for one in palette.shown) and self._life.settled(),
                    "complaints in the palette",
                )
            self.take(name)
            self._in_theme("dark", f"{name}-dark")
            palette.leave()

    def _dialog(self, action: str, name: str) -> None:
        window = self._life.window.window
        entries = (entry for menu in window.top_bar.menus.values() for entry in menu.actions())
        next(entry for entry in entries if entry.objectName() == action).trigger()
        (dialog,) = window.findChildren(DialogFrame)
        if isinstance(dialog, SettingsDialog):
            # The real one has another port each time.
            dialog.rows["server"].show_value("https://central.example")
        for mode, suffix in (("light", ""), ("dark", "-dark")):
            self._application.theme.mode = mode
            self._life.rest()
            picture(dialog, self._target / f"{name}{suffix}.png")
        self._application.theme.mode = "light"
        dialog.reject()
        until(lambda: not window.findChildren(DialogFrame), "the dialog to close")

    def _offline(self) -> None:
        self._life.act(Action.ACCEPT, 418193, "লোক রওনা হয়েছে। ছেঁড়া তারের কাছে যাবেন না।")
        self._life.show(View.INBOX)
        self._life.act(Action.CANCEL, 418210, "একই অভিযোগ আগেই নেওয়া হয়েছে, কাজ চলছে।", reason=1)
        self._life.act(Action.MESSAGE, 418179, "লোক পাঠানো হয়েছে।")
        self._life.act(Action.MESSAGE, SHOWN, "লোক রওনা হয়েছে। ছেঁড়া তারের কাছে যাবেন না।")
        self._life.select(SHOWN)
        self.take("offline")
        self._in_theme("dark", "offline-dark")
        self._life.window.window.show_outbox()
        self.take("outbox")
        self._in_theme("dark", "outbox-dark")

    def _in_theme(self, mode: str, name: str) -> None:
        self._application.theme.mode = mode
        self.take(name)
        self._application.theme.mode = "light"


def take_all(lang: str, target: Path) -> None:
    """All pictures of one language, with a server and a desk of their own."""
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    app.prepare(qt)
    with tempfile.TemporaryDirectory(prefix="wzpdcl-pictures-") as folder:
        arguments = ("--complaints", "3000", "--quiet-customers", "--now", NOW)
        server = PracticeServer(Path(folder) / "central", port=free_port(), arguments=arguments)
        server.start()
        try:
            Photographer(qt, server, Path(folder) / "desk", target / lang, lang).all()
        finally:
            server.stop()


def main() -> int:
    """Take the pictures; each language in a process of its own, as a PC has one language at a start."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("--lang", choices=("bn", "en"), help="one language; both without it")
    parser.add_argument("--target", type=Path, default=Path("docs/screenshots"))
    given = parser.parse_args()
    if given.lang:
        take_all(given.lang, given.target)
        return 0
    common = [sys.executable, "-m", "tests.screenshots", "--target", str(given.target)]
    return max(subprocess.run([*common, "--lang", lang], check=False).returncode for lang in ("bn", "en"))


if __name__ == "__main__":
    sys.exit(main())
