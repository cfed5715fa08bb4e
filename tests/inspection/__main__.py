"""``python -m tests.inspection room``: what is wrong on any picture, a line each."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from tests.inspection import colors, focus, names, room
from tests.inspection.data import data_of
from tests.inspection.rounds import make_round
from tests.screenshots.registry import Picture
from tests.screenshots.studio import SCREEN, Studio, fill
from wzpdcl_desktop.gui.main_window import MainWindow
from wzpdcl_desktop.gui.panels import DETAIL_WIDTH
from wzpdcl_desktop.gui.sign_in.window import SignInWindow

#: What the bars of Windows take from a screen (px).
_BARS = 40


def of_room(_picture: Picture, studio: Studio, window: QWidget) -> list[str]:
    """The window on the screen of most offices, the same with narrow panels, and as small as it gets."""
    found = []
    stands = {"": _screen, " (narrow panels)": _narrow, " (smallest)": _smallest}
    if isinstance(window, MainWindow | SignInWindow):
        stands |= {" (125 %)": partial(_scaled, 1.25), " (150 %)": partial(_scaled, 1.5)}
    for name, stand in stands.items():
        stand(window)
        _settle(studio, window)
        found += [fault + name for fault in room.faults(window)]
    fill(window)
    return found


def of_names(picture: Picture, studio: Studio, window: QWidget) -> list[str]:
    """What a screen reader says of a window."""
    fill(window)
    _settle(studio, window)
    lang = studio.application.language.code
    return names.faults(window, lang, data_of(studio, picture.stage))


def of_focus(_picture: Picture, studio: Studio, window: QWidget) -> list[str]:
    """Tab through a window; its order does not depend on the language."""
    if studio.application.language.code == "en":
        return []
    fill(window)
    _settle(studio, window)
    if isinstance(window, MainWindow) and window.outbox_dock.isVisible():
        return []  # Qt lets Tab go through the panel behind the outbox too
    return focus.faults(window, partial(_settle, studio, window))


def of_colors(_picture: Picture, studio: Studio, window: QWidget) -> list[str]:
    """Both themes."""
    if studio.application.language.code == "en":
        return []
    fill(window)
    found = []
    for theme in ("dark", "light"):
        studio.application.theme.mode = theme
        _settle(studio, window)
        found += [f"{fault} ({theme})" for fault in colors.faults(window)]
    return found


def of_walk(picture: Picture, studio: Studio, window: QWidget) -> list[str]:
    """Names, colours and focus in one round."""
    eyes = (of_names, of_colors, of_focus)
    return [fault for eye in eyes for fault in eye(picture, studio, window)]


def _screen(window: QWidget) -> None:
    fill(window)
    if isinstance(window, MainWindow):
        _widen(window, DETAIL_WIDTH)


def _narrow(window: QWidget) -> None:
    if isinstance(window, MainWindow):
        _widen(window, 0)


def _smallest(window: QWidget) -> None:
    window.resize(window.minimumSizeHint().expandedTo(window.minimumSize()))


def _scaled(scale: float, window: QWidget) -> None:
    """As many pixels as the screen has at a scale; with larger fonts the layout is the same."""
    wanted = QSize(round(SCREEN[0] / scale), round((SCREEN[1] - _BARS) / scale))
    window.resize(wanted)
    assert window.size() == wanted, f"{window.size()} instead of {wanted}"


def _widen(window: MainWindow, width: int) -> None:
    window.resizeDocks([window.detail_dock], [max(1, width)], Qt.Orientation.Horizontal)


def _settle(studio: Studio, window: QWidget) -> None:
    """Until nothing is under way and all has found its place."""

    def places() -> list[QRect]:
        return [widget.geometry() for widget in window.findChildren(QWidget)]

    studio.life.rest()
    before: list[QRect] = []
    while before != (before := places()):
        QCoreApplication.processEvents()
    # Whatever the last round of events has changed, a clock's tick for one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


EYES = {"room": of_room, "walk": of_walk, "names": of_names, "focus": of_focus, "colors": of_colors}


def main() -> int:
    """Make one round."""
    for fault in make_round(EYES[sys.argv[1]]):
        print(fault)
    return 0


if __name__ == "__main__":
    sys.exit(main())
