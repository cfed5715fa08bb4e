"""Builds an older version for the test of the upgrade: the same program under a lower number."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dev_tools.installer import launcher
from dev_tools.installer.build import Built
from dev_tools.installer.compile_setup import compile_setup, name_of
from dev_tools.installer.tree import compile_all
from dev_tools.installer.wine import Wine
from dev_tools.installer.workspace import SOURCES, BuildError, Workspace, fingerprint_of

VERSION = "0.0.1"
#: A file that the newer version has not: an upgrade has to remove it.
STRAY = Path("app") / "wzpdcl_desktop" / "of_older_version.py"


def build(work: Workspace, wine: Wine, newer: Built) -> Path:
    """The setup of the older version, not signed."""
    setup = work.build / "older-setup" / f"{name_of(VERSION)}.exe"
    inputs: list[str | Path] = [Path(__file__), SOURCES / "installer.iss", SOURCES / "bn.isl"]
    inputs += [newer.stage / "app", fingerprint_of([newer.stage / "runtime"])]

    def make() -> None:
        stage = work.build / "older-stage"
        shutil.rmtree(stage, ignore_errors=True)
        # Links for what is the same; what differs is written anew.
        shutil.copytree(newer.stage, stage, copy_function=os.link)
        shutil.rmtree(stage / "app")
        shutil.copytree(newer.stage / "app", stage / "app")
        _number(stage / "app" / "wzpdcl_desktop" / "__init__.py", newer.version)
        (stage / STRAY).write_text('"""Of the older version."""\n', encoding="ascii")
        compile_all(stage, ("app",))
        for program in stage.glob("*.exe"):
            program.unlink()
        launcher.build(work, stage, VERSION)
        compile_setup(work, wine, stage, VERSION, setup.parent, quick=True)
        shutil.rmtree(stage)

    work.once("older-setup", inputs, setup, make)
    return setup


def _number(module: Path, newer: str) -> None:
    text = module.read_text(encoding="utf-8")
    if f'"{newer}"' not in text:
        raise BuildError(f"{module.name} does not name version {newer}")
    module.write_text(text.replace(f'"{newer}"', f'"{VERSION}"'), encoding="utf-8")
