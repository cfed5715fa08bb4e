"""The page that asks for the server's address, once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wzpdcl_desktop.domain.errors import NotTheServer
from wzpdcl_desktop.domain.people import ServerInfo
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.forms.ui_server_address import Ui_ServerAddressForm
from wzpdcl_desktop.gui.sign_in.language_switch import LanguageSwitch
from wzpdcl_desktop.gui.sign_in.parts import SignInContext
from wzpdcl_desktop.gui.tab_order import follow_layout
from wzpdcl_desktop.gui.widgets.buttons import LINK, PRIMARY, Button
from wzpdcl_desktop.gui.widgets.note import Note
from wzpdcl_desktop.services.settings import SERVER
from wzpdcl_desktop.services.sign_in import normalised

_WIDTH = 420


class AddressPage(QWidget):
    """Asks an address who it is, shows the name that comes back, and keeps the address on going on.

    Attributes:
        accepted: The address is kept.
        dismissed: Back to the form without a change.
        practice_requested: The officer wants practice mode.
    """

    accepted = Signal()
    dismissed = Signal()
    practice_requested = Signal()

    def __init__(self, context: SignInContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._error: Exception | None = None
        self._found: ServerInfo | None = None
        self._address = ""
        self._busy = False
        theme = context.theme
        self.ui = Ui_ServerAddressForm()
        self.ui.setupUi(self)
        self.switch = LanguageSwitch(theme, context.language)
        self.error = Note(theme, error=True)
        self.found = Note(theme)
        self.button = Button(theme, "", PRIMARY)
        self.back = Button(theme, "")
        self.practice = Button(theme, "", LINK, "play", small=True)
        self._arrange()
        follow_layout(self)
        self.button.clicked.connect(self.submit)
        self.back.clicked.connect(self.dismissed)
        self.practice.clicked.connect(self.practice_requested)
        self.ui.addressEdit.returnPressed.connect(self.submit)
        self.ui.addressEdit.textEdited.connect(self._edited)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the address in use."""
        super().showEvent(event)
        current = self._context.settings.get(SERVER)
        if not self.ui.addressEdit.text():
            self.ui.addressEdit.setText(current)
        self.back.setVisible(bool(current))
        self.ui.addressEdit.setFocus()

    def submit(self) -> None:
        """Check the address; once it is found, keep it."""
        if self._busy or not self.ui.addressEdit.text().strip():
            return
        if self._found is not None:
            self._keep()
            return
        self._set_busy(True)
        self._say(None)
        typed = self.ui.addressEdit.text()

        def check() -> tuple[str, ServerInfo]:
            return normalised(typed), self._context.sign_in.check_server(typed)

        self._context.tasks.network(check, self._answered, self._refused, owner=self, key="check")

    def _answered(self, answer: tuple[str, ServerInfo]) -> None:
        self._set_busy(False)
        self._address, self._found = answer
        self._retranslate()
        self.button.setFocus()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        self._say(error)
        self.ui.addressEdit.setFocus()

    def _keep(self) -> None:
        address = self._address
        self._set_busy(True)
        self._context.tasks.cache(
            lambda: self._context.settings.set(SERVER, address),
            lambda _none: self._kept(),
            self._refused,
            owner=self,
        )

    def _kept(self) -> None:
        self._set_busy(False)
        self._edited()
        self.ui.addressEdit.setText(self._address)
        self.accepted.emit()

    def _edited(self) -> None:
        self._found = None
        self._retranslate()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (self.button, self.ui.addressEdit):
            part.setEnabled(not busy)
        self._retranslate()

    def _say(self, error: Exception | None) -> None:
        self._error = error
        if error is None:
            self.error.say("")
        elif isinstance(error, NotTheServer):
            self.error.say(
                self.tr("No server of this program answers there. Check the address letter by letter.")
            )
        else:
            self.error.say(explain(error).line)
        self.ui.addressEdit.setAccessibleDescription(self.error.text)

    def _arrange(self) -> None:
        ui, theme = self.ui, self._context.theme
        self.setFixedWidth(_WIDTH)
        ui.titleLabel.setFont(theme.font("page"))
        ui.titleRow.addWidget(self.switch)
        ui.whyLabel.setProperty("quiet", True)
        ui.addressLabel.setProperty("quiet", True)
        ui.addressLabel.setFont(theme.font("second"))
        ui.addressEdit.setProperty("tall", True)
        ui.addressEdit.setFont(theme.font("body"))
        ui.errorPlace.addWidget(self.error)
        ui.foundPlace.addWidget(self.found)
        ui.buttonRow.addWidget(self.button)
        ui.buttonRow.addWidget(self.back)
        ui.buttonRow.addStretch(1)
        ui.buttonRow.setSpacing(8)
        ui.linkRow.addWidget(self.practice)
        ui.linkRow.addStretch(1)
        self.practice.setVisible(self._context.practice_available)
        ui.whyLabel.setContentsMargins(0, 18, 0, 0)
        ui.addressLabel.setContentsMargins(0, 18, 0, 5)
        ui.errorPlace.setContentsMargins(0, 4, 0, 4)
        ui.foundPlace.setContentsMargins(0, 4, 0, 8)
        ui.buttonRow.setContentsMargins(0, 8, 0, 24)
        ui.linkRow.setContentsMargins(0, 16, 0, 0)

    def _retranslate(self) -> None:
        if self._busy:
            self.button.setText(self.tr("Asking…"))
        else:
            self.button.setText(self.tr("Go on to sign in") if self._found else self.tr("Check the address"))
        self.back.setText(self.tr("Back"))
        self.practice.setText(self.tr("Practice mode"))
        if self._found is None:
            self.found.say("")
        else:
            bangla = self._context.language.code == "bn"
            name = self._found.name_bn if bangla else self._found.name
            self.found.say(self.tr("Found: {0}").format(name), "check-circle")
        if self._error is not None:
            self._say(self._error)
