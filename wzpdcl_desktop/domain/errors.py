"""Known errors: things of the environment that a person can do something about.

    DeskError                     .code names the case; the screen has a sentence for each code
    ├── NetworkError              the server was not reached, or what answered was not the server
    │   ├── NoNetwork             no route, no name, cable out
    │   ├── ServerDown            refused, timed out, 5xx, cut in mid-page
    │   └── NotTheServer          a captive portal or another web site answered
    ├── InsecureAddress           the address is plain http to another machine: nothing is sent there
    ├── ServerSaid                a problem document of the server (.problem)
    │   ├── SignInRefused         wrong_password, wrong_duty, account_locked, account_disabled ...
    │   ├── SessionEnded          signed_out: the refresh token is of no use any more
    │   ├── CursorReset           the feed's cursor is of no use: take a fresh snapshot
    │   └── UpgradeNeeded         the server no longer takes commands of this version
    ├── TornPage                  a page without a valid end line: no page
    ├── StoreError                the encrypted store on this PC
    │   ├── WrongKey              the key does not open it
    │   ├── StoreDamaged          damaged; a cache is rebuilt, an outbox restored from its copy, if any
    │   ├── StoreNewer            written by a newer version of the program
    │   ├── StoreInUse            another instance has it open
    │   ├── NetworkDrive          the folder is on a network drive
    │   └── DiskFull              no room; nothing was half written
    ├── KeyringError
    │   ├── KeyringMissing        this PC has no usable keyring
    │   ├── NotKnownHere          offline sign-in, but this officer never signed in on this PC
    │   ├── LeaseEnded            offline for longer than the company allows
    │   └── OfflinePasswordWrong  the password does not open the key that lies on this PC
    ├── UpdateRefused             a package of a new version is not to be believed, or of no use here
    └── ActionNotAllowed          the state or the duty does not allow it

Anything else is a bug: logged with context and offered as a report, never swallowed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem document (RFC 9457) of the central API.

    Attributes:
        status: HTTP status.
        code: The machine's name of the problem; programs act on it alone.
        detail: English text of the server, for the report, never shown in place of our own.
        detail_bn: The same in Bangla.
        retry_after: Seconds to wait, where the server says so.
    """

    status: int
    code: str
    detail: str = ""
    detail_bn: str = ""
    retry_after: float | None = None


class DeskError(Exception):
    """Base of all known errors. ``code`` selects the sentence on the screen.

    The text holds no personal data.
    """

    code: ClassVar[str] = "unknown"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.code)
        self.detail = detail

    @property
    def key(self) -> str:
        """The name under which the screen finds its sentence."""
        return self.code


class NetworkError(DeskError):
    """The server was not reached."""

    code = "network"


class NoNetwork(NetworkError):
    """This PC has no way to the server: no route, no name."""

    code = "no_network"


class ServerDown(NetworkError):
    """The way is there, the server does not answer, or stopped in the middle of an answer."""

    code = "server_down"


class NotTheServer(NetworkError):
    """Something answered that is not a central API (a captive portal, another web site)."""

    code = "not_the_server"


class InsecureAddress(DeskError):
    """Plain http is for this machine alone; anywhere else a password would travel readable."""

    code = "insecure_address"


class ServerSaid(DeskError):
    """The server answered with a problem."""

    code = "server_said"

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.status} {problem.code}")
        self.problem = problem

    @property
    def key(self) -> str:
        """The server's own code."""
        return self.problem.code


class SignInRefused(ServerSaid):
    """The sign-in was refused; ``problem.code`` says why."""

    code = "sign_in_refused"


class SessionEnded(ServerSaid):
    """The session is over: everything is kept, sending waits for a new sign-in."""

    code = "session_ended"


class CursorReset(ServerSaid):
    """The cursor is unknown to the server: a fresh snapshot is due."""

    code = "cursor_reset"


class UpgradeNeeded(ServerSaid):
    """The server takes no commands from this version any more. Reading goes on."""

    code = "upgrade_needed"


class TornPage(DeskError):
    """A page ended without a valid end line. It counts as not received."""

    code = "torn_page"


class StoreError(DeskError):
    """The encrypted store on this PC cannot be used."""

    code = "store"


class WrongKey(StoreError):
    """The key does not open the store."""

    code = "wrong_key"


class StoreDamaged(StoreError):
    """The file is damaged."""

    code = "store_damaged"


class StoreNewer(StoreError):
    """The file was written by a newer version of the program."""

    code = "store_newer"


class StoreInUse(StoreError):
    """Another instance of the program has this officer's store open."""

    code = "store_in_use"


class NetworkDrive(StoreError):
    """The folder is on a network drive, where SQLite cannot keep its promises."""

    code = "network_drive"


class DiskFull(StoreError):
    """There is no room on the disk. What was typed is still on the screen."""

    code = "disk_full"


class KeyringError(DeskError):
    """The PC's keyring."""

    code = "keyring"


class KeyringMissing(KeyringError):
    """This PC has no usable keyring. The program never falls back to a file by itself."""

    code = "keyring_missing"


class NotKnownHere(KeyringError):
    """Offline, and this officer never signed in on this PC."""

    code = "not_known_here"


class LeaseEnded(KeyringError):
    """Offline for longer than the company allows: one online sign-in is needed. The outbox stays."""

    code = "lease_ended"


class OfflinePasswordWrong(KeyringError):
    """The password does not open the key that lies on this PC."""

    code = "offline_password_wrong"


class UpdateRefused(DeskError):
    """A package of a new version is not to be believed, or of no use here.

    ``detail`` is the code of the reason: ``update_old``, ``update_signer``, ``update_tampered``,
    ``update_unreadable``, ``update_missing``, ``update_gone``, ``update_no_keys``, ``update_no_installer``.
    """

    code = "update_refused"

    @property
    def key(self) -> str:
        """The code of the reason."""
        return self.detail


class ActionNotAllowed(DeskError):
    """The complaint's state or the officer's duty does not allow the action."""

    code = "not_allowed"
