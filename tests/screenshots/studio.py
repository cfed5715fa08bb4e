"""The real program against a real practice server, both on a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from wzpdcl_desktop import app
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Action, Duty
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.docks.detail_panel import DetailPanel
from wzpdcl_desktop.gui.docks.queue_panel import QueuePanel
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.sign_in.window import SignInWindow
from wzpdcl_desktop.journey.__main__ import free_port
from wzpdcl_desktop.journey.life import Life
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.practice import PracticeServer
from wzpdcl_desktop.services.settings import REDUCED_MOTION

NOW = "2026-11-22T14:03:00+06:00"
#: The screen of most offices, in its own pixels.
SCREEN = (1366, 768)
#: The complaint of the pictures in the design.
SHOWN = 418207


class Studio:
    """What a picture may use: the program, its panels and hands for them.

    Attributes:
        application, life: The program, and hands and eyes on it.
    """

    def __init__(self, application: app.Application, life: Life, server: PracticeServer) -> None:
        self.application = application
        self.life = life
        self._server = server

    @property
    def sign_in(self) -> SignInWindow:
        """The window before the desk."""
        window = self.application.window
        assert isinstance(window, SignInWindow)
        return window

    @property
    def window(self) -> MainWindow:
        """The desk's window."""
        return self.life.window.window

    @property
    def queue(self) -> QueuePanel:
        """The list."""
        return self.life.window.queue

    @property
    def detail(self) -> DetailPanel:
        """The complaint beside it."""
        return self.life.window.detail

    def settled(self) -> bool:
        """Nothing is being read or written for the screen."""
        return self.life.settled()

    def home(self) -> None:
        """The state in which each picture of the desk begins."""
        self.life.show(View.INBOX)
        self.life.select(SHOWN)

    def trigger(self, action: str) -> None:
        """Choose an entry of the menus."""
        entries = (entry for menu in self.window.top_bar.menus.values() for entry in menu.actions())
        next(entry for entry in entries if entry.objectName() == action).trigger()

    def dialog(self, action: str) -> DialogFrame:
        """Open what an entry of the menus opens."""
        self.trigger(action)
        (dialog,) = self.window.findChildren(DialogFrame)
        return dialog

    def close(self, dialog: DialogFrame) -> None:
        """Close a dialog, and wait until it is gone."""
        dialog.reject()
        until(lambda: not self.window.findChildren(DialogFrame), "the dialog to close")

    # ---------------------------------------------------------------- between the stages

    def open_desk(self) -> None:
        """Sign in and wait for all complaints."""
        self.life.sign_in()
        self.life.wait_for_first_load()
        self.home()

    def open_desk_of_circle(self) -> None:
        """Sign in as one who looks after several offices, and may read only."""
        self.life.sign_in("se.khulna", Duty.CIRCLE)
        self.life.wait_for_first_load()
        self.home()

    def go_offline(self) -> None:
        """The server is gone, and four actions wait for it."""
        self._server.kill()
        self.life.desk.engine.poke()
        self.life.wait_for(LinkStatus.SERVER_DOWN, LinkStatus.NO_NETWORK)
        self.life.act(Action.ACCEPT, 418193, "লোক রওনা হয়েছে। ছেঁড়া তারের কাছে যাবেন না।")
        self.life.show(View.INBOX)
        self.life.act(Action.CANCEL, 418210, "একই অভিযোগ আগেই নেওয়া হয়েছে, কাজ চলছে।", reason=1)
        self.life.act(Action.MESSAGE, 418179, "লোক পাঠানো হয়েছে।")
        self.life.act(Action.MESSAGE, SHOWN, "লোক রওনা হয়েছে। ছেঁড়া তারের কাছে যাবেন না।")
        self.home()


@contextmanager
def open_studio(qt: QApplication, folder: Path, lang: str, complaints: int) -> Iterator[Studio]:
    """The program before its first window, with a server of its own; both end with the block.

    Args:
        complaints: How many the server has of other offices and earlier days.
    """
    arguments = ("--complaints", str(complaints), "--quiet-customers", "--now", NOW)
    server = PracticeServer(folder / "central", port=free_port(), arguments=arguments)
    server.start()
    try:
        frozen = round(datetime.fromisoformat(NOW).timestamp() * 1000)
        options = Options(
            server=server.url, data_folder=folder / "desk", secrets="file", language=lang, theme="light"
        )
        application = app.Application(qt, options, wall=lambda: frozen)
        application.settings.set(REDUCED_MOTION, True)  # no picture of something half faded in
        try:
            yield Studio(application, Life(application, folder), server)
        finally:
            application.close()
    finally:
        server.stop()


def fill(window: QWidget, width: int | None = None) -> None:
    """Let a window fill the screen; a dialog, a splash or a floating panel keeps its own size.

    Args:
        width: Less than the screen's (px).
    """
    if isinstance(window, MainWindow | SignInWindow):
        ratio = window.devicePixelRatioF()
        full = round(SCREEN[0] / ratio)
        window.resize(min(width or full, full), round(SCREEN[1] / ratio))
