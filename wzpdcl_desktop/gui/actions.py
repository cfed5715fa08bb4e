"""What a person can do, with which key: every action once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        text: English source text.
        icon: Phosphor name, empty for none.
        shortcuts: The first one is shown in menus. The digits 1-4 are not here: the
            queue takes them in both digit scripts, and only while no text field has the focus.
        group: The menu.
        checkable: ``exclusive:NAME`` for one of several, ``yes``, or empty.
    """

    id: str
    text: object
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    group: str = ""
    checkable: str = ""


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "view.refresh",
        QT_TRANSLATE_NOOP("Actions", "Send and receive now"),
        "arrows-clockwise",
        ("F9",),
        "file",
    ),
    ActionSpec("file.profile", QT_TRANSLATE_NOOP("Actions", "My profile"), "user", (), "file"),
    ActionSpec("file.settings", QT_TRANSLATE_NOOP("Actions", "Settings"), "gear-six", ("Ctrl+,",), "file"),
    ActionSpec("file.sign_out", QT_TRANSLATE_NOOP("Actions", "Sign out"), "sign-out", (), "file"),
    ActionSpec("file.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "", ("Ctrl+Q",), "file"),
    ActionSpec("edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "arrow-u-up-left", ("Ctrl+Z",), "edit"),
    ActionSpec(
        "queue.search", QT_TRANSLATE_NOOP("Actions", "Search"), "magnifying-glass", ("Ctrl+F",), "edit"
    ),
    ActionSpec(
        "edit.palette",
        QT_TRANSLATE_NOOP("Actions", "Search everything"),
        "magnifying-glass",
        ("Ctrl+K",),
        "edit",
    ),
    ActionSpec(
        "queue.filters",
        QT_TRANSLATE_NOOP("Actions", "Filters"),
        "sliders-horizontal",
        ("Ctrl+Shift+F",),
        "edit",
    ),
    ActionSpec(
        "queue.clear_filters",
        QT_TRANSLATE_NOOP("Actions", "Clear filters"),
        "x",
        ("Ctrl+Shift+X",),
        "edit",
    ),
    ActionSpec(
        "queue.sort",
        QT_TRANSLATE_NOOP("Actions", "Sort by"),
        "sort-ascending",
        ("Ctrl+Shift+O",),
        "edit",
    ),
    ActionSpec(
        "queue.save_view",
        QT_TRANSLATE_NOOP("Actions", "Save as my list"),
        "bookmark-simple",
        ("Ctrl+S",),
        "edit",
    ),
    ActionSpec(
        "queue.views",
        QT_TRANSLATE_NOOP("Actions", "Manage my lists"),
        "list-bullets",
        ("Ctrl+Shift+L",),
        "edit",
    ),
    ActionSpec("view.dashboard", QT_TRANSLATE_NOOP("Actions", "Today"), "squares-four", ("Ctrl+0",), "view"),
    ActionSpec("view.inbox", QT_TRANSLATE_NOOP("Actions", "Inbox"), "tray", ("Ctrl+1",), "view"),
    ActionSpec(
        "view.in_progress", QT_TRANSLATE_NOOP("Actions", "In progress"), "wrench", ("Ctrl+2",), "view"
    ),
    ActionSpec(
        "view.resolved", QT_TRANSLATE_NOOP("Actions", "Resolved"), "check-circle", ("Ctrl+3",), "view"
    ),
    ActionSpec("view.cancelled", QT_TRANSLATE_NOOP("Actions", "Cancelled"), "x-circle", ("Ctrl+4",), "view"),
    ActionSpec("view.due_soon", QT_TRANSLATE_NOOP("Actions", "Due in an hour"), "timer", ("Ctrl+5",), "view"),
    ActionSpec(
        "view.overdue", QT_TRANSLATE_NOOP("Actions", "Overdue"), "warning-octagon", ("Ctrl+6",), "view"
    ),
    ActionSpec(
        "view.reopened",
        QT_TRANSLATE_NOOP("Actions", "Reopened"),
        "arrow-counter-clockwise",
        ("Ctrl+7",),
        "view",
    ),
    ActionSpec(
        "view.outbox", QT_TRANSLATE_NOOP("Actions", "Outbox"), "paper-plane-tilt", ("Ctrl+8",), "view"
    ),
    ActionSpec("view.notices", QT_TRANSLATE_NOOP("Actions", "Notices"), "bell", ("Ctrl+9",), "view"),
    ActionSpec(
        "queue.compact",
        QT_TRANSLATE_NOOP("Actions", "Compact rows"),
        "",
        ("Ctrl+Shift+D",),
        "view",
        "yes",
    ),
    ActionSpec(
        "queue.columns",
        QT_TRANSLATE_NOOP("Actions", "Columns"),
        "columns",
        ("Ctrl+Shift+K",),
        "view",
    ),
    ActionSpec(
        "view.language", QT_TRANSLATE_NOOP("Actions", "Other language"), "translate", ("Ctrl+L",), "view"
    ),
    ActionSpec(
        "view.theme.system",
        QT_TRANSLATE_NOOP("Actions", "Colours of the system"),
        "",
        (),
        "view",
        "exclusive:theme",
    ),
    ActionSpec(
        "view.theme.light", QT_TRANSLATE_NOOP("Actions", "Light"), "sun", (), "view", "exclusive:theme"
    ),
    ActionSpec(
        "view.theme.dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "moon", (), "view", "exclusive:theme"
    ),
    ActionSpec("complaint.accept", QT_TRANSLATE_NOOP("Actions", "Accept"), "check", ("F5",), "complaint"),
    ActionSpec(
        "complaint.message", QT_TRANSLATE_NOOP("Actions", "Message"), "chat-text", ("F2",), "complaint"
    ),
    ActionSpec(
        "complaint.resolve", QT_TRANSLATE_NOOP("Actions", "Resolved"), "check-circle", ("F6",), "complaint"
    ),
    ActionSpec(
        "complaint.cancel", QT_TRANSLATE_NOOP("Actions", "Cancel complaint"), "x-circle", ("F7",), "complaint"
    ),
    ActionSpec(
        "complaint.reassign", QT_TRANSLATE_NOOP("Actions", "Reassign"), "swap", ("Ctrl+R",), "complaint"
    ),
    ActionSpec(
        "complaint.decide",
        QT_TRANSLATE_NOOP("Actions", "Decide a conflict"),
        "git-merge",
        ("F4",),
        "complaint",
    ),
    ActionSpec(
        "queue.next", QT_TRANSLATE_NOOP("Actions", "Next complaint"), "caret-down", ("Alt+Down",), "complaint"
    ),
    ActionSpec(
        "queue.prev", QT_TRANSLATE_NOOP("Actions", "Previous complaint"), "caret-up", ("Alt+Up",), "complaint"
    ),
    ActionSpec(
        "complaint.call", QT_TRANSLATE_NOOP("Actions", "Call the customer"), "phone", ("F3",), "complaint"
    ),
    ActionSpec(
        "complaint.copy_number",
        QT_TRANSLATE_NOOP("Actions", "Copy the complaint's number"),
        "copy",
        ("Ctrl+Shift+N",),
        "complaint",
    ),
    ActionSpec(
        "complaint.copy_mobile",
        QT_TRANSLATE_NOOP("Actions", "Copy the mobile number"),
        "copy",
        ("Ctrl+Shift+M",),
        "complaint",
    ),
    ActionSpec(
        "complaint.copy_address",
        QT_TRANSLATE_NOOP("Actions", "Copy the address"),
        "copy",
        ("Ctrl+Shift+A",),
        "complaint",
    ),
    ActionSpec(
        "complaint.copy_sms",
        QT_TRANSLATE_NOOP("Actions", "Copy as an SMS to the crew"),
        "copy",
        ("Ctrl+Shift+S",),
        "complaint",
    ),
    ActionSpec(
        "complaint.copy",
        QT_TRANSLATE_NOOP("Actions", "Copy the whole complaint"),
        "copy",
        ("Ctrl+Shift+C",),
        "complaint",
    ),
    ActionSpec(
        "complaint.back",
        QT_TRANSLATE_NOOP("Actions", "Back to where I was"),
        "arrow-left",
        ("Alt+Left",),
        "complaint",
    ),
    ActionSpec(
        "window.arrange",
        QT_TRANSLATE_NOOP("Actions", "Move the panels"),
        "arrows-out-cardinal",
        (),
        "window",
        "yes",
    ),
    ActionSpec(
        "window.reset_layout", QT_TRANSLATE_NOOP("Actions", "Put the panels back"), "layout", (), "window"
    ),
    ActionSpec("help.keys", QT_TRANSLATE_NOOP("Actions", "Keys"), "keyboard", ("F1",), "help"),
    ActionSpec("help.update", QT_TRANSLATE_NOOP("Actions", "New version"), "download-simple", (), "help"),
    ActionSpec(
        "help.diagnostics", QT_TRANSLATE_NOOP("Actions", "Collect diagnostics"), "first-aid-kit", (), "help"
    ),
    ActionSpec("help.about", QT_TRANSLATE_NOOP("Actions", "About WZPDCL Desktop"), "info", (), "help"),
)

#: The list that an action of the View menu opens.
VIEWS: dict[View, str] = {view: f"view.{view.value}" for view in View if view is not View.ALL}


def key_text(action: QAction, language: Language) -> str:
    """The first key of an action as it is shown; empty for none."""
    return shown_keys(action.shortcut().toString(), language)


def shown_keys(keys: str, language: Language) -> str:
    """Keys (``Ctrl+1``) as they are shown: ``Ctrl K``, ``Ctrl ১``, ``F5``."""
    translate = QCoreApplication.translate
    named = {"Up": translate("Actions", "Up"), "Down": translate("Actions", "Down")}
    named["Left"] = translate("Actions", "Left")
    return " ".join(language.digits(key) if len(key) == 1 else named.get(key, key) for key in keys.split("+"))


class Actions(QObject):
    """The actions as Qt knows them. Who offers one in a menu, on a button or by a key asks here."""

    def __init__(self, theme: Theme, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in SPECS:
            self._actions[spec.id] = self._build(spec)
        self._drawn = False
        self.retranslate()
        theme.changed.connect(self._forget_icons)
        language.changed.connect(self.retranslate)

    def get(self, action_id: str) -> QAction:
        """The action.

        Raises:
            KeyError: There is no such action.
        """
        return self._actions[action_id]

    def of_group(self, group: str) -> Iterator[QAction]:
        """Actions of a menu, in order."""
        return (self._actions[spec.id] for spec in SPECS if spec.group == group)

    def retranslate(self) -> None:
        """Write all texts in the language of now."""
        for spec in SPECS:
            self._actions[spec.id].setText(QCoreApplication.translate("Actions", str(spec.text)))

    def _build(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if spec.checkable:
            action.setCheckable(True)
            group = spec.checkable.removeprefix("exclusive:")
            if group != spec.checkable:
                self._groups.setdefault(group, QActionGroup(self)).addAction(action)
        return action

    def draw_icons(self) -> None:
        """Give the actions their icons, which only menus show: asked for when one opens, not at the start."""
        if self._drawn:
            return
        self._drawn = True
        for spec in SPECS:
            if spec.icon:
                self._actions[spec.id].setIcon(icons.icon(spec.icon, self._theme.tokens.text2))

    def _forget_icons(self) -> None:
        """The colours changed: the next menu draws them anew."""
        self._drawn = False
