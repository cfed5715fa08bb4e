"""Runs Inno Setup's compiler: under Wine, or as it is on Windows."""

from __future__ import annotations

from pathlib import Path

from dev_tools.installer.wine import Wine, windows_path
from dev_tools.installer.workspace import SOURCES, BuildError, Workspace, run


def name_of(version: str) -> str:
    """The name under which an installer is handed out."""
    return f"WZPDCL-Desktop-{version}-setup"


def compile_setup(
    work: Workspace, wine: Wine | None, stage: Path, version: str, out: Path, *, quick: bool = False
) -> Path:
    """Make setup.exe, not signed.

    Args:
        wine: None on Windows.
        stage: The program's folder.
        out: Where it goes.
        quick: Compress little: for an installer that only a test needs.
    """
    name = name_of(version)
    out.mkdir(parents=True, exist_ok=True)
    compiler = work.compiler / "package" / "bin" / "ISCC.exe"
    given = {"Stage": stage, "Art": work.build / "launcher", "Out": out}
    words = [f"/DVersion={version}", f"/DOutName={name}"]
    words += [f"/D{key}={windows_path(path) if wine else path}" for key, path in given.items()]
    if quick:
        words.append("/DCompression=zip/1")
    script = SOURCES / "installer.iss"
    log = work.logs / f"iscc-{version}.txt"
    if wine is None:
        said = run([compiler, *words, script], log=log)
    else:
        done = wine.run(compiler, *words, windows_path(script), seconds=900)
        said = done.said
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(said, encoding="utf-8")
    made = out / f"{name}.exe"
    if "Successful compile" not in said or not made.exists():
        raise BuildError(f"Inno Setup refused; {log.name} ends so:\n{said[-2000:]}")
    return made
