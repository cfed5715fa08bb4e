"""Makes Wine prefixes: one template with what the tests need, and a fresh copy of it for each office."""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Sequence
from pathlib import Path

from dev_tools.installer.wine import Wine, windows_path
from dev_tools.installer.workspace import ROOT, SOURCES, Workspace, run, say

_COMPILER = ("x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared", "-static-libgcc", "-w")
#: Test libraries that Qt needs and Wine 8.0 lacks, with what their compilation needs. Never in the installer.
_SHIMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "icuuc.dll": ("icuuc.c", ()),
    "Windows.UI.dll": ("windows_ui.c", ()),
    "mscms.dll": ("mscms.c", ("-Wl,--kill-at",)),
    "bcryptprimitives.dll": ("bcryptprimitives.c", ("-ladvapi32",)),
}
#: Latin and Bangla in one, as Windows' own Nirmala UI: the program's font stands in for it.
_FONT = "Noto Sans Bengali"
_FONT_KINDS = ("CaptionFont", "SmCaptionFont", "MenuFont", "StatusFont", "MessageFont", "IconFont")


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
        for font in (ROOT / "resources" / "fonts").glob("*.ttf"):
            shutil.copyfile(font, folder / "drive_c" / "windows" / "Fonts" / font.name)
        replace_fonts(work, wine, _FONT, ("Nirmala UI",))

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


def replace_fonts(work: Workspace, wine: Wine, family: str, replaced: Sequence[str]) -> None:
    """Let a font stand in for others, and draw Wine's own texts with it."""
    fonts = work.build / "fonts.reg"
    fonts.write_text(_fonts(family), encoding="ascii")
    wine.run("regedit", "/S", windows_path(fonts), seconds=120)
    key = r"HKCU\Software\Wine\Fonts\Replacements"
    for name in replaced:
        wine.run("reg", "add", key, "/v", name, "/d", family, "/f", seconds=120)
    wine.settle()


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


def _fonts(family: str) -> str:
    """Wine's own texts in a real outline font (its own choice is none that Chromium can use)."""
    face = family.encode("utf-16le").ljust(64, b"\0")
    packed = struct.pack("<5l8B", -12, 0, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0, 0x22) + face
    numbers = ",".join(f"{byte:02x}" for byte in packed)
    lines = ["REGEDIT4", "", r"[HKEY_CURRENT_USER\Control Panel\Desktop\WindowMetrics]"]
    return "\n".join([*lines, *(f'"{kind}"=hex:{numbers}' for kind in _FONT_KINDS)]) + "\n"
