"""Puts the program's folder together: Python, the packages in use, the program. Without Windows or Wine."""

from __future__ import annotations

import compileall
import importlib.util
import py_compile
import re
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from dev_tools.installer import contents, launcher, licences, pe, sign
from dev_tools.installer.workspace import (
    CONSOLE_PROGRAM,
    PROGRAM,
    ROOT,
    SOURCES,
    BuildError,
    Workspace,
    files_of,
)

_PACKAGES = ("wzpdcl_desktop", "central_api")
#: Microsoft's C++ runtime beside Qt: the one that Qt was built with must be the first to be loaded.
_CPP_RUNTIME = re.compile(r"(msvcp140|vcruntime140|concrt140).*\.dll")


def assemble(work: Workspace, version: str, inputs: list[str | Path]) -> tuple[Path, str]:
    """The folder that setup.exe installs.

    Args:
        inputs: Fingerprints of what was fetched.

    Returns:
        The folder and its fingerprint; ``left-out.txt`` beside it tells what it lacks, and why.
    """
    target = work.build / "stage"
    sources = [ROOT / name for name in _PACKAGES]
    mine: list[str | Path] = [Path(__file__), Path(contents.__file__), Path(launcher.__file__)]
    mine += [Path(licences.__file__), SOURCES / "launcher", SOURCES / "licences"]
    mine += [ROOT / "LICENSE", ROOT / "resources", version, sign.identity()]
    made = work.once("stage", [*inputs, *mine, *sources], target, lambda: _make(work, target, version))
    return target, made


def _make(work: Workspace, target: Path, version: str) -> None:
    shutil.rmtree(target, ignore_errors=True)
    draft = target.with_name("stage.unfinished")
    shutil.rmtree(draft, ignore_errors=True)
    _runtime(work, draft / "runtime")
    left_out: dict[str, list[Path]] = defaultdict(list)
    lib = draft / "lib"
    _packages(work.site, lib, left_out)
    _qt(work.site / "PySide6", lib / "PySide6", left_out)
    _program(draft / "app")
    compile_all(draft)
    licences.collect(work, draft)
    launcher.build(work, draft, version)
    for program in (PROGRAM, CONSOLE_PROGRAM):
        sign.sign(work, draft / program)
    if faults := pe.faults(draft):
        raise BuildError("These do not belong into the program:\n" + "\n".join(faults))
    _tell_left_out(work.build / "left-out.txt", left_out)
    draft.replace(target)


def compile_all(folder: Path, parts: Sequence[str] = ("lib", "app")) -> None:
    """Bytecode for packages and program, never compared with its source, which does not change any more."""
    with zipfile.ZipFile(next((folder / "runtime").glob("python3*.zip"))) as library:
        magic = library.read(next(name for name in library.namelist() if name.endswith(".pyc")))[:4]
    if magic != importlib.util.MAGIC_NUMBER:
        raise BuildError("Build with the Python that the program ships (3.11): its bytecode is made here.")
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for part in parts:
        # The paths in it are those of the installed program, not of the machine that built it.
        compileall.compile_dir(
            folder / part, quiet=2, force=True, workers=0, invalidation_mode=mode, stripdir=str(folder)
        )


def _runtime(work: Workspace, target: Path) -> None:
    target.mkdir(parents=True)
    for path in work.python.iterdir():
        if path.suffix in (".dll", ".pyd", ".zip") or path.name == "LICENSE.txt":
            shutil.copy2(path, target / path.name)
    (library,) = target.glob("python3*.zip")
    paths = [library.name, ".", "..\\lib", "..\\app"]
    (target / f"{library.stem}._pth").write_text("\n".join(paths) + "\n", encoding="ascii")


def _packages(site: Path, target: Path, left_out: dict[str, list[Path]]) -> None:
    for path in files_of(site):
        name = path.relative_to(site)
        if name.parts[0] == "PySide6":
            continue
        reason = contents.why_left_out(name.as_posix())
        if reason is None:
            _copy(path, target / name)
        else:
            left_out[reason].append(path)


def _qt(source: Path, target: Path, left_out: dict[str, list[Path]]) -> None:
    asks = pe.imports(filter(pe.is_pe, files_of(source)))
    libraries = {path.name.lower(): path for path in source.glob("*.dll")}
    waiting = [path for path in files_of(source) if _is_wanted(path, source)]
    taken = set()
    while waiting:
        path = waiting.pop()
        if path not in taken:
            taken.add(path)
            waiting += [libraries[name] for name in asks.get(path, ()) if name in libraries]
    for name in (*(f"{module}.pyd" for module in contents.QT_MODULES), *contents.QT_FILES):
        if source / name not in taken:
            raise BuildError(f"PySide6 has no {name}")
    for path in files_of(source):
        name = path.relative_to(source).as_posix()
        if path in taken:
            _copy(path, target / name)
        else:
            left_out[contents.why_left_out_of_qt(name)].append(path)


def _is_wanted(path: Path, source: Path) -> bool:
    name = path.relative_to(source)
    text = name.as_posix()
    if len(name.parts) == 1:
        return (
            path.suffix == ".py"
            or (path.stem in contents.QT_MODULES and path.suffix == ".pyd")
            or _CPP_RUNTIME.fullmatch(path.name.lower()) is not None
            or text in contents.QT_FILES
        )
    if name.parts[0] == "support":
        return path.suffix == ".py"
    if name.parts[0] == "plugins":
        kind = name.parts[1]
        return f"{kind}/{path.stem}" in contents.QT_PLUGINS or f"{kind}/*" in contents.QT_PLUGINS
    return text in contents.QT_FILES


def _program(target: Path) -> None:
    for package in _PACKAGES:
        for path in files_of(ROOT / package):
            _copy(path, target / path.relative_to(ROOT))
    shutil.copy2(SOURCES / "launcher" / "start.py", target / "wzpdcl_start.py")


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _tell_left_out(report: Path, left_out: dict[str, list[Path]]) -> None:
    lines = []
    for reason, paths in left_out.items():
        size = sum(path.stat().st_size for path in paths)
        largest = max(paths, key=lambda path: path.stat().st_size)
        lines.append(
            (size, f"{size / 1e6:8.1f} MB {len(paths):5} files  {reason}  (largest: {largest.name})")
        )
    text = "\n".join(line for _, line in sorted(lines, reverse=True))
    report.write_text(text + "\n", encoding="utf-8")
