"""Whether Tab comes to every widget that takes the focus, in the order of the eye, and can be seen there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStatusBar, QWidget
from shiboken6 import isValid

from tests.inspection.ink import OVERLAYS, covered

_MOST = 120
#: Walks until one was not disturbed.
_WALKS = 4
#: Pixels that two things in one line may differ.
_SLACK = 4


def faults(window: QWidget, rest: Callable[[], None]) -> list[str]:
    """Walk through a window by Tab.

    Args:
        rest: Waits until nothing is under way.
    """
    window.activateWindow()
    QCoreApplication.processEvents()
    found: list[str] = []
    chain: list[QWidget] = []
    for _ in range(_WALKS):
        rest()
        before = _shown(window)
        found.clear()
        chain = list(_walk(window, found))
        rest()
        if all(map(isValid, chain)) and _shown(window) == before:
            break  # else a part was made anew on the way, as when Tab leaves an older complaint for the list
    found += [f"Tab does not come to {_name(one)}" for one in _wanted(window) if one not in chain]
    return [*found, *_out_of_order(window, [one for one in chain if isValid(one)])]


def _shown(window: QWidget) -> list[QWidget]:
    """What takes the focus by Tab, also what has to be scrolled to."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.window() is window and one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _wanted(window: QWidget) -> list[QWidget]:
    """What Tab has to come to."""
    overlays = [one for one in window.findChildren(QWidget) if isinstance(one, OVERLAYS) and one.isVisible()]
    return [
        one
        for one in _shown(window)
        if one.isEnabled()
        and one.focusProxy() is None
        and not one.visibleRegion().isEmpty()
        and not covered(one, QRectF(_place(one, window)), overlays, window)
    ]


def _walk(window: QWidget, found: list[str]) -> Iterator[QWidget]:
    """Press Tab until it comes round, and look at each place with the focus and without it."""
    seen: list[QWidget] = []
    before: tuple[QWidget, QRect, QImage] | None = None
    for _ in range(_MOST):
        at = QApplication.focusWidget() or window
        QTest.keyClick(at, Qt.Key.Key_Tab)
        QCoreApplication.processEvents()
        now = QApplication.focusWidget()
        if before is not None and now is not before[0]:
            widget, place, image = before
            if window.grab(place).toImage() == image:
                found.append(f"the focus cannot be seen at {_name(widget)}")
        if now is None or now in seen or now.window() is not window:
            return
        seen.append(now)
        place = QRect(now.mapTo(window, QPoint()), now.size()).adjusted(-3, -3, 3, 3)
        before = now, place, window.grab(place).toImage()
        yield now


def _out_of_order(window: QWidget, chain: Sequence[QWidget]) -> list[str]:
    """Each step back, but for the one from the end of the round to its beginning."""
    steps = [step for step in pairwise([*chain, *chain[:1]]) if _goes_back(window, *step)]
    if steps:
        steps.remove(min(steps, key=lambda step: _place(step[1], window).top()))
    return [f"Tab goes back from {_name(one)} to {_name(other)}" for one, other in steps]


def _goes_back(window: QWidget, one: QWidget, other: QWidget) -> bool:
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    if any(isinstance(at, QStatusBar) for at in _way(one, window)):
        return False  # the foot of the window is at the eye's hand from everywhere
    first, second = _branches(window, one, other)
    here, there = _place(first, window), _place(second, window)
    level = here.top() < there.bottom() - _SLACK and there.top() < here.bottom() - _SLACK
    above = there.bottom() <= here.top() + _SLACK
    left = level and there.right() < here.left() + _SLACK
    return left or (above and there.left() < here.right() - _SLACK)


def _branches(window: QWidget, one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """The two widgets in which the ways to the root part."""
    ways = [list(_way(widget, window)) for widget in (one, other)]
    first, second = (list(reversed(way)) for way in ways)
    parted = next(n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a is not b)
    return first[parted], second[parted]


def _way(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = widget
    while at is not None and at is not window:
        yield at
        at = at.parentWidget()


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _name(widget: QWidget) -> str:
    parent = widget.parentWidget()
    said = f"{widget.accessibleName()!r} " if widget.accessibleName() else ""
    return f"{said}{type(widget).__name__} in {type(parent).__name__}"
