"""What the ICT department has set for many PCs at once: by group policy, or when the program was installed.

Policy wins over the officer's own setting, and that over what setup wrote: policy fixes, setup proposes.

    HKLM, HKCU  Software\\Policies\\WZPDCL\\Desktop   group policy (the machine's wins over the user's)
    HKCU, HKLM  Software\\WZPDCL\\Desktop             setup (the user's own installation wins)

    ServerAddress  text    https://…
    Language       text    bn | en
    PracticeOnly   number  1: practice mode is all that this PC offers
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from wzpdcl_desktop.domain.errors import DeskError
from wzpdcl_desktop.services.settings import LANGUAGE, PRACTICE_ONLY, SERVER, Setting
from wzpdcl_desktop.services.sign_in import normalised

if sys.platform == "win32":
    import winreg

log = logging.getLogger("wzpdcl.rollout")

POLICY = r"Software\Policies\WZPDCL\Desktop"
SETUP = r"Software\WZPDCL\Desktop"
MACHINE, USER = "machine", "user"

_NAMES: dict[str, Setting[Any]] = {
    "ServerAddress": SERVER,
    "Language": LANGUAGE,
    "PracticeOnly": PRACTICE_ONLY,
}


class Registry(Protocol):
    """Named values below a key."""

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        """The values of a key, empty if it is not there.

        Args:
            hive: MACHINE or USER.
        """
        ...


@dataclass(frozen=True, slots=True)
class Rollout:
    """What is set for this PC, by the settings' keys.

    Attributes:
        fixed: By policy: no officer changes it.
        proposed: By setup: holds until the officer chooses something else.
    """

    fixed: Mapping[str, Any] = field(default_factory=dict)
    proposed: Mapping[str, Any] = field(default_factory=dict)


def read_rollout(registry: Registry) -> Rollout:
    """Read policy and what setup wrote. A value that makes no sense counts as not set, and is logged."""
    return Rollout(
        fixed=_read(registry, POLICY, (USER, MACHINE)),
        proposed=_read(registry, SETUP, (MACHINE, USER)),
    )


def _read(registry: Registry, key: str, hives: tuple[str, str]) -> dict[str, Any]:
    """The values of both hives; the second one wins."""
    found: dict[str, Any] = {}
    for hive in hives:
        values = registry.values(hive, key)
        for name, setting in _NAMES.items():
            if name in values:
                try:
                    found[setting.key] = _understood(setting, values[name])
                except (ValueError, DeskError):
                    log.warning("%s %s is of no use", hive, name)
    return found


def _understood(setting: Setting[Any], value: object) -> object:
    """The value as the setting has it.

    Raises:
        ValueError, DeskError: It does not fit.
    """
    text = str(value).strip()
    if setting is SERVER:
        return normalised(text)
    if setting is PRACTICE_ONLY:
        if text not in ("0", "1"):
            raise ValueError
        return text == "1"
    if not setting.accepts(text.lower()):
        raise ValueError
    return text.lower()


class NoRegistry:
    """A system without one."""

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        """Nothing."""
        return {}


class WindowsRegistry:
    """The registry. Setup is a program of 32 bits: its half of the machine's hive is looked at first."""

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        """The values of a key."""
        found: dict[str, object] = {}
        if sys.platform == "win32":
            root = winreg.HKEY_LOCAL_MACHINE if hive == MACHINE else winreg.HKEY_CURRENT_USER
            for view in (winreg.KEY_WOW64_32KEY, winreg.KEY_WOW64_64KEY):
                try:
                    with winreg.OpenKey(root, key, access=winreg.KEY_READ | view) as opened:
                        for index in range(winreg.QueryInfoKey(opened)[1]):
                            name, value, _kind = winreg.EnumValue(opened, index)
                            found[name] = value
                except OSError:
                    continue
        return found


def system_registry() -> Registry:
    """The registry of this system."""
    return WindowsRegistry() if sys.platform == "win32" else NoRegistry()
