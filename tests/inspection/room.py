"""Whether every text has its room: nothing cut, nothing over another, nothing outside its parent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QToolTip,
    QWidget,
)

from tests.inspection.ink import OVERLAYS, Ink, inks
from tests.inspection.words import is_translated

#: Pixels that the drawing of letters may be off; and for two letters beside each other.
_SLACK, _TOUCH = 1.5, 2.5
#: Larger pictures are grounds.
_GROUND = 64


def faults(window: QWidget) -> list[str]:
    """What is wrong with the room in a window, as it stands now."""
    widgets = [one for one in window.findChildren(QWidget) if one.window() is window and one.isVisible()]
    seen = list(inks(window))
    found = [*_cut(seen), *_shortened(seen, window), *_one_over_another(seen)]
    found += [*_outside(widgets), *_siblings(widgets)]
    return list(dict.fromkeys(found))


def _cut(seen: Sequence[Ink]) -> Iterator[str]:
    for ink in seen:
        if not ink.text or _is_typed(ink):
            continue  # what is typed scrolls
        if ink.room.isEmpty() and _is_viewport(ink.widget):
            continue  # the line below the last one that shows: all of it is scrolled out
        beside = max(ink.room.left() - ink.rect.left(), ink.rect.right() - ink.room.right())
        above = max(ink.room.top() - ink.rect.top(), ink.rect.bottom() - ink.room.bottom())
        if beside > _SLACK or (above > _SLACK and not _is_viewport(ink.widget)):
            yield f"cut by {max(beside, above):.0f} px: {ink.text!r} in {_name(ink.widget)}"


def _shortened(seen: Sequence[Ink], window: QWidget) -> Iterator[str]:
    """Who shortens a text says the whole in its tooltip."""
    for ink in seen:
        goes_on = ink.text.removesuffix(" …")  # a text of ours for what is under way
        if not ink.text.endswith("…") or is_translated(goes_on, "bn") or is_translated(goes_on, "en"):
            continue
        if ink.text[:-1].strip() not in _tooltip(ink, window):
            yield f"shortened without a tooltip: {ink.text!r} in {_name(ink.widget)}"


def _tooltip(ink: Ink, window: QWidget) -> str:
    middle = ink.rect.center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, ink.widget.mapFrom(window, middle), window.mapToGlobal(middle))
    QApplication.sendEvent(ink.widget, event)
    text = QToolTip.text()
    QToolTip.hideText()
    return text


def _one_over_another(seen: Sequence[Ink]) -> Iterator[str]:
    marks = [one for one in seen if not _is_typed(one) and (one.text or one.rect.width() < _GROUND)]
    marks.sort(key=lambda one: one.rect.top())
    for number, one in enumerate(marks):
        for other in marks[number + 1 :]:
            if other.rect.top() >= one.rect.bottom():
                break
            shared = _painted(one) & _painted(other)
            if shared.width() > _TOUCH and shared.height() > _TOUCH:
                yield f"{_what(one)} and {_what(other)} lie over each other"


def _painted(ink: Ink) -> QRectF:
    return ink.rect & ink.room & ink.shown


def _outside(widgets: Iterable[QWidget]) -> Iterator[str]:
    for widget in widgets:
        parent = widget.parentWidget()
        if widget.isWindow() or parent is None or _is_viewport(parent) or isinstance(parent, QScrollArea):
            continue
        if widget.geometry().intersects(parent.rect()) and not parent.rect().contains(widget.geometry()):
            yield f"{_name(widget)} {widget.geometry()} is outside {_name(parent)} {parent.rect()}"


def _siblings(widgets: Sequence[QWidget]) -> Iterator[str]:
    families: dict[QWidget | None, list[QWidget]] = {}
    for widget in widgets:
        if not widget.isWindow() and not isinstance(widget, OVERLAYS):
            families.setdefault(widget.parentWidget(), []).append(widget)
    for parent, children in families.items():
        if isinstance(parent, QMainWindow | QAbstractScrollArea):
            continue  # Qt's own handles between docks, and corners of scroll bars
        for number, one in enumerate(children):
            for other in children[number + 1 :]:
                shared = one.geometry() & other.geometry()
                if shared.width() > 1 and shared.height() > 1:
                    yield f"{_name(one)} and {_name(other)} overlap"


def _is_typed(ink: Ink) -> bool:
    return isinstance(ink.widget, QLineEdit) and bool(ink.text) and bool(ink.widget.text())


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _what(ink: Ink) -> str:
    return f"{ink.text or 'an icon'!r} of {_name(ink.widget)}"


def _name(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None and not at.isWindow() and len(names) < 3:
        names.append(f"{type(at).__name__}{f'#{at.objectName()}' if at.objectName() else ''}")
        at = at.parentWidget()
    return " in ".join(names)
