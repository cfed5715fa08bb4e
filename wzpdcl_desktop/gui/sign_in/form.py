"""The sign-in form (S02)."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from wzpdcl_desktop.domain.errors import NetworkError
from wzpdcl_desktop.domain.people import Duty, KnownOfficer, ServerInfo
from wzpdcl_desktop.domain.text import ascii_digits
from wzpdcl_desktop.gui.errors import explain
from wzpdcl_desktop.gui.forms.ui_sign_in import Ui_SignInForm
from wzpdcl_desktop.gui.sign_in.duty_picker import DutyPicker
from wzpdcl_desktop.gui.sign_in.language_switch import LanguageSwitch
from wzpdcl_desktop.gui.sign_in.parts import SignInContext
from wzpdcl_desktop.gui.widgets.buttons import LINK, PRIMARY, Button
from wzpdcl_desktop.gui.widgets.note import Note
from wzpdcl_desktop.services.settings import LAST_DUTY, LAST_OFFICER, PRACTICE_ONLY, REMEMBER, SERVER
from wzpdcl_desktop.services.sign_in import Opened

log = logging.getLogger("wzpdcl.gui")
_WIDTH = 420
_ASK_AGAIN_MS = 20_000
_MISSING_USER, _MISSING_PASSWORD = "missing_user", "missing_password"


class SignInForm(QWidget):
    """Duty, user ID, password. What was typed stays until the desk opens.

    Attributes:
        signed_in: The `Opened` desk.
        practice_requested: The officer wants practice mode.
        server_change_requested: The officer wants another server address.
    """

    signed_in = Signal(object)
    practice_requested = Signal()
    server_change_requested = Signal()

    def __init__(self, context: SignInContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._known: list[KnownOfficer] = []
        self._reachable: bool | None = None
        self._busy = False
        self._error: Exception | str | None = None
        theme = context.theme
        self.ui = Ui_SignInForm()
        self.ui.setupUi(self)
        self.duty = DutyPicker(theme)
        self.switch = LanguageSwitch(theme, context.language)
        self.error = Note(theme, error=True)
        self.note = Note(theme)
        self.button = Button(theme, "", PRIMARY)
        self.practice = Button(theme, "", LINK, "play", small=True)
        self.practice_hint = QLabel()
        self.server_link = Button(theme, "", LINK, small=True)
        self._again = QTimer(self)
        self._again.setInterval(_ASK_AGAIN_MS)
        self._again.timeout.connect(self._ask_server)
        self._arrange()
        self._connect()
        self._practice_only = context.settings.get(PRACTICE_ONLY)
        self._retranslate()
        self._fill_in()
        self._lock()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask who is known here and whether the server answers; put the cursor where typing goes on."""
        super().showEvent(event)
        tasks = self._context.tasks
        tasks.cache(self._context.sign_in.known, self._take_known, self._ignore, owner=self, key="known")
        self._ask_server()
        self._again.start()
        if self._practice_only:
            self.practice.setFocus()
        else:
            (self.ui.passwordEdit if self.ui.userEdit.text() else self.ui.userEdit).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop asking."""
        self._again.stop()

    def submit(self) -> None:
        """Sign in with what is typed."""
        if self._busy:
            return
        user, password = self.ui.userEdit.text().strip(), self.ui.passwordEdit.text()
        if not user or not password:
            self._say(_MISSING_USER if not user else _MISSING_PASSWORD)
            (self.ui.passwordEdit if user else self.ui.userEdit).setFocus()
            return
        self._say(None)
        self._set_busy(True)
        server, duty = self._context.settings.get(SERVER), self.duty.value
        self.ui.passwordEdit.hide_password()
        self._context.tasks.network(
            lambda: self._context.sign_in.sign_in(server, duty, ascii_digits(user), password),
            self._open,
            self.refuse,
            owner=self,
        )

    def forget_password(self) -> None:
        """Empty the password field, once it is not needed any more."""
        self.ui.passwordEdit.clear()

    def _open(self, opened: Opened) -> None:
        self._set_busy(False)
        settings, remember = self._context.settings, self.ui.rememberBox.isChecked()

        def keep() -> None:
            settings.set(REMEMBER, remember)
            settings.set(LAST_OFFICER, opened.officer if remember else "")
            settings.set(LAST_DUTY, opened.duty.value)

        self._context.tasks.cache(keep, lambda _none: None, self._ignore)
        self.signed_in.emit(opened)

    def refuse(self, error: Exception) -> None:
        """Say why the desk does not open; what was typed stays."""
        self._set_busy(False)
        if isinstance(error, NetworkError):
            self._reachable = False
        self._say(error)
        self.ui.passwordEdit.setFocus()
        self.ui.passwordEdit.selectAll()

    def _ignore(self, error: Exception) -> None:
        """The form works without it: a setting that was not kept, a list that was not read."""
        log.warning("sign-in form: %s", type(error).__name__)

    def _ask_server(self) -> None:
        server = self._context.settings.get(SERVER)
        if not server or self._busy or self._practice_only:
            return
        self._context.tasks.network(
            lambda: self._context.sign_in.check_server(server),
            self._server_answered,
            self._server_silent,
            owner=self,
            key="server",
        )

    def _server_answered(self, _info: ServerInfo) -> None:
        self._reachable = True
        self._write_note()

    def _server_silent(self, error: Exception) -> None:
        self._reachable = not isinstance(error, NetworkError)
        self._write_note()

    def _take_known(self, known: list[KnownOfficer]) -> None:
        self._known = known
        self._write_note()

    def _lock(self) -> None:
        """Leave only what the roll-out allows: another address, or a sign-in at all."""
        self.server_link.setVisible(not self._context.settings.is_fixed(SERVER) and not self._practice_only)
        if self._practice_only:
            for part in (self.duty, self.ui.userEdit, self.ui.passwordEdit, self.ui.rememberBox, self.button):
                part.setEnabled(False)

    def _write_note(self) -> None:
        if self._practice_only:
            self.note.say(self.tr("This PC is set up for practice alone. Press “Practice mode”."), "info")
            return
        if self._reachable is not False:
            self.note.say("")
            return
        user = ascii_digits(self.ui.userEdit.text().strip())
        server = self._context.settings.get(SERVER)
        names = {one.officer for one in self._known if one.server == server}
        if user in names or (not user and names):
            text = self.tr(
                "There is no network now. You have signed in on this PC before, so you can work offline."
            )
        else:
            text = self.tr("There is no network now. The first sign-in on a PC needs network.")
        self.note.say(text, "cloud-slash")

    def _say(self, error: Exception | str | None) -> None:
        self._error = error
        self.error.say(self._error_text())
        for field, wrong in (
            (self.ui.userEdit, error == _MISSING_USER),
            (self.ui.passwordEdit, error is not None and error != _MISSING_USER),
        ):
            field.setProperty("error", wrong)
            field.style().unpolish(field)
            field.style().polish(field)
        self.ui.passwordEdit.setAccessibleDescription(self.error.text)

    def _typed(self) -> None:
        """The next try begins: what was wrong with the last one is said no longer."""
        if self._error is not None:
            self._say(None)

    def _error_text(self) -> str:
        if self._error is None:
            return ""
        if self._error == _MISSING_USER:
            return self.tr("The user ID is missing. Type it above.")
        if self._error == _MISSING_PASSWORD:
            return self.tr("The password is missing. Type it above.")
        return explain(self._error).line

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (
            self.button,
            self.duty,
            self.ui.userEdit,
            self.ui.passwordEdit,
            self.practice,
            self.server_link,
        ):
            part.setEnabled(not busy)
        self._lock()
        self._write_button()

    def _write_button(self) -> None:
        self.button.setText(self.tr("Signing in…") if self._busy else self.tr("Sign in now"))

    def _fill_in(self) -> None:
        settings = self._context.settings
        self.ui.rememberBox.setChecked(settings.get(REMEMBER))
        if settings.get(REMEMBER):
            self.ui.userEdit.setText(settings.get(LAST_OFFICER))
            duties = {duty.value: duty for duty in Duty}
            self.duty.value = duties.get(settings.get(LAST_DUTY), Duty.OFFICE_HEAD)

    def _connect(self) -> None:
        self.button.clicked.connect(self.submit)
        self.ui.userEdit.returnPressed.connect(self.submit)
        self.ui.passwordEdit.returnPressed.connect(self.submit)
        self.ui.userEdit.textChanged.connect(self._write_note)
        for field in (self.ui.userEdit, self.ui.passwordEdit):
            field.textEdited.connect(self._typed)
        self.practice.clicked.connect(self.practice_requested)
        self.server_link.clicked.connect(self.server_change_requested)

    def _arrange(self) -> None:
        ui, theme = self.ui, self._context.theme
        self.setFixedWidth(_WIDTH)
        ui.titleLabel.setFont(theme.font("page"))
        ui.titleRow.addWidget(self.switch)
        ui.dutyPlace.addWidget(self.duty)
        ui.errorPlace.addWidget(self.error)
        ui.buttonPlace.addWidget(self.button)
        ui.notePlace.addWidget(self.note)
        self.button.set_height(38)
        self.button.setSizePolicy(
            self.button.sizePolicy().Policy.Expanding, self.button.sizePolicy().Policy.Fixed
        )
        ui.linkRow.addWidget(self.practice)
        ui.linkRow.addWidget(self.practice_hint)
        ui.linkRow.addStretch(1)
        ui.linkRow.addWidget(self.server_link)
        ui.linkRow.setSpacing(5)
        for part in (self.practice, self.practice_hint):
            part.setVisible(self._context.practice_available)
        for label in (ui.dutyLabel, ui.userLabel, ui.passwordLabel, self.practice_hint):
            label.setProperty("quiet", True)
            label.setFont(theme.font("second"))
        for field in (ui.userEdit, ui.passwordEdit):
            field.setProperty("tall", True)
            field.setFont(theme.font("body"))
        ui.passwordEdit.dress(theme)
        ui.titleRow.setContentsMargins(0, 0, 0, 20)
        ui.dutyPlace.setContentsMargins(0, 5, 0, 0)
        ui.userLabel.setContentsMargins(0, 8, 0, 5)
        ui.passwordLabel.setContentsMargins(0, 13, 0, 5)
        ui.errorPlace.setContentsMargins(0, 4, 0, 0)
        ui.rememberBox.setFont(theme.font("plain"))
        ui.buttonPlace.setContentsMargins(0, 16, 0, 16)
        ui.notePlace.setContentsMargins(0, 0, 0, 22)
        ui.linkRow.setContentsMargins(0, 16, 0, 0)
        ui.rememberBox.setMinimumHeight(32)
        for one, other in zip(self._order(), self._order()[1:], strict=False):
            self.setTabOrder(one, other)

    def _order(self) -> list[QWidget]:
        ui = self.ui
        return [
            self.duty.usual, self.duty.other, self.duty.more, ui.userEdit, ui.passwordEdit, ui.rememberBox,
            self.button, self.practice, self.server_link, self.switch,
        ]  # fmt: skip

    def _retranslate(self) -> None:
        self._write_button()
        self.practice.setText(self.tr("Practice mode"))
        self.practice_hint.setText(self.tr("sample data, no account"))
        self.server_link.setText(self.tr("Server address"))
        self._write_note()
        if self._error is not None:
            self.error.say(self._error_text())
