"""Settings of the program: each declared once, with its type, default and meaning; kept as one JSON file."""

from __future__ import annotations

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
    LAYOUTS,
)


class Settings:
    """Values of the settings. Read once; each change is written at once, whole or not at all.

    A value that does not fit its setting counts as not set; what this version does not know is kept as it is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = read_json(path, {})

    def get(self, setting: Setting[T]) -> T:
        """The value of a setting, its default if it was never set."""
        value: Any = self._values.get(setting.key)
        return value if setting.accepts(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a setting.

        Raises:
            ValueError: The value does not fit; a bug of the caller.
            DiskFull: It holds until the program ends, and was not written.
        """
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} does not take {type(value).__name__}")
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
