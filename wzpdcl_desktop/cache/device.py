"""What the server knows this PC by. The stores' keys belong to it: it is never made anew beside one."""

from __future__ import annotations

import uuid
from pathlib import Path

from wzpdcl_desktop.cache.faults import translated

_NAME = "device.id"


def device_id(data: Path) -> str:
    """The id of this PC, made at the first start; found again in any officer's folder if its file is lost.

    Args:
        data: The folder that holds the officers' folders.

    Raises:
        DiskFull: It could not be kept.
    """
    places = [data / _NAME, *sorted(data.glob(f"*/{_NAME}"))]
    found = next((text for place in places if (text := _read(place))), "") or str(uuid.uuid4())
    if _read(places[0]) != found:
        _write(places[0], found)
    return found


def keep_beside_stores(folder: Path, device: str) -> None:
    """Keep a copy of the id in an officer's folder, whose key was issued for it."""
    if _read(folder / _NAME) != device:
        _write(folder / _NAME, device)


def _read(place: Path) -> str:
    try:
        return str(uuid.UUID(place.read_text(encoding="ascii").strip()))
    except (OSError, ValueError):
        return ""


def _write(place: Path, text: str) -> None:
    with translated():
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(place.name + ".part")
        unfinished.write_text(text, encoding="ascii")
        unfinished.replace(place)
