"""How the declared settings are called on the screen, and which of them an officer is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wzpdcl_desktop.services import settings


@dataclass(frozen=True, slots=True)
class SettingWords:
    """Words of one setting; English sources.

    Attributes:
        choices: A word for each value that can be chosen; what is missing is shown as it is.
        limits: Least and most that can be typed, for numbers; ``suffix`` stands behind them.
        at_start: It takes effect when the program starts next, and the dialog says so.
    """

    group: object
    title: object
    about: object
    choices: dict[object, object] = field(default_factory=dict)
    limits: tuple[int, int] | None = None
    suffix: object = ""
    at_start: bool = False


SCREEN = QT_TRANSLATE_NOOP("SettingsDialog", "Screen")
WORK = QT_TRANSLATE_NOOP("SettingsDialog", "Work")
NOTICES = QT_TRANSLATE_NOOP("SettingsDialog", "Notices")
SIGN_IN = QT_TRANSLATE_NOOP("SettingsDialog", "Signing in")

WORDS: dict[str, SettingWords] = {
    settings.LANGUAGE.key: SettingWords(
        SCREEN,
        QT_TRANSLATE_NOOP("SettingsDialog", "Language"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Texts, digits and dates"),
        {"bn": "বাংলা", "en": "English"},
    ),
    settings.THEME.key: SettingWords(
        SCREEN,
        QT_TRANSLATE_NOOP("SettingsDialog", "Colours"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Light, dark, or as the computer is set"),
        {
            "system": QT_TRANSLATE_NOOP("SettingsDialog", "As the computer"),
            "light": QT_TRANSLATE_NOOP("SettingsDialog", "Light"),
            "dark": QT_TRANSLATE_NOOP("SettingsDialog", "Dark"),
        },
    ),
    settings.UI_SCALE.key: SettingWords(
        SCREEN,
        QT_TRANSLATE_NOOP("SettingsDialog", "Size of everything"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Larger letters and buttons, in percent"),
        at_start=True,
    ),
    settings.REDUCED_MOTION.key: SettingWords(
        SCREEN,
        QT_TRANSLATE_NOOP("SettingsDialog", "No motion"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Notes appear at once and do not fade in"),
    ),
    settings.UNDO_SECONDS.key: SettingWords(
        WORK,
        QT_TRANSLATE_NOOP("SettingsDialog", "Time to undo"),
        QT_TRANSLATE_NOOP("SettingsDialog", "For so long an action waits here before it is sent"),
        limits=(5, 60),
        suffix=QT_TRANSLATE_NOOP("SettingsDialog", " seconds"),
    ),
    settings.FETCH_UPDATES.key: SettingWords(
        WORK,
        QT_TRANSLATE_NOOP("SettingsDialog", "Fetch new versions by itself"),
        QT_TRANSLATE_NOOP(
            "SettingsDialog", "In the background, about 100 MB; installed when the program ends"
        ),
    ),
    settings.NOTICE_NEW.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "New complaints"),
        QT_TRANSLATE_NOOP("SettingsDialog", "A notice when they come"),
    ),
    settings.NOTICE_REOPENED.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Reopened complaints"),
        QT_TRANSLATE_NOOP("SettingsDialog", "A notice when a customer opens one again"),
    ),
    settings.NOTICE_SOON.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Complaints near their limit"),
        QT_TRANSLATE_NOOP("SettingsDialog", "A notice some time before"),
    ),
    settings.NOTICE_WARN_MINUTES.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "How early"),
        QT_TRANSLATE_NOOP("SettingsDialog", "So long before the limit"),
        limits=(5, 480),
        suffix=QT_TRANSLATE_NOOP("SettingsDialog", " minutes"),
    ),
    settings.NOTICE_OVERDUE.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Overdue complaints"),
        QT_TRANSLATE_NOOP("SettingsDialog", "A notice when the limit has passed"),
    ),
    settings.NOTICE_MESSAGE.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Customers' messages"),
        QT_TRANSLATE_NOOP("SettingsDialog", "A notice when a customer writes"),
    ),
    settings.NOTICE_QUIET_FROM.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Quiet from"),
        QT_TRANSLATE_NOOP(
            "SettingsDialog", "From this hour nothing pops up; it is in the list in the morning"
        ),
        limits=(0, 23),
        suffix=QT_TRANSLATE_NOOP("SettingsDialog", ":00"),
    ),
    settings.NOTICE_QUIET_UNTIL.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Quiet until"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Until this hour; the same as the other for never quiet"),
        limits=(0, 23),
        suffix=QT_TRANSLATE_NOOP("SettingsDialog", ":00"),
    ),
    settings.NOTICE_SOUND.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Sound"),
        QT_TRANSLATE_NOOP("SettingsDialog", "A short sound with each notification"),
    ),
    settings.STAY_IN_TRAY.key: SettingWords(
        NOTICES,
        QT_TRANSLATE_NOOP("SettingsDialog", "Stay in the tray"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Closing the window leaves the program running beside the clock"),
    ),
    settings.REMEMBER.key: SettingWords(
        SIGN_IN,
        QT_TRANSLATE_NOOP("SettingsDialog", "Remember the user id"),
        QT_TRANSLATE_NOOP("SettingsDialog", "It is filled in at the next sign-in; the password never is"),
    ),
    settings.SERVER.key: SettingWords(
        SIGN_IN,
        QT_TRANSLATE_NOOP("SettingsDialog", "Address of the server"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Used at the next sign-in"),
    ),
}

#: What the program keeps for itself: no officer sets it in the dialog.
OWN = frozenset(
    setting.key
    for setting in (
        settings.LAST_OFFICER,
        settings.LAST_DUTY,
        settings.LAYOUTS,
        settings.DENSITY,
        settings.PRACTICE_ONLY,
    )
)


def shown() -> list[settings.Setting[Any]]:
    """The declared settings that an officer is shown, in the order of the dialog."""
    declared = {setting.key: setting for setting in settings.ALL}
    return [declared[key] for key in WORDS]


def word(text: object) -> str:
    """A word in the language of now; what is no English source stays as it is."""
    return QCoreApplication.translate("SettingsDialog", str(text)) if text else ""
