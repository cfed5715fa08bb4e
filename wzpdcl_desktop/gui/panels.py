"""The panels of the desk's window: list and detail side by side, or as tabs where there is no room."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QTabBar, QTabWidget, QVBoxLayout, QWidget

from wzpdcl_desktop.gui import layout
from wzpdcl_desktop.gui.dock import Dock
from wzpdcl_desktop.gui.theme import Theme

DETAIL_WIDTH = 376
#: In a narrower window complaint and outbox are tabs beside the list.
TABS_BELOW = 1280
_LIST, _COMPLAINT, _OUTBOX = 0, 1, 2


class Panels(QObject):
    """Docks, and what stands in the middle.

    Detail and outbox are each in one of two places: in their docks, or, in a narrow window, in a tab of the
    middle. Where the officer has let a dock float, it stays so.

    Attributes:
        front: What stands in the middle: the tabs if there are any, list, complaint or dashboard.
        tabs: List, complaint and outbox.
    """

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        queue: QWidget,
        detail: QWidget,
        outbox: QWidget,
        dashboard: QWidget | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._queue, self._detail, self._outbox, self._dashboard = queue, detail, outbox, dashboard
        self.detail_dock = Dock(theme, "detail", detail, closable=True, titled=False)
        self.outbox_dock = Dock(theme, "outbox", outbox, closable=True, titled=True)
        self.front, self.tabs, self._stack = QWidget(), QTabBar(), QStackedWidget()
        self._page, self._outbox_page = QWidget(), QWidget()
        self._today = self._narrow = self._settling = False
        #: Whether the detail is in its dock now, and what holds for it when it is.
        self._beside, self._shown, self._width = True, True, DETAIL_WIDTH
        self._outbox_shown = False
        self._assemble()
        self.detail_dock.installEventFilter(self)
        self._default = window.saveState(layout.VERSION)
        self.tabs.currentChanged.connect(self._tab_chosen)
        for dock in (self.detail_dock, self.outbox_dock):
            dock.topLevelChanged.connect(self._floated)

    @property
    def dashboard_is_front(self) -> bool:
        """Whether the dashboard takes the middle."""
        return self._today

    @property
    def detail_is_tab(self) -> bool:
        """Whether the complaint is a tab beside the list."""
        return not self.tabs.isHidden() and self.tabs.isTabVisible(_COMPLAINT)

    def follow_width(self, width: int) -> None:
        """The window is so wide now."""
        if self._narrow != (width < TABS_BELOW):
            self._narrow = width < TABS_BELOW
            self._renew()

    def leave_dashboard(self) -> None:
        """Bring back what was there before the dashboard."""
        if self._today:
            self._today = False
            self._renew()
            self._queue.setFocus()

    def show_list(self) -> None:
        """Bring the list to the front."""
        self.leave_dashboard()
        self.tabs.setCurrentIndex(_LIST)

    def focus_list(self) -> None:
        """The keys are for the list."""
        self._queue.setFocus()

    def show_detail(self) -> None:
        """Bring the complaint to the front, also if its panel was closed."""
        self.leave_dashboard()
        if self._beside:
            self.detail_dock.show()
            self.detail_dock.raise_()
            return
        self._shown = True
        self._renew()
        self.tabs.setCurrentIndex(_COMPLAINT)

    def show_dashboard(self) -> None:
        """Bring the dashboard to the front; it needs the room of the detail."""
        if self._dashboard is not None and not self._today:
            self._today = True
            self._renew()
            self._dashboard.setFocus()

    def show_outbox(self) -> None:
        """Bring the outbox to the front."""
        if self._outbox_is_tab:
            self.leave_dashboard()
            self.tabs.setCurrentIndex(_OUTBOX)
        else:
            self.outbox_dock.show()
            self.outbox_dock.raise_()
            self._name_tabs()
        self._outbox.setFocus()

    def pack(self) -> dict[str, Any]:
        """The layout as it is kept."""
        self._note()
        outbox = self._outbox_shown if self._outbox_is_tab else not self.outbox_dock.isHidden()
        return layout.pack(self._window, layout.Docked(self._shown, self._width, outbox))

    def restore(self, kept: dict[str, Any] | None) -> None:
        """Put a kept layout back; the default one if there is none or it does not fit."""
        found = layout.unpack(self._window, kept)
        if found is None:
            self.reset()
            return
        self._shown, self._width = found.detail, found.width
        self.outbox_dock.setVisible(found.outbox)
        self._beside = False
        self._renew()

    def reset(self) -> None:
        """Put all panels back to where they were first."""
        self._today = False
        self._window.restoreState(self._default, layout.VERSION)
        self.outbox_dock.hide()
        self._outbox_shown = False
        self._beside, self._shown, self._width = False, True, DETAIL_WIDTH
        self._renew()

    def retranslate(self, view: str, complaint: str) -> None:
        """Write all words.

        Args:
            view: Name of the list.
            complaint: What the second tab is called.
        """
        self.tabs.setAccessibleName(self.tr("List, complaint and outbox"))
        self.tabs.setTabText(_LIST, view)
        self.tabs.setTabText(_COMPLAINT, complaint)
        self.tabs.setTabText(_OUTBOX, self.tr("Outbox"))
        self._detail.setAccessibleName(self.tr("Complaint"))
        self.detail_dock.setWindowTitle(self.tr("Complaint"))
        self.outbox_dock.setWindowTitle(self.tr("Outbox"))
        self._name_tabs()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note how wide the officer has made the detail, not what a window that shrinks makes of it."""
        if event.type() == QEvent.Type.Resize and self._beside and not self._settling:
            wide = self._window.isVisible() and self._window.width() >= TABS_BELOW
            if wide and not self.detail_dock.isFloating():
                self._width = self.detail_dock.width()
        return False

    def _assemble(self) -> None:
        for _ in (_LIST, _COMPLAINT, _OUTBOX):
            self.tabs.addTab("")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.hide()
        for page in (self._page, self._outbox_page):
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
        for widget in (self._queue, self._page, self._outbox_page, self._dashboard):
            if widget is not None:
                self._stack.addWidget(widget)
        column = QVBoxLayout(self.front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        window, right = self._window, Qt.DockWidgetArea.RightDockWidgetArea
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.addDockWidget(right, self.detail_dock)
        window.addDockWidget(right, self.outbox_dock)
        window.tabifyDockWidget(self.detail_dock, self.outbox_dock)
        self.outbox_dock.hide()
        self._resize()

    def _renew(self) -> None:
        """Put the detail where it belongs now, and the right page to the front."""
        focus = self._window.focusWidget()
        self._note()
        floats = self.detail_dock.isFloating()
        as_tab = self._narrow and not floats and not self._today
        beside = not self._today and not as_tab
        inside = focus is not None and self._detail.isAncestorOf(focus)
        if as_tab:
            _put(self._detail, self._page)
        elif self.detail_dock.widget() is not self._detail or self._detail.parent() is self._page:
            self.detail_dock.setWidget(self._detail)
        self.detail_dock.toggleViewAction().setVisible(not as_tab)
        if beside and not self._beside:
            self.detail_dock.setVisible(self._shown)
            self._settling = True
            QTimer.singleShot(0, self, self._settle)  # when Qt has given the dock its room
        elif not beside:
            self.detail_dock.hide()
        self._beside = beside
        self._place_outbox()
        at = self.tabs.currentIndex()
        self.tabs.setTabVisible(_COMPLAINT, as_tab and self._shown)
        self.tabs.setTabVisible(_OUTBOX, self._outbox_is_tab)
        if as_tab and inside:
            self.tabs.setCurrentIndex(_COMPLAINT)
        elif (at == _COMPLAINT and not as_tab) or (at == _OUTBOX and not self._outbox_is_tab):
            self.tabs.setCurrentIndex(_LIST)
        tabs = self._outbox_is_tab or (as_tab and self._shown)
        self.tabs.setVisible(tabs and not self._today)
        self._show_page()
        if inside and focus is not None and not self._today:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_tabs(self) -> None:
        """Qt makes the bar of tabs when there are two docks in a place; keys have the actions for it."""
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(self.tr("Panels"))
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def _outbox_is_tab(self) -> bool:
        return self._outbox.parent() is self._outbox_page

    def _place_outbox(self) -> None:
        """Put the outbox where it belongs now; beside the list it stands if it stood there, or is read."""
        was_tab = self._outbox_is_tab
        if self._narrow and not self.outbox_dock.isFloating():
            if not was_tab:
                self._outbox_shown = False
                _put(self._outbox, self._outbox_page)
            if not self.outbox_dock.isHidden():  # until now, or in the layout that was put back
                self._outbox_shown = True
                self.outbox_dock.hide()
        elif was_tab:
            read = self.tabs.currentIndex() == _OUTBOX and not self._today
            self.outbox_dock.setWidget(self._outbox)
            self.outbox_dock.setVisible(self._outbox_shown or read)
            if read:
                self.outbox_dock.raise_()
        self.outbox_dock.toggleViewAction().setVisible(not self._outbox_is_tab)

    def _note(self) -> None:
        """While the detail is in its dock, the officer may close it."""
        if self._beside:
            self._shown = not self.detail_dock.isHidden()

    def _settle(self) -> None:
        self._settling = False
        if self._beside:
            self._resize()

    def _resize(self) -> None:
        self._window.resizeDocks([self.detail_dock], [self._width], Qt.Orientation.Horizontal)

    def _tab_chosen(self, _index: int) -> None:
        self._show_page()

    def _show_page(self) -> None:
        if self._today and self._dashboard is not None:
            self._stack.setCurrentWidget(self._dashboard)
        else:
            self._stack.setCurrentIndex(self.tabs.currentIndex())

    def _floated(self) -> None:
        # Not while Qt is still moving the dock.
        QTimer.singleShot(0, self, self._renew)


def _put(widget: QWidget, page: QWidget) -> None:
    made = page.layout()
    assert made is not None
    made.addWidget(widget)
    widget.show()
