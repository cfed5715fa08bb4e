"""All keys on one page, made from the one list of actions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from wzpdcl_desktop.gui.actions import SPECS, Actions, shown_keys
from wzpdcl_desktop.gui.context import DeskContext
from wzpdcl_desktop.gui.dialogs.frame import DialogFrame
from wzpdcl_desktop.gui.docks.digit_keys import DIGIT_ACTIONS
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.widgets.buttons import PRIMARY, Button

#: Headings, in the order of the page; the same words as the menus'.
_GROUPS = {
    "complaint": QT_TRANSLATE_NOOP("KeysDialog", "Complaint"),
    "view": QT_TRANSLATE_NOOP("KeysDialog", "View"),
    "edit": QT_TRANSLATE_NOOP("KeysDialog", "Edit"),
    "file": QT_TRANSLATE_NOOP("KeysDialog", "File"),
    "window": QT_TRANSLATE_NOOP("KeysDialog", "Window"),
    "help": QT_TRANSLATE_NOOP("KeysDialog", "Help"),
    "fixed": QT_TRANSLATE_NOOP("KeysDialog", "In lists and boxes"),
}
#: What widgets do with keys by themselves.
_FIXED = (
    (QT_TRANSLATE_NOOP("KeysDialog", "Choose a line"), ("Up", "Down")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Open and write to the customer"), ("Enter",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Send what is written"), ("Ctrl+Enter",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Back"), ("Esc",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "To the next field"), ("Tab",)),
)
_LEFT_GROUPS = ("complaint", "fixed", "edit")


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A heading, and what its keys do: (what, keys as shown)."""

    id: str
    title: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def key_groups(actions: Actions, language: Language) -> list[KeyGroup]:
    """All keys of the program, grouped as in the menus; actions without a key are left out."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {group: [] for group in _GROUPS}
    for spec in SPECS:
        keys = [QKeySequence(key).toString() for key in spec.shortcuts]
        if spec.id in DIGIT_ACTIONS:
            keys.insert(0, str(DIGIT_ACTIONS.index(spec.id) + 1))
        if keys:
            shown = tuple(shown_keys(key, language) for key in keys)
            found[spec.group].append((actions.get(spec.id).text(), shown))
    found["fixed"] = [(_tr(what), tuple(shown_keys(key, language) for key in keys)) for what, keys in _FIXED]
    return [KeyGroup(group, _tr(_GROUPS[group]), tuple(lines)) for group, lines in found.items() if lines]


def as_text(groups: list[KeyGroup]) -> str:
    """The page as plain text, to be pasted and printed."""
    parts = []
    for group in groups:
        parts.append(group.title)
        parts += [f"  {' / '.join(keys):<16}  {what}" for what, keys in group.lines]
        parts.append("")
    return "\n".join(parts)


class KeysDialog(DialogFrame):
    """The page; F1 opens it."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, width=760)
        self._context = context
        self._groups = key_groups(context.actions, context.language)
        self.set_heading(self.tr("Keys"))
        self.add_text(
            self.tr("The digits work in both scripts, while no text is being written."), "second", quiet=True
        )
        self._fill()
        self._copied = self.add_text("", "second", quiet=True)
        copy = self.add_button(Button(context.theme, self.tr("Copy as text"), icon="copy"))
        copy.clicked.connect(self._copy)
        close = self.add_button(Button(context.theme, self.tr("Close"), PRIMARY))
        close.clicked.connect(self.accept)
        close.setFocus()

    def _fill(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(32)
        sides = (QVBoxLayout(), QVBoxLayout())
        for side in sides:
            side.setSpacing(14)
            row.addLayout(side, 1)
        for group in self._groups:
            sides[0 if group.id in _LEFT_GROUPS else 1].addLayout(self._group(group))
        for side in sides:
            side.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setAccessibleName(self.tr("Keys"))
        area.setObjectName("keys")
        area.setMinimumHeight(min(500, page.sizeHint().height() + 4))
        self.column.addWidget(area, 1)

    def _group(self, group: KeyGroup) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        heading = QLabel(group.title)
        heading.setFont(self.theme.font("body_unread"))
        grid.addWidget(heading, 0, 0, 1, 2)
        for line, (what, keys) in enumerate(group.lines, start=1):
            label = QLabel(what)
            label.setFont(self.theme.font("plain"))
            label.setWordWrap(True)
            grid.addWidget(label, line, 0)
            grid.addLayout(self._badges(keys), line, 1)
        return grid

    def _badges(self, keys: tuple[str, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        for key in keys:
            badge = QLabel(key)
            badge.setObjectName("keyBadge")
            badge.setFont(self.theme.font("caption"))
            badge.setContentsMargins(7, 1, 7, 1)
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._groups))
        self._copied.setText(self.tr("Copied. Paste it where you want to print it."))


def _tr(text: object) -> str:
    return QCoreApplication.translate("KeysDialog", str(text))
