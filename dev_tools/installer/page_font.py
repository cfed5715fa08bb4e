"""The font of setup's pages for pictures: one that Wine's own text shaper draws Bangla right with."""

from __future__ import annotations

from pathlib import Path

from dev_tools.installer.prefix import replace_fonts
from dev_tools.installer.wine import Wine
from dev_tools.installer.workspace import SOURCES, Workspace, run

_NAME = "Setup Pages"
_BANGLA = Path("/usr/share/fonts/truetype/lohit-bengali/Lohit-Bengali.ttf")
_LATIN = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
_SYSTEM_PYTHON = "/usr/bin/python3"
#: The fonts that the pages ask for, and those of Wine's own dialogs.
_REPLACED = ("Nirmala UI", "Segoe UI", "Tahoma", "MS Shell Dlg", "MS Shell Dlg 2")


def use_page_font(work: Workspace, wine: Wine) -> None:
    """Put the font into a prefix, in place of those that setup's pages are drawn with."""
    made = work.build / "page-font.ttf"
    run([_SYSTEM_PYTHON, SOURCES / "page_font.py", _BANGLA, _LATIN, made, _NAME])
    (wine.drive / "windows" / "Fonts" / "SetupPages.ttf").write_bytes(made.read_bytes())
    replace_fonts(work, wine, _NAME, _REPLACED)
