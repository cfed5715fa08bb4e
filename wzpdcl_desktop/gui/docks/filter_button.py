"""A button that opens a menu of things to tick."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.words import as_label

_HEIGHT, _PAD, _ICON, _CARET = 28, 11, 15, 12


class TickMenu(QMenu):
    """A menu that stays open while things are ticked in it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, and stay."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks, and stays; Enter ticks and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)


class FilterButton(QToolButton):
    """Shows its name, and how much is ticked.

    Attributes:
        ticked: The set of what is ticked has changed.
    """

    ticked = Signal()

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._name, self._count = "", ""
        self._compact = False
        self._actions: dict[str, QAction] = {}
        self._wanted: frozenset[str] = frozenset()
        self._menu = TickMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(theme.font("control"))
        theme.changed.connect(self.update)

    @property
    def chosen(self) -> frozenset[str]:
        """Ids that are ticked."""
        return self._wanted

    @property
    def offered(self) -> list[str]:
        """Ids that can be ticked, in their order."""
        return list(self._actions)

    def tick_only(self, key: str) -> None:
        """Tick one thing and nothing else."""
        self.show_ticks({key})
        self.ticked.emit()

    def show_ticks(self, keys: Iterable[str]) -> None:
        """Tick just these without announcing it; what is not offered yet is ticked once it is."""
        self._wanted = frozenset(keys)
        self._show_ticks()

    def open_menu(self) -> None:
        """Open the menu below the button, its first entry chosen: for the keyboard."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self._menu.setActiveAction(self._menu.actions()[0])

    def set_name(self, name: str, count: str) -> None:
        """What it is called, and the number of ticks in the script of the language, empty for none."""
        self._name, self._count = name, count
        self.setAccessibleName(f"{name} {count}".strip())
        self._show_tooltip()
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show icon and number only; the name is the tooltip then."""
        if compact != self._compact:
            self._compact = compact
            self._show_tooltip()
            self.updateGeometry()
            self.update()

    def offer(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> None:
        """Offer ids with their names.

        Args:
            groups: Name of a submenu (empty for none) and what is in it.
        """
        for below in self._menu.findChildren(QMenu):
            below.deleteLater()
        self._menu.clear()
        self._actions.clear()
        for title, options in groups:
            menu: QMenu = self._menu
            if title:
                menu = TickMenu(as_label(title), self._menu)
                self._menu.addMenu(menu)
            for key, name in options:
                action = menu.addAction(as_label(name))
                action.setCheckable(True)
                action.setChecked(key in self._wanted)
                action.toggled.connect(partial(self._toggle, key))
                self._actions[key] = action

    def sizeHint(self) -> QSize:
        """As wide as its parts."""
        return QSize(self.width_for(compact=self._compact), _HEIGHT)

    def width_for(self, *, compact: bool) -> int:
        """Width in which nothing is cut, with or without its name."""
        text = self._text(compact=compact)
        room = QFontMetrics(self.font()).horizontalAdvance(text) + 8 if text else 0
        return 2 * _PAD + _ICON + 7 + room + _CARET

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, icon, name and caret."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = bool(self._wanted)
        strong = active or self.hasFocus()
        painter.setPen(QPen(tokens.accent if strong else tokens.btn, 2 if self.hasFocus() else 1))
        painter.setBrush(
            tokens.accenttint if active else tokens.hover if self.underMouse() else tokens.surface
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        ratio, color = self.devicePixelRatioF(), tokens.accent if active else tokens.text
        top = (self.height() - _ICON) // 2
        painter.drawPixmap(_PAD, top, icons.pixmap(self._icon, _ICON, color, ratio))
        painter.setPen(color)
        room = self.rect().adjusted(_PAD + _ICON + 7, 0, -_PAD, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._text(compact=self._compact))
        caret = icons.pixmap("caret-down", _CARET, tokens.text2, ratio)
        painter.drawPixmap(self.width() - _PAD - _CARET, (self.height() - _CARET) // 2 + 1, caret)

    def _show_tooltip(self) -> None:
        self.setToolTip(self._name if self._compact else "")

    def _text(self, *, compact: bool) -> str:
        if compact:
            return self._count
        return f"{self._name}: {self._count}" if self._count else self._name

    def _show_ticks(self) -> None:
        for key, action in self._actions.items():
            blocked = action.blockSignals(True)
            action.setChecked(key in self._wanted)
            action.blockSignals(blocked)
        self.update()

    def _toggle(self, key: str, on: bool) -> None:
        self._wanted = self._wanted | {key} if on else self._wanted - {key}
        self.ticked.emit()
