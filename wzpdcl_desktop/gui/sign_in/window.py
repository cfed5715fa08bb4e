"""The window before the desk: a picture at the left, server address or sign-in form at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from wzpdcl_desktop.gui import icons
from wzpdcl_desktop.gui.sign_in.address import AddressPage
from wzpdcl_desktop.gui.sign_in.form import SignInForm
from wzpdcl_desktop.gui.sign_in.parts import SignInContext
from wzpdcl_desktop.gui.sign_in.picture import SignInPicture
from wzpdcl_desktop.services.settings import PRACTICE_ONLY, SERVER

#: A narrower window does without the picture.
_PICTURE_FROM = 1080


class SignInWindow(QWidget):
    """S02, and before it, on a PC without a server address, the page that asks for one.

    Attributes:
        signed_in: An `Opened` desk.
        practice_requested: The officer wants practice mode.
        server_change_requested: The officer opened the address page; the window shows it by itself.
    """

    signed_in = Signal(object)
    practice_requested = Signal()
    server_change_requested = Signal()

    def __init__(self, context: SignInContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(QIcon(":/icons/app.svg"))
        self.picture = SignInPicture(context.theme)
        self.form = SignInForm(context)
        self.address = AddressPage(context)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._centred(self.form))
        self._pages.addWidget(self._centred(self.address))
        self._help_icon = QLabel()
        self._help = QLabel()
        self._about = QLabel()
        self._arrange()
        self._connect()
        self.resize(1366, 738)
        self.setMinimumSize(640, 440)
        self._retranslate()
        self._draw()
        if context.settings.get(SERVER) or context.settings.get(PRACTICE_ONLY):
            self.show_form()
        else:
            self.show_address()

    def show_form(self) -> None:
        """Show the sign-in form."""
        self._pages.setCurrentIndex(0)

    def show_address(self) -> None:
        """Show the page that asks for the server's address."""
        self._pages.setCurrentIndex(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form comes first."""
        super().resizeEvent(event)
        self.picture.setVisible(event.size().width() >= _PICTURE_FROM)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _centred(self, page: QWidget) -> QScrollArea:
        """In the middle; in a low window it scrolls."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        row = QHBoxLayout()  # stretches, not an alignment: only so do wrapped texts get their height
        row.addStretch(1)
        row.addWidget(page)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        holder.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.picture)
        right = QVBoxLayout()
        right.setContentsMargins(28, 16, 28, 20)
        right.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(7)
        foot.addWidget(self._help_icon)
        foot.addWidget(self._help)
        foot.addStretch(1)
        foot.addWidget(self._about)
        right.addLayout(foot)
        row.addLayout(right, 1)
        for label in (self._help, self._about):
            label.setProperty("quiet", True)
            label.setFont(self._context.theme.font("second"))

    def _connect(self) -> None:
        self.form.signed_in.connect(self.signed_in)
        self.form.practice_requested.connect(self.practice_requested)
        self.form.server_change_requested.connect(self.show_address)
        self.form.server_change_requested.connect(self.server_change_requested)
        self.address.accepted.connect(self.show_form)
        self.address.dismissed.connect(self.show_form)
        self.address.practice_requested.connect(self.practice_requested)
        self._context.theme.changed.connect(self._draw)

    def _draw(self) -> None:
        color = self._context.theme.tokens.text2
        self._help_icon.setPixmap(icons.pixmap("headset", 16, color, self.devicePixelRatioF()))

    def _retranslate(self) -> None:
        digits = self._context.language.digits
        self.setWindowTitle(self.tr("WZPDCL Desktop"))
        self._help.setText(self.tr("Help: call centre {0}").format(digits("16117")))
        version = self.tr("Version {0}").format(digits(self._context.version))
        safe = self.tr("The data on this PC is encrypted")
        self._about.setText(f"{version} · {safe}" if self._context.version else safe)
