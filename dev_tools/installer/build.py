"""From a clean checkout to a signed setup.exe, step by step; what is done and unchanged is not done again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from dev_tools.installer import fetch, sign, tree
from dev_tools.installer.compile_setup import compile_setup, name_of
from dev_tools.installer.wine import Wine
from dev_tools.installer.workspace import SOURCES, Workspace, files_of, say, version

_MEGABYTES_AT_MOST = 130


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        setup: The signed installer.
        stage: The folder that it installs.
    """

    setup: Path
    stage: Path
    version: str

    @property
    def setup_bytes(self) -> int:
        """Size of setup.exe."""
        return self.setup.stat().st_size

    @property
    def stage_bytes(self) -> int:
        """Size of what it installs."""
        return sum(path.stat().st_size for path in self.stage.rglob("*") if path.is_file())


def build(work: Workspace, wine: Wine | None) -> Built:
    """Make ``dist/WZPDCL-Desktop-<version>-setup.exe``, signed."""
    number = version()
    fetch.compiler(work)
    inputs: list[str | Path] = [fetch.windows_python(work), fetch.wheels(work)]
    folder, fingerprint = tree.assemble(work, number, inputs)
    unsigned = work.build / "setup" / f"{name_of(number)}.exe"
    script: list[str | Path] = [fingerprint, SOURCES / "installer.iss", SOURCES / "bn.isl"]

    def make() -> None:
        compile_setup(work, wine, folder, number, unsigned.parent)

    work.once("setup", script, unsigned, make)
    signed = work.dist / unsigned.name
    work.dist.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(unsigned, signed)
    sign.sign(work, signed)
    built = Built(signed, folder, number)
    report_sizes(work, built)
    return built


def report_sizes(work: Workspace, built: Built) -> None:
    """Print the twenty largest files and keep them in ``build/installer/largest.txt``."""
    files = sorted(files_of(built.stage), key=lambda path: path.stat().st_size, reverse=True)
    lines = [f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(built.stage)}" for path in files[:20]]
    whole = (
        f"{built.setup.name}: {built.setup_bytes / 1e6:.1f} MB; installed {built.stage_bytes / 1e6:.1f} MB"
    )
    text = "\n".join([whole, "The twenty largest files:", *lines])
    (work.build / "largest.txt").write_text(text + "\n", encoding="utf-8")
    say(text)
    if built.setup_bytes > _MEGABYTES_AT_MOST * 1e6:
        say(f"setup.exe is larger than {_MEGABYTES_AT_MOST} MB")
