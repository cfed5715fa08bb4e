"""Ready texts above the message box: as many as fit in one line, the others in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.buttons import Button
from wzpdcl_desktop.gui.widgets.tip import tip
from wzpdcl_desktop.gui.words import as_label


class TextChip(Button):
    """A ready text: narrower than a button, so that three stand in a line."""

    def sizeHint(self) -> QSize:
        """Less room at the sides."""
        hint = super().sizeHint()
        return QSize(hint.width() - 10, hint.height())


class ReadyTexts(QWidget):
    """A chip for each; the tooltip is the whole text.

    Attributes:
        chosen: A text (str) is to be put into the box.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._texts: tuple[tuple[str, str], ...] = ()
        self._chips = QHBoxLayout()
        self._more = QToolButton()
        self._build()
        theme.changed.connect(self._draw)

    @property
    def chips(self) -> list[Button]:
        """The chips that are shown."""
        items = [self._chips.itemAt(place) for place in range(self._chips.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Button)]

    def set_texts(self, texts: Sequence[tuple[str, str]]) -> None:
        """Offer these, each with its name."""
        if tuple(texts) != self._texts:  # a chip that has the keyboard keeps it
            self._texts = tuple(texts)
            self._fill()

    def retranslate(self) -> None:
        """Write all words."""
        self._more.setAccessibleName(self.tr("More ready texts"))
        self._more.setToolTip(self.tr("More ready texts"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as fit now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def minimumSizeHint(self) -> QSize:
        """What does not fit goes into the menu."""
        return QSize(26, 26)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._chips.setSpacing(8)
        row.addLayout(self._chips)
        row.addStretch(1)
        row.addWidget(self._more)
        self._more.setFixedSize(26, 24)
        self._more.setIconSize(QSize(16, 16))
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._draw()

    def _fill(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        menu = self._more.menu()
        menu.clear()
        room = (self.width() or 344) - 34
        for name, text in self._texts:
            choose = partial(self._choose, text)
            chip = TextChip(self._theme, name, small=True)
            chip.setFont(self._theme.font("second"))
            chip.set_height(24)
            chip.setToolTip(tip(text))
            room -= chip.sizeHint().width() + 8
            if room >= 0 and menu.isEmpty():
                chip.clicked.connect(choose)
                self._chips.addWidget(chip)
                chip.show()  # with the others, not when Qt next has time
            else:
                chip.deleteLater()
                menu.addAction(as_label(name)).triggered.connect(choose)
        self._more.setVisible(not menu.isEmpty())
        follow_layout(self.parentWidget() or self)

    def _choose(self, text: str, _checked: bool = False) -> None:
        self.chosen.emit(text)

    def _draw(self) -> None:
        self._more.setIcon(icons.icon("dots-three", self._theme.tokens.text2))
