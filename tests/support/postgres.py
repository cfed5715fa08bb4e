"""A private PostgreSQL cluster for tests: a temporary folder, a socket in it, nothing on the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


def find_binaries() -> Path | None:
    """Folder of initdb and pg_ctl, None where PostgreSQL is not installed."""
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


class Cluster:
    """A running cluster."""

    def __init__(self, socket_folder: Path) -> None:
        self._socket_folder = socket_folder
        self._made = 0

    def new_database(self) -> str:
        """The URL of a new, empty database."""
        self._made += 1
        name = f"central_{self._made}"
        with psycopg.connect(host=str(self._socket_folder), user="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://postgres@/{name}?host={self._socket_folder}"


@contextmanager
def running_cluster(binaries: Path, *settings: str) -> Iterator[Cluster]:
    """Make a cluster, run it, and leave nothing behind.

    Args:
        binaries: From :func:`find_binaries`.
        settings: More of the server's settings, ``name=value``.
    """
    # The path of a socket must be short.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    prefix: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        prefix = ["runuser", "-u", "postgres", "--"]
    data = folder / "data"

    def call(*arguments: str) -> None:
        subprocess.run(
            [*prefix, *arguments], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=folder
        )

    call(
        str(binaries / "initdb"), "-D", str(data), "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8"
    )
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=200"
    options += "".join(f" -c {setting}" for setting in settings)
    call(str(binaries / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield Cluster(folder)
    finally:
        call(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)
