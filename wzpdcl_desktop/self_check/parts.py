"""Runs all checks: what may crash in a process of its own, with a time limit, the rest here."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from wzpdcl_desktop import assets, program
from wzpdcl_desktop.cache.secrets import FileSecrets, KeyringSecrets
from wzpdcl_desktop.options import Options
from wzpdcl_desktop.self_check import storing, surroundings, words
from wzpdcl_desktop.self_check.report import Check, all_needed, as_json, from_lines
from wzpdcl_desktop.services.rollout import read_rollout, system_registry
from wzpdcl_desktop.services.settings import LANGUAGE, SERVER, Settings
from wzpdcl_desktop.sync.clock import wall_ms

#: Part in a process of its own -> the checks that it answers for, whether they are needed, seconds it has.
PARTS: dict[str, tuple[tuple[str, ...], bool, int]] = {
    "screen": (("qt", "fonts", "bangla", "translations", "pdf"), True, 90),
    "film": (("video",), False, 60),
    "web": (("web_engine",), False, 60),
}
#: How a part is started; tests put in one that crashes or hangs.
Starter = Callable[[str], Sequence[str]]


def run(options: Options, *, as_programs_read: bool, output: Path | None) -> int:
    """Check everything and tell it; 0 if all that is needed is in order.

    Args:
        as_programs_read: JSON instead of text.
        output: A file in place of the standard output, for a program without a console.
    """
    settings = _settings(options)
    language = options.language or settings.get(LANGUAGE)
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    translator = _speak(language)
    found = check_all(options, language)
    text = as_json(found) if as_programs_read else words.as_text(found)
    QCoreApplication.removeTranslator(translator)
    del application
    tell(text, output)
    return 0 if all_needed(found) else 1


def _settings(options: Options) -> Settings:
    rollout = read_rollout(system_registry())
    return Settings(assets.folders(options.data_folder).settings_file, rollout.fixed, rollout.proposed)


def tell(text: str, output: Path | None) -> None:
    """Print a text, Bangla too, or write it to a file."""
    if output is not None:
        output.write_text(text + "\n", encoding="utf-8")
        return
    if sys.stdout is None:  # started by a click: there is no console
        return
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def check_all(options: Options, language: str, starter: Starter | None = None) -> list[Check]:
    """Every check, in the order of `words.TITLES`."""
    folders = assets.folders(options.data_folder)
    in_files = options.secrets == "file"
    address = options.server or _settings(options).get(SERVER)
    found = [
        surroundings.write_access(folders),
        surroundings.disk(folders.data),
        surroundings.clock(wall_ms),
        storing.store(folders.data),
        surroundings.keyring(
            FileSecrets(folders.secrets) if in_files else KeyringSecrets(), in_files=in_files
        ),
        surroundings.certificates(),
        surroundings.server(address, surroundings.connect),
    ]

    def start(part: str) -> Sequence[str]:
        platform = ["--platform", options.platform] if options.platform else []
        return program.command("--self-check-part", part, "--lang", language, *platform)

    for part in PARTS:
        found += outside(part, (starter or start)(part))
    order = list(words.TITLES)
    return sorted(found, key=lambda one: order.index(one.name))


def outside(part: str, command: Sequence[str], seconds: float | None = None) -> list[Check]:
    """Run a part in a process of its own. What it did not answer for has failed.

    Args:
        seconds: In place of the part's own limit.
    """
    translate = QCoreApplication.translate
    names, needed, limit = PARTS[part]
    printed, why = "", ""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds or limit,
            check=False,
            creationflags=program.HIDDEN,
        )
        printed = done.stdout.decode("utf-8", "replace")
        why = translate("SelfCheck", "Ended without an answer (code {0})").format(done.returncode)
    except subprocess.TimeoutExpired as error:
        printed = (error.stdout or b"").decode("utf-8", "replace")
        why = translate("SelfCheck", "No answer within {0} seconds").format(round(seconds or limit))
    except OSError as error:
        why = type(error).__name__
    found = {one.name: one for one in from_lines(printed.splitlines()) if one.name in names}
    lacking = translate("SelfCheck", "Install the program again; look whether the antivirus took files away.")
    if not needed:
        lacking = translate("SelfCheck", "The rest works without it. ") + lacking
    return [found.get(name) or Check(name, False, needed, why, lacking) for name in names]


def run_part(part: str, options: Options) -> int:
    """The other side: one part, its checks printed one a line."""
    if part == storing.WRITER:
        assert options.data_folder is not None
        storing.write_until_killed(options.data_folder, sys.stdin.readline())
        return 0
    needed = PARTS[part][1]
    try:
        module = importlib.import_module(f"wzpdcl_desktop.self_check.{part}")
        if part == "web":
            module.register_scheme()
        gui = importlib.import_module("PySide6.QtWidgets")
        application = gui.QApplication(_qt_arguments(options))
        translator = _speak(options.language or LANGUAGE.default)
        core = importlib.import_module("PySide6.QtCore")
        core.QResource.registerResource(str(assets.resources_file()))
        for one in module.checks():
            _answer(one)
        del translator, application
    except ImportError as error:
        for name in PARTS[part][0]:
            lacking = QCoreApplication.translate(
                "SelfCheck", "Install the program again; look whether the antivirus took files away."
            )
            _answer(Check(name, False, needed, str(error), lacking))
    return 0


def _answer(one: Check) -> None:
    sys.stdout.write(json.dumps(asdict(one)) + "\n")  # ASCII: the pipe's encoding does not matter
    sys.stdout.flush()


def _qt_arguments(options: Options) -> list[str]:
    """Nothing is shown: without a screen to ask for, Qt's off-screen platform does."""
    platform = options.platform or ("" if sys.platform == "win32" else "offscreen")
    return [sys.argv[0], *(["-platform", platform] if platform else [])]


def _speak(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(assets.translations_folder() / f"{language}.qm"))
    QCoreApplication.installTranslator(translator)
    return translator
