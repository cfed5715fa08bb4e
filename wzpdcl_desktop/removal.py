"""Removes this user's data from the PC: keys in the keyring, then stores, settings and logs.

The uninstaller calls it (``wzpdcl-desktop --remove-data``) after the officer said yes: only the program knows
under which names the keys lie.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress

from wzpdcl_desktop import assets
from wzpdcl_desktop.cache.keys import KeyVault
from wzpdcl_desktop.cache.secrets import KeyringSecrets, SecretStore
from wzpdcl_desktop.domain.errors import DeskError


def remove(folders: assets.Folders, secrets: SecretStore) -> None:
    """Remove everything; what cannot be removed does not keep the rest."""
    vault = KeyVault(secrets, folders.known_file)
    for officer in vault.known():
        with suppress(DeskError):
            vault.forget(officer.server, officer.officer)
    for folder in (folders.data, folders.config, folders.logs):
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    remove(assets.folders(), KeyringSecrets())
    sys.exit(0)
