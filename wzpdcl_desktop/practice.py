"""Practice mode: the central API on this PC with invented data, as a process of its own.

The desktop and the server never import each other; this launcher is the only thing that ties them together.
"""

from __future__ import annotations

import json
import logging
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from wzpdcl_desktop import program
from wzpdcl_desktop.domain.errors import ServerDown

log = logging.getLogger("wzpdcl.practice")

#: The sample officer as whom practice mode signs in, and the one sample password. Invented, and no secret.
OFFICER = "xen.khulna1"
PASSWORD = "practice-2026"  # noqa: S105  (it opens sample data only)


def server_command() -> list[str]:
    """How the practice server is started: frozen, the program starts itself."""
    if program.frozen():
        return program.command("--practice-server")
    return program.command(module="central_api")


class PracticeServer:
    """A practice server as a child process. It ends with this program, however that ends.

    Args:
        folder: Where its database and files lie; made on first use.
        port: Fixed port, 0 for any.
        arguments: More arguments for ``central_api practice``.
    """

    def __init__(self, folder: Path, *, port: int = 0, arguments: tuple[str, ...] = ()) -> None:
        self._folder = folder
        self._port = port
        self._arguments = arguments
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    def start(self, progress: Callable[[float], None] | None = None) -> str:
        """Start it and wait until it answers.

        Args:
            progress: Called with 0.0-1.0 while sample data is made on the first start.

        Returns:
            The server's address.

        Raises:
            ServerDown: It ended before it was ready; its log is ``server.log`` in the folder.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        command = [*server_command(), "practice", "--folder", str(self._folder), "--port", str(self._port)]
        command += ["--exit-with-parent", *self._arguments]
        with (self._folder / "server.log").open("a", encoding="utf-8") as server_log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=server_log,
                text=True,
                encoding="utf-8",
                creationflags=program.HIDDEN,
            )
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                message = json.loads(line)
            except ValueError:
                continue
            if "progress" in message and progress is not None:
                progress(float(message["progress"]))
            if message.get("ready"):
                self.url = str(message["url"])
                break
        else:
            self._process.wait()
            raise ServerDown(f"practice server ended with {self._process.returncode}")
        threading.Thread(target=self._drain, name="wzpdcl-practice", daemon=True).start()
        log.info("practice server ready")
        return self.url

    def _drain(self) -> None:
        """Keep its standard output from filling up."""
        if self._process is not None and self._process.stdout is not None:
            for _line in self._process.stdout:
                pass

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self, timeout: float = 10.0) -> None:
        """Ask it to end, then make it end."""
        process = self._process
        if process is None:
            return
        if process.poll() is None:
            if process.stdin is not None:
                process.stdin.close()
            process.terminate()
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._process = None
