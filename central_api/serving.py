"""Runs an application in this process until it is told to stop."""

from __future__ import annotations

import json
import logging
import os
import socket
import sys
import threading
from types import FrameType

import uvicorn
from fastapi import FastAPI

from central_api.central import Central

#: Open answers get so long when the server ends.
_GRACE_SECONDS = 2


def tell(**message: object) -> None:
    """One JSON line on stdout, for the program that started this one."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def log_to_stderr() -> None:
    """Send the log to stderr; stdout is for :func:`tell`."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    # One line for each migration step helps nobody who starts practice mode.
    logging.getLogger("alembic").setLevel(logging.WARNING)


class _Server(uvicorn.Server):
    """Lets go of the long polls as soon as it is asked to stop, so that stopping is fast."""

    def __init__(self, config: uvicorn.Config, central: Central, url: str) -> None:
        super().__init__(config)
        self._central = central
        self._url = url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and tell when requests and signals are taken."""
        await super().startup(sockets)
        tell(url=self._url, ready=True)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal came."""
        self._central.wakeup.close()
        super().handle_exit(sig, frame)

    def stop(self) -> None:
        """Stop; from any thread."""
        self._central.wakeup.close()
        self.should_exit = True


def run(app: FastAPI, host: str, port: int, *, exit_with_parent: bool) -> None:
    """Serve until SIGTERM or SIGINT, or until stdin closes if so wanted. Tells the address when ready.

    Args:
        app: From :func:`central_api.main.create_app`.
        host: Address to listen on.
        port: 0 takes a free one.
        exit_with_parent: Stop when stdin ends: the program that started this one is gone.
    """
    # The protocol is named so that asyncio turns Nagle's algorithm off: 40 ms less for each answer.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(256)
    bound_host, bound_port = listener.getsockname()[:2]
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_graceful_shutdown=_GRACE_SECONDS,
        timeout_keep_alive=75,
    )
    shown = f"[{bound_host}]" if ":" in bound_host else bound_host
    server = _Server(config, app.state.central, f"http://{shown}:{bound_port}")
    if exit_with_parent:
        threading.Thread(target=_wait_for_parent, args=(server,), daemon=True).start()
    server.run(sockets=[listener])


def _wait_for_parent(server: _Server) -> None:
    # Not through the buffered stream: its lock would be held while the interpreter ends.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    server.stop()
