"""The bar above the queue: which list, how many, search and filters."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from wzpdcl_desktop.domain.complaints import SortKey
from wzpdcl_desktop.domain.people import Duty, Me
from wzpdcl_desktop.domain.reference import Directory
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.actions import Actions
from wzpdcl_desktop.gui.docks.filter_button import FilterButton
from wzpdcl_desktop.gui.docks.selection_bar import SelectionBar
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.elided import ElidedLabel

_HEIGHT, _SEARCH_WIDTH = 44, 196
_PAUSE_MS = 120


class SearchBox(QLineEdit):
    """Instant search: it asks 120 ms after the last key.

    Attributes:
        searched: The words to search for have changed.
        left: Enter or arrow down: on to the list.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font("control"))
        self.setFixedWidth(_SEARCH_WIDTH)
        self.setFixedHeight(28)
        self.setStyleSheet("QLineEdit { min-height: 22px; padding: 0 6px; }")
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._pause.start())
        theme.changed.connect(self._draw)
        self._draw()

    def reset(self) -> None:
        """Empty it without a new search."""
        self.clear()
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties it, or leaves when it is empty."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self._icon.setIcon(icons.icon("magnifying-glass", self._theme.tokens.text2))


class QueueBar(QWidget):
    """Title, counts, search, two filters and a menu.

    Attributes:
        filtered: Search words or ticks have changed.
        cleared: All filters are taken away; `filtered` follows.
        sort_wanted: A `SortKey` was chosen in the menu.
    """

    filtered = Signal()
    cleared = Signal()
    sort_wanted = Signal(object)

    def __init__(self, theme: Theme, language: Language, actions: Actions, me: Me) -> None:
        super().__init__()
        self._theme, self._language, self._actions, self._me = theme, language, actions, me
        self._directory: Directory | None = None
        self.search = SearchBox(theme)
        self.feeders = FilterButton(theme, "funnel")
        self.categories = FilterButton(theme, "list")
        self.selection = SelectionBar(theme, language, actions, me)
        self._title, self._counts = QLabel(), ElidedLabel()
        self._more = QToolButton()
        self._words = ""
        self._build()
        self.retranslate()
        self._draw()
        theme.changed.connect(self._draw)

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._words

    @property
    def narrowed(self) -> bool:
        """Whether search or filters hold anything back."""
        return bool(self._words or self.feeders.chosen or self.categories.chosen)

    @property
    def counts(self) -> str:
        """The numbers beside the title, as shown."""
        return self._counts.text()

    def set_title(self, title: str, counts: str) -> None:
        """Name of the list and its numbers."""
        self._title.setText(title)
        self._counts.setText(counts)

    def set_chosen(self, count: int) -> None:
        """Several complaints are selected: what can be done to them stands in place of the filters."""
        several = count > 1
        self.selection.set_count(count)
        filters = (self._title, self._counts, self.search, self.feeders, self.categories, self._more)
        # First hide, then show: both at once would ask for more room, and take it from the detail.
        for part in (self.selection,) if not several else filters:
            part.hide()
        for part in filters if not several else (self.selection,):
            part.show()

    def clear(self) -> None:
        """Take search words and ticks away."""
        self.search.reset()
        self._words = ""
        for button in (self.feeders, self.categories):
            blocked = button.blockSignals(True)
            button.untick()
            button.blockSignals(blocked)
        self._name_filters()
        self.cleared.emit()
        self.filtered.emit()

    def clear_words(self) -> None:
        """Take the search words away."""
        self.search.reset()
        self._search("")

    def set_directory(self, directory: Directory) -> None:
        """Offer what the directory has for this officer."""
        self._directory = directory
        name = self._language.name
        feeders = [
            feeder
            for feeder in directory.feeders.values()
            if (
                feeder.id in self._me.feeders
                if self._me.feeders
                else self._in_reach(feeder.office, directory)
            )
        ]
        offices = {feeder.office for feeder in feeders}
        self.feeders.offer(
            [
                (
                    name(directory.offices[office])
                    if len(offices) > 1 and office in directory.offices
                    else "",
                    sorted((f.id, name(f)) for f in feeders if f.office == office),
                )
                for office in sorted(offices)
            ]
        )
        categories = sorted(directory.categories.values(), key=lambda category: category.order)
        groups = []
        for top in categories:
            if top.parent is None:
                below = [(c.id, name(c)) for c in categories if c.parent == top.id]
                all_of = self.tr("All: {0}").format(name(top)) if below else name(top)
                groups.append((name(top) if below else "", [(top.id, all_of), *below]))
        self.categories.offer(groups)

    def retranslate(self) -> None:
        """Write all words in the language of now."""
        self.search.setPlaceholderText(self.tr("Name, number, place"))
        self.search.setAccessibleName(self.tr("Search in the list"))
        self._more.setAccessibleName(self.tr("More"))
        self._more.setToolTip(self.tr("More"))
        self._name_filters()
        if self._directory is not None:
            self.set_directory(self._directory)
        self._fill_menu()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        self._title.setFont(self._theme.font("title"))
        self._counts.setFont(self._theme.font("control"))
        self._counts.setProperty("quiet", True)
        row.addWidget(self._title)
        row.addWidget(self._counts, 1)
        row.addWidget(self.selection, 1)
        self.selection.hide()
        for part in (self.search, self.feeders, self.categories, self._more):
            row.addWidget(part)
        self._more.setFixedSize(28, 28)
        self._more.setIconSize(QSize(18, 18))
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self.search.searched.connect(self._search)
        for button in (self.feeders, self.categories):
            button.ticked.connect(self._ticked)

    def _in_reach(self, office: str, directory: Directory) -> bool:
        if self._me.duty is Duty.CIRCLE:
            known = directory.offices.get(office)
            return known is not None and known.circle == self._me.circle
        return self._me.duty is Duty.CENTRAL or office == self._me.office

    def _search(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.filtered.emit()

    def _ticked(self) -> None:
        self._name_filters()
        self.filtered.emit()

    def _name_filters(self) -> None:
        for button, name in ((self.feeders, self.tr("Feeder")), (self.categories, self.tr("Category"))):
            count = len(button.chosen)
            button.set_name(name, self._language.number(count) if count else "")

    def _fill_menu(self) -> None:
        menu = self._more.menu()
        menu.clear()
        sorts = menu.addMenu(self.tr("Sort by"))
        for key, text in (
            (SortKey.DUE, self.tr("Time left")),
            (SortKey.CREATED, self.tr("When it came")),
            (SortKey.CATEGORY, self.tr("Category")),
            (SortKey.CUSTOMER, self.tr("Customer")),
            (SortKey.FEEDER, self.tr("Feeder")),
            (SortKey.CLOSED, self.tr("When it was closed")),
        ):
            sorts.addAction(text).triggered.connect(partial(self._want_sort, key))
        menu.addAction(self.tr("Clear filters")).triggered.connect(self.clear)
        menu.addSeparator()
        menu.addAction(self._actions.get("view.refresh"))

    def _want_sort(self, key: SortKey) -> None:
        self.sort_wanted.emit(key)

    def _draw(self) -> None:
        self._more.setIcon(icons.icon("dots-three", self._theme.tokens.text2))
