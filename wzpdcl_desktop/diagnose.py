"""``wzpdcl-desktop --diagnostics FILE``, and the same service for the window."""

from __future__ import annotations

import importlib
import json
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from wzpdcl_desktop import __version__, assets, program
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.services.diagnostics import DiagnosticsService
from wzpdcl_desktop.services.rollout import read_rollout, system_registry
from wzpdcl_desktop.services.settings import Settings

_CHECK_SECONDS = 300


def run(options: Options, target: Path) -> int:
    """Write the zip; 0 if it was written."""
    folders = assets.folders(options.data_folder)
    rollout = read_rollout(system_registry())
    settings = Settings(folders.settings_file, rollout.fixed, rollout.proposed)
    try:
        service(options, settings).write(target)
    except OSError as error:
        if sys.stderr is not None:
            sys.stderr.write(f"{type(error).__name__}: {error.strerror}\n")
        return 1
    return 0


def service(
    options: Options,
    settings: Settings,
    integrity: Callable[[], Mapping[str, str]] = dict,
    comparisons: Callable[[], Mapping[str, int]] = dict,
) -> DiagnosticsService:
    """The service on the folders of this run.

    Args:
        integrity: Of the open stores.
        comparisons: With the server.
    """
    folders = assets.folders(options.data_folder)
    return DiagnosticsService(
        folders.data, folders.logs, settings, about, lambda: self_check(options), integrity, comparisons
    )


def about() -> dict[str, str]:
    """Versions of the program and of what it stands on. No name of the PC or of its user."""
    qt = importlib.import_module("PySide6.QtCore")
    sqlcipher = importlib.import_module("sqlcipher3.dbapi2")
    return {
        "program": __version__,
        "installed": str(program.frozen()),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.version()}",
        "machine": platform.machine(),
        "qt": str(qt.qVersion()),
        "sqlite": str(sqlcipher.sqlite_version),
    }


def self_check(options: Options) -> str:
    """The report of a self-check in a process of its own."""
    command = program.command("--self-check", "--json", "--lang", "en", "--secrets", options.secrets)
    if options.data_folder is not None:
        command += ["--data-folder", str(options.data_folder)]
    if options.platform is not None:
        command += ["--platform", options.platform]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_CHECK_SECONDS,
            check=False,
            creationflags=program.HIDDEN,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return json.dumps({"ok": False, "why": type(error).__name__})
    return done.stdout.decode("utf-8", "replace").strip() or json.dumps(
        {"ok": False, "code": done.returncode}
    )
