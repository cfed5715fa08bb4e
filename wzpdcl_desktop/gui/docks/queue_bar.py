"""The bar above the queue: which list, how many, search and filters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from wzpdcl_desktop.domain.complaints import QueueQuery
from wzpdcl_desktop.domain.people import Me
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.queue_filters import QueueFilters
from wzpdcl_desktop.gui.docks.queue_search import SearchBox
from wzpdcl_desktop.gui.docks.queue_sorting import SortMenu
from wzpdcl_desktop.gui.docks.selection_bar import SelectionBar
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel

_HEIGHT = 44
_LEFT, _RIGHT, _GAP = 14, 12, 8


class QueueBar(QWidget):
    """Title, counts, search, filters and a menu. It shows a query; what is typed and ticked changes it.

    Where there is little room the filters are icons, and then the numbers beside the title give way.

    Attributes:
        filtered: Search words or ticks have changed: ask `apply_to`.
        cleared: All filters are to go.
        sort_wanted: A `SortKey` was chosen in the menu.
        filters: What the filter buttons offer and have.
    """

    filtered = Signal()
    cleared = Signal()
    sort_wanted = Signal(object)

    def __init__(self, theme: Theme, language: Language, actions: Actions, me: Me) -> None:
        super().__init__()
        self._theme, self._actions, self._me = theme, actions, me
        self.search = SearchBox(theme)
        self.filters = QueueFilters(theme, language, me, self)
        self.feeders, self.categories = self.filters.feeders, self.filters.categories
        self.selection = SelectionBar(theme, language, actions, me)
        self.sorting = SortMenu(self)
        self._title, self._counts = ElidedLabel(), ElidedLabel()
        self._more = QToolButton()
        self._words = ""
        self._build()
        self.retranslate()
        self._draw()
        theme.changed.connect(self._draw)

    def set_me(self, me: Me) -> None:
        """The officer as the server sees them now."""
        if me != self._me:  # the menus are made anew
            self._me = me
            self.filters.set_me(me)
            self.selection.set_me(me)

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._words

    @property
    def narrowed(self) -> bool:
        """Whether search or filters hold anything back."""
        return bool(self._words or any(button.chosen for button in self.filters.buttons))

    @property
    def title(self) -> str:
        """The name of the list, as shown."""
        return self._title.text()

    @property
    def counts(self) -> str:
        """The numbers beside the title, as shown."""
        return self._counts.text()

    def set_title(self, title: str, counts: str) -> None:
        """Name of the list and its numbers."""
        self._title.setText(title)
        self._counts.setText(counts)
        self._fit()

    def set_chosen(self, count: int) -> None:
        """Several complaints are selected: what can be done to them stands in place of the filters."""
        several = count > 1
        self.selection.set_count(count)
        filters = (self._title, self._counts, self.search, *self.filters.buttons, self._more)
        # First hide, then show: both at once would ask for more room, and take it from the detail.
        for part in (self.selection,) if not several else filters:
            part.hide()
        for part in filters if not several else (self.selection,):
            part.show()

    def show_query(self, query: QueueQuery) -> None:
        """Show what a query asks for, without announcing it."""
        if query.search != self._words:  # else somebody may be typing the next words
            self._words = query.search
            self.search.show_words(query.search)
        self.filters.show_query(query)
        self.sorting.show_sort(query.sort)
        self._fit()

    def apply_to(self, query: QueueQuery) -> QueueQuery:
        """A query with what is typed and ticked."""
        return self.filters.apply_to(query, self._words)

    def clear(self) -> None:
        """Take search words and all filters away."""
        self.search.show_words("")
        self.cleared.emit()

    def clear_words(self) -> None:
        """Take the search words away."""
        self.search.show_words("")
        self._search("")

    def set_directory(self, directory: Directory) -> None:
        """Offer what the directory has for this officer."""
        self.filters.set_directory(directory)

    def open_sorting(self) -> None:
        """Open the orders below the menu button, for the keyboard."""
        self.sorting.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
        self.sorting.setActiveAction(self.sorting.actions()[0])

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.search.setPlaceholderText(self.tr("Name, number, place"))
        self.search.setToolTip(self.search.placeholderText())
        self.search.setAccessibleName(self.tr("Search in the list"))
        self.search.icon.setText(self.tr("Search in the list"))
        self._more.setAccessibleName(self.tr("More"))
        self._more.setToolTip(self.tr("More"))
        self.filters.retranslate()
        self.sorting.retranslate()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its icons let it be, whatever it shows now."""
        least = self._width_beside(compact=True) + self._title.minimumSizeHint().width()
        chosen = _LEFT + self.selection.minimumSizeHint().width() + _RIGHT
        return QSize(max(least + self._counts.minimumSizeHint().width(), chosen), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names beside the icons, if there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.setSpacing(_GAP)
        self._title.setFont(self._theme.font("title"))
        self._counts.setFont(self._theme.font("control"))
        self._counts.setProperty("quiet", True)
        # The first to give way; its tooltip says it then.
        self._counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(self._title)
        row.addWidget(self._counts, 1)
        row.addWidget(self.selection, 1)
        self.selection.hide()
        for part in (self.search, *self.filters.buttons, self._more):
            row.addWidget(part)
        self._more.setFixedSize(28, 28)
        self._more.setIconSize(QSize(18, 18))
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu())
        self.search.searched.connect(self._search)
        self.filters.ticked.connect(self._fit)
        self.filters.ticked.connect(self.filtered)
        self.sorting.wanted.connect(self.sort_wanted)

    def _width_beside(self, *, compact: bool) -> int:
        """Width of everything but title and counts."""
        buttons = [button.width_for(compact=compact) for button in self.filters.buttons]
        parts = (self.search.minimumWidth(), *buttons, self._more.width())
        return _LEFT + sum(parts) + _GAP * (len(parts) + 1) + _RIGHT

    def _fit(self) -> None:
        words = self._title.sizeHint().width() + self._counts.sizeHint().width()
        compact = words + self._width_beside(compact=False) > self.width()
        for button in self.filters.buttons:
            button.set_compact(compact)

    def _menu(self) -> QMenu:
        menu = QMenu(self._more)
        menu.addMenu(self.sorting)
        for name in ("queue.clear_filters", "queue.save_view", "queue.views"):
            menu.addAction(self._actions.get(name))
        menu.addSeparator()
        menu.addAction(self._actions.get("view.refresh"))
        menu.aboutToShow.connect(self._actions.draw_icons)
        return menu

    def _search(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.filtered.emit()

    def _draw(self) -> None:
        self._more.setIcon(icons.icon("dots-three", self._theme.tokens.text2))
