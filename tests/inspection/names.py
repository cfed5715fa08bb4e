"""Whether a screen reader has something to say of every widget, in the language of the screen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QMenu, QWidget

from tests.inspection.ink import inks
from tests.inspection.words import is_translated
from wzpdcl_desktop.gui.widgets.toast import Toast

#: Where texts are joined to longer ones.
_MARKS = ("\n", " · ", "। ", ". ", ": ", ", ", " (")
#: The languages by their own names; keys, and sizes of files, which Bangla writes in Latin too.
_OWN = {"English", "বাংলা", "EN", "বা", "Ctrl", "Esc", "Enter", "Shift", "Tab", "Space", "Alt", "বাঁ", "kB", "MB"}
_KEY = re.compile(r"F?[\d০-৯:]+|[A-Z]")
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
        if widget.window() is not window or not widget.isVisible() or _passes(widget):
            continue
        who = f"{type(widget).__name__}#{widget.objectName()}" if widget.objectName() else _path(widget)
        if isinstance(widget, QAbstractItemView):
            yield from ((f"a row of {who}", row) for row in _rows(widget))
        named = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)
        if isinstance(widget, QMenu) or (isinstance(widget, QLabel) and not widget.text()):
            continue  # its button has the name; waits for something to say
        if not named and widget not in writers:
            continue
        if widget.objectName().startswith("qt_"):
            continue  # a part of a widget of Qt, which has the name
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
    kind, _, own = who.partition("#")
    return bool(name.strip()) and name not in (kind, own) and _is_known(name, lang, data)


def _is_known(text: str, lang: str, data: Collection[str]) -> bool:
    """Whether a text is of the table of translations or of the data, or put together of such."""
    text = text.strip()
    if not any(sign.isalpha() for sign in text) or text in data:
        return True
    if any(is_translated(text + end, lang) for end in ("", ".", "।")) or is_translated(
        text.removesuffix(" …"), lang
    ):
        return True
    for mark in _MARKS:
        if mark in text.rstrip("।."):
            return all(_is_known(part, lang, data) for part in text.split(mark))
    words = [word for word in text.replace("+", " ").split() if not _KEY.fullmatch(word)]
    rest = " ".join(word for word in words if word not in _OWN and word not in _months())
    return not rest or is_translated(rest, lang) or any(rest in one for one in data)


def _months() -> set[str]:
    return {QLocale().monthName(number, form) for number in range(1, 13) for form in QLocale.FormatType}


def _passes(widget: QWidget) -> bool:
    """A message that goes away by itself stays in the language in which it came."""
    return isinstance(widget, Toast) or isinstance(widget.parentWidget(), Toast)


def _plain(action: QAction) -> str:
    """What is read: one & marks a key and is not, two are one."""
    return re.sub("&(&?)", r"\1", action.text())


def _path(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} in {type(parent).__name__}" if parent else type(widget).__name__
