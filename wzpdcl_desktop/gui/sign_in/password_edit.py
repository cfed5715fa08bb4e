"""The password field: an eye that shows what was typed, and the keyboard layout in use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.theme import Theme

_HINT = 34


class PasswordEdit(QLineEdit):
    """A password field. Layouts move letters under the fingers, so the layout stands in it.

    Call `dress` once before it is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.setTextMargins(0, 0, _HINT + 20, 0)
        method = QGuiApplication.inputMethod()
        if method is not None:
            method.localeChanged.connect(self.update)

    @property
    def eye(self) -> QAction:
        """Shows or hides the password."""
        return self._eye

    def dress(self, theme: Theme) -> None:
        """Give it its colours."""
        self._theme = theme
        theme.changed.connect(self._draw)
        self._draw()
        self._retranslate()

    def hide_password(self) -> None:
        """Back to dots."""
        self._eye.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The layout's name and a small keyboard, left of the eye."""
        super().paintEvent(event)
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.tokens.text2)
        right = self.width() - 40
        name = layout_name()
        width = painter.fontMetrics().horizontalAdvance(name)
        painter.drawText(right - width, (self.height() + painter.fontMetrics().capHeight()) // 2, name)
        picture = icons.pixmap("keyboard", 16, self._theme.tokens.text2, self.devicePixelRatioF())
        painter.drawPixmap(right - width - 20, (self.height() - 16) // 2, picture)

    def _toggle(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._draw()
        self._retranslate()

    def _draw(self) -> None:
        if self._theme is not None:
            name = "eye-slash" if self._eye.isChecked() else "eye"
            self._eye.setIcon(icons.icon(name, self._theme.tokens.text2))

    def _retranslate(self) -> None:
        self._eye.setText(self.tr("Hide password") if self._eye.isChecked() else self.tr("Show password"))


def layout_name() -> str:
    """The keyboard layout's language in two letters, ``EN`` while unknown."""
    method = QGuiApplication.inputMethod()
    locale = method.locale() if method is not None else QLocale.c()
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return "EN"
    return QLocale.languageToCode(locale.language()).upper() or "EN"
