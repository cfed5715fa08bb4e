"""What the program finds on this PC: folders, disk, clock, certificates, keyring, server. No Qt is loaded."""

from __future__ import annotations

import importlib
import os
import shutil
import ssl
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from wzpdcl_desktop.api.client import CentralApi
from wzpdcl_desktop.api.tokens import MemoryTokens
from wzpdcl_desktop.assets import Folders
from wzpdcl_desktop.cache.secrets import SecretStore
from wzpdcl_desktop.domain.errors import DeskError, KeyringMissing, NetworkError
from wzpdcl_desktop.self_check.report import Check, WrongError, check

#: Below this the outbox itself is in danger; attachments stop earlier.
LEAST_ROOM = 500_000_000
_PROBE = "self-check"
_MS_2026, _MS_2100 = 1_767_225_600_000, 4_102_444_800_000
_MOST_OFFSET_MS = 120_000


def write_access(folders: Folders) -> Check:
    """Each of the program's folders takes a file, keeps it, and lets go of it."""
    translate = QCoreApplication.translate

    def work() -> str:
        for folder in (folders.data, folders.config, folders.logs):
            probe = folder / f"{_PROBE}.{os.getpid()}"
            try:
                folder.mkdir(parents=True, exist_ok=True)
                with probe.open("wb") as file:
                    file.write(b"wzpdcl")
                    file.flush()
                    os.fsync(file.fileno())
                if probe.read_bytes() != b"wzpdcl":
                    raise WrongError(translate("SelfCheck", "What was written is not what is read"))
                probe.unlink()
            except OSError as error:
                raise WrongError(
                    translate("SelfCheck", "Cannot write into the folder {0} ({1})").format(
                        folder.name, type(error).__name__
                    )
                ) from None
        return translate("SelfCheck", "Data, settings and logs can be written")

    remedy = translate("SelfCheck", "Give this user the right to write there, or exempt it in the antivirus.")
    return check("write_access", work, remedy)


def disk(folder: Path, free: Callable[[Path], int] | None = None) -> Check:
    """Whether there is room for the stores.

    Args:
        free: Bytes that are free where a folder lies; asks the system if not given.
    """
    translate = QCoreApplication.translate

    def work() -> str:
        there = next(one for one in (folder, *folder.parents) if one.exists())
        room = (free or _free)(there)
        text = translate("SelfCheck", "{0} GB free").format(f"{room / 1e9:.1f}")
        if room < LEAST_ROOM:
            raise WrongError(text)
        return text

    return check("disk", work, translate("SelfCheck", "Make room: at least 1 GB should be free."))


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def clock(now: Callable[[], int]) -> Check:
    """Whether the PC's clock can be right at all."""
    translate = QCoreApplication.translate

    def work() -> str:
        at = now()
        day = time.strftime("%Y-%m-%d", time.gmtime(at / 1000))
        if not _MS_2026 <= at < _MS_2100:
            raise WrongError(translate("SelfCheck", "The clock of this PC says {0}").format(day))
        return day

    remedy = translate(
        "SelfCheck", "Set date and time in the PC's settings; if it comes back, change the battery."
    )
    return check("clock", work, remedy)


def certificates() -> Check:
    """Whether a safe connection can be begun with the certificates that the PC trusts."""
    translate = QCoreApplication.translate

    def work() -> str:
        truststore = importlib.import_module("truststore")
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        wire = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
        try:
            wire.do_handshake()
        except ssl.SSLWantReadError:
            if outgoing.pending:
                return ssl.OPENSSL_VERSION
        raise WrongError(translate("SelfCheck", "No safe connection can be begun"))

    return check("certificates", work, translate("SelfCheck", "Install the program again."))


def keyring(secrets: SecretStore, *, in_files: bool) -> Check:
    """Whether a secret can be kept, read and forgotten.

    Args:
        in_files: The secrets are declared to lie in files, as in practice mode and tests.
    """
    translate = QCoreApplication.translate

    def work() -> str:
        value = os.urandom(16)
        try:
            secrets.set(_PROBE, value)
            same = secrets.get(_PROBE) == value
            secrets.delete(_PROBE)
        except KeyringMissing:
            raise WrongError(translate("SelfCheck", "This PC has no safe place for keys")) from None
        if not same or secrets.get(_PROBE) is not None:
            raise WrongError(translate("SelfCheck", "The keyring does not keep what it is given"))
        if in_files:
            return translate("SelfCheck", "Keys in files, as was asked for")
        return translate("SelfCheck", "Keeps a key and gives it back")

    remedy = translate(
        "SelfCheck",
        "Switch on the PC's credential store (Windows: service “Credential Manager”). "
        "Practice mode works without it.",
    )
    return check("keyring", work, remedy)


def server(address: str, connect: Callable[[str], CentralApi]) -> Check:
    """Whether the server answers, and how far the PC's clock is from its own. Never needed: work goes on."""
    translate = QCoreApplication.translate

    def work() -> str:
        api = connect(address)
        try:
            before = time.time()
            info = api.server_info()
            middle = (before + time.time()) * 500
        except (NetworkError, DeskError) as error:
            raise WrongError(translate("SelfCheck", "Not reached ({0})").format(error.key)) from None
        finally:
            api.close()
        offset = round(info.now - middle)
        if abs(offset) > _MOST_OFFSET_MS:
            raise WrongError(
                translate("SelfCheck", "It answers, but the clock of this PC is {0} s off").format(
                    offset // 1000
                )
            )
        return translate("SelfCheck", "It answers; the clock of this PC is {0} s off").format(offset // 1000)

    if not address:
        return Check("server", True, False, translate("SelfCheck", "No address is set yet"))
    remedy = translate(
        "SelfCheck", "Look at network, proxy, server address and clock. Work goes on meanwhile."
    )
    return check("server", work, remedy, needed=False)


def connect(address: str) -> CentralApi:
    """The API of an address, without a session."""
    session = importlib.import_module("wzpdcl_desktop.line").session
    return CentralApi(address, session, MemoryTokens())
