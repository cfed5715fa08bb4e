"""Every known error in the user's words: what happened, and what to do. The one place for all codes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wzpdcl_desktop.domain.errors import ActionNotAllowed, DeskError

_CONTEXT = "Errors"


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error in words.

    Attributes:
        title: What happened, without its full stop.
        remedy: What to do, as a sentence.
    """

    title: str
    remedy: str

    @property
    def line(self) -> str:
        """Both, for one line."""
        end = QCoreApplication.translate("Errors", ". ", "between the fact and what to do about it")
        return f"{self.title}{end}{self.remedy}"


#: Code -> (what happened, what to do): codes of ``domain/errors.py``, of problem documents, of receipts, and
#: of actions that are not allowed.
WORDS: dict[str, tuple[object, object]] = {
    # The line
    "network": (
        QT_TRANSLATE_NOOP("Errors", "The server was not reached"),
        QT_TRANSLATE_NOOP("Errors", "Keep working. It is sent when the line is back."),
    ),
    "no_network": (
        QT_TRANSLATE_NOOP("Errors", "There is no network now"),
        QT_TRANSLATE_NOOP("Errors", "Check the cable or Wi-Fi. Your work is kept on this PC."),
    ),
    "server_down": (
        QT_TRANSLATE_NOOP("Errors", "The server does not answer"),
        QT_TRANSLATE_NOOP("Errors", "Try again in a little while. Your work is kept on this PC."),
    ),
    "not_the_server": (
        QT_TRANSLATE_NOOP("Errors", "Something else answered, not our server"),
        QT_TRANSLATE_NOOP("Errors", "Sign in to the Wi-Fi in a browser, or check the server address."),
    ),
    "insecure_address": (
        QT_TRANSLATE_NOOP("Errors", "This address is not safe"),
        QT_TRANSLATE_NOOP("Errors", "Give an address that begins with https://."),
    ),
    "unavailable": (
        QT_TRANSLATE_NOOP("Errors", "The server is being looked after"),
        QT_TRANSLATE_NOOP("Errors", "Keep working. It is sent by itself afterwards."),
    ),
    "internal": (
        QT_TRANSLATE_NOOP("Errors", "Something failed on the server"),
        QT_TRANSLATE_NOOP("Errors", "It is tried again by itself. If it stays, call the ICT department."),
    ),
    "torn_page": (
        QT_TRANSLATE_NOOP("Errors", "The data broke off on the way"),
        QT_TRANSLATE_NOOP("Errors", "It is fetched again by itself."),
    ),
    "cursor_reset": (
        QT_TRANSLATE_NOOP("Errors", "The lists must be fetched anew"),
        QT_TRANSLATE_NOOP("Errors", "This happens by itself. Keep working meanwhile."),
    ),
    "upgrade_needed": (
        QT_TRANSLATE_NOOP("Errors", "This version of the program is too old"),
        QT_TRANSLATE_NOOP("Errors", "Install the new version. What waits is sent afterwards."),
    ),
    # Signing in
    "wrong_password": (
        QT_TRANSLATE_NOOP("Errors", "User ID or password does not match"),
        QT_TRANSLATE_NOOP("Errors", "Check both and type the password again."),
    ),
    "offline_password_wrong": (
        QT_TRANSLATE_NOOP("Errors", "The password does not match"),
        QT_TRANSLATE_NOOP("Errors", "Type it again. A new password works once the line is back."),
    ),
    "wrong_duty": (
        QT_TRANSLATE_NOOP("Errors", "This duty is not on your account"),
        QT_TRANSLATE_NOOP("Errors", "Choose your own duty above."),
    ),
    "account_locked": (
        QT_TRANSLATE_NOOP("Errors", "Too many wrong passwords"),
        QT_TRANSLATE_NOOP("Errors", "Wait 15 minutes, then try again."),
    ),
    "too_many_attempts": (
        QT_TRANSLATE_NOOP("Errors", "Too many tries from this office"),
        QT_TRANSLATE_NOOP("Errors", "Wait a few minutes, then try again."),
    ),
    "account_disabled": (
        QT_TRANSLATE_NOOP("Errors", "This account is closed"),
        QT_TRANSLATE_NOOP("Errors", "Call the ICT department."),
    ),
    "sign_in_refused": (
        QT_TRANSLATE_NOOP("Errors", "The server did not sign you in"),
        QT_TRANSLATE_NOOP("Errors", "Check duty, user ID and password."),
    ),
    "session_ended": (
        QT_TRANSLATE_NOOP("Errors", "The sign-in has ended"),
        QT_TRANSLATE_NOOP("Errors", "Work goes on. Sign in to send."),
    ),
    "signed_out": (
        QT_TRANSLATE_NOOP("Errors", "You are signed out"),
        QT_TRANSLATE_NOOP("Errors", "Work goes on. Sign in to send."),
    ),
    "token_expired": (
        QT_TRANSLATE_NOOP("Errors", "The sign-in must be renewed"),
        QT_TRANSLATE_NOOP("Errors", "This happens by itself. If it stays, sign in again."),
    ),
    "scope_denied": (
        QT_TRANSLATE_NOOP("Errors", "These complaints are no longer yours"),
        QT_TRANSLATE_NOOP("Errors", "If this is wrong, call your office or the ICT department."),
    ),
    "keyring": (
        QT_TRANSLATE_NOOP("Errors", "The keys of this PC cannot be read"),
        QT_TRANSLATE_NOOP("Errors", "Sign in to Windows again and start the program once more."),
    ),
    "keyring_missing": (
        QT_TRANSLATE_NOOP("Errors", "This PC has no safe place for keys"),
        QT_TRANSLATE_NOOP("Errors", "Have the ICT department switch on the PC's credential store."),
    ),
    "not_known_here": (
        QT_TRANSLATE_NOOP("Errors", "You have not signed in on this PC before"),
        QT_TRANSLATE_NOOP("Errors", "The first time needs network. After that it works offline too."),
    ),
    "lease_ended": (
        QT_TRANSLATE_NOOP("Errors", "This PC was offline for too long"),
        QT_TRANSLATE_NOOP("Errors", "Sign in once with network. What waits in the outbox is kept."),
    ),
    # The stores on this PC
    "store": (
        QT_TRANSLATE_NOOP("Errors", "The data on this PC cannot be opened"),
        QT_TRANSLATE_NOOP("Errors", "Start the PC again. If it stays, call the ICT department."),
    ),
    "wrong_key": (
        QT_TRANSLATE_NOOP("Errors", "The key does not fit the data on this PC"),
        QT_TRANSLATE_NOOP("Errors", "Sign in with network. If it stays, call the ICT department."),
    ),
    "store_damaged": (
        QT_TRANSLATE_NOOP("Errors", "The outbox on this PC is damaged"),
        QT_TRANSLATE_NOOP("Errors", "Nothing was deleted. Call the ICT department before you go on."),
    ),
    "store_newer": (
        QT_TRANSLATE_NOOP("Errors", "The data on this PC is from a newer version"),
        QT_TRANSLATE_NOOP("Errors", "Install the newer version of the program again."),
    ),
    "store_in_use": (
        QT_TRANSLATE_NOOP("Errors", "The program is already open"),
        QT_TRANSLATE_NOOP("Errors", "Use the window that is open, or close it first."),
    ),
    "network_drive": (
        QT_TRANSLATE_NOOP("Errors", "The data folder is on a network drive"),
        QT_TRANSLATE_NOOP("Errors", "Choose a folder on this PC."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Errors", "The disk is full"),
        QT_TRANSLATE_NOOP("Errors", "Make room, then try again. What you typed is still here."),
    ),
    # New versions
    "update_refused": (
        QT_TRANSLATE_NOOP("Errors", "This new version cannot be used"),
        QT_TRANSLATE_NOOP("Errors", "Have the ICT department install it."),
    ),
    "update_old": (
        QT_TRANSLATE_NOOP("Errors", "This package is not newer than the program"),
        QT_TRANSLATE_NOOP("Errors", "Nothing needs to be done. Ask for the newest one if you expected it."),
    ),
    "update_signer": (
        QT_TRANSLATE_NOOP("Errors", "This package is not signed by the company"),
        QT_TRANSLATE_NOOP("Errors", "Do not install it. Call the ICT department."),
    ),
    "update_tampered": (
        QT_TRANSLATE_NOOP("Errors", "The package is damaged or was changed"),
        QT_TRANSLATE_NOOP("Errors", "It was deleted. Fetch it again; if it stays, call the ICT department."),
    ),
    "update_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "The package cannot be read"),
        QT_TRANSLATE_NOOP("Errors", "Copy it to the stick again, with both of its files."),
    ),
    "update_missing": (
        QT_TRANSLATE_NOOP("Errors", "There is no package in this folder"),
        QT_TRANSLATE_NOOP("Errors", "Choose the folder that holds update.json and the installer."),
    ),
    "update_gone": (
        QT_TRANSLATE_NOOP("Errors", "The server has another version by now"),
        QT_TRANSLATE_NOOP("Errors", "Look for it once more."),
    ),
    "update_no_keys": (
        QT_TRANSLATE_NOOP("Errors", "This program knows no key of the company"),
        QT_TRANSLATE_NOOP("Errors", "Have the ICT department install the new version by hand."),
    ),
    "update_no_installer": (
        QT_TRANSLATE_NOOP("Errors", "The new version cannot be installed from here"),
        QT_TRANSLATE_NOOP("Errors", "Have the ICT department install it."),
    ),
    # Actions and their answers
    "not_allowed": (
        QT_TRANSLATE_NOOP("Errors", "Your duty does not allow this"),
        QT_TRANSLATE_NOOP("Errors", "Ask the office head of this complaint."),
    ),
    "duty": (
        QT_TRANSLATE_NOOP("Errors", "Your duty does not allow this"),
        QT_TRANSLATE_NOOP("Errors", "Ask the office head of this complaint."),
    ),
    "state": (
        QT_TRANSLATE_NOOP("Errors", "Not possible in this state"),
        QT_TRANSLATE_NOOP("Errors", "Look at the complaint's state and choose another action."),
    ),
    "read_only": (
        QT_TRANSLATE_NOOP("Errors", "You can look, not change"),
        QT_TRANSLATE_NOOP("Errors", "Ask the office head of this complaint."),
    ),
    "gone": (
        QT_TRANSLATE_NOOP("Errors", "The complaint is not on this PC any more"),
        QT_TRANSLATE_NOOP("Errors", "It has left your area. Choose another one."),
    ),
    "decided": (
        QT_TRANSLATE_NOOP("Errors", "This was decided already"),
        QT_TRANSLATE_NOOP("Errors", "Look at the outbox again."),
    ),
    "text": (
        QT_TRANSLATE_NOOP("Errors", "The message to the customer is missing"),
        QT_TRANSLATE_NOOP("Errors", "Write it, or choose a ready text."),
    ),
    "reason": (
        QT_TRANSLATE_NOOP("Errors", "The reason is missing"),
        QT_TRANSLATE_NOOP("Errors", "Choose one from the list."),
    ),
    "target": (
        QT_TRANSLATE_NOOP("Errors", "Neither feeder nor officer is chosen"),
        QT_TRANSLATE_NOOP("Errors", "Choose who looks after it from now on."),
    ),
    "placeholder": (
        QT_TRANSLATE_NOOP("Errors", "A blank in the message is not filled in"),
        QT_TRANSLATE_NOOP("Errors", "Write over what stands in {}, or take it out."),
    ),
    "too_long": (
        QT_TRANSLATE_NOOP("Errors", "The message is too long"),
        QT_TRANSLATE_NOOP("Errors", "Shorten it to 1,000 characters."),
    ),
    "state_changed": (
        QT_TRANSLATE_NOOP("Errors", "Someone else changed it meanwhile"),
        QT_TRANSLATE_NOOP("Errors", "Look at the complaint again, then decide."),
    ),
    "transition_not_allowed": (
        QT_TRANSLATE_NOOP("Errors", "The complaint is past this step"),
        QT_TRANSLATE_NOOP("Errors", "Look at the complaint again, then decide."),
    ),
    "predecessor_failed": (
        QT_TRANSLATE_NOOP("Errors", "The action before it failed"),
        QT_TRANSLATE_NOOP("Errors", "Settle that one first, then do this again."),
    ),
    "predecessor_unknown": (
        QT_TRANSLATE_NOOP("Errors", "The action before it has not arrived yet"),
        QT_TRANSLATE_NOOP("Errors", "It is sent again by itself."),
    ),
    "in_flight": (
        QT_TRANSLATE_NOOP("Errors", "The same action is on its way"),
        QT_TRANSLATE_NOOP("Errors", "It is asked for again by itself."),
    ),
    "command_reused": (
        QT_TRANSLATE_NOOP("Errors", "The action's number is already taken"),
        QT_TRANSLATE_NOOP("Errors", "Copy the text, discard this and do it again."),
    ),
    "command_too_old": (
        QT_TRANSLATE_NOOP("Errors", "The action is too old"),
        QT_TRANSLATE_NOOP("Errors", "Look at the complaint and do it again if it is still needed."),
    ),
    "command_from_future": (
        QT_TRANSLATE_NOOP("Errors", "The clock of this PC ran ahead"),
        QT_TRANSLATE_NOOP("Errors", "Set the clock right, then do it again."),
    ),
    "invalid_args": (
        QT_TRANSLATE_NOOP("Errors", "Something is missing in the action"),
        QT_TRANSLATE_NOOP("Errors", "Check text and reason, then do it again."),
    ),
    "invalid": (
        QT_TRANSLATE_NOOP("Errors", "The server did not understand it"),
        QT_TRANSLATE_NOOP("Errors", "Copy the text and do it again. If it stays, call the ICT department."),
    ),
    "not_found": (
        QT_TRANSLATE_NOOP("Errors", "The complaint is not in your area any more"),
        QT_TRANSLATE_NOOP("Errors", "Ask the office that has it now."),
    ),
    "method_not_allowed": (
        QT_TRANSLATE_NOOP("Errors", "The server does not know this request"),
        QT_TRANSLATE_NOOP("Errors", "Check the server address and the program's version."),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Errors", "It is too large for the server"),
        QT_TRANSLATE_NOOP("Errors", "Shorten the text and send it again."),
    ),
    "range_not_satisfiable": (
        QT_TRANSLATE_NOOP("Errors", "The file on the server has changed"),
        QT_TRANSLATE_NOOP("Errors", "Open the file again."),
    ),
    "server_said": (
        QT_TRANSLATE_NOOP("Errors", "The server refused"),
        QT_TRANSLATE_NOOP("Errors", "Try again. If it stays, call the ICT department."),
    ),
    "unknown": (
        QT_TRANSLATE_NOOP("Errors", "Something went wrong"),
        QT_TRANSLATE_NOOP("Errors", "Try again. If it stays, call the ICT department."),
    ),
}


def explain(error: BaseException | str) -> Explanation:
    """An error or its code in the language of the screen; what has no words gets those of ``unknown``."""
    title, remedy = _words(error)
    return Explanation(
        QCoreApplication.translate(_CONTEXT, str(title)), QCoreApplication.translate(_CONTEXT, str(remedy))
    )


def _words(error: BaseException | str) -> tuple[object, object]:
    if isinstance(error, str):
        names = [error]
    elif isinstance(error, ActionNotAllowed):
        names = [error.detail, error.key]  # the detail is the code of the reason
    elif isinstance(error, DeskError):
        names = [error.key, error.code]
    else:
        names = []
    return next((WORDS[name] for name in names if name in WORDS), WORDS["unknown"])
