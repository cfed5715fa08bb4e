"""One run of the program: its door for a second start, its log, its application, its end."""

from __future__ import annotations

import logging
import os
import sys
import time
from functools import partial

from PySide6.QtWidgets import QApplication

from wzpdcl_desktop import __version__, app, assets
from wzpdcl_desktop.crashes import stop_watching, watch_for_crashes
from wzpdcl_desktop.gui.bug_reports import unhandled
from wzpdcl_desktop.gui.single import CLOSE, RAISE, SingleInstance
from wzpdcl_desktop.logs import log_to_file
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.running import hold_mutex, let_others_come_forward
from wzpdcl_desktop.services.rollout import read_rollout, system_registry
from wzpdcl_desktop.services.settings import Settings

log = logging.getLogger("wzpdcl.app")


def run(options: Options) -> int:
    """Run the program; returns its exit code."""
    folders = assets.folders(options.data_folder)
    log_to_file(folders.logs)
    rollout = read_rollout(system_registry())
    app.scale(Settings(folders.settings_file), os.environ)
    platform = ["-platform", options.platform] if options.platform else []
    qt = QApplication([*sys.argv[:1], *platform])
    door = SingleInstance(folders.data)
    if options.quit:
        return 0 if ask_to_end(door) else 1
    let_others_come_forward()
    if door.ask(RAISE):
        return 0
    door.wait_at_door()
    crash_log = watch_for_crashes(folders.logs)
    mutex = hold_mutex()
    app.prepare(qt)
    application = app.Application(qt, options, rollout)
    sys.excepthook = partial(unhandled, application.notifier)
    door.raise_requested.connect(application.come_forward)
    # Not `closeAllWindows`: it passes over a window that waits in the tray.
    application.updates.install_requested.connect(qt.quit)
    door.close_requested.connect(qt.quit)
    qt.commitDataRequest.connect(lambda _manager: application.updates.session_ends())
    application.start()
    log.info("started %s", __version__)
    code = qt.exec()
    door.close()
    application.close()
    application.updates.install_at_end()
    stop_watching(crash_log)
    del mutex
    return code


def ask_to_end(door: SingleInstance, seconds: float = 30.0) -> bool:
    """Ask the running program to end and wait for it. True once none is running."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not door.ask(CLOSE):
            return True
        time.sleep(0.2)
    return False
