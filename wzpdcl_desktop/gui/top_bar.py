"""The top row: menus, the way into search, language, and who is signed in."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wzpdcl_desktop.domain.people import Me
from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.actions import Actions, key_text
from wzpdcl_desktop.gui.language import Language
from wzpdcl_desktop.gui.notices.bell import Bell
from wzpdcl_desktop.gui.theme import Theme
from wzpdcl_desktop.gui.widgets.tip import tip
from wzpdcl_desktop.gui.words import as_label, duty_name

HEIGHT = 44
_TITLES = ("মোঃ", "মো.", "মোছাঃ", "মোসাঃ", "ডাঃ", "Md", "Md.", "Mst", "Mst.", "Engr.")


class SearchBox(QPushButton):
    """Looks like a field and opens the palette."""

    def __init__(self, theme: Theme, language: Language, action: QAction) -> None:
        super().__init__()
        self._theme, self._language, self._action = theme, language, action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it is
        self.setFixedHeight(30)
        self.setMinimumWidth(180)
        self.setMaximumWidth(300)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.clicked.connect(action.trigger)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as drawn at 1366."""
        return QSize(300, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw field, glass, text and key."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent, 2) if self.hasFocus() else QPen(tokens.line, 1))
        painter.setBrush(tokens.subtle)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        picture = icons.pixmap("magnifying-glass", 16, tokens.text2, self.devicePixelRatioF())
        painter.drawPixmap(8, 7, picture)
        painter.setFont(self._theme.font("plain"))
        painter.setPen(tokens.text2)
        room = self.rect().adjusted(32, 0, -62, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(self._theme.font("caption"))
        badge = self.rect().adjusted(self.width() - 52, 6, -9, -6)
        painter.setBrush(tokens.surface)
        painter.setPen(QPen(tokens.btn, 1))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(tokens.text2)
        keys = key_text(self._action, self._language)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), keys)


class TopBar(QWidget):
    """The row, and above it, in practice mode, a strip that cannot be mistaken.

    Attributes:
        practice_strip: The strip; shown only in practice mode.
        menu_bar: The menus.
    """

    language_toggled = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        actions: Actions,
        me: Me,
        *,
        practice: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._me = theme, language, me
        self.practice_strip = QLabel()
        self.practice_strip.setVisible(practice)
        self.menu_bar = QMenuBar()
        self.menu_bar.setNativeMenuBar(False)
        self.menus: dict[str, QMenu] = {}
        for name in ("file", "edit", "view", "complaint", "window", "help"):
            menu = QMenu(self.menu_bar)
            self.menu_bar.addMenu(menu)
            self.menus[name] = menu
            menu.addActions(list(actions.of_group(name)))
            menu.aboutToShow.connect(actions.draw_icons)
        self.search = SearchBox(theme, language, actions.get("edit.palette"))
        self.bell = Bell(theme)
        self.language_button = QToolButton()
        self.avatar = QLabel()
        self.duty_button = QToolButton()
        self._person = QAction(self)
        self._person.setEnabled(False)
        self._fill_person_menu(actions)
        self._arrange()
        self.bell.clicked.connect(actions.get("view.notices").trigger)
        self.language_button.clicked.connect(actions.get("view.language").trigger)
        theme.changed.connect(self._draw)
        self._draw()
        self.retranslate()

    def set_me(self, me: Me) -> None:
        """The officer as the server sees them now."""
        if me != self._me:
            self._me = me
            self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write all texts."""
        titles = {
            "file": self.tr("File"),
            "edit": self.tr("Edit"),
            "view": self.tr("View"),
            "complaint": self.tr("Complaint"),
            "window": self.tr("Window"),
            "help": self.tr("Help"),
        }
        for name, menu in self.menus.items():
            menu.setTitle(titles[name])
        self.search.setText(self.tr("Search or type what to do"))
        self.search.setToolTip(self.search.text())
        self.language_button.setText("English" if self._language.code == "bn" else "বাংলা")
        self.language_button.setAccessibleName(self.tr("Switch the language"))
        bangla = self._language.code == "bn"
        name = (self._me.name_bn if bangla else self._me.name) or self._me.name
        self.menu_bar.setAccessibleName(self.tr("Menus"))
        self.avatar.setText(initials(name))
        self.avatar.setAccessibleName(name)
        self.duty_button.setText(duty_name(self._me.duty))
        self.duty_button.setAccessibleName(f"{name}, {duty_name(self._me.duty)}")
        self.duty_button.setToolTip(tip(name))
        self._person.setText(as_label(name))
        self.practice_strip.setText(self.tr("Practice mode · sample data"))

    def _fill_person_menu(self, actions: Actions) -> None:
        menu = QMenu(self.duty_button)
        menu.addAction(self._person)
        menu.addSeparator()
        menu.addActions([actions.get("file.profile"), actions.get("file.sign_out")])
        menu.aboutToShow.connect(actions.draw_icons)
        self.duty_button.setMenu(menu)
        self.duty_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _arrange(self) -> None:
        self.practice_strip.setObjectName("practiceStrip")
        self.practice_strip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.practice_strip.setFixedHeight(22)
        bar = QWidget()
        bar.setObjectName("topBar")
        bar.setFixedHeight(HEIGHT)
        row = QHBoxLayout(bar)
        row.setContentsMargins(7, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addSpacing(4)
        row.addWidget(self.bell)
        row.addWidget(self.language_button)
        row.addWidget(self.avatar)
        row.addWidget(self.duty_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.practice_strip)
        column.addWidget(bar)
        self.menu_bar.setFont(self._theme.font("plain"))
        self.menu_bar.setFixedHeight(30)
        self.avatar.setObjectName("avatar")
        self.avatar.setFixedSize(28, 28)
        self.avatar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.avatar.setFont(self._theme.font("caption"))
        self.language_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.language_button.setIconSize(QSize(18, 18))
        self.duty_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.duty_button.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
        )  # the caret stands right of the word
        self.duty_button.setIconSize(QSize(12, 12))

    def _draw(self) -> None:
        tokens = self._theme.tokens
        self.language_button.setIcon(icons.icon("translate", tokens.text))
        self.duty_button.setIcon(icons.icon("caret-down", tokens.text2))


def initials(name: str) -> str:
    """First signs of the first two words, without titles; a Bangla sign keeps its vowel."""
    words = [word for word in name.split() if word not in _TITLES] or name.split()
    return "".join(_first_sign(word) for word in words[:2])


def _first_sign(word: str) -> str:
    end = 1
    while end < len(word) and unicodedata.category(word[end]) in ("Mc", "Mn"):
        if word[end] == "\u09cd" and end + 1 < len(word):
            end += 1  # the hasanta joins the next consonant
        end += 1
    return word[:end].upper()
