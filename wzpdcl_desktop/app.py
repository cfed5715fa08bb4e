"""The composition root: the only place where objects are wired together."""

from __future__ import annotations

import gc
import importlib
import logging
import sys
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from functools import partial
from platform import node
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QResource, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from wzpdcl_desktop import __version__, assets, diagnose
from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.tokens import MemoryTokens, TokenStore
from wzpdcl_desktop.cache.device import device_id
from wzpdcl_desktop.cache.keys import KeyVault
from wzpdcl_desktop.cache.secrets import FileSecrets, KeyringSecrets
from wzpdcl_desktop.desk import Desk, Stores
from wzpdcl_desktop.desk_window import DeskWindow
from wzpdcl_desktop.domain.errors import StoreDamaged
from wzpdcl_desktop.domain.people import Duty
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.bug_reports import BugReports
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notifier import Notifier
from wzpdcl_desktop.gui.sign_in.parts import SignInContext
from wzpdcl_desktop.gui.sign_in.window import SignInWindow
from wzpdcl_desktop.gui.splash import Splash
from wzpdcl_desktop.gui.tasks import TaskRunner
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.updates import UpdateDesk
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.practice import OFFICER, PASSWORD, PracticeServer
from wzpdcl_desktop.services.rollout import Rollout
from wzpdcl_desktop.services.settings import (
    FETCH_UPDATES,
    LANGUAGE,
    PRACTICE_ONLY,
    SERVER,
    THEME,
    UI_SCALE,
    UNDO_SECONDS,
    Settings,
)
from wzpdcl_desktop.services.sign_in import Device, Opened, SignInService, normalised
from wzpdcl_desktop.services.updates.drives import sticks
from wzpdcl_desktop.services.updates.installer import SetupInstaller
from wzpdcl_desktop.services.updates.service import UpdateService
from wzpdcl_desktop.services.updates.trust import Trust, keys_in
from wzpdcl_desktop.sync.clock import ServerClock, wall_ms

if TYPE_CHECKING:
    import requests

log = logging.getLogger("wzpdcl.app")

#: How long a thread that decodes pages may keep the interpreter when the window wants it. Python's own 5 ms,
#: taken by two or three threads in turn, are felt at the keyboard.
_SWITCH_SECONDS = 0.0005


@dataclass(frozen=True)
class Profile:
    """Where a kind of work keeps its things: the company's server, or practice mode apart from it."""

    folders: assets.Folders
    vault: KeyVault
    sign_in: SignInService
    device: Device


class Application(QObject):
    """The program from start to end: sign-in window, desk window, and the way between them.

    Args:
        rollout: What the ICT department has set for this PC.
        wall: The PC's clock (ms), for pictures with a clock that stands still.

    Attributes:
        window: What is on the screen: sign-in or desk.
        desk: The open desk, None while nobody is signed in; `desk_window` its window and panels.
        bug_reports: Shows what nobody expected.
        updates: New versions of the program.
        company: Where work for the company's server keeps its things.
        shown: Another window is on the screen.
    """

    shown = Signal()
    _practice_progress = Signal(float)

    def __init__(
        self,
        qt: QApplication,
        options: Options,
        rollout: Rollout | None = None,
        *,
        wall: Callable[[], int] = wall_ms,
    ) -> None:
        super().__init__()
        self._qt = qt
        self._options = options
        self._wall = wall
        self._folders = assets.folders(options.data_folder)
        rollout = rollout or Rollout()
        self.settings = Settings(self._folders.settings_file, rollout.fixed, rollout.proposed)
        self.language = Language(
            assets.translations_folder(), options.language or self.settings.get(LANGUAGE)
        )
        self.theme = Theme(options.theme or self.settings.get(THEME))
        self.theme.apply(qt)
        self.tasks = TaskRunner(self)
        self.notifier = Notifier(self)
        self.window: QWidget | None = None
        self.desk: Desk | None = None
        self.desk_window: DeskWindow | None = None
        self._clock = ServerClock(wall=wall)
        self._practice: PracticeServer | None = None
        self.company = self._profile(practice=False)
        if options.server:
            self.settings.set(SERVER, normalised(options.server))
        self.updates = UpdateDesk(
            self._update_service(),
            self.tasks,
            self.notifier,
            self._update_source,
            lambda: self.settings.get(FETCH_UPDATES),
            self,
        )
        self.tasks.bug.connect(self.notifier.bug)
        self.bug_reports = BugReports(self.notifier, self.theme, lambda: self.window, self)

    def start(self) -> None:
        """Show the first window."""
        if self._options.practice or self.settings.get(PRACTICE_ONLY):
            self.practise()
        else:
            self.ask_sign_in()

    # ---------------------------------------------------------------- sign-in

    def ask_sign_in(self) -> SignInWindow:
        """Show the sign-in window."""
        window = SignInWindow(
            SignInContext(
                self.company.sign_in,
                self.tasks,
                self.language,
                self.theme,
                self.settings,
                version=__version__,
            )
        )
        window.signed_in.connect(partial(self.open, self.company))
        window.practice_requested.connect(self.practise)
        self._show(window)
        return window

    def open(self, profile: Profile, opened: Opened) -> None:
        """Open the stores of an officer off the GUI thread, then the desk."""
        splash = self._splash("cache", 0.5)
        self.notifier.start_over()

        def failed(error: Exception) -> None:
            splash.close()
            window = self.window if isinstance(self.window, SignInWindow) else self.ask_sign_in()
            window.form.refuse(error)

        def done(desk: Desk) -> None:
            self._enter(desk, practice=profile is not self.company)
            splash.close()

        undo_seconds = self.settings.get(UNDO_SECONDS)
        self.tasks.cache(lambda: self._open_desk(profile, opened, undo_seconds), done, failed, owner=self)

    def _open_desk(self, profile: Profile, opened: Opened, undo_seconds: float) -> Desk:
        """All that reads or writes before there is a window; for a worker thread."""
        try:
            return self._desk_on_stores(profile, opened, undo_seconds)
        except StoreDamaged:
            # The first reading may find what opening did not see. The cache is marked by then, and opening it
            # once more sets it aside.
            return self._desk_on_stores(profile, opened, undo_seconds)

    def _desk_on_stores(self, profile: Profile, opened: Opened, undo_seconds: float) -> Desk:
        stores = Stores.open(opened)
        try:
            desk = Desk(
                opened,
                stores,
                profile.vault,
                profile.device,
                self._clock,
                self._make_api,
                self.notifier,
                undo_seconds,
            )
            desk.prepare()
        except BaseException:
            stores.close()
            raise
        return desk

    def _enter(self, desk: Desk, *, practice: bool) -> None:
        self.desk = desk
        context = DeskContext(
            complaints=desk.complaints,
            outbox=desk.outbox,
            directory=desk.directory,
            drafts=desk.drafts,
            tasks=self.tasks,
            notifier=self.notifier,
            actions=Actions(self.theme, self.language),
            language=self.language,
            theme=self.theme,
            clock=self._clock,
            who=desk.me,
            settings=self.settings,
            practice=practice,
            updates=self.updates,
            diagnostics=diagnose.service(self._options, self.settings, desk.integrity, desk.comparisons),
        )
        self.desk_window = DeskWindow(context, desk)
        self.desk_window.sign_out_requested.connect(self.leave)
        self.desk_window.first_list_shown.connect(self._synchronise)
        self._show(self.desk_window.window)

    def _synchronise(self) -> None:
        """Begin once the list is on the screen: what is on this PC comes first."""
        if self.desk is not None:
            self.tasks.cache(self.desk.start, lambda _none: None)
            self.updates.begin()

    def leave(self) -> None:
        """Ask for a sign-in again, and close the desk once what was typed in its window is kept."""
        self.ask_sign_in()
        desk, self.desk, self.desk_window = self.desk, None, None
        if desk is not None:
            self.tasks.cache(desk.sign_out, lambda _none: None)

    # ---------------------------------------------------------------- practice mode

    def practise(self) -> None:
        """Start the practice server and sign in as a sample officer."""
        splash = self._splash("practice", 0.0)
        folder = self._folders.data / "practice"
        server = PracticeServer(folder / "central")
        profile = self._profile(practice=True)
        self._practice_progress.connect(partial(splash.show_step, "practice"))

        def begin() -> Opened:
            url = server.start(self._practice_progress.emit)
            return profile.sign_in.sign_in(url, Duty.OFFICE_HEAD, OFFICER, PASSWORD)

        def failed(error: Exception) -> None:
            splash.close()
            server.stop()
            window = self.window if isinstance(self.window, SignInWindow) else self.ask_sign_in()
            window.form.refuse(error)

        def done(opened: Opened) -> None:
            self._practice = server
            self.open(profile, opened)
            splash.close()

        self.tasks.network(begin, done, failed, owner=self)

    def come_forward(self) -> None:
        """Bring the window to the front: the program was started once more."""
        log.info("brought forward")
        if self.window is None:
            return
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    # ---------------------------------------------------------------- parts

    def _profile(self, practice: bool) -> Profile:
        root = self._folders.data / "practice" if practice else self._options.data_folder
        folders = assets.folders(root)
        in_files = practice or self._options.secrets == "file"
        secrets = FileSecrets(folders.secrets) if in_files else KeyringSecrets()
        vault = KeyVault(secrets, folders.known_file)
        device = Device(device_id(folders.data), node())
        kept_as = "practice" if practice else None
        sign_in = SignInService(self._connect, vault, folders.officer, self._clock, device, kept_as)
        return Profile(folders, vault, sign_in, device)

    def _update_service(self) -> UpdateService:
        keys = self._options.update_keys or assets.update_keys_file()
        trust = Trust(lambda: keys_in(keys), __version__)
        return UpdateService(self._folders.updates, trust, __version__, SetupInstaller(), sticks)

    def _update_source(self) -> CentralApi | None:
        """The company's server; the practice server has no versions to offer."""
        server = self.settings.get(SERVER)
        return self._connect(server) if server and self._practice is None else None

    def _connect(self, server: str) -> CentralApi:
        return self._make_api(server, MemoryTokens(), self._clock)

    def _make_api(self, server: str, tokens: TokenStore, clock: ServerClock) -> CentralApi:
        here = self._practice is not None and self._practice.url == server
        return CentralApi(server, partial(_session, compressed=not here), tokens, on_time=clock.sample)

    def _show(self, window: QWidget) -> None:
        previous, self.window = self.window, window
        window.show()
        if previous is not None:
            previous.close()
            previous.deleteLater()
        if not gc.isenabled():
            # `__main__` turned it off for the start. What was loaded stays to the end: it is never looked at.
            gc.freeze()
            gc.enable()
        self.shown.emit()

    # ---------------------------------------------------------------- end

    def _splash(self, step: str, part: float) -> Splash:
        splash = Splash(self.theme)
        splash.show_step(step, part)
        splash.show()
        return splash

    def close(self) -> None:
        """End everything that was started."""
        self.updates.cancel()
        if self.window is not None:
            self.window.close()
        if self.desk is not None:
            self.desk.stop()
        self.tasks.close()  # what the window still had to keep is written before the stores close
        self.desk_window = None
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        if self._practice is not None:
            self._practice.stop()


def _session(*, compressed: bool) -> requests.Session:
    made: requests.Session = importlib.import_module("wzpdcl_desktop.line").session(compressed=compressed)
    return made


def prepare(qt: QApplication) -> None:
    """Name the program and register its resources; before any widget is made."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    qt.setApplicationName("WZPDCL Desktop")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("wzpdcl-desktop")
    if not QResource.registerResource(str(assets.resources_file())):
        raise FileNotFoundError("resources.rcc: run hatch_build.py")


def scale(settings: Settings, environment: MutableMapping[str, str]) -> None:
    """Have Qt draw everything larger, as set by the officer; before there is an application.

    Who gave a size from outside has the last word.
    """
    percent = settings.get(UI_SCALE)
    if percent != UI_SCALE.default:
        environment.setdefault("QT_SCALE_FACTOR", str(percent / 100))
