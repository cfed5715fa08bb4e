"""The only place that knows where files lie."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent
_APP = "wzpdcl-desktop"


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders of this user on this PC.

    Attributes:
        data: Stores, and the officers known here.
        config: Settings.
        logs: Logs, without personal data.
    """

    data: Path
    config: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        """The settings (JSON)."""
        return self.config / "settings.json"

    @property
    def known_file(self) -> Path:
        """The officers who signed in on this PC (JSON)."""
        return self.data / "known.json"

    @property
    def secrets(self) -> Path:
        """Where practice mode and tests keep secrets in files; never used beside a keyring."""
        return self.data / "secrets"

    @property
    def updates(self) -> Path:
        """Packages of a newer version, until they are installed."""
        return self.data / "updates"

    def officer(self, server: str, officer: str) -> Path:
        """The folder of one officer's stores. Its name says nothing of who it is."""
        mark = hashlib.sha256(f"{server}\n{officer}".encode()).hexdigest()
        return self.data / mark[:32]


def folders(root: Path | None = None) -> Folders:
    """The user's folders, or all of them under `root` (practice mode, tests)."""
    if root is not None:
        return Folders(root / "data", root / "config", root / "logs")
    dirs = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=False)
    return Folders(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)


def resources_file() -> Path:
    """Icons, fonts and style in one file (made by hatch_build.py)."""
    return _PACKAGE / "assets" / "resources.rcc"


def update_keys_file() -> Path:
    """The public keys whose signature on a new version of the program counts."""
    return _PACKAGE / "update_keys.txt"


def translations_folder() -> Path:
    """The compiled translations (made by hatch_build.py)."""
    return _PACKAGE / "assets" / "translations"


def icon_font() -> Path:
    """The icon font (Phosphor)."""
    return _of_qtawesome("phosphor-[0-9]*.ttf")


def icon_names() -> Path:
    """The code of each icon in the font by its name (JSON)."""
    return _of_qtawesome("phosphor-charmap-*.json")


def _of_qtawesome(pattern: str) -> Path:
    # Found without importing it: its code is not wanted.
    found = importlib.util.find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("qtawesome is not installed")
    return next((Path(found.origin).parent / "fonts").glob(pattern))
