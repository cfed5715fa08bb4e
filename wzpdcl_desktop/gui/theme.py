"""Light and dark, fonts and the style sheet."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QDirIterator, QFile, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from wzpdcl_desktop.gui.tokens import DARK, LIGHT, Tokens

FAMILY = "Noto Sans Bengali"
SYSTEM_MODE, LIGHT_MODE, DARK_MODE = "system", "light", "dark"

_Weight = QFont.Weight
#: Role -> (points, weight).
_ROLES: dict[str, tuple[float, QFont.Weight]] = {
    "number": (21, _Weight.DemiBold),
    "page": (15, _Weight.DemiBold),
    "title": (12, _Weight.DemiBold),
    "body": (10.5, _Weight.Normal),
    "body_unread": (10.5, _Weight.Bold),
    "control": (10, _Weight.Medium),
    "plain": (10, _Weight.Normal),
    "second": (9.5, _Weight.Normal),
    "caption": (9, _Weight.Normal),
}


class Theme(QObject):
    """Colours and fonts of the whole program.

    The resource file must be registered before. ``apply`` takes effect on the application; afterwards a
    change of `mode`, or of the system's setting in mode ``system``, is applied by itself.

    Attributes:
        changed: Colours are different now; delegates and icons must be drawn anew.
    """

    changed = Signal()

    def __init__(self, mode: str = SYSTEM_MODE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode if mode in (LIGHT_MODE, DARK_MODE) else SYSTEM_MODE
        self._app: QApplication | None = None
        self._applied: Tokens | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._renew)

    @property
    def mode(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._mode

    @mode.setter
    def mode(self, mode: str) -> None:
        self._mode = mode if mode in (LIGHT_MODE, DARK_MODE) else SYSTEM_MODE
        self._renew()

    @property
    def dark(self) -> bool:
        """Whether dark colours are in use."""
        if self._mode == SYSTEM_MODE:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == DARK_MODE

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return DARK if self.dark else LIGHT

    def apply(self, app: QApplication) -> None:
        """Load the font, then set style, palette, font and style sheet."""
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(self.font("control"))
        self._app = app
        self._applied = None
        self._renew()

    def font(self, role: str) -> QFont:
        """A font by role: number, page, title, body, body_unread, control, plain, second, caption."""
        points, weight = _ROLES[role]
        font = QFont(FAMILY)
        font.setPointSizeF(points)
        font.setWeight(weight)
        return font

    def _renew(self) -> None:
        if self._app is None or self._applied is self.tokens:
            return
        self._applied = self.tokens
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(_style_sheet(self.tokens, self.dark))
        self.changed.emit()


def load_fonts() -> None:
    """Load our own files once in the life of the application, also over a copy that the system has."""
    app = QGuiApplication.instance()
    if app is None or app.property("deskFonts"):
        return
    app.setProperty("deskFonts", True)
    files = QDirIterator(":/fonts", ["*.ttf"])
    while files.hasNext():
        QFontDatabase.addApplicationFont(files.next())


def _style_sheet(tokens: Tokens, dark: bool) -> str:
    file = QFile(":/qss/desk.qss")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(":/qss/desk.qss")
    with_names = bytes(file.readAll().data()).decode("utf-8")
    file.close()
    return Template(with_names).substitute(tokens.css(), shade="dark" if dark else "light")


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colors: dict[QPalette.ColorRole, QColor] = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.subtle,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.breached,
        role.Highlight: tokens.selected,
        role.HighlightedText: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.subtle,
        role.Mid: tokens.line,
        role.Dark: tokens.field,
        role.Shadow: tokens.btn,
    }
    for key, color in colors.items():
        palette.setColor(key, color)
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, tokens.text3)
    return palette
