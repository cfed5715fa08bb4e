"""Reads the package's data files."""

from __future__ import annotations

import json
import unicodedata
from importlib.resources import files
from typing import Any


def read_json(name: str) -> Any:
    """The content of ``data/<name>.json``, its text in NFC."""
    text = files(__package__).joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    return json.loads(unicodedata.normalize("NFC", text))


def read_bytes(name: str) -> bytes:
    """The bytes of ``data/<name>``."""
    return files(__package__).joinpath("data", name).read_bytes()
