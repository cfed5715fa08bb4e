"""One running program for each user and data folder: a second start brings its window forward."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

RAISE, CLOSE = b"raise", b"close"
_CONNECT_MS = 1_000
_ANSWER_MS = 5_000
_DONE = b"done"


class SingleInstance(QObject):
    """The door at which a second start knocks.

    Only this user's own processes can open it (`UserAccessOption`), and all that they can ask is to come
    forward and to close, which any program of theirs can do to a window anyway.

    Args:
        data: The data folder: a practice or test folder of its own has a program of its own.

    Attributes:
        raise_requested: The program was started once more.
        close_requested: The installer, or ``--quit``, asks the program to end.
    """

    raise_requested = Signal()
    close_requested = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        mark = hashlib.sha256(f"{getpass.getuser()}\n{data}".encode()).hexdigest()[:24]
        self._name = f"wzpdcl-desktop-{mark}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def ask(self, what: bytes) -> bool:
        """Ask the running program for something. False if none is running."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        socket.write(what + b"\n")
        socket.waitForBytesWritten(_CONNECT_MS)
        # A program that is busy answers late; it is running all the same.
        socket.waitForReadyRead(_ANSWER_MS)
        socket.disconnectFromServer()
        return True

    def wait_at_door(self) -> bool:
        """Become the one that is running. False if it cannot be, which is no reason not to start."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)  # left by a program that was killed
        return self._server.listen(self._name)

    def close(self) -> None:
        """Let the next start be the first."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        asked = bytes(socket.readLine().data()).strip()
        socket.write(_DONE)
        socket.flush()
        if asked == RAISE:
            self.raise_requested.emit()
        elif asked == CLOSE:
            self.close_requested.emit()
