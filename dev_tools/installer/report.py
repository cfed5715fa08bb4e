"""What was shown and what was not, and the small words for saying so."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dev_tools.installer.workspace import BuildError, say


@dataclass
class Report:
    """What was shown; printed as one JSON object."""

    setup_bytes: int = 0
    installed_bytes: int = 0
    steps: list[dict[str, Any]] = field(default_factory=list)
    not_run: list[dict[str, str]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every step held."""
        return bool(self.steps) and all(step["ok"] for step in self.steps)

    def step(self, name: str, act: Callable[[], None]) -> None:
        """Do a step and note it.

        Raises:
            BuildError: It did not hold; noted already.
        """
        begun = time.monotonic()
        try:
            act()
        except BuildError:
            self._note(name, False, time.monotonic() - begun)
            raise
        self._note(name, True, time.monotonic() - begun)

    def as_json(self) -> dict[str, Any]:
        """The shape that scripts rely on."""
        return {
            "ok": self.ok,
            "setup_bytes": self.setup_bytes,
            "installed_bytes": self.installed_bytes,
            "steps": self.steps,
            "not_run": self.not_run,
        }

    def _note(self, name: str, ok: bool, seconds: float) -> None:
        self.steps.append({"name": name, "ok": ok, "seconds": round(seconds, 1)})
        say(f"{'ok  ' if ok else 'FAIL'} {seconds:6.1f} s  {name}")


def expect(holds: bool, otherwise: str) -> None:
    """Go on only if something holds.

    Raises:
        BuildError: It does not.
    """
    if not holds:
        raise BuildError(otherwise)


def wait_until(holds: Callable[[], bool], seconds: float, otherwise: str) -> None:
    """Wait for a condition.

    Raises:
        BuildError: It did not come true.
    """
    end = time.monotonic() + seconds
    while not holds():
        expect(time.monotonic() < end, otherwise)
        time.sleep(0.1)
