"""Settings of the program: each declared once, with its type, default and meaning; kept as one JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.cache.files import read_json, write_json

T = TypeVar("T", str, int, bool, dict[str, Any])


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A setting.

    Attributes:
        choices: The values that are allowed; empty for any of the default's type.
    """

    key: str
    default: T
    description: str
    choices: tuple[T, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether a value fits.

        Of the default's very type (True is no number here), and among the choices.
        """
        return type(value) is type(self.default) and (not self.choices or value in self.choices)


SERVER = Setting("server", "", "Address of the central API, https://…")
LANGUAGE = Setting("language", "bn", "Language of the screen", ("bn", "en"))
THEME = Setting("theme", "system", "Light or dark", ("system", "light", "dark"))
DENSITY = Setting("density", "normal", "Height of the rows", ("normal", "compact"))
REMEMBER = Setting("remember_officer", True, "Fill in the last officer's id at the next sign-in")
LAST_OFFICER = Setting("last_officer", "", "Id of the last officer to sign in, if it is to be remembered")
LAST_DUTY = Setting("last_duty", "office_head", "Duty of the last sign-in")
UNDO_SECONDS = Setting("undo_seconds", 15, "For how long an action can be undone before it is sent")
UI_SCALE = Setting(
    "ui_scale", 100, "Size of everything in percent, from the next start", (100, 125, 150, 175, 200)
)
REDUCED_MOTION = Setting("reduced_motion", False, "Nothing fades in")
FETCH_UPDATES = Setting("fetch_updates", False, "Fetch a new version of the program without being asked")
NOTICE_NEW = Setting("notice_new", True, "Tell of new complaints")
NOTICE_REOPENED = Setting("notice_reopened", True, "Tell of complaints that were opened again")
NOTICE_SOON = Setting("notice_soon", True, "Tell of complaints near their limit")
NOTICE_OVERDUE = Setting("notice_overdue", True, "Tell of complaints over their limit")
NOTICE_MESSAGE = Setting("notice_message", True, "Tell of customers' messages")
NOTICE_WARN_MINUTES = Setting("notice_warn_minutes", 60, "How long before the limit to tell of it")
NOTICE_QUIET_FROM = Setting("notice_quiet_from", 22, "Hour from which nothing pops up")
NOTICE_QUIET_UNTIL = Setting("notice_quiet_until", 7, "Hour until which nothing pops up")
NOTICE_SOUND = Setting("notice_sound", False, "A short sound with each notification")
STAY_IN_TRAY = Setting("stay_in_tray", False, "Closing the window leaves the program in the tray")
PRACTICE_ONLY = Setting("practice_only", False, "This PC offers practice mode alone; set at the roll-out")
LAYOUTS: Setting[dict[str, Any]] = Setting("layouts", {}, "Window layout of each duty, with its version")

ALL: tuple[Setting[Any], ...] = (
    SERVER,
    LANGUAGE,
    THEME,
    DENSITY,
    REMEMBER,
    LAST_OFFICER,
    LAST_DUTY,
    UNDO_SECONDS,
    UI_SCALE,
    REDUCED_MOTION,
    FETCH_UPDATES,
    NOTICE_NEW,
    NOTICE_REOPENED,
    NOTICE_SOON,
    NOTICE_OVERDUE,
    NOTICE_MESSAGE,
    NOTICE_WARN_MINUTES,
    NOTICE_QUIET_FROM,
    NOTICE_QUIET_UNTIL,
    NOTICE_SOUND,
    STAY_IN_TRAY,
    PRACTICE_ONLY,
    LAYOUTS,
)


class Settings:
    """Values of the settings. Read once; each change is written at once, whole or not at all.

    A value that does not fit its setting counts as not set; what this version does not know is kept as it is.

    Args:
        fixed: Values by key that nobody changes here: group policy.
        proposed: Values that hold until they are changed here: what was set when the program was installed.
    """

    def __init__(
        self, path: Path, fixed: Mapping[str, Any] | None = None, proposed: Mapping[str, Any] | None = None
    ) -> None:
        self._path = path
        self._fixed = dict(fixed or {})
        self._proposed = dict(proposed or {})
        self._values: dict[str, Any] = read_json(path, {})

    def get(self, setting: Setting[T]) -> T:
        """The value of a setting: fixed, set here, proposed, or else its default."""
        for values in (self._fixed, self._values, self._proposed):
            value: Any = values.get(setting.key)
            if setting.accepts(value):
                return value  # type: ignore[no-any-return]
        return setting.default

    def is_fixed(self, setting: Setting[Any]) -> bool:
        """Whether group policy has the say."""
        return setting.accepts(self._fixed.get(setting.key))

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a setting. One that is fixed stays as it is: whatever is chosen holds for this run alone.

        Raises:
            ValueError: The value does not fit; a bug of the caller.
            DiskFull: It holds until the program ends, and was not written.
        """
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} does not take {type(value).__name__}")
        if self.is_fixed(setting):
            return
        self._values[setting.key] = value
        with translated():
            write_json(self._path, self._values)

    def layout(self, duty: str) -> dict[str, Any] | None:
        """The window layout of a duty, None if never saved."""
        layout = self.get(LAYOUTS).get(duty)
        return layout if isinstance(layout, dict) else None

    def set_layout(self, duty: str, layout: dict[str, Any] | None) -> None:
        """Keep the window layout of a duty; None forgets it."""
        layouts = {name: value for name, value in self.get(LAYOUTS).items() if name != duty}
        self.set(LAYOUTS, layouts if layout is None else {**layouts, duty: layout})
