"""The pictures: ``python -m tests.screenshots [--scale 1,1.25,1.5] [--lang bn,en] [--theme light,dark]``.

Without ``--target`` they go to ``build/screenshots``, a folder for each language and scale. ``--docs`` takes
the choice for the documentation instead, at scale 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.screenshots.registry import Picture
from tests.screenshots.scenes import PICTURES
from tests.screenshots.studio import Studio, fill
from tests.screenshots.tour import tour
from wzpdcl_desktop import app
from wzpdcl_desktop.journey import robot

DOCS = Path("docs/screenshots")


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures, each language and scale in a process of its own; returns the worst exit code."""
    given = _arguments(arguments)
    common = [sys.executable, "-m", "tests.screenshots", *(sys.argv[1:] if arguments is None else arguments)]
    worst = 0
    for scale in given.scale:
        for lang in given.lang:
            if len(given.scale) == len(given.lang) == 1 and os.environ.get("QT_SCALE_FACTOR") == scale:
                _take(lang, scale, given)
                continue
            one = [*common, "--lang", lang, "--scale", scale]
            done = subprocess.run(one, check=False, env=os.environ | {"QT_SCALE_FACTOR": scale})
            worst = max(worst, done.returncode)
    return worst


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    def several(text: str) -> list[str]:
        return text.split(",")

    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("--scale", type=several, default=["1"])
    parser.add_argument("--lang", type=several, default=["bn", "en"])
    parser.add_argument("--theme", type=several, default=["light", "dark"])
    parser.add_argument("--target", type=Path, default=None)
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[one.name for one in PICTURES])
    parser.add_argument("--docs", action="store_true", help=f"the choice for the documentation, to {DOCS}")
    given = parser.parse_args(arguments)
    if given.docs:
        given.scale = ["1"]
    return given


def _take(lang: str, scale: str, given: argparse.Namespace) -> None:
    """All pictures of one language and scale."""
    target = given.target or (DOCS if given.docs else Path("build/screenshots"))
    target = target / lang if given.docs else target / lang / scale

    def look(one: Picture, studio: Studio, window: QWidget) -> None:
        fill(window, one.width)
        window.activateWindow()
        for theme in given.theme:
            if given.docs and theme not in one.docs:
                continue
            studio.application.theme.mode = theme
            studio.life.rest()
            path = robot.picture(window, target / f"{one.name}{'-dark' if theme == 'dark' else ''}.png")
            sys.stderr.write(f"{path}\n")
        studio.application.theme.mode = "light"

    chosen = [one for one in PICTURES if not given.only or one.name in given.only]
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    qt.setCursorFlashTime(0)  # a caret that blinks is there in one picture and not in the next
    app.prepare(qt)
    with tempfile.TemporaryDirectory(prefix="wzpdcl-pictures-") as folder:
        tour(qt, Path(folder), [lang], chosen, look)


if __name__ == "__main__":
    sys.exit(main())
