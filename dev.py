"""One command surface for the whole project: `python3 dev.py COMMAND [arguments]`.

    demo          the program in practice mode; --json, --headless or no screen: its whole journey
    test          pytest (its arguments pass through)
    lint          ruff, mypy, import-linter and the translations
    installer     setup.exe for Windows; --smoke also shows that it works, --json for programs to read
    bench         the benchmarks, all or by name
    faults        sync under faults by the thousand, mutants, and kill -9; --help says how
    screenshots   pictures of every state; --docs: those of the documentation
    translations  brings translations/*.ts up to date with the code
    audit         bill of materials, and known advisories on what is installed with the program
    lock          makes requirements*.lock anew from pyproject.toml
    setup         only the set-up that every command does first

Every command first sees to system packages (Debian and its kin), `.venv`, the locked dependencies and the
built assets, and skips what is already there. Progress goes to stderr, results to stdout.
This file needs the standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / ".installed"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

QT_PACKAGES = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libx11-6",
    "libbrotli1",
)
SCREEN_PACKAGES = (
    "libxcb-cursor0",
    "libxkbcommon-x11-0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libx11-xcb1",
)
#: WebEngine and multimedia, which the self-check's tests start.
ADDON_PACKAGES = (
    "libnss3",
    "libasound2",
    "libxcomposite1",
    "libxdamage1",
    "libxrandr2",
    "libxtst6",
    "libgbm1",
    "libxkbfile1",
    "libxcb-dri3-0",
    "libpulse0",
)
TEST_PACKAGES = ("postgresql", *ADDON_PACKAGES)


COMMANDS = (
    "demo",
    "test",
    "lint",
    "bench",
    "faults",
    "screenshots",
    "translations",
    "installer",
    "audit",
    "lock",
    "setup",
)


class SetupError(Exception):
    """The set-up cannot go on; the text says what the reader has to do."""


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code; 2 asks a person to do something first."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    name, rest = arguments[0], list(arguments[1:])
    if name not in COMMANDS:
        say(f"There is no command {name}. Known ones: python3 dev.py --help")
        return 2
    try:
        set_up(name)
    except SetupError as error:
        say(str(error))
        return 2
    except subprocess.CalledProcessError as error:
        say(f"Set-up stopped: this command failed with code {error.returncode}:\n  {show(error.cmd)}")
        return 1
    if name == "setup":
        return 0
    if name == "lint":
        return lint()
    if name == "lock":
        return lock()
    return run(command_for(name, rest))


def command_for(name: str, rest: list[str]) -> list[str | Path]:
    """Returns what the virtual environment's Python runs for a command that is one process."""
    if name == "demo":
        headless = (
            not has_screen() or "--headless" in rest or any(word.split("=")[0] == "--json" for word in rest)
        )
        rest = [word for word in rest if word != "--headless"]
        if headless:
            return [PYTHON, "-m", "wzpdcl_desktop.journey", *rest]
        return [PYTHON, "-m", "wzpdcl_desktop", "--practice", *rest]
    modules = {
        "installer": ["dev_tools.installer"],
        "test": ["pytest"],
        "bench": ["benchmarks"],
        "faults": ["tests.faults"],
        "screenshots": ["tests.screenshots"],
        "translations": ["dev_tools.translations", "update"],
        "audit": ["dev_tools.audit"],
    }
    return [PYTHON, "-m", *modules[name], *rest]


def lint() -> int:
    """Runs every check, also after one has failed, and returns 1 if any did."""
    checks: dict[str, list[str | Path]] = {
        "ruff check": [PYTHON, "-m", "ruff", "check", "."],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "mypy": [PYTHON, "-m", "mypy"],
        "import-linter": [PYTHON.with_name(f"lint-imports{PYTHON.suffix}"), "--no-logo"],
        "translations": [PYTHON, "-m", "dev_tools.translations", "check"],
    }
    failed = []
    for title, command in checks.items():
        say(f"-- {title}")
        if run(command) != 0:
            failed.append(title)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def lock() -> int:
    """Resolves both lock files for every system and every Python from 3.11 on; no address gets into them."""
    common: list[str | Path] = [PYTHON, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"]
    common += ["--upgrade", "--universal", "--python-version", "3.11"]
    common += ["--generate-hashes", "--no-header", "--no-annotate"]
    common += ["--no-emit-index-url", "--no-emit-find-links"]
    everything = [*common, "--extra", "central", "--extra", "dev", "-o", LOCK.name]
    installed = [*common, "--extra", "central", "-c", LOCK.name, "-o", "requirements.lock"]
    return run(everything) or run(installed)


def set_up(command: str) -> None:
    """Makes the machine ready for `command`.

    Raises:
        SetupError: something is missing that this user cannot install.
        subprocess.CalledProcessError: an installer failed.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before any installer has checked
        raise SetupError(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    install_system_packages(command)
    make_environment()
    install_locked()
    # It leaves alone what is newer than its sources, so asking costs little.
    call([PYTHON, "hatch_build.py"])


def install_system_packages(command: str) -> None:
    """Installs, as root on Debian and its kin, only what lacks; anybody else is told the exact command."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    wanted = list(QT_PACKAGES)
    if command == "demo" and has_screen():
        wanted += SCREEN_PACKAGES
    if command == "test":
        wanted += TEST_PACKAGES
    missing = [name for name in wanted if not is_installed(name)]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends"]
    if not is_root():
        raise SetupError(
            "System packages are missing. Run this, then try again:\n"
            f"  sudo apt-get update && sudo {show([*install, *map(package_name, missing)])}"
        )
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update"], env=env)
    call([*install, *map(package_name, missing)], env=env)


def is_installed(package: str) -> bool:
    """Asks dpkg; Debian 13 and Ubuntu 24.04 call some libraries `...t64`."""
    query = ["dpkg-query", "-W", "-f=${Status}\n", package, f"{package}t64"]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return "install ok installed" in answer.stdout


def package_name(package: str) -> str:
    """Returns the name under which this release of the system offers a package."""
    for name in (package, f"{package}t64"):
        answer = subprocess.run(["apt-cache", "show", name], capture_output=True, text=True, check=False)
        if answer.returncode == 0 and answer.stdout.strip():
            return name
    return package


def make_environment() -> None:
    """Makes `.venv`, anew if its Python does not start (a moved folder, an upgraded system)."""
    if PYTHON.exists() and run([PYTHON, "-c", "import pip"], quiet=True) == 0:
        return
    say("Making .venv")
    call([sys.executable, "-m", "venv", "--clear", VENV])


def install_locked() -> None:
    """Installs the locked dependencies and the project itself, unless exactly these are installed already."""
    sources = (LOCK, ROOT / "pyproject.toml")
    wanted = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted:
        return
    say("Installing the locked dependencies")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    call([*pip, "--require-hashes", "-r", LOCK])
    call([*pip, "--no-deps", "--no-build-isolation", "--editable", "."])
    STAMP.write_text(wanted, encoding="ascii")


def child_environment() -> dict[str, str]:
    """Returns the environment of a command: off screen without a screen, WebEngine able to run as root."""
    env = dict(os.environ)
    if not has_screen():
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    if is_root():
        env.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
        env.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
    return env


def has_screen() -> bool:
    """Says whether a window could be shown; Windows and macOS always have a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_root() -> bool:
    """Says whether this is the superuser of a Unix system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(command: Sequence[str | Path], *, quiet: bool = False) -> int:
    """Runs a command in the project's folder and returns its exit code."""
    output = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(
            command, cwd=ROOT, env=child_environment(), stdout=output, stderr=output, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        say(f"{show(command)}: {error.strerror}")
        return 127


def call(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
    """Runs a step of the set-up; what it prints goes to stderr. A failure raises CalledProcessError."""
    say(f"$ {show(command)}")
    subprocess.run(command, cwd=ROOT, env=env, stdout=sys.stderr, check=True)


def show(command: Sequence[str | Path]) -> str:
    """Returns a command as one line for people, with paths below the project made short."""
    return " ".join(str(word).replace(f"{ROOT}{os.sep}", "") for word in command)


def say(text: str) -> None:
    """Tells the person at the terminal something, never on stdout."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
