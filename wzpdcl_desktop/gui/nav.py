"""The navigation: lists with their live counts, the outbox at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wzpdcl_desktop.domain.complaints import NavCounts, View
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.words import as_label, view_name

WIDTH, COMPACT_WIDTH = 204, 88
_ITEM = 29


@dataclass(frozen=True, slots=True)
class _Look:
    """Icon, and the colour of icon and count while there is something in the list."""

    icon: str
    urgent: str = ""


_LISTS = (View.INBOX, View.IN_PROGRESS, View.RESOLVED, View.CANCELLED)
_CLOCKS = (View.DUE_SOON, View.OVERDUE, View.REOPENED)
_LOOKS = {
    View.INBOX: _Look("tray"),
    View.IN_PROGRESS: _Look("wrench"),
    View.RESOLVED: _Look("check-circle"),
    View.CANCELLED: _Look("x-circle"),
    View.DUE_SOON: _Look("timer", "soon"),
    View.OVERDUE: _Look("warning-circle", "breached"),
    View.REOPENED: _Look("arrow-counter-clockwise"),
}
_TODAY = _Look("squares-four")
_OUTBOX = _Look("paper-plane-tilt", "waiting")
_SAVED = _Look("bookmark-simple")


class NavItem(QAbstractButton):
    """One entry: icon, name, count at the right; coloured only if urgent. Compact it shows no name."""

    def __init__(self, theme: Theme, language: Language, look: _Look) -> None:
        super().__init__()
        self._theme, self._language, self._look = theme, language, look
        self._count: int | None = None
        self._failed = self._compact = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    @property
    def count(self) -> int | None:
        """The number shown, None before it is known."""
        return self._count

    def set_count(self, count: int, *, failed: bool = False) -> None:
        """Show another number; ``failed`` makes it red."""
        self._count, self._failed = count, failed
        self.setAccessibleDescription(self._language.number(count))
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show icon and count only; the name is the tooltip then."""
        self._compact = compact
        self._show_tooltip()
        self.updateGeometry()
        self.update()

    def set_name(self, name: str) -> None:
        """What it is called."""
        self.setText(as_label(name))
        self.setAccessibleName(name)
        self._show_tooltip()

    def needed_width(self) -> int:
        """Width at which nothing is cut."""
        count = self._language.number(self._count or 0)
        metrics = self.fontMetrics()
        return 42 + metrics.horizontalAdvance(self.text()) + 10 + metrics.horizontalAdvance(count) + 17

    def sizeHint(self) -> QSize:
        """A row of the navigation."""
        return QSize(COMPACT_WIDTH if self._compact else WIDTH, _ITEM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRect(0, 0, self.sizeHint().width(), _ITEM)
        ground = whole.adjusted(8, 0, -9, 0)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.selected if self.isChecked() else tokens.hover)
            painter.drawRoundedRect(ground, 5, 5)
        if self.isChecked():
            painter.fillRect(QRect(0, 5, 3, _ITEM - 10), tokens.accent)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5)
        urgent = tokens.pick(self._look.urgent) if self._look.urgent and self._count else None
        icon_color = urgent or (tokens.accent if self.isChecked() else tokens.text2)
        picture = icons.pixmap(self._look.icon, 16, icon_color, self.devicePixelRatioF())
        painter.drawPixmap(17, (_ITEM - 16) // 2, picture)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(tokens.text if self.isChecked() else tokens.text2)
        count = self._language.number(self._count or 0)
        room = QRect(
            42,
            0,
            0
            if self._compact
            else self.width() - 42 - 17 - 10 - painter.fontMetrics().horizontalAdvance(count),
            _ITEM,
        )
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        if not self._compact:
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        if self._count is not None:
            color = tokens.breached if self._failed else urgent or painter.pen().color()
            font.setWeight(QFont.Weight.DemiBold if urgent or self.isChecked() else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(color)
            room = whole.adjusted(0, 0, -17, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, int(flags), count)

    def _show_tooltip(self) -> None:
        self.setToolTip(self.accessibleName() if self._compact else "")


class Navigation(QWidget):
    """The left column.

    Attributes:
        view_chosen: The officer chose a `View`.
        outbox_chosen: The officer chose the outbox.
        today_chosen: The officer chose the dashboard.
        saved_chosen: The officer chose the own list of a name.
    """

    view_chosen = Signal(object)
    saved_chosen = Signal(str)
    today_chosen = Signal()
    outbox_chosen = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._theme, self._language = theme, language
        self._heading, self._saved_heading = self._make_heading(), self._make_heading()
        self._compact = False
        self.saved: dict[str, NavItem] = {}
        self._group = QButtonGroup(self)
        self.items: dict[View, NavItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 7)
        column.setSpacing(0)
        self.today = NavItem(theme, language, _TODAY)
        self.today.setFont(theme.font("body"))
        self.today.clicked.connect(self.today_chosen)
        self._group.addButton(self.today)
        column.addWidget(self.today)
        column.addWidget(self._heading)
        for view in (*_LISTS, *_CLOCKS):
            if view is _CLOCKS[0]:
                column.addSpacing(6)
            item = NavItem(theme, language, _LOOKS[view])
            item.setFont(theme.font("body"))
            item.clicked.connect(lambda _checked=False, view=view: self.view_chosen.emit(view))
            self._group.addButton(item)
            self.items[view] = item
            column.addWidget(item)
        column.addSpacing(6)
        column.addWidget(self._saved_heading)
        self._saved_column = QVBoxLayout()
        self._area = self._make_area()
        column.addWidget(self._area, 1)
        self.outbox = NavItem(theme, language, _OUTBOX)
        self.outbox.setFont(theme.font("body"))
        self.outbox.setCheckable(False)
        self.outbox.clicked.connect(self.outbox_chosen)
        column.addWidget(self.outbox)
        self._retranslate()

    def set_compact(self, compact: bool) -> None:
        """Icons and counts only, in a narrow window."""
        if compact == self._compact:
            return
        self._compact = compact
        width = COMPACT_WIDTH if compact else WIDTH
        self.setFixedWidth(width)
        self._area.setFixedWidth(width - 1)
        self._heading.setVisible(not compact)
        self._saved_heading.setVisible(bool(self.saved) and not compact)
        for item in (self.today, *self.items.values(), *self.saved.values(), self.outbox):
            item.set_compact(compact)

    def select(self, view: View) -> None:
        """Mark a list as shown, without announcing it."""
        item = self.items.get(view)
        if item is not None:
            item.setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def select_saved(self, name: str) -> None:
        """Mark an own list as shown, without announcing it."""
        if name in self.saved:
            self.saved[name].setChecked(True)

    def set_saved(self, names: Sequence[str]) -> None:
        """Show the officer's own lists."""
        marked = next((name for name, item in self.saved.items() if item.isChecked()), "")
        for item in self.saved.values():
            self._group.removeButton(item)
            self._saved_column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self.saved = {}
        for place, name in enumerate(names):
            item = NavItem(self._theme, self._language, _SAVED)
            item.setFont(self._theme.font("body"))
            item.set_name(name)
            item.set_compact(self._compact)
            item.clicked.connect(lambda _checked=False, name=name: self.saved_chosen.emit(name))
            self._saved_column.insertWidget(place, item)
            # It is younger than the outbox below it; Tab follows the eye all the same. In the group it takes
            # the focus only while it is checked, and then Qt would put it nowhere.
            QWidget.setTabOrder(self.outbox, item)
            QWidget.setTabOrder(item, self.outbox)
            self._group.addButton(item)
            self.saved[name] = item
        self._saved_heading.setVisible(bool(names) and not self._compact)
        self.select_saved(marked)
        follow_layout(self)

    def set_saved_counts(self, counts: Mapping[str, int]) -> None:
        """Show their numbers."""
        for name, item in self.saved.items():
            if name in counts:
                item.set_count(counts[name])

    def select_today(self) -> None:
        """Mark the dashboard as shown, without announcing it."""
        self.today.setChecked(True)

    def set_counts(self, counts: NavCounts) -> None:
        """Show the numbers."""
        for view, item in self.items.items():
            item.set_count(counts.views.get(view, 0))
        self.outbox.set_count(counts.outbox + counts.outbox_failed, failed=counts.outbox_failed > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_heading(self) -> QLabel:
        heading = QLabel()
        heading.setFont(self._theme.font("second"))
        heading.setProperty("quiet", True)
        heading.setContentsMargins(16, 4, 8, 4)
        return heading

    def _make_area(self) -> QScrollArea:
        """Room for the own lists; in a low window they scroll."""
        page, area = QWidget(), QScrollArea()
        self._saved_column.setContentsMargins(0, 0, 0, 0)
        self._saved_column.setSpacing(0)
        self._saved_column.addStretch(1)
        page.setLayout(self._saved_column)
        page.setAutoFillBackground(False)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(WIDTH - 1)  # beside the line at the right
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        self._saved_heading.hide()
        return area

    def _retranslate(self) -> None:
        self._saved_heading.setText(self.tr("My lists"))
        self._heading.setText(self.tr("Complaints"))
        self.today.set_name(self.tr("Today"))
        for view, item in self.items.items():
            item.set_name(view_name(view))
        self.outbox.set_name(self.tr("Outbox"))
        self.setAccessibleName(self.tr("Lists"))
        self.update()
