"""Tab follows the eye: what is made later than its neighbours still gets its place among them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_layout(container: QWidget) -> None:
    """Let Tab go through a container in the order of its layouts.

    Qt gives each new widget the last place in the window. The first stop of the container must be an old one,
    as it is what the others are put behind.
    """
    for one, other in pairwise(_stops(container)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        if not isinstance(widget, QScrollArea):
            return
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if inner is not None:
        yield from _stops(inner)
    elif layout is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from _stops(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    for item in items:
        if item is None:
            continue
        widget, below = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif below is not None:
            yield from _in_layout(below)
