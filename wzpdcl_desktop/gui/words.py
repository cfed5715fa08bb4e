"""Names of duties, lists and states in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.link import LinkStatus
from wzpdcl_desktop.domain.people import Duty

_DUTIES: dict[Duty, object] = {
    Duty.OFFICE_HEAD: QT_TRANSLATE_NOOP("Words", "Office head"),
    Duty.FEEDER_SUPERVISOR: QT_TRANSLATE_NOOP("Words", "Feeder supervisor"),
    Duty.FEEDER_INCHARGE: QT_TRANSLATE_NOOP("Words", "Feeder in-charge"),
    Duty.CIRCLE: QT_TRANSLATE_NOOP("Words", "Circle officer"),
    Duty.CENTRAL: QT_TRANSLATE_NOOP("Words", "Central officer"),
}

_VIEWS: dict[View, object] = {
    View.INBOX: QT_TRANSLATE_NOOP("Words", "Inbox"),
    View.IN_PROGRESS: QT_TRANSLATE_NOOP("Words", "In progress"),
    View.RESOLVED: QT_TRANSLATE_NOOP("Words", "Resolved"),
    View.CANCELLED: QT_TRANSLATE_NOOP("Words", "Cancelled"),
    View.DUE_SOON: QT_TRANSLATE_NOOP("Words", "Due in an hour"),
    View.OVERDUE: QT_TRANSLATE_NOOP("Words", "Overdue"),
    View.REOPENED: QT_TRANSLATE_NOOP("Words", "Reopened"),
    View.ALL: QT_TRANSLATE_NOOP("Words", "All complaints"),
}

#: The line: icon, colour token, word, meaning.
_LINK: dict[LinkStatus, tuple[str, str, object, object]] = {
    LinkStatus.CONNECTING: (
        "cloud",
        "text2",
        QT_TRANSLATE_NOOP("Words", "Connecting"),
        QT_TRANSLATE_NOOP("Words", "You can work meanwhile"),
    ),
    LinkStatus.ONLINE: (
        "cloud-check",
        "resolved",
        QT_TRANSLATE_NOOP("Words", "Online"),
        QT_TRANSLATE_NOOP("Words", "Everything is sent at once"),
    ),
    LinkStatus.NO_NETWORK: (
        "cloud-slash",
        "text",
        QT_TRANSLATE_NOOP("Words", "Offline"),
        QT_TRANSLATE_NOOP("Words", "Keep working; it is sent when the line is back"),
    ),
    LinkStatus.SERVER_DOWN: (
        "cloud-slash",
        "text",
        QT_TRANSLATE_NOOP("Words", "Server silent"),
        QT_TRANSLATE_NOOP("Words", "Keep working; it is sent when it answers"),
    ),
    LinkStatus.NOT_THE_SERVER: (
        "wifi-slash",
        "soon",
        QT_TRANSLATE_NOOP("Words", "Not our server"),
        QT_TRANSLATE_NOOP("Words", "Sign in to the Wi-Fi in a browser"),
    ),
    LinkStatus.SIGNED_OUT: (
        "lock-key",
        "soon",
        QT_TRANSLATE_NOOP("Words", "Session ended"),
        QT_TRANSLATE_NOOP("Words", "Keep working; sign in to send"),
    ),
    LinkStatus.CLOCK_WRONG: (
        "clock",
        "soon",
        QT_TRANSLATE_NOOP("Words", "Clock is wrong"),
        QT_TRANSLATE_NOOP("Words", "Set the PC's clock right"),
    ),
    LinkStatus.UPGRADE_NEEDED: (
        "download-simple",
        "soon",
        QT_TRANSLATE_NOOP("Words", "Old version"),
        QT_TRANSLATE_NOOP("Words", "Install the new one to send"),
    ),
    LinkStatus.DISK_FULL: (
        "hard-drive",
        "breached",
        QT_TRANSLATE_NOOP("Words", "Disk full"),
        QT_TRANSLATE_NOOP("Words", "Make room to fetch more"),
    ),
}


def _tr(text: object) -> str:
    return QCoreApplication.translate("Words", str(text))


def duty_name(duty: Duty) -> str:
    """The duty as the sign-in form names it."""
    return _tr(_DUTIES[duty])


def view_name(view: View) -> str:
    """The list as the navigation names it."""
    return _tr(_VIEWS[view])


def link_words(status: LinkStatus) -> tuple[str, str]:
    """The line's state in a word or two, and what it means for the work."""
    _icon, _token, word, meaning = _LINK[status]
    return _tr(word), _tr(meaning)


def link_look(status: LinkStatus) -> tuple[str, str]:
    """Icon and colour token of the line's state."""
    icon, token, _word, _meaning = _LINK[status]
    return icon, token


def as_label(name: str) -> str:
    """A name as the text of a button or of a menu's entry, where one & would mark a key."""
    return name.replace("&", "&&")
