"""The contender of `stall`: the real program at an officer's first sign-in on this PC."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from benchmarks.answering import answer
from benchmarks.gaps import GapProbe
from wzpdcl_desktop.__main__ import load_app
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.journey.life import Life
from wzpdcl_desktop.journey.robot import until
from wzpdcl_desktop.options import Options


class Contender:
    """Signs in, looks at a list, and notes what its hands would have to wait."""

    def __init__(self, place: Path, server: str) -> None:
        app = load_app()
        qt = QApplication(sys.argv[:1])
        qt.setQuitOnLastWindowClosed(False)
        app.prepare(qt)
        options = Options(server=server, data_folder=place, secrets="file", language="bn", theme="light")
        self.application = app.Application(qt, options)
        self._life = Life(self.application, place)
        self._probe = GapProbe()

    def load(self, view: str) -> dict[str, Any]:
        """Sign in and wait for all complaints; from the first list on the screen to the last row of it."""
        self.application.shown.connect(partial(self._shown, View(view)))
        self.application.start()
        self._life.sign_in()
        self._life.wait_for_first_load()
        gaps = self._probe.stop()
        queue = self._life.window.queue
        shown, there = len(queue.model.ids), self._life.desk.complaints.counts().views[View(view)]
        if queue.view is not View(view) or shown != there:
            raise RuntimeError(f"the list shows {shown} of {there} complaints")
        return {"gaps": gaps, "digest": self._life.desk.reader.digest()}

    def rest(self, seconds: float) -> list[float]:
        """The same window with nothing to do."""
        self._life.rest()
        end = time.monotonic() + seconds
        self._probe.start()
        until(lambda: time.monotonic() >= end, "the end of the rest", seconds + 30)
        return self._probe.stop()

    def _shown(self, view: View) -> None:
        window = self.application.desk_window
        if window is None:
            return
        # Synchronising begins with the first list on the screen.
        window.first_list_shown.connect(self._probe.start)
        if view is not View.INBOX:
            window.window.show_view(view)


def main() -> None:
    """Start the program and do what is asked."""
    contender = Contender(Path(sys.argv[1]), sys.argv[2])
    answer({"load": contender.load, "rest": contender.rest})
    contender.application.close()


if __name__ == "__main__":
    main()
