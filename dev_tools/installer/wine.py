"""Windows for the builder: a Wine prefix, a screen nobody sees, and programs run in it."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dev_tools.installer.workspace import BuildError

_SCREEN = "1366x768x24"


@dataclass(frozen=True, slots=True)
class Done:
    """What a program said and how it ended.

    Attributes:
        said: Both streams together.
    """

    code: int
    said: str


class Wine:
    """A prefix and a screen.

    Args:
        prefix: Its folder; made by `template`.
        display: Of the X server.
    """

    def __init__(self, prefix: Path, display: str) -> None:
        self.prefix = prefix
        self.display = display

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.prefix / "drive_c"

    @property
    def environment(self) -> dict[str, str]:
        """Variables for every program in this prefix."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON"))}
        return kept | {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # No Mono, no Gecko, no debugger for what crashes; the test library in place of Wine's own.
            "WINEDLLOVERRIDES": "mscoree,mshtml=;mscms=n,b;winedbg.exe=d",
            "DISPLAY": self.display,
            "LC_ALL": "C.UTF-8",
        }

    def start(self, program: str | Path, *arguments: str, stdin: int = subprocess.DEVNULL) -> Running:
        """Start a program with its streams on pipes: Python under Wine dies when one is a file."""
        process = subprocess.Popen(
            ["wine", str(program), *arguments],
            env=self.environment,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        return Running(process)

    def run(self, program: str | Path, *arguments: str, seconds: float) -> Done:
        """Run a program to its end.

        Raises:
            BuildError: It took longer than it may; it was ended.
        """
        return self.start(program, *arguments).wait(seconds)

    def boot(self) -> None:
        """Start Wine's own services, so that they do not hold the pipes of a program."""
        subprocess.run(
            ["wine", "wineboot", "-u"],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=300,
            check=False,
        )

    def settle(self, seconds: float = 60) -> None:
        """Wait until no program runs in the prefix and its registry is on the disk."""
        self._server("-w", seconds)

    def stop(self) -> None:
        """End everything in this prefix."""
        self._server("-k", 30)

    def registry(self, key: str, value: str) -> str | None:
        """A value of the registry as text, None where there is none."""
        wanted = re.compile(rf"\s+{re.escape(value)}\s+REG_\w+\s*(.*?)\s*")
        for view in ("/reg:64", "/reg:32"):
            done = self.run("reg", "query", key, "/v", value, view, seconds=60)
            for line in done.said.splitlines():
                if found := wanted.fullmatch(line):
                    return found[1]
        return None

    def _server(self, what: str, seconds: float) -> None:
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(
                ["wineserver", what],
                env=self.environment,
                timeout=seconds,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )


class Running:
    """A program under way; what it says is read by a thread."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._said: list[str] = []
        assert process.stdout is not None
        self._reader = threading.Thread(target=self._read, args=(process.stdout,), daemon=True)
        self._reader.start()

    def _read(self, stream: IO[str]) -> None:
        with suppress(ValueError):
            for line in stream:
                self._said.append(line)

    @property
    def said(self) -> str:
        """What it said until now."""
        return "".join(self._said)

    def wait(self, seconds: float) -> Done:
        """Wait for its end.

        Raises:
            BuildError: It took longer than it may; it was ended.
        """
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            self.process.kill()
            self.process.wait()
            words = " ".join(map(str, self.process.args)) if isinstance(self.process.args, list) else ""
            raise BuildError(f"{words} did not end in {seconds:.0f} s:\n{self.said[-1500:]}") from error
        # A child that lives on may hold the pipe; what the program itself said is there.
        self._reader.join(3)
        return Done(code, self.said)

    def wait_for(self, text: str, seconds: float) -> float:
        """Wait until it has said something; returns how long that took.

        Raises:
            BuildError: It ended, or did not say it in time.
        """
        begun = time.perf_counter()
        while text not in self.said:
            spent = time.perf_counter() - begun
            if spent > seconds or (self.process.poll() is not None and not self._reader.is_alive()):
                raise BuildError(f"it never said {text!r}:\n{self.said[-1500:]}")
            time.sleep(0.005)
        return time.perf_counter() - begun


def windows_path(path: Path) -> str:
    """A path of this machine as programs under Wine know it."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


@contextmanager
def screen(size: str = _SCREEN) -> Iterator[str]:
    """An X server that nobody sees, on a free display; gives its name."""
    read, write = os.pipe()
    command: Sequence[str] = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    process = subprocess.Popen(
        command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise BuildError("Xvfb did not start")
        yield f":{number}"
    finally:
        process.terminate()
        process.wait()
