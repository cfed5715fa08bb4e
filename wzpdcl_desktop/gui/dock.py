"""A dock with our own title row: 600, float and close at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme

_HEIGHT = 36


class _TitleRow(QWidget):
    """A dock gives its title the height of the hint, whatever the widget's own limits say."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Dock(QDockWidget):
    """A panel that can be moved, floated and, where ``closable``, closed.

    Args:
        name: The objectName under which its place is saved.
        titled: Show the title row always; otherwise only while floating or while panels are being moved.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        content: QWidget,
        *,
        closable: bool,
        titled: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._titled, self._arranging = theme, titled, False
        self.setObjectName(name)
        feature = QDockWidget.DockWidgetFeature
        features = feature.DockWidgetMovable | feature.DockWidgetFloatable
        self.setFeatures(features | feature.DockWidgetClosable if closable else features)
        self.setWidget(content)
        self._label = QLabel()
        font = theme.font("control")
        font.setWeight(QFont.Weight.DemiBold)
        self._label.setFont(font)
        self._float, self._close = QToolButton(), QToolButton()
        self._close.setVisible(closable)
        self._title = _TitleRow()
        self._title.setObjectName("dockTitle")
        self._title.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self._title)
        row.setContentsMargins(16, 0, 6, 0)
        row.setSpacing(2)
        row.addWidget(self._label, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        self._no_title = QWidget()
        self._float.clicked.connect(lambda: self.setFloating(not self.isFloating()))
        self._close.clicked.connect(self.close)
        self.topLevelChanged.connect(self._renew_title)
        self.dockLocationChanged.connect(self._renew_title)
        self.windowTitleChanged.connect(self._label.setText)
        theme.changed.connect(self._draw)
        self._draw()
        self._retranslate()
        self._renew_title()

    def set_arranging(self, arranging: bool) -> None:
        """Show the title row so that the panel can be moved by it."""
        self._arranging = arranging
        self._renew_title()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _renew_title(self) -> None:
        titled = self._titled or self._arranging or self.isFloating()
        self.setTitleBarWidget(self._title if titled else self._no_title)
        self._title.setVisible(titled)

    def _draw(self) -> None:
        color = self._theme.tokens.text2
        for button, name in ((self._float, "arrow-square-out"), (self._close, "x")):
            button.setIcon(icons.icon(name, color))
            button.setIconSize(QSize(16, 16))

    def _retranslate(self) -> None:
        for button, text in ((self._float, self.tr("Float or dock")), (self._close, self.tr("Close panel"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
