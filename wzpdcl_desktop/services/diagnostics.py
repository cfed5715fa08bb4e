"""What the ICT department is given when something is wrong: one zip, without a word of any customer.

    about.json       versions, system
    settings.json    settings that say nothing of anybody
    stores.json      files of the stores with sizes, whether the open ones are whole, and what comparing
                     them with the server found
    self-check.json  every part, opened off screen
    logs/            the program's logs, and where it crashed, if it did

Nothing is taken from inside a store. Logs hold no personal data by rule (`logs.py`).
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from wzpdcl_desktop.cache.faults import translated
from wzpdcl_desktop.services.settings import ALL, LAST_OFFICER, LAYOUTS, Settings

#: Says who works here, or is long and says nothing.
_LEFT_OUT = frozenset({LAST_OFFICER.key, LAYOUTS.key})
_LOG_NAMES = ("*.log", "*.log.[0-9]")
_PATH = re.compile(r'File "([^"]+)"')


class DiagnosticsService:
    """Collects and writes; called from a worker thread: the self-check takes some seconds.

    Args:
        data, logs: The program's folders.
        about: Versions by name.
        self_check: The report as JSON.
        integrity: Of the open stores, by file name; empty where none is open.
        comparisons: What the daily comparison with the server found; empty where no store is open.
    """

    def __init__(
        self,
        data: Path,
        logs: Path,
        settings: Settings,
        about: Callable[[], Mapping[str, str]],
        self_check: Callable[[], str],
        integrity: Callable[[], Mapping[str, str]] = dict,
        comparisons: Callable[[], Mapping[str, int]] = dict,
    ) -> None:
        self._data, self._logs, self._settings = data, logs, settings
        self._about, self._self_check = about, self_check
        self._integrity, self._comparisons = integrity, comparisons

    def write(self, target: Path) -> None:
        """Write the zip, whole or not at all.

        Raises:
            DiskFull: No room.
            OSError: The place cannot be written.
        """
        unfinished = target.with_name(target.name + ".part")
        parts = {
            "about.json": _json(dict(self._about())),
            "settings.json": _json(self._shown_settings()),
            "stores.json": _json(
                {
                    "files": self._files(),
                    "whole": dict(self._integrity()),
                    "compared": dict(self._comparisons()),
                }
            ),
            "self-check.json": self._self_check(),
        }
        try:
            with translated(), zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in parts.items():
                    archive.writestr(name, text)
                for log in self._log_files():
                    archive.writestr(f"logs/{log.name}", _without_folders(log))
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    def _shown_settings(self) -> dict[str, Any]:
        shown = {}
        for setting in ALL:
            if setting.key not in _LEFT_OUT:
                shown[setting.key] = self._settings.get(setting)
                if self._settings.is_fixed(setting):
                    shown[f"{setting.key} (policy)"] = True
        return shown

    def _files(self) -> list[dict[str, Any]]:
        """Names of ours and hashes: none says whose it is."""
        files = []
        for path in sorted(self._data.rglob("*")):
            if path.is_file():
                status = path.stat()
                name = path.relative_to(self._data).as_posix()
                files.append({"file": name, "bytes": status.st_size, "changed": int(status.st_mtime)})
        return files

    def _log_files(self) -> list[Path]:
        return sorted({path for pattern in _LOG_NAMES for path in self._logs.glob(pattern)})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _without_folders(log: Path) -> str:
    """A log whose places are file and folder: a whole path would name the user of the PC."""
    text = log.read_text(encoding="utf-8", errors="replace")
    return _PATH.sub(lambda found: f'File "{_short(found.group(1))}"', text)


def _short(path: str) -> str:
    parts = (PureWindowsPath(path) if "\\" in path else PurePosixPath(path)).parts
    return "/".join(parts[-2:])
