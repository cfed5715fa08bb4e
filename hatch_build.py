"""Runs Qt's three compilers over `ui/`, `resources/` and `translations/`, into the package.

The outputs are never committed. Hatchling calls this for every wheel, sdist and editable install;
`python hatch_build.py` does the same in a checkout. An output newer than all its sources is left alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FORMS = Path("wzpdcl_desktop/gui/forms")
RESOURCES = Path("wzpdcl_desktop/assets/resources.rcc")
TRANSLATIONS = Path("wzpdcl_desktop/assets/translations")


class AssetsBuildHook(BuildHookInterface[Any]):
    """Hatchling's door to `build`; the outputs ship because `artifacts` in pyproject.toml names them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the assets before hatchling collects files."""
        build(Path(self.root))


def build(root: Path) -> list[Path]:
    """Brings every generated file under `root` up to date.

    Returns the files that were made anew. Outputs whose source is gone are removed.

    Raises:
        subprocess.CalledProcessError: a compiler refused its input; its message is on stderr.
    """
    made = [*_forms(root), *_resources(root), *_translations(root)]
    for path in made:
        print(f"built {path.relative_to(root).as_posix()}", file=sys.stderr)
    return made


def run_qt_tool(tool: str, *arguments: str | Path, cwd: Path | None = None) -> None:
    """Runs a tool of PySide6 (`uic`, `rcc`, `lrelease`, `lupdate`) with this very interpreter.

    The console scripts of a build environment are not always on PATH; the module behind them always is.
    """
    code = f"from PySide6.scripts import pyside_tool; pyside_tool.{tool}()"
    # rcc writes the sources' times into its output; a fixed time instead makes builds repeatable.
    env = os.environ | {"QT_RCC_SOURCE_DATE_OVERRIDE": "315532800"}
    command = [sys.executable, "-c", code, *(str(argument) for argument in arguments)]
    subprocess.run(command, check=True, cwd=cwd, env=env, stdout=sys.stderr)


def _forms(root: Path) -> Iterator[Path]:
    folder = root / FORMS
    folder.mkdir(parents=True, exist_ok=True)
    marker = folder / "__init__.py"
    if not marker.exists():
        marker.write_text('"""Made from ui/*.ui by hatch_build.py."""\n', encoding="utf-8")
    sources = {folder / f"ui_{source.stem}.py": source for source in sorted((root / "ui").glob("*.ui"))}
    _remove_strays(folder.glob("ui_*.py"), sources)
    for output, source in sources.items():
        if _stale(output, [source]):
            _compile(output, "uic", "-g", "python", source, "-o")
            yield output


def _resources(root: Path) -> Iterator[Path]:
    collection = root / "resources" / "resources.qrc"
    output = root / RESOURCES
    # Folders count too: their time changes when a file is added or removed.
    if _stale(output, [collection.parent, *collection.parent.rglob("*")]):
        # rcc would compress with zstd, which Qt for Windows is built without: it refuses the whole file.
        _compile(output, "rcc", "--binary", "--no-compress", collection, "-o")
        yield output


def _translations(root: Path) -> Iterator[Path]:
    folder = root / TRANSLATIONS
    sources = {
        folder / f"{source.stem}.qm": source for source in sorted((root / "translations").glob("*.ts"))
    }
    _remove_strays(folder.glob("*.qm"), sources)
    for output, source in sources.items():
        if _stale(output, [source]):
            _compile(output, "lrelease", "-silent", source, "-qm")
            yield output


def _stale(output: Path, sources: Iterable[Path]) -> bool:
    """Says whether `output` is missing or older than a source or than this file."""
    if not output.exists():
        return True
    made = output.stat().st_mtime_ns
    return any(source.stat().st_mtime_ns > made for source in (*sources, Path(__file__)))


def _remove_strays(existing: Iterable[Path], wanted: Iterable[Path]) -> None:
    for stray in set(existing) - set(wanted):
        stray.unlink()


def _compile(output: Path, tool: str, *arguments: str | Path) -> None:
    """Runs a compiler whose last argument is the output, and puts the file in place in one step."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".building-") as folder:
        draft = Path(folder) / output.name
        run_qt_tool(tool, *arguments, draft)
        draft.replace(output)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent)
