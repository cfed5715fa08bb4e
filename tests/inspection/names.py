"""Whether a screen reader has something to say of every widget, in the language of the screen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu, QWidget

from tests.inspection.ink import inks
from tests.inspection.words import is_translated

_PIECES = re.compile(r"\s*(?:[,.:;·\n()|]|\s-\s)\s*")
#: The languages by their own names, and keys of the keyboard, which Bangla writes in Latin too.
_OWN = {"English", "বাংলা", "EN", "বা", "Ctrl", "Esc", "Enter", "Alt", "Shift", "Tab"}
_ROWS = 12


def faults(window: QWidget, lang: str, data: Collection[str]) -> list[str]:
    """What has no name, or a wrong one.

    Args:
        data: Names, numbers and words that come from the office's data, in whatever language they are.
    """
    found = [
        f"{who} is called {name!r}" for who, name in _called(window) if not _is_name(who, name, lang, data)
    ]
    return list(dict.fromkeys(found))


def _called(window: QWidget) -> Iterator[tuple[str, str]]:
    writers = {ink.widget for ink in inks(window) if ink.text}
    for widget in (window, *window.findChildren(QWidget)):
        if widget.window() is not window or not widget.isVisible():
            continue
        who = f"{type(widget).__name__}#{widget.objectName()}" if widget.objectName() else _path(widget)
        if isinstance(widget, QAbstractItemView):
            yield from ((f"a row of {who}", row) for row in _rows(widget))
        named = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)
        if not named and widget not in writers:
            continue
        if widget.objectName() == "qt_scrollarea_viewport":
            continue  # the view has the name
        yield who, name_of(widget)
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            if not action.isSeparator():
                yield f"the entry {action.objectName()} of a menu", _plain(action)


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a widget; what it shows or explains, if it has no name."""
    about = QAccessible.queryAccessibleInterface(widget)
    if about is None:
        return widget.accessibleName()
    return about.text(QAccessible.Text.Name) or about.text(QAccessible.Text.Value) or widget.accessibleName()


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    if model is None:
        return
    for row in range(min(_ROWS, model.rowCount(root))):
        index: QModelIndex = model.index(row, 0, root)
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            yield str(spoken or "")


def _is_name(who: str, name: str, lang: str, data: Collection[str]) -> bool:
    name = name.strip()
    if not name or name == who.partition("#")[2] or name == who.partition("#")[0]:
        return False
    if not any(sign.isalpha() for sign in name) or is_translated(name, lang) or name in data:
        return True
    pieces = [piece for piece in _PIECES.split(name) if any(sign.isalpha() for sign in piece)]
    return bool(pieces) and all(
        piece in _OWN or is_translated(piece, lang) or any(piece in one for one in data) for piece in pieces
    )


def _plain(action: QAction) -> str:
    return action.text().replace("&", "")


def _path(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} in {type(parent).__name__}" if parent else type(widget).__name__
