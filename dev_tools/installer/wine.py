"""Windows for the builder: a Wine prefix, a screen nobody sees, and programs run in it."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dev_tools.installer.workspace import SOURCES, BuildError, Workspace, run, say

_SCREEN = "1366x768x24"
_COMPILER = ("x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared", "-static-libgcc", "-w")
#: Test libraries that Qt needs and Wine 8.0 lacks, with what their compilation needs. Never in the installer.
_SHIMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "icuuc.dll": ("icuuc.c", ()),
    "Windows.UI.dll": ("windows_ui.c", ()),
    "mscms.dll": ("mscms.c", ("-Wl,--kill-at",)),
    "bcryptprimitives.dll": ("bcryptprimitives.c", ("-ladvapi32",)),
}
_FONT = "Liberation Sans"
_FONT_KINDS = ("CaptionFont", "SmCaptionFont", "MenuFont", "StatusFont", "MessageFont", "IconFont")


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
        for view in ("/reg:64", "/reg:32"):
            done = self.run("reg", "query", key, "/v", value, view, seconds=60)
            for line in done.said.splitlines():
                words = line.split(None, 2)
                if done.code == 0 and len(words) >= 2 and words[0] == value:
                    return words[2].strip() if len(words) == 3 else ""
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


def template(work: Workspace, display: str) -> Path:
    """A prefix with nothing in it but Wine, the test libraries and fonts; made once, copied for each run."""
    folder = work.build / "prefix"
    inputs: list[str | Path] = [Path(__file__), SOURCES / "shims", run(["wine", "--version"])]

    def make() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        wine = Wine(folder, display)
        folder.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["wineboot", "-i"],
            env=wine.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=400,
            check=True,
        )
        wine.settle()
        # The installer refuses what is older than Windows 10.
        wine.run("winecfg", "-v", "win10", seconds=120)
        wine.settle()
        _add_shims(work, folder / "drive_c" / "windows" / "system32")
        fonts = work.build / "fonts.reg"
        fonts.write_text(_fonts(), encoding="ascii")
        wine.run("regedit", "/S", windows_path(fonts), seconds=120)
        replace = r"HKCU\Software\Wine\Fonts\Replacements"
        wine.run("reg", "add", replace, "/v", "Nirmala UI", "/d", "Lohit Bengali", "/f", seconds=120)
        wine.settle()

    work.once("prefix", inputs, folder / "system.reg", make)
    return folder


def empty_prefix(work: Workspace, display: str, name: str) -> Wine:
    """A fresh prefix with nothing installed."""
    folder = work.build / "prefixes" / name
    if folder.exists():
        Wine(folder, display).stop()
        shutil.rmtree(folder)
    source = template(work, display)
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, folder, symlinks=True)
    wine = Wine(folder, display)
    wine.boot()
    return wine


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


def _add_shims(work: Workspace, system: Path) -> None:
    built = work.build / "shims"
    built.mkdir(parents=True, exist_ok=True)
    for name, (source, more) in _SHIMS.items():
        run(
            [
                *_COMPILER,
                *(one for one in more if one.startswith("-W")),
                "-o",
                built / name,
                SOURCES / "shims" / source,
                *(one for one in more if one.startswith("-l")),
            ]
        )
        (system / name).unlink(missing_ok=True)
        shutil.copyfile(built / name, system / name)
    say("Wine prefix: with the test libraries")


def _fonts() -> str:
    """Wine's own texts in a real outline font (its own choice is none that Chromium can use)."""
    face = _FONT.encode("utf-16le").ljust(64, b"\0")
    packed = struct.pack("<5l8B", -12, 0, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0, 0x22) + face
    numbers = ",".join(f"{byte:02x}" for byte in packed)
    lines = ["REGEDIT4", "", r"[HKEY_CURRENT_USER\Control Panel\Desktop\WindowMetrics]"]
    return "\n".join([*lines, *(f'"{kind}"=hex:{numbers}' for kind in _FONT_KINDS)]) + "\n"
