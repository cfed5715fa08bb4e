"""Where things lie while setup.exe is built, and what need not be done again."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

#: What the installer is made of, beside the program: scripts, launcher, Wine's test libraries.
SOURCES = ROOT / "packaging" / "windows"

#: The names of the two programs; the installer script and the launcher's resources know them too.
PROGRAM = "wzpdcl-desktop.exe"
CONSOLE_PROGRAM = "wzpdcl-desktop-console.exe"


class BuildError(Exception):
    """A step cannot be done; the text says why and what to do."""


class MachineError(Exception):
    """This machine cannot be made ready; the text says what is missing."""


def version() -> str:
    """The program's version, read without importing it."""
    text = (ROOT / "wzpdcl_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise BuildError("wzpdcl_desktop/__init__.py has no __version__ of three numbers")
    return found[1]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Folders of one build.

    Attributes:
        build: Everything between the sources and setup.exe; may be deleted at any time.
        dist: What is handed out.
    """

    build: Path
    dist: Path

    @property
    def downloads(self) -> Path:
        """What came from the registries, checked by hash."""
        return self.build / "downloads"

    @property
    def site(self) -> Path:
        """The wheels for Windows, as they are."""
        return self.build / "site"

    @property
    def python(self) -> Path:
        """Python for Windows, as it is."""
        return self.build / "python"

    @property
    def compiler(self) -> Path:
        """Inno Setup's compiler."""
        return self.build / "innosetup"

    @property
    def logs(self) -> Path:
        """What the tools said."""
        return self.build / "logs"

    def once(self, name: str, inputs: Iterable[str | Path], output: Path, make: Callable[[], None]) -> str:
        """Do a step unless its output was made from exactly these inputs.

        Args:
            name: Of the step; its stamp bears it.
            inputs: Texts, files and folders (by content) that the output depends on.
            output: Must exist afterwards.
            make: The work itself.

        Returns:
            The fingerprint of the inputs, for steps that build on this one.
        """
        fingerprint = fingerprint_of(inputs)
        stamp = self.build / f"{name}.stamp"
        if output.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
            say(f"{name}: unchanged")
            return fingerprint
        say(f"{name} …")
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        make()
        if not output.exists():
            raise BuildError(f"{name} made no {output.name}")
        stamp.write_text(fingerprint, encoding="ascii")
        return fingerprint


def workspace() -> Workspace:
    """The folders of this checkout, ignored by git."""
    return Workspace(ROOT / "build" / "installer", ROOT / "dist")


def fingerprint_of(inputs: Iterable[str | Path]) -> str:
    """One hash over texts and the contents of files and folders."""
    whole = hashlib.sha256()
    for one in inputs:
        if isinstance(one, str):
            whole.update(b"text\0" + one.encode() + b"\0")
            continue
        for path in files_of(one):
            whole.update(b"file\0" + path.relative_to(one.parent).as_posix().encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def files_of(place: Path) -> list[Path]:
    """A file itself, or all files under a folder but Python's caches, in a fixed order."""
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> str:
    """Run a tool to its end.

    Args:
        environment: More variables.
        log: Where what it said is kept.

    Returns:
        What it said, both streams together.

    Raises:
        BuildError: It failed; the end of what it said is in the text.
    """
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env=os.environ | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise BuildError(f"{command[0]}: {error.strerror}") from error
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(done.stdout, encoding="utf-8")
    if done.returncode != 0:
        words = " ".join(str(word) for word in command)
        raise BuildError(f"{words} ended with {done.returncode}:\n{done.stdout[-3000:]}")
    return done.stdout


def say(text: str) -> None:
    """Progress goes to standard error; standard output is for results."""
    print(text, file=sys.stderr, flush=True)
