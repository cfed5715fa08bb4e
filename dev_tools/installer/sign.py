"""Signs what is handed out: with the company's tool if one is named, else with a test certificate."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

from dev_tools.installer.workspace import BuildError, Workspace, run, say

#: The company's signing command; ``{file}`` stands for the file, which it signs in place.
COMMAND = "WZPDCL_SIGN_COMMAND"

_NAME = "WZPDCL Desktop"


def sign(work: Workspace, file: Path) -> str:
    """Sign a file in place; returns who signed: ``company`` or ``test``."""
    command = os.environ.get(COMMAND)
    if command:
        run(signing_command(command, file))
        return "company"
    certificate, key = _test_certificate(work)
    signed = file.with_suffix(".signed")
    signed.unlink(missing_ok=True)
    words: list[str | Path] = ["osslsigncode", "sign", "-certs", certificate, "-key", key, "-h", "sha256"]
    run([*words, "-n", _NAME, "-in", file, "-out", signed])
    signed.replace(file)
    say(f"{file.name}: signed with the TEST certificate (name the company's tool in {COMMAND})")
    return "test"


def signing_command(template: str, file: Path) -> list[str]:
    """The words of the company's command for a file.

    Raises:
        BuildError: It does not say where the file goes.
    """
    words = shlex.split(template)
    if not any("{file}" in word for word in words):
        raise BuildError(f"{COMMAND} must contain {{file}}")
    return [word.replace("{file}", str(file)) for word in words]


def identity() -> str:
    """Who signs: what was signed by another has to be made anew."""
    return os.environ.get(COMMAND, "test")


def verify(work: Workspace, file: Path) -> bool:
    """Whether a file bears the test certificate's signature and is as it was signed."""
    certificate, _ = _test_certificate(work)
    try:
        said = run(["osslsigncode", "verify", "-CAfile", certificate, "-in", file])
    except BuildError:
        return False
    return "Signature verification: ok" in said


def tampered_copy(work: Workspace, file: Path) -> Path:
    """A copy with one other byte."""
    copy = work.build / "tampered.exe"
    shutil.copyfile(file, copy)
    with copy.open("r+b") as opened:
        opened.seek(file.stat().st_size // 2)
        byte = opened.read(1)
        opened.seek(-1, os.SEEK_CUR)
        opened.write(bytes([byte[0] ^ 0xFF]))
    return copy


def _test_certificate(work: Workspace) -> tuple[Path, Path]:
    folder = work.build / "test-certificate"
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    if not certificate.exists():
        folder.mkdir(parents=True, exist_ok=True)
        words: list[str | Path] = ["openssl", "req", "-x509", "-newkey", "rsa:3072", "-sha256", "-nodes"]
        words += [
            "-days",
            "365",
            "-keyout",
            key,
            "-out",
            certificate,
            "-subj",
            "/CN=TEST ONLY WZPDCL Desktop",
        ]
        words += ["-addext", "keyUsage=critical,digitalSignature"]
        words += ["-addext", "extendedKeyUsage=critical,codeSigning"]
        run([*words, "-addext", "basicConstraints=critical,CA:FALSE"])
    return certificate, key
